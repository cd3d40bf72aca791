kind-housing = السكن
kind-legal = المشورة القانونية
kind-domestic-abuse = الإساءة في البيت
area-northside = الحي الشمالي
area-southside = الحي الجنوبي
status-everyone = الجميع
status-refugee = اللاجئون
