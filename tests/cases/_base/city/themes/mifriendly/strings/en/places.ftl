area-northside = Northside
area-southside = Southside
