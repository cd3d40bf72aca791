sed -i 's/0121 496 0123/0121 496 0123 45/' content/services/law-centre/service.toml
sed -i 's/0808 157 0123/0808 I57 0123/' content/facts.toml
sed -i 's/tel:999/tel:99/' content/urgent/en.md
