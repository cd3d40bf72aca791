# Names: kinds of help, areas, groups of people, languages; and the patterns of dates, times, units and money.
# Months carry both Arabic names: those of Iraq and Syria, then those of the Nile valley and the Gulf.
# A pattern of nothing but filled-in values begins with an invisible RIGHT-TO-LEFT MARK (U+200F): values are isolated, and without the
# mark a date inside a sentence would run from left to right.
# Words counted by units stand in the genitive or accusative, since facts follow prepositions and verbs.

### Kinds of help

kind-immigration = الهجرة واللجوء
kind-legal = المشورة القانونية
kind-housing = السكن
kind-money = المال والإعانات
kind-food = الطعام
kind-health = الصحة
kind-mental-health = الصحة النفسية
kind-english = تعلّم الإنجليزية
kind-jobs = الوظائف والتدريب
kind-business = بدء مشروع تجاري
kind-families = الأطفال والعائلات
kind-women = النساء
kind-domestic-abuse = العنف في البيت
kind-trafficking = العبودية الحديثة والاتجار بالبشر
kind-lgbt = المثليون والعابرون جنسيًا وغيرهم (LGBT)
kind-hate-crime = جرائم الكراهية
kind-library = المكتبات العامة
kind-council = المجالس المحلية (councils)
kind-community = مجموعات المجتمع

### Areas

area-all = المنطقة كلها
area-country = البلد كله
area-coventry = كوفنتري (Coventry)
area-birmingham = برمنغهام (Birmingham)
area-wolverhampton = ولفرهامبتون (Wolverhampton)
area-solihull = سوليهل (Solihull)
area-sandwell = ساندويل (Sandwell)
area-walsall = وولسول (Walsall)
area-dudley = دادلي (Dudley)
area-warwickshire = واريكشير (Warwickshire)

### Groups of people, after “This is for:”

status-asylum-seeker = من يطلبون اللجوء
status-refused = من رُفض طلب لجوئهم
status-refugee = اللاجئين ومن لديهم حماية
status-with-public-funds = من تسمح لهم تأشيرتهم أو برنامجهم بالإعانات (مثلًا من أوكرانيا)
status-no-public-funds = من تقول تأشيرتهم «بلا أموال عامة» (no public funds)
status-eu-settled = من لديهم إقامة مستقرّة أو ما قبل المستقرّة (EU settled أو pre-settled status)
status-undocumented = من ليس لديهم أوراق إقامة
status-british = المواطنين البريطانيين
status-everyone = الجميع

### Languages

language-en = الإنجليزية
language-am = الأمهرية
language-ar = العربية
language-bfi = لغة الإشارة البريطانية
language-bg = البلغارية
language-bn = البنغالية
language-ckb = الكردية (السورانية)
language-cs = التشيكية
language-de = الألمانية
language-es = الإسبانية
language-fa = الفارسية
language-fr = الفرنسية
language-gu = الغوجاراتية
language-hi = الهندية
language-hu = المجرية
language-it = الإيطالية
language-kmr = الكردية (الكرمانجية)
language-ku = الكردية
language-lt = الليتوانية
language-lv = اللاتفية
language-ml = المالايالامية
language-mir = الميربورية (البهارية)
language-ne = النيبالية
language-om = الأورومية
language-pa = البنجابية
language-pl = البولندية
language-prs = الدرية
language-ps = البشتوية
language-pt = البرتغالية
language-ro = الرومانية
language-rom = لغة الروما (Romani)
language-ru = الروسية
language-sk = السلوفاكية
language-so = الصومالية
language-sq = الألبانية
language-sw = السواحيلية
language-syl = السيلهيتية
language-ta = التاميلية
language-ti = التغرينية
language-tr = التركية
language-uk = الأوكرانية
language-ur = الأردية
language-vi = الفيتنامية
language-yue = الكانتونية
language-zh = الصينية

### Dates

month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
# 1 is Monday.
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
# { $month } is the name of the month.
date = { $day } { $month } { $year }

### Opening hours

# Two times: 09:30 to 12:30.
hours-range = من { $from } إلى { $to }
# Two days of the week: Monday to Friday.
hours-days = من { $from } إلى { $to }
# Days, then times: “Monday to Friday: 09:30 to 12:30”.
hours-line = { $days }: { $times }
hours-closed = مغلق
hours-always = نهارًا وليلًا، كل يوم

### Lists

# Between two things of a list; and before the last one.
list-comma = { $first }، { $rest }

### Units of facts

unit-minute = { $n ->
    [zero] { $n } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
unit-hour = { $n ->
    [zero] { $n } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
unit-day = { $n ->
    [zero] { $n } يوم
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
unit-week = { $n ->
    [zero] { $n } أسبوع
    [one] أسبوع واحد
    [two] أسبوعين
    [few] { $n } أسابيع
    [many] { $n } أسبوعًا
   *[other] { $n } أسبوع
}
unit-month = { $n ->
    [zero] { $n } شهر
    [one] شهر واحد
    [two] شهرين
    [few] { $n } أشهر
    [many] { $n } شهرًا
   *[other] { $n } شهر
}
unit-year = { $n ->
    [zero] { $n } سنة
    [one] سنة واحدة
    [two] سنتين
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}

### Money

# Here { $amount } is money already: £12.71.
per-hour = { $amount } في الساعة
per-week = { $amount } في الأسبوع
per-month = { $amount } في الشهر
per-year = { $amount } في السنة
percent = { $n }%
