printf 'GB\tZZ1 2AB\tTestford\tTestshire\tX\tNorthside\tE00000001\t\t\t52.0\t-1.0\t4\nGB\tZZ2 1AA\tTestford\tTestshire\tX\tNorthside\tE00000001\t\t\t52.01\t-1.0\t4\n' > rows.txt
printf '\n[postcodes]\nareas = ["zz1", "ZZ2 1", "QQ"]\n' >> content/city.toml
"$MIFRIENDLY" postcodes import rows.txt
rm rows.txt
