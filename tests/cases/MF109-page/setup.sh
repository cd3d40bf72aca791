sed -i '/^name/d' content/services/law-centre/service.toml
sed -i '/^value = 28/d' content/facts.toml
