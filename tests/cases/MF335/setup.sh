sed -i 's/"GB"/"NL"/; s/Europe.London/Europe\/Amsterdam/' content/city.toml
sed -i '/^postcode/d; /^latitude/d; /^longitude/d' content/services/law-centre/service.toml
