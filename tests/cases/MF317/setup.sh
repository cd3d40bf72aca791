sed -i 's/^languages.*/languages = ["en", "ar"]/' content/city.toml
"$MIFRIENDLY" accept --now 2026-11-21
sed -i 's/^You must leave within/You must not leave within/' content/rights/housing/en.md
