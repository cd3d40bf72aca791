yes 'A sentence that a machine wrote.' | head -c 1000001 > content/rights/housing/notes.md
mv content/rights/housing/notes.md content/rights/housing/ar.md
sed -i 's/^languages.*/languages = ["en", "ar"]/' content/city.toml
