printf 'GB\tZZ1 2AB\tTestford\tTestshire\tX\tNorthside\tE00000001\t\t\t52.0\t-1.0\t4\nGB\tZZ2 1AA\tTestford\tTestshire\tX\tNorthside\tE00000001\t\t\t52.01\t-1.0\t4\n' > rows.txt
"$MIFRIENDLY" postcodes import rows.txt > said 2>&1
rm rows.txt said
record=content/services/law-centre/service.toml
printf '\n[[location]]\naddress = ["1 Palace Road"]\npostcode = "SW1A 1AA"\n\n[[location]]\naddress = ["2 Market Square"]\npostcode = "ZZ1 9ZZ"\n\n[[location]]\ncity = "Farford"\nlatitude = 53.0\nlongitude = -1.0\n' >> $record
mkdir content/services/helpline
sed '/^areas/s/.*/areas = ["country"]/; s/^name.*/name = "Helpline"/' $record > content/services/helpline/service.toml
cp content/services/law-centre/en.md content/services/helpline/en.md
