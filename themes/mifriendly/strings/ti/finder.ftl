### The finder: "what help is near me?". People may be in danger, tired, or new to reading:
### short, plain sentences, nothing that could be taken for a promise.

## Opening the finder. finder-open is a link in guides. finder-failed stands above the plain list when the search cannot start.

finder-open = ኣብ ጥቓኹም ሓገዝ ድለዩ
finder-loading = መድለዪ ይኽፈት ኣሎ…
finder-failed = መድለዪ ኣብዚ ቴሌፎን ወይ ኮምፕዩተር ሕጂ ኣይሰርሕን እዩ። ኣብዚ ገጽ ዘሎ ዝርዝር ሕጂ'ውን ይሰርሕ።
finder-only-districts = ሕጂ ምሉእ ፖስትኮድን ቦታታትን ክንደሊ ኣይንኽእልን ኢና። ናይ መጀመርታ ክፋል ፖስትኮድኩም ክትጽሕፉ፡ ዘለኹምዎ ቦታ ክትጥቀሙ፡ ወይ ንምሉእ ዝርዝር ክትርእዩ ትኽእሉ።
finder-no-postcodes = ሕጂ ፖስትኮድን ቦታታትን ክንደሊ ኣይንኽእልን ኢና። ዘለኹምዎ ቦታ ክትጥቀሙ፡ ወይ ንምሉእ ዝርዝር ክትርእዩ ትኽእሉ።

## The search box. finder-private must stay true: what is typed is never sent and never kept.

finder-search = ኣብ ጥቓኹም ሓገዝ ድለዩ
finder-where = ፖስትኮድኩም (postcode) ወይ ስም ከባቢኹም
finder-where-hint = ክፋል ፖስትኮድ እኹል እዩ። ባዶ ክትገድፍዎ'ውን ትኽእሉ።
finder-find = ሓገዝ ርኸቡ
finder-locate = ዘለኹዎ ቦታ ተጠቐም
finder-locating = ዘለኹምዎ ቦታ ንጽበ ኣለና። ቴሌፎንኩም ወይ ኮምፕዩተርኩም መጀመርታ ክሓተኩም ይኽእል።
finder-locate-failed = ዘለኹምዎ ቦታ ኣይረኸብናን። ኣብ ክንድኡ ፖስትኮድ ወይ ስም ከባቢኹም ጽሓፉ።
finder-private = ፖስትኮድኩምን ዘለኹምዎ ቦታን ኣብዚ ቴሌፎን ወይ ኮምፕዩተር ይጸንሑ። መድለዪ ናብ ዝኾነ ሰብ ኣይሰዶምን፡ ኣይዕቅቦምን ድማ።
finder-start-again = ዝደለኹዎ ደምስስ

## What was found. { $place } is a postcode, a part of one, or the name of an area.

finder-near = ሓገዝ ኣብ ጥቓ { $place }
finder-near-you = ኣብ ጥቓኹም ዘሎ ሓገዝ
finder-all = ኩሎም ኣገልግሎታት
finder-count =
    { $n ->
        [one] { $n } ኣገልግሎት ተረኺቡ
       *[other] { $n } ኣገልግሎታት ተረኺቦም
    }
finder-none = ምስዚ ምርጫታት ዝሰማማዕ ኣገልግሎት የለን።

# How exact the position is. { $distance } is a length, such as "0.4 miles".
finder-exact-postcode = ካብዚ ፖስትኮድ ኢና ንዕቅን።
finder-rough = ካብ ማእከል { $place } ኢና ንዕቅን፡ ካብ ገዛኹም ኣይኮነን። ካብኡ ኣስታት { $distance } ርሒቕኩም ክትህልዉ ትኽእሉ።
finder-around = ልክዕ ቦታ { $asked } ኣይንፈልጦን ኢና። ካብ ማእከል { $place } ኢና ንዕቅን። ካብኡ ኣስታት { $distance } ርሒቕኩም ክትህልዉ ትኽእሉ።
finder-exact-location = ካብቲ ቴሌፎንኩም ወይ ኮምፕዩተርኩም ዝሃበና ቦታ ኢና ንዕቅን። ብኣስታት { $distance } ክጋገ ይኽእል።

