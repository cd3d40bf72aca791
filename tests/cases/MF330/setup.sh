cat >> content/facts.toml <<'T'

[rate]
value = 12.71
unit = "GBP/hour"
source = "https://example.org/rate"
source_name = "Example Ministry: rates"
primary = true
checked = 2026-11-01
valid_from = 2027-04-01

[rate_day]
value = 2027-04-01
unit = "date"
source = "https://example.org/rate"
source_name = "Example Ministry: rates"
primary = true
checked = 2026-11-01
T
cat >> content/rights/housing/en.md <<'T'

You are paid at least [](fact:rate).

From [](fact:rate_day) you are paid at least [](fact:rate).

## From April {#april}

You are paid at least [](fact:rate).
T
printf '\n[sections.april]\nvalid_from = 2027-04-01\n' >> content/rights/housing/page.toml
mkdir -p content/notices/pay
printf 'from = 2026-11-01\nuntil = 2027-05-01\n' > content/notices/pay/notice.toml
printf '+++\ntitle = "Pay"\ndescription = "New rates."\n+++\n\nYou are paid at least [](fact:rate).\n' > content/notices/pay/en.md
