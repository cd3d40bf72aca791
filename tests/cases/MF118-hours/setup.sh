hours=$(seq -s '; ' 1 200 | sed 's/[0-9][0-9]*/Mo 10:00-11:00/g')
printf '\n[[schedule]]\nkind = "drop_in"\nopening_hours = "%s"\n' "$hours" >> content/services/law-centre/service.toml