# Which council. Only a full postcode is sure; otherwise we say "probably".
finder-council = ካውንስልኩም (council) { $council } እዩ።
finder-council-probably = ካውንስልኩም (council) ምናልባት { $council } እዩ።
finder-council-or = ካውንስልኩም (council) ምናልባት { $council } እዩ። { $others } እውን ክኸውን ይኽእል።

finder-incomplete = እዚ መጀመርታ ናይ ፖስትኮድ ጥራይ እዩ። በጃኹም ቁሩብ ወስኹ።
finder-not-in-region = እዚ ፖስትኮድ ካብ ከባቢ እዚ መርበብ ሓበሬታ ወጻኢ እዩ። ኩሎም ኣገልግሎታት እነዉ፡ ብዘይ ርሕቀት።
finder-not-understood = ነዚ ፖስትኮድ ወይ ቦታ ኣይንፈልጦን ኢና። ነተን ፊደላትን ቁጽርታትን ኣረጋግጹ፡ ወይ ስም ከባቢኹም ጽሓፉ።
finder-ambiguous = በዚ ስም ዝጽዋዕ ካብ ሓደ ንላዕሊ ቦታ ኣሎ። ኣየናይ ማለትኩም እዩ?
finder-did-you-mean = ካልእ ቦታ ዲኹም ትደልዩ?
# A place and what tells it apart, such as "Newtown, Birmingham".
finder-alternative = { $place }፡ { $context }

## Choices that make the list shorter. A service stays in the list when we do not know.

finder-kinds = ኣብ ምንታይ ሓገዝ ትደልዩ?
finder-choices = ተወሳኺ ምርጫታት
finder-language = ክትዛረብሉ እትደልዩ ቋንቋ
finder-language-any = ዝኾነ ቋንቋ
finder-only-free = ነጻ
finder-only-no-referral = ሰብ ከይለኣኸኒ ክኸይድ እኽእል
finder-only-step-free = መሳልል (steps) ዘይብሉ
finder-only-children = ቆልዑ ክመጹ ይኽእሉ
finder-only-not-women = ንደቂ ኣንስትዮ ጥራይ ዘይኮነ
finder-choices-note = ዝሰማምዑ ምዃኖም እንተዘይፈለጥና፡ እቶም ኣገልግሎታት ኣብቲ ዝርዝር ይጸንሑ።
finder-nearest-first = ዝቐረበ ቅድም፡ ክፉት ይኹን ዕጹው
finder-left-out =
    { $n ->
        [one] { $n } ኣገልግሎት ምስ ምርጫታትኩም ኣይሰማማዕን፡ ስለዚ ኣይረአን።
       *[other] { $n } ኣገልግሎታት ምስ ምርጫታትኩም ኣይሰማምዑን፡ ስለዚ ኣይረኣዩን።
    }
finder-clear-choices = ኩሉ ምርጫታት ኣልግስ

## The list of results

finder-results = ውጽኢታት
finder-more = ተወሰኽቲ ኣገልግሎታት ኣርኢ
finder-remote = ብቴሌፎን ወይ ብኢንተርነት
finder-secret = ሰባት ካብ ሓደጋ ንምሕላው፡ እቲ ኣድራሻ ምስጢር እዩ
finder-no-position = ክንደይ ከም ዝርሕቕ ኣይንፈልጥን ኢና
finder-uncertain = እዚ ምስ ኩሉ ምርጫታትኩም ዝሰማማዕ ምዃኑ ኣይንፈልጥን ኢና። ቅድም ሕተትዎም።
finder-only-residents = ኣብ { $areas } ንዝነብሩ ሰባት ጥራይ።
finder-only-residents-yours = ኣብ { $areas } ንዝነብሩ ሰባት ጥራይ። ንስኹም ኣብኡ ትነብሩ።
finder-only-residents-perhaps = ኣብ { $areas } ንዝነብሩ ሰባት ጥራይ። ንስኹም ኣብኡ ትነብሩ ትኾኑ፦ ቅድም ኣጻርዩ።
finder-only-residents-elsewhere = ኣብ { $areas } ንዝነብሩ ሰባት ጥራይ። ንስኹም ኣብ ካልእ ቦታ እትነብሩ ይመስል።
finder-women = ንደቂ ኣንስትዮ ጥራይ

