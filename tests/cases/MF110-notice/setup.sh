mkdir -p content/notices/flood
printf 'from = 2026-11-01\nuntil = 2027-05-01\nlanguages = ["en", "polish"]\n' > content/notices/flood/notice.toml
printf '+++\ntitle = "Flood"\ndescription = "Stay at home."\n+++\n\nCall [](fact:helpine). See [your home](housing/) and [rights](rights/#nowhere).\n' > content/notices/flood/en.md
