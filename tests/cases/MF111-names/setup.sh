mkdir content/one content/two
cp content/rights/housing/en.md content/one/En.md
cp content/rights/housing/en.md content/two/en.md.txt
