# Names: kinds of help, areas, groups of people, languages; and the patterns of dates, times, units and money.
# Names of languages, months and days are written as they stand in the middle of a sentence.

### Kinds of help

kind-immigration = Immigration and asylum
kind-legal = Legal advice
kind-housing = Housing
kind-money = Money and benefits
kind-food = Food
kind-health = Health
kind-mental-health = Mental health
kind-english = Learning English
kind-jobs = Jobs and training
kind-business = Starting a business
kind-families = Children and families
kind-women = Women
kind-domestic-abuse = Abuse at home
kind-trafficking = Modern slavery and trafficking
kind-lgbt = LGBT people
kind-hate-crime = Hate crime
kind-library = Libraries
kind-council = Councils
kind-community = Community groups

### Areas

area-all = The whole region
area-country = The whole country
area-coventry = Coventry
area-birmingham = Birmingham
area-wolverhampton = Wolverhampton
area-solihull = Solihull
area-sandwell = Sandwell
area-walsall = Walsall
area-dudley = Dudley
area-warwickshire = Warwickshire

### Groups of people, after “This is for:”

status-asylum-seeker = people who are asking for asylum
status-refused = people whose asylum claim was refused
status-refugee = refugees and people with protection
status-with-public-funds = people whose visa or scheme lets them claim benefits (for example from Ukraine)
status-no-public-funds = people whose visa says “no public funds”
status-eu-settled = people with EU settled or pre-settled status
status-undocumented = people without papers
status-british = British citizens
status-everyone = everyone

### Languages

language-en = English
language-am = Amharic
language-ar = Arabic
language-bfi = British Sign Language
language-bg = Bulgarian
language-bn = Bengali
language-ckb = Kurdish (Sorani)
language-cs = Czech
language-de = German
language-es = Spanish
language-fa = Persian (Farsi)
language-fr = French
language-gu = Gujarati
language-hi = Hindi
language-hu = Hungarian
language-it = Italian
language-kmr = Kurdish (Kurmanji)
language-ku = Kurdish
language-lt = Lithuanian
language-lv = Latvian
language-ml = Malayalam
language-mir = Mirpuri (Pahari)
language-ne = Nepali
language-om = Oromo
language-pa = Punjabi
language-pl = Polish
language-prs = Dari
language-ps = Pashto
language-pt = Portuguese
language-ro = Romanian
language-rom = Romani
language-ru = Russian
language-sk = Slovak
language-so = Somali
language-sq = Albanian
language-sw = Swahili
language-syl = Sylheti
language-ta = Tamil
language-ti = Tigrinya
language-tr = Turkish
language-uk = Ukrainian
language-ur = Urdu
language-vi = Vietnamese
language-yue = Cantonese
language-zh = Chinese

### Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# 1 is Monday.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
# { $month } is the name of the month.
date = { $day } { $month } { $year }

### Opening hours

# Two times: 09:30 to 12:30.
hours-range = { $from } to { $to }
# Two days of the week: Monday to Friday.
hours-days = { $from } to { $to }
# Days, then times: “Monday to Friday: 09:30 to 12:30”.
hours-line = { $days }: { $times }
hours-closed = Closed
hours-always = Day and night, every day

### Lists

# Between two things of a list; and before the last one.
list-comma = { $first }, { $rest }

### Units of facts

unit-minute = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
unit-hour = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
unit-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
unit-week = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
unit-month = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
unit-year = { $n ->
    [one] { $n } year
   *[other] { $n } years
}

### Money

# Here { $amount } is money already: £12.71.
per-hour = { $amount } an hour
per-week = { $amount } a week
per-month = { $amount } a month
per-year = { $amount } a year
percent = { $n }%
