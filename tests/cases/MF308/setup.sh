sed -i 's/^kinds.*/kinds = ["legal", "homes"]/' content/services/law-centre/service.toml