# Distances. finder-far puts a length and a direction together: "0.4 miles to the north".
finder-very-near = ኣዝዩ ቀረባ
finder-metres =
    { $n ->
        [one] { $n } ሜትሮ
       *[other] { $n } ሜትሮ
    }
finder-yards =
    { $n ->
        [one] { $n } ያርድ
       *[other] { $n } ያርድ
    }
finder-miles =
    { $n ->
        [one] { $n } ማይል
       *[other] { $n } ማይል
    }
finder-kilometres =
    { $n ->
        [one] { $n } ኪሎሜተር
       *[other] { $n } ኪሎሜተር
    }
finder-far = { $distance } { $direction }
finder-walk =
    { $n ->
        [one] ኣስታት { $n } ደቒቕ ብእግሪ
       *[other] ኣስታት { $n } ደቓይቕ ብእግሪ
    }
finder-bearing-n = ንሰሜን
finder-bearing-ne = ንሰሜናዊ ምብራቕ
finder-bearing-e = ንምብራቕ
finder-bearing-se = ንደቡባዊ ምብራቕ
finder-bearing-s = ንደቡብ
finder-bearing-sw = ንደቡባዊ ምዕራብ
finder-bearing-w = ንምዕራብ
finder-bearing-nw = ንሰሜናዊ ምዕራብ

# Things of a list, one after the other: "Arabic, Kurdish, Polish".
finder-list = { $first }፡ { $second }

## Opening times. Never say "open now" where the text says "usually": people travel on these words.

# What the times are the times of, and the times: "Phone: open now, closes in 20 minutes".
finder-opening = { $what }፦ { $state }
finder-channel-building = ህንጻ
finder-channel-telephone = ቴሌፎን
finder-channel-drop-in = ብዘይ ቆጸራ
finder-channel-appointment = ብቖጸራ
finder-always-answers = ለይትን መዓልትን ይምልስ
finder-open-now = ሕጂ ክፉት እዩ
finder-open-usually = ብልሙድ ኣብዚ ሰዓት ክፉት እዩ። ቅድም ተወከስዎም
finder-open-until = ሕጂ ክፉት እዩ፡ ክሳብ ሰዓት { $time }
finder-open-usually-until = ብልሙድ ኣብዚ ሰዓት ክፉት እዩ፡ ክሳብ ሰዓት { $time }። ቅድም ተወከስዎም
finder-closes-soon =
    { $n ->
        [one] ሕጂ ክፉት እዩ፡ ድሕሪ { $n } ደቒቕ ይዕጾ
       *[other] ሕጂ ክፉት እዩ፡ ድሕሪ { $n } ደቓይቕ ይዕጾ
    }
finder-closes-soon-usually =
    { $n ->
        [one] ብልሙድ ኣብዚ ሰዓት ክፉት እዩ፡ ድሕሪ { $n } ደቒቕ ይዕጾ። ቅድም ተወከስዎም
       *[other] ብልሙድ ኣብዚ ሰዓት ክፉት እዩ፡ ድሕሪ { $n } ደቓይቕ ይዕጾ። ቅድም ተወከስዎም
    }
