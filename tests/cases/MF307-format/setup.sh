printf 'GIF89a' > content/rights/housing/clock.gif
printf '\n![A clock](clock.gif)\n' >> content/rights/housing/en.md
