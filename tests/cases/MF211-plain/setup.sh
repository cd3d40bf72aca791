# Texts of records and facts are not Markdown either.
sed -i 's/^name = "Testford Law Centre"/name = "**Law** Centre"\norganization = "[Law](https:\/\/law.example.org)"/' content/services/law-centre/service.toml
printf '\n[rule]\nvalue = "**28** days"\nunit = "text"\nsource = "https://example.org/rule"\nsource_name = "Example"\nprimary = true\nchecked = 2026-11-01\n' >> content/facts.toml
