cat >> content/rights/housing/en.md <<'T'

Ring [024 7678 6666](tel:02476786667), [the centre on 024 7678 6666](tel:+442476786667), or [999 (24 hours)](tel:999).

Ring [024 7678 6666](tel:+442476786666), [٠٢٤ ٧٦٧٨ ٦٦٦٦](tel:02476786666) or [the desk](tel:02476786666).

Write to [help@example.org](mailto:hello@example.org) or [help@example.org](mailto:help@example.org).

See [www.gov.uk/asylum](https://example.org/asylum), [gov.uk](https://www.gov.uk/asylum) or [the form.pdf](https://example.org/form.pdf).
T
