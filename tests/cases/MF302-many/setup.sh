# Thirty thousand links that lead nowhere.
seq 30000 | sed 's/.*/[x](..\/zz&\/)/' >> content/rights/housing/en.md
