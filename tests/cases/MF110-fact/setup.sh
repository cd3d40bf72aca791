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
