area-northside = الحي الشمالي
area-southside = الحي الجنوبي
