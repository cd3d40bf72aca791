sed -i 's/^opening_hours.*/opening_hours = "Monday to Friday, mornings"/' content/services/law-centre/service.toml
sed -i 's/^number.*/&\nopening_hours = "Mo-Fr 09:00-25:99"/' content/services/law-centre/service.toml
