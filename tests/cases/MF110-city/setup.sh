sed -i 's/"GB"/"UK"/; s/London/Coventry/; s/\["en"\]/["en", "arr", "xx-Klingon"]/; s/"mile"/"miles"/' content/city.toml
sed -i 's/^name = "Testford"/&\nbase_url = "example.org"/' content/city.toml
