cp -r content/urgent content/Urgent_Help
mkdir -p content/rights/hébergement/lost
cp content/urgent/en.md content/rights/hébergement/
