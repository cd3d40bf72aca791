sed -i 's/^last_confirmed.*/last_confirmed = 2025-11-20/' content/services/law-centre/service.toml
