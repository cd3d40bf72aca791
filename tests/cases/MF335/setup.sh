sed -i 's/"GB"/"NL"/; s/Europe.London/Europe\/Amsterdam/' content/city.toml
sed -i '/^postcode/d; /^latitude/d; /^longitude/d' content/services/law-centre/service.toml
sed -i 's/"0808 157/"+44 808 157/' content/facts.toml
sed -i 's/"0121 496/"+44 121 496/' content/services/law-centre/service.toml
