"$MIFRIENDLY" build --now 2026-11-21 > before
{
    echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><desc>'
    head -c 900000 /dev/zero | tr '\0' x
    echo '</desc></svg>'
} > content/rights/housing/clock.svg
