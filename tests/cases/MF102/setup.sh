ln -s /usr content/rights/usr
ln -s /etc/hostname content/rights/fr.md
ln -s ../rights content/rights/again
