printf '\n[[kind]]\nid = "immigration"\nregulated = true\n' >> content/city.toml
printf 'kind-immigration = Immigration\n' >> themes/mifriendly/strings/en/city.ftl
sed -i 's/^kinds.*/kinds = ["legal", "immigration"]/' content/services/law-centre/service.toml
