sed -i '0,/^checked.*/s//checked = 2024-11-01/' content/facts.toml
