# Names: kinds of help, areas, groups of people, languages; and the patterns of dates, times, units and money.

### Kinds of help

kind-immigration = ኢሚግረሽንን ዑቕባን
kind-legal = ሕጋዊ ምኽሪ
kind-housing = ገዛ
kind-money = ገንዘብን ሓገዝ መንግስትን (benefits)
kind-food = መግቢ
kind-health = ጥዕና
kind-mental-health = ጥዕና ኣእምሮ
kind-english = እንግሊዝኛ ምምሃር
kind-jobs = ስራሕን ስልጠናን
kind-business = ንግዲ ምጅማር
kind-families = ቆልዑን ስድራቤታትን
kind-women = ደቂ ኣንስትዮ
kind-domestic-abuse = ዓመጽ ኣብ ገዛ
kind-trafficking = ዘመናዊ ባርነትን ሰብ ምሻጥን
kind-lgbt = LGBT ሰባት
kind-hate-crime = ናይ ጽልኢ ገበን
kind-library = ኣብያተ-ንባብ (libraries)
kind-council = ካውንስላት (councils)
kind-community = ጉጅለታት ማሕበረሰብ

### Areas

area-all = ምሉእ ዞባ
area-country = ምሉእ ሃገር
area-coventry = ኮቨንትሪ (Coventry)
area-birmingham = በርሚንግሃም (Birmingham)
area-wolverhampton = ዎልቨርሃምፕተን (Wolverhampton)
area-solihull = ሶሊሃል (Solihull)
area-sandwell = ሳንድወል (Sandwell)
area-walsall = ዎልሶል (Walsall)
area-dudley = ዳድሊ (Dudley)
area-warwickshire = ዎሪክሸር (Warwickshire)

### Groups of people, after “This is for:”

status-asylum-seeker = ዑቕባ ዝሓትቱ ዘለዉ ሰባት
status-refused = ሕቶ ዑቕባኦም ዝተነጽገ ሰባት
status-refugee = ስደተኛታትን ከለላ ዘለዎም ሰባትን
status-with-public-funds = ቪዛኦም ወይ ስኪሞም ሓገዝ መንግስቲ (benefits) ክሓትቱ ዝፈቕደሎም ሰባት (ንኣብነት ካብ ዩክረይን)
status-no-public-funds = ቪዛኦም “no public funds” (ህዝባዊ ገንዘብ ዘይፍቀደሎም) ዝብል ሰባት
status-eu-settled = ናይ EU settled status ወይ pre-settled status ዘለዎም ሰባት
status-undocumented = ሰነድ ዘይብሎም ሰባት
status-british = ዜጋታት ብሪጣንያ
status-everyone = ኩሉ ሰብ

### Languages

language-en = እንግሊዝኛ
language-am = ኣምሓርኛ
language-ar = ዓረብኛ
language-bfi = ቋንቋ ምልክት ብሪጣንያ (BSL)
language-bg = ቡልጋርኛ
language-bn = ባንግላ (Bengali)
language-ckb = ኩርድኛ (ሶራኒ)
language-cs = ቸክኛ
language-de = ጀርመንኛ
language-es = ስጳንኛ
language-fa = ፋርስኛ (Farsi)
language-fr = ፈረንሳይኛ
language-gu = ጉጃራቲ
language-hi = ህንዲ (Hindi)
language-hu = ሃንጋርኛ
language-it = ጥልያንኛ
language-kmr = ኩርድኛ (ኩርማንጂ)
language-ku = ኩርድኛ
language-lt = ሊትዋንኛ
language-lv = ላትቭያንኛ
language-ml = ማላያላም
language-mir = ሚርፑሪ (ፓሃሪ)
language-ne = ኔፓልኛ
language-om = ኦሮምኛ
language-pa = ፑንጃቢ
language-pl = ፖላንድኛ
language-prs = ዳሪ
language-ps = ፓሽቶ
language-pt = ፖርቱጋልኛ
language-ro = ሩማንኛ
language-rom = ሮማኒ
language-ru = ሩስኛ
language-sk = ስሎቫክኛ
language-so = ሶማልኛ
language-sq = ኣልባንኛ
language-sw = ስዋሂሊ
language-syl = ሲልሄቲ
language-ta = ታሚል
language-ti = ትግርኛ
language-tr = ቱርክኛ
language-uk = ዩክረይንኛ
language-ur = ኡርዱ
language-vi = ቬትናምኛ
language-yue = ካንቶንኛ
language-zh = ቻይንኛ

### Dates

# The names that Eritrea gives to the months of the Gregorian calendar.
month-1 = ጥሪ
month-2 = ለካቲት
month-3 = መጋቢት
month-4 = ሚያዝያ
month-5 = ግንቦት
month-6 = ሰነ
month-7 = ሓምለ
month-8 = ነሓሰ
month-9 = መስከረም
month-10 = ጥቅምቲ
month-11 = ሕዳር
month-12 = ታሕሳስ
# 1 is Monday.
weekday-1 = ሰኑይ
weekday-2 = ሰሉስ
weekday-3 = ረቡዕ
weekday-4 = ሓሙስ
weekday-5 = ዓርቢ
weekday-6 = ቀዳም
weekday-7 = ሰንበት
# The names are short already.
# { $month } is the name of the month.
date = { $day } { $month } { $year }

### Opening hours

# Two times: 09:30 to 12:30.
hours-range = ካብ { $from } ክሳብ { $to }
# Two days of the week: Monday to Friday.
hours-days = ካብ { $from } ክሳብ { $to }
# Days, then times: “Monday to Friday: 09:30 to 12:30”.
hours-line = { $days }፦ { $times }
hours-closed = ዕጹው
hours-always = ለይትን መዓልትን፡ ኩሉ መዓልቲ

### Lists

# Between two things of a list; and before the last one.
list-comma = { $first }፡ { $rest }

### Units of facts

unit-minute = { $n ->
    [one] { $n } ደቒቕ
   *[other] { $n } ደቓይቕ
}
unit-hour = { $n ->
    [one] { $n } ሰዓት
   *[other] { $n } ሰዓታት
}
unit-day = { $n ->
    [one] { $n } መዓልቲ
   *[other] { $n } መዓልታት
}
unit-week = { $n ->
    [one] { $n } ሰሙን
   *[other] { $n } ሰሙናት
}
unit-month = { $n ->
    [one] { $n } ወርሒ
   *[other] { $n } ኣዋርሕ
}
unit-year = { $n ->
    [one] { $n } ዓመት
   *[other] { $n } ዓመታት
}

### Money

# Here { $amount } is money already: £12.71.
per-hour = { $amount } ኣብ ሰዓት
per-week = { $amount } ኣብ ሰሙን
per-month = { $amount } ኣብ ወርሒ
per-year = { $amount } ኣብ ዓመት
percent = { $n }%
