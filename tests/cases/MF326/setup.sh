sed -i 's/^languages.*/languages = ["en", "ar", "ti"]/' content/city.toml
