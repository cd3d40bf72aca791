sed -i 's/2027-05-01/2026-11-20/' content/rights/housing/page.toml
