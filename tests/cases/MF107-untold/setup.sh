# A text whose settings cannot be read is not compared with its source, and links to it are not dead.
sed -i 's/^languages.*/languages = ["en", "ar"]/' content/city.toml
printf '+++\ntitle = "بيتك"\ndescription = "ماذا تفعل"\n\n[translation]\nby = "machine"\ndate = 2026-11-21\n\n[translation.sections]\nnotice = 1:88093924608:0788\n+++\n\nاتصل بالرقم 12.\n\n## إشعارك {#notice}\n\nيجب أن تغادر خلال 99 يومًا.\n' > content/rights/housing/ar.md
sed -i 's/^title = .*/title = “Words”/' content/glossary/en.md
