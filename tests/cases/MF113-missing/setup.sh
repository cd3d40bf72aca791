printf '\n[postcodes]\ndownload = "https://example.org/gb.zip"\n' >> content/city.toml
