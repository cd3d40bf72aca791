sed -i 's/09:30-12:30/17:00-09:00/' content/services/law-centre/service.toml
cat >> content/services/law-centre/service.toml <<'T'

[[schedule]]
kind = "building"
opening_hours = "Mo-Su 20:00-08:00"
T