finder-opens-today = ሕጂ ዕጹው እዩ፡ ሎሚ ሰዓት { $time } ይኽፈት
finder-opens-tomorrow = ሕጂ ዕጹው እዩ፡ ጽባሕ ሰዓት { $time } ይኽፈት
finder-opens-on = ሕጂ ዕጹው እዩ፡ { $day } ሰዓት { $time } ይኽፈት
finder-usually-opens-today = ብልሙድ ኣብዚ ሰዓት ዕጹው እዩ፡ ሎሚ ሰዓት { $time } ይኽፈት። ቅድም ተወከስዎም
finder-usually-opens-tomorrow = ብልሙድ ኣብዚ ሰዓት ዕጹው እዩ፡ ጽባሕ ሰዓት { $time } ይኽፈት። ቅድም ተወከስዎም
finder-usually-opens-on = ብልሙድ ኣብዚ ሰዓት ዕጹው እዩ፡ { $day } ሰዓት { $time } ይኽፈት። ቅድም ተወከስዎም
finder-closed = ሕጂ ዕጹው እዩ
finder-hours-unknown = ዝኽፈተሉ ሰዓታት ኣይፍለጥን። ቅድም ተወከስዎም
finder-closed-for-now = ንዝተወሰነ ግዜ ዕጹው እዩ። መዓስ እንደገና ከም ዝኽፈት ኣይንፈልጥን ኢና
finder-closed-until = ንዝተወሰነ ግዜ ዕጹው እዩ፡ ክሳብ { $date }፡ እታ መዓልቲ እውን ሓዊሱ

# The next seven days. finder-spans: from … to, such as "09:00 to 12:30".
finder-week = ዝቕጽላ ሸውዓተ መዓልታት
finder-span = ካብ { $from } ክሳብ { $to }
finder-span-perhaps = ምናልባት { $span }
finder-day-all = ለይትን መዓልትን
finder-day-closed = ዕጹው
finder-day-unknown = ኣይፍለጥን
finder-day-different = ከም ልሙድ ኣይኮነን
finder-hours-source = እቲ ሰዓታት በቲ ናይ ምንጪ ቃላት

## The whole record of a service

