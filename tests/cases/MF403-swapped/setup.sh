sed -i 's/^latitude.*/latitude = -1.0/; s/^longitude.*/longitude = 52.0/' content/services/law-centre/service.toml
printf '\n[[location]]\ncity = "Testford"\nlatitude = 40.7\nlongitude = -74.0\n' >> content/services/law-centre/service.toml
