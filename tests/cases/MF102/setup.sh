ln -s /usr content/rights/usr
ln -s /etc/hostname content/rights/fr.md
ln -s ../rights content/rights/again
mkdir -p .git content/.hidden content/_notes themes/mifriendly/icons
echo secret > .git/config
echo secret > content/.hidden/a.svg
echo secret > content/_notes/a.md
echo secret > secret.txt
ln -s ../../../.git/config themes/mifriendly/icons/a.svg
ln -s ../../../secret.txt themes/mifriendly/icons/b.svg
ln -s ../.hidden/a.svg content/rights/hidden.svg
ln -s ../../_notes/a.md content/rights/housing/notes.md
