sed -i 's/^last_confirmed.*/last_confirmed = 2026-11-22/' content/services/law-centre/service.toml
sed -i 's/^next_review.*/next_review = "May 2027"/' content/rights/housing/page.toml
sed -i 's/^checked.*/checked = 2026-12-01/' content/rights/housing/page.toml
