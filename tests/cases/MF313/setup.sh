printf 'valid_until = 2026-12-21\n' >> content/facts.toml
