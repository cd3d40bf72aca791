cp content/rights/page.toml content/rights/pages.toml
cp content/rights/en.md content/rights/en.markdown
cp content/rights/en.md content/rights/en.MD
echo Words > content/rights/notes.txt
echo Words > content/rights/_notes.txt
echo Words > content/rights/.notes.txt
