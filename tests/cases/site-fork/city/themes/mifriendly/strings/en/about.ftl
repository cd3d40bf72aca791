# Of our own, and in place of the theme's.
testford-greeting = Welcome to { $city }
exit = Quick, away
