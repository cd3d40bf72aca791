sed -i 's/ZZ1 2AB/ZZ1 2A/' content/services/law-centre/service.toml