finder-back = ናብ ዝርዝር ተመለሱ
finder-contact = መወከሲ
finder-when = መዓስ
finder-address = ኣበይ
finder-about = ክትፈልጥዎ ዝጠቅም
finder-phone = ቴሌፎን
finder-sms = ጽሑፍ መልእኽቲ (text)
finder-whatsapp = WhatsApp
finder-textphone = Textphone
finder-relay = Relay፡ ክትሰምዑ ወይ ክትዛረቡ እንተዘይትኽእሉ
finder-email = ኢመይል
finder-website = መርበብ ሓበሬታ (website)
finder-call = ደውሉ
finder-directions = ኣንፈት መገዲ
# Said with every link that leads away from this site. { $site } is its name, such as "openstreetmap.org".
finder-leaves = { $site } ይኸፍት፡ ካልእ መርበብ ሓበሬታ እዩ
finder-call-free = ምድዋል ነጻ እዩ
finder-call-standard = ዋጋኡ ከም ካልእ ጻውዒት እዩ
finder-call-premium = ዋጋኡ ካብ ካልእ ጻውዒት ይበዝሕ
finder-call-unknown = ምድዋል ክንደይ ከም ዝኽፈሎ ኣይንፈልጥን ኢና
finder-whatsapp-leaves = WhatsApp ይኸፍት፡ ካልእ ኩባንያ እዩ
finder-no-contact = ከመይ ከም እትውከስዎም ኣይንፈልጥን ኢና።
finder-languages = ቋንቋታት
finder-languages-staff = ሰራሕተኛታት ዝዛረብዎም ቋንቋታት፦ { $languages }
finder-languages-unknown = ሰራሕተኛታት እንታይ ቋንቋታት ከም ዝዛረቡ ኣይንፈልጥን ኢና።
finder-speaks = ሰራሕተኛታት { $language } ይዛረቡ
finder-interprets = ተርጓሚ ክትሓቱ ትኽእሉ
finder-interprets-phone = ብቴሌፎን ተርጓሚ ክትሓቱ ትኽእሉ
finder-speaks-unknown = { $language } ዝዛረቡ ምዃኖም ኣይንፈልጥን ኢና
finder-interpreting-yes = ተርጓሚ ክትሓቱ ትኽእሉ። ክትውከስዎም ከለኹም ኣየናይ ቋንቋ ምዃኑ ንገሩ።
finder-interpreting-phone = ብቴሌፎን ተርጓሚ ክትሓቱ ትኽእሉ። መጀመርታ ቋንቋኹም ንገሩ።
finder-interpreting-no = ተርጓሚ የብሎምን።
finder-interpreting-unknown = ተርጓሚ ዘለዎም ምዃኖም ኣይንፈልጥን ኢና። ሕተትዎም።
finder-cost = ክፍሊት
finder-cost-free = ነጻ
finder-cost-some = ገለ ነገራት ይኽፈሎ
finder-cost-paid = ክትከፍሉ ኣለኩም
finder-cost-unknown = ኣይንፈልጥን ኢና። ቅድም ሕተቱ።
finder-referral = መን ክኸይድ ይኽእል
finder-referral-none = ሰብ ከይለኣኸኩም ክትከዱ ወይ ክትድውሉ ትኽእሉ።
finder-referral-self = ቅድም ባዕልኹም ተወከስዎም።
finder-referral-professional = ሓደ ሰብ ክልእከኩም ኣለዎ፡ ንኣብነት ሓኪም፡ ቤት ትምህርቲ ወይ ኣማኻሪ።
finder-referral-unknown = ሰብ ክልእከኩም የድሊ እንተኾይኑ ኣይንፈልጥን ኢና። ሕተትዎም።
finder-access = መሳልል (steps)
finder-access-yes = መሳልል የብሉን
finder-access-no = መሳልል ኣለዎ
finder-access-unknown = ኣይንፈልጥን ኢና። ቅድም ሕተቱ።
finder-children = ቆልዑ
finder-children-yes = ቆልዑ ክመጹ ይኽእሉ
finder-children-no = ቆልዑ ክመጹ ኣይክእሉን
finder-serves = ንሰባት ኣብ { $areas }
finder-serves-region = ኣብ ምሉእ ከባቢ እዚ መርበብ ሓበሬታ ንዘለዉ ሰባት
finder-serves-country = ኣብ ምሉእ ሃገር ንዘለዉ ሰባት
finder-regulated = ናይ ኢሚግረሽን ምኽሪ፦ ኣብ { $body } ዝተመዝገበ
finder-registration = ቁጽሪ { $number }
finder-regulation-checked = ኣብ { $date } ተራእዩ
finder-no-advice = ይሕግዙ እዮም፡ ግን ናይ ኢሚግረሽን ምኽሪ ኣይህቡን።
finder-confirmed = ነዚ ንመወዳእታ ግዜ ኣብ { $date } ኣረጋጊጽናዮ።
finder-confirmed-by = ብ{ $who } ተረጋጊጹ
finder-confirmed-website = ኣብ መርበብ ሓበሬታኦም
finder-confirmed-telephone = ብቴሌፎን
finder-confirmed-email = ብኢመይል
finder-confirmed-visit = ናብኡ ብምኻድ
finder-confirmed-provider = እቲ ኣገልግሎት ነጊሩና
finder-confirmed-old = ንመወዳእታ ግዜ ኣብ { $date } ተረጋጊጹ። ካብኡ ልዕሊ ሽዱሽተ ኣዋርሕ ሓሊፉ፦ ተቐይሩ ክኸውን ይኽእል። ቅድም ተወከስዎም።
finder-confirmed-never = ነዚ ገና ዝኾነ ሰብ ኣየረጋገጾን። ቅድም ተወከስዎም።
finder-page = ገጽ ናይዚ ኣገልግሎት
finder-other-language = እዚ ጽሑፍ ብቋንቋኹም ገና የለን።

