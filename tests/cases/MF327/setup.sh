sed -i 's/^languages.*/languages = ["en", "ar"]/' content/city.toml
