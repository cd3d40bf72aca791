sed -i 's/^next_review.*/next_review = 2027-02-30/' content/rights/housing/page.toml
