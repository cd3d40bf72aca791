printf 'country = "IE"\n' >> content/facts.toml
