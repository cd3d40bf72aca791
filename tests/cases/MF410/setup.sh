cat >> content/services/law-centre/service.toml <<'END'

[origin]
feed = "https://directory.example.org/o/v3"
id = "4b7ff1f5-0c21-4f0d-a4f7-6dd1f5b9a111"
retrieved = 2026-11-20
END
