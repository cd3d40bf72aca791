sed -i 's/^languages.*/languages = ["en", "ar"]/' content/city.toml
sed -i 's/ {#notice}//' content/rights/housing/ar.md
