# Texts that say nothing, where leaving them out would say the same.
sed -i 's/^kinds = .*/&\norganization = ""/; s/^languages = .*/languages = ["en", ""]/; s/^confirmed_by = .*/confirmed_by = " "/' content/services/law-centre/service.toml
sed -i 's/^number = .*/&\nlabel = ""/; s/^address = .*/address = ["", "1 Market Square"]/; s/^city = .*/city = ""\nname = ""/' content/services/law-centre/service.toml
sed -i 's/^cost = .*/&\ncost_note = ""/' content/services/law-centre/service.toml
