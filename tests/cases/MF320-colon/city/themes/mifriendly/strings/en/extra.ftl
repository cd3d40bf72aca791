testford-one: Words
testford-two = { $n ->
    [one] One
    [other] Many
}
testford-three = { "open }
-4 = four
testford-four =
