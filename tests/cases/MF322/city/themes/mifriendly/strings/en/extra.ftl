testford-greeting = Welcome to Testford
