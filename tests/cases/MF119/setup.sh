tr '\n' '\r' < content/facts.toml > facts.next
mv facts.next content/facts.toml
