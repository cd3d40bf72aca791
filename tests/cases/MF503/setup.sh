printf '\n[budgets]\nguide = 500\n' >> content/city.toml
