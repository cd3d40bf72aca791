clock='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
echo "$clock" > content/rights/housing/clock.svg
echo "$clock" > content/rights/housing/Clock.SVG
# The same word twice: é as one character, and as e with an accent behind it.
echo "$clock" > content/rights/housing/"$(printf 'caf\303\251.svg')"
echo "$clock" > content/rights/housing/"$(printf 'cafe\314\201.svg')"
mkdir -p content/Rights/work
cp content/urgent/en.md content/Rights/work/en.md
mkdir -p themes/mifriendly/templates
cp content/urgent/en.md themes/mifriendly/templates/GUIDE.html
