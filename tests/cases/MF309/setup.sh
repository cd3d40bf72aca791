sed -i 's/^areas.*/areas = ["zebra"]/' content/services/law-centre/service.toml
