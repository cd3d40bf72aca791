sed -i '/^\[\[location\]\]/,/^$/d; s/^number = .*/number = "0121 496 012"/; 3d' content/services/law-centre/service.toml