## The picture of "around you". The list says the same in words.

finder-around-show = ኣብ ዙርያይ ዘሎ ብስእሊ ኣርኢ
finder-around-hide = ነቲ ስእሊ ሕባእ
finder-around-text = ስእሊ፦ ንስኹም ኣብ ማእከል ኣለኹም፡ ሰሜን ኣብ ላዕሊ እዩ። እተን ቁጽርታት እተን ኣብቲ ዝርዝር ዘለዋ እየን። እቲ ዝርዝር ነፍሲ ወከፍ ርሕቀትን ኣንፈትን ብቓላት ይገልጽ።
finder-around-you = ንስኹም
finder-around-north = ሰ
finder-around-far =
    { $n ->
        [one] { $n } ኣገልግሎት ንስእሊ ኣዝዩ ርሑቕ እዩ።
       *[other] { $n } ኣገልግሎታት ንስእሊ ኣዝዮም ርሑቓት እዮም።
    }

## A list of one's own. Nothing is kept unless the reader asks; what could put someone in danger is never kept.

finder-save = ናብ ዝርዝረይ ወስኽ
finder-unsave = ካብ ዝርዝረይ ኣውጽእ
finder-saved =
    { $n ->
        [one] ዝርዝረይ፦ { $n } ኣገልግሎት
       *[other] ዝርዝረይ፦ { $n } ኣገልግሎታት
    }
finder-shortlist = ዝርዝረይ
finder-shortlist-empty = ዝርዝርኩም ባዶ እዩ።
finder-keep = ዝርዝረይ ኣብዚ ቴሌፎን ወይ ኮምፕዩተር ዓቅብ
finder-keep-note = ነዚ ቴሌፎን ወይ ኮምፕዩተር ዝጥቀሙ ካልኦት ሽዑ ክርእይዎ ይኽእሉ።
finder-keep-sensitive =
    { $n ->
        [one] { $n } ኣገልግሎት ፈጺሙ ኣይዕቀብን፡ ሰብ እንተ ርእይዎ ኣብ ሓደጋ ከውድቐኩም ስለ ዝኽእል።
       *[other] { $n } ኣገልግሎታት ፈጺሞም ኣይዕቀቡን፡ ሰብ እንተ ርእይዎም ኣብ ሓደጋ ከውድቑኹም ስለ ዝኽእሉ።
    }
finder-keep-failed = ብራውዘርኩም ነቲ ዝርዝር ክንዕቅቦ ኣይፈቐደን።
finder-forget = ንኹሉ ረስዕ
finder-forgotten = ኣብዚ ዝጸሓፍኩምዎን ዝመረጽኩምዎን ኩሉ ተረሲዑ። ታሪኽ ብራውዘርኩም (history) ግን ነዚ ገጽ ከም ዝበጻሕኩምዎ ሕጂ'ውን ከርኢ ይኽእል።
finder-print = ሕተም (print)
finder-share = ኣካፍል
finder-copied = ተቐዲሑ። ኣብ መልእኽቲ ክትልጥፍዎ (paste) ትኽእሉ።
finder-code = ንኻልእ ቴሌፎን ዝኸውን ኮድ ኣርኢ
finder-code-text = ካሜራ ናይ ካልእ ቴሌፎን ዘንብቦ ኮድ። ገጽ ናይዚ ኣገልግሎት ኣብቲ ቴሌፎን ይኸፍት።
finder-share-failed = ምክፋል ኣብዚ ቴሌፎን ወይ ኮምፕዩተር ኣይሰርሐን።
finder-code = ንስካን (scan) ዝኸውን ኮድ ኣርኢ
finder-code-text = ንካሜራ ናይ ካልእ ቴሌፎን ዝኸውን ኮድ፦ ገጽ ናይዚ ኣገልግሎት ይኸፍት።
