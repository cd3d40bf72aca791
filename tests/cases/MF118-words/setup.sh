yes 'one two three four five six seven eight nine ten' | head -n 5100 >> content/rights/housing/en.md
