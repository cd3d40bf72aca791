sed -i 's/^\[sections.notice\]/[sections.notise]/' content/rights/housing/page.toml
