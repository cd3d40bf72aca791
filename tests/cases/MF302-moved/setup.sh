mv content/rights/housing content/rights/your-home
sed -i '1i aliases = ["rights/housing"]' content/rights/your-home/page.toml
printf '\nSee [housing](rights/housing/) and [work](rights/your-hone/).\n\n```include\npage = "rights/housing"\nsection = "notice"\n```\n' >> content/en.md
