sed -i 's/^languages.*/languages = ["en", "ar"]/' content/city.toml
"$MIFRIENDLY" accept --now 2026-11-21
sed -i 's/Your landlord may not change the locks/Your landlord may not lock you out/' content/rights/housing/en.md
