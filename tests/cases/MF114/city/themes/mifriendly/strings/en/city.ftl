## The city's own names: kinds of help, areas, statuses.

kind-housing = Housing
kind-legal = Legal advice
kind-domestic-abuse = Abuse at home
area-northside = Northside
area-southside = Southside
status-everyone = everyone
status-refugee = refugees
nobody = ‎This is { $name }
somebody = {"\u200F"}{ $name } {"\u202E"}42
