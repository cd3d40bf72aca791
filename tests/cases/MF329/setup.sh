sed -i 's/^\[sections.notice\]/[sections.notice]\nvalid_from = 2027-03-01\nvalid_until = 2027-02-01\npublish_from = 2026-10-01\nexpires = 2026-10-01/' content/rights/housing/page.toml
sed -i '0,/^checked.*/s//checked = 2026-11-01\nvalid_from = 2026-11-01\nvalid_until = 2026-10-01/' content/facts.toml
mkdir -p content/notices/flood
cat > content/notices/flood/notice.toml <<'T'
from = 2027-01-11
until = 2027-01-04
T
printf '+++\ntitle = "Flood"\ndescription = "Stay at home."\n+++\n\nStay at home.\n' > content/notices/flood/en.md
