printf '\n[postcodes]\npattern = "LAA/ AAAA"\n' >> content/city.toml
printf 'IE\tD02\tDublin 2\t\t\t\t\t\t\t53.3\t-6.2\t4\n' > rows.txt
