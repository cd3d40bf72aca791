{ printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0'; seq -f 'L%g 1' 1 40000 | tr '\n' ' '; printf '"/></svg>\n'; } > content/rights/housing/map.svg
printf '\n![A map](map.svg)\n' >> content/rights/housing/en.md
