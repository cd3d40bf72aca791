sed -i 's/^languages.*/languages = ["en", "ar"]/' content/city.toml
"$MIFRIENDLY" accept --now 2026-11-21
