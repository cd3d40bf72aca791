sed -i 's/^name = "Testford"/&\ngazetteer = "places\/region.gaz"/' content/city.toml
mkdir content/places
echo 'not a gazetteer' > content/places/region.gaz
