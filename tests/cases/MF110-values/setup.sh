sed -i 's/^value = 28/value = "28"/' content/facts.toml
printf '\n[day]\nvalue = "2026-11-21"\nunit = "date"\nsource = "https://example.org"\nsource_name = "Example"\nprimary = true\nchecked = 2026-11-01\n' >> content/facts.toml
