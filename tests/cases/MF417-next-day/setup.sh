sed -i 's/^opening_hours = .*/opening_hours = "Mo-Fr 09:00-25:00"/' content/services/law-centre/service.toml
