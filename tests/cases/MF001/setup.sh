rm content/city.toml
