long=$(printf 'word %.0s' $(seq 40))
sed -i "s/^title.*/title = \"$long\"/; s/^description.*/description = \"$long\"/" content/rights/housing/en.md
