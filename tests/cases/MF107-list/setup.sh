sed -i 's/^kinds = .*/kinds = ["housing"/' content/services/law-centre/service.toml
