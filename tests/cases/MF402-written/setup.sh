cat >> content/services/law-centre/service.toml <<'T'

[[phone]]
number = "+44 (0)24 7678 6666"
[[phone]]
number = "0044 24 7678 6666"
[[phone]]
number = "024 7678 6666 ext 12"
[[phone]]
number = "024 7678 6666 / 6667"
[[phone]]
number = "024 7678 666"
[[phone]]
number = "024 7678 6666"
[[phone]]
number = "61016"
[[phone]]
number = "61016"
kind = "text"
[[phone]]
number = "18001 0808 801 0503"
kind = "relay"
[[phone]]
number = "18001 0808 801 05"
kind = "relay"
T
printf '\nCall [us](tel:+44(0)2476786666) or [them](tel:0808157012).\n' >> content/rights/housing/en.md
