printf 'valid_until = 2026-11-21\n' >> content/facts.toml
