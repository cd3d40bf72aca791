printf '\n[[kind]]\nid = "immigration"\nregulated = true\n' >> content/city.toml
sed -i 's/^kinds.*/kinds = ["legal", "immigration"]/' content/services/law-centre/service.toml
