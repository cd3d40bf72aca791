sed -i 's/^latitude.*/latitude = 520.0/' content/services/law-centre/service.toml
printf '\n[[location]]\ncity = "Testford"\nlongitude = -1.5\n' >> content/services/law-centre/service.toml
