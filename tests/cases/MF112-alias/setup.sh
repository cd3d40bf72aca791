long=$(printf '%0101d' 0)
sed -i "1i aliases = [\"../../victim\", \"..\", \".\", \"../ar/guide\", \"housing help\", \"old?x=1\", \"old#a\", \"*\", \"UPPER\", \"index.html\", \"a//b\", \"/\", \"https://example.org/old\", \"$long\", \"en/housing\", \"/en/\", \"old-housing/\"]" content/rights/housing/page.toml
