cat > facts.tail <<'T'

[limit]
value = 1e3
unit = "GBP"
source = "https://example.org/limit"
source_name = "Example Council"
checked = 2026-11-01

[page]
value = "https://example.org/a b"
unit = "url"
source = "https://example.org/limit"
source_name = "Example Council"
checked = 2026-11-01

[form]
value = " "
unit = "text"
source = "https://example.org/limit"
source_name = "Example Council"
checked = 2026-11-01
T
cat facts.tail >> content/facts.toml
rm facts.tail
# Numbers that no time and no price can be.
for value in '-3|day' '99999999999999|day' '1.005|GBP'; do
  printf '\n[no-%s]\nvalue = %s\nunit = "%s"\nsource = "https://example.org/no"\nsource_name = "Example Council"\nchecked = 2026-11-01\n' "$(echo "$value" | tr -dc 0-9)" "${value%|*}" "${value#*|}" >> content/facts.toml
done
