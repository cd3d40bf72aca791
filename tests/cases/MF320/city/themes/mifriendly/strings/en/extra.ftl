testford-greeting = Welcome
testford-farewell
testford-count = { $n
