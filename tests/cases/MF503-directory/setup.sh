printf '\n[budgets]\ndirectory = 500\n' >> content/city.toml
