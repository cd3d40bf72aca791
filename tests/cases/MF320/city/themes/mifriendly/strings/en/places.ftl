area-northside = Northside
area-southside
area-eastside = { $n
