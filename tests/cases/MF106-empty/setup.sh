: > content/rights/housing/en.md
