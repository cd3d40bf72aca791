# A byte order mark, Windows line ends and blanks behind the pluses are no mistakes.
for file in themes/mifriendly/strings/en/city.ftl content/city.toml content/facts.toml content/page.toml content/rights/en.md; do
  { printf '\357\273\277'; sed 's/$/\r/' "$file"; } > next && mv next "$file"
done
sed -i 's/^+++$/+++ /' content/rights/housing/en.md
