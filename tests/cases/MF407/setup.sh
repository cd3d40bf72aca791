printf '\n[[kind]]\nid = "immigration"\n' >> content/city.toml
sed -i 's/^kinds.*/kinds = ["legal", "immigration"]/' content/services/law-centre/service.toml
