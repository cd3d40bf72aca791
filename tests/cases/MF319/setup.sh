sed -i 's/"legal"/"law"/' content/city.toml content/services/law-centre/service.toml
sed -i 's/"southside"/"eastside"/; s/"refugee"\]/"refugee", "student"]/' content/city.toml
