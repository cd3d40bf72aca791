sed -i 's/^unit = "day"/unit = "days"/' content/facts.toml
sed -i 's/^cost = .*/cost = "gratis"/; s/^kind = "drop_in"/kind = "dropin"/; s/^url = .*/url = "law.example.org"/; s/^areas.*/areas = ["northside"]\nemail = "info at example.org"/' content/services/law-centre/service.toml
