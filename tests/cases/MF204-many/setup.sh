# A hundred thousand mistakes in one file.
yes 'a<b><b><b><b><b><b><b><b><b><b>' | head -n 10000 >> content/rights/housing/en.md
