mkdir -p content/notices/flood
printf '+++\ntitle = "Flood"\ndescription = "Stay at home."\n+++\n\nStay at home.\n' > content/notices/flood/en.md
mkdir content/services/food-bank
printf '+++\ndescription = "Food parcels."\n+++\n' > content/services/food-bank/en.md
sed -i 's/^Ask for help early/Ask [](service:food-bank) for help early/' content/rights/housing/en.md
