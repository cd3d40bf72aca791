sed -i 's/"legal"/"legl"/' content/city.toml content/services/law-centre/service.toml
sed -i 's/"southside"/"eastside"/' content/city.toml
