sed -i 's/^distance_unit/distanceunit/; s/^sensitive/senistive/' content/city.toml
sed -i 's/^checked/cheked/' content/facts.toml
sed -i 's/^last_confirmed/lastconfirmed/; s/^step_free/stepfree/; s/^number/nummer/' content/services/law-centre/service.toml
