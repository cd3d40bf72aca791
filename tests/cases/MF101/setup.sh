printf "note = \"caf\351\"\n" >> content/facts.toml
printf '+++\ntitle = "A"\ndescription = "B"\n+++\n\nOne line.\n\nTwo \377 lines.\n' > content/urgent/en.md
printf '+++\ntitle = "Words"\n\376\n' > content/glossary/en.md
