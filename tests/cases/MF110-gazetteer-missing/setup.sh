sed -i 's/^name = "Testford"/&\ngazetteer = "places\/region.gaz"/' content/city.toml
