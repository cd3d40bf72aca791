sed -i '/^source_language/d; /^format/d; /^name = "Testford"/d; /^id = "legal"/d' content/city.toml
