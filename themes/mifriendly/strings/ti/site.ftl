# The words of the pages themselves.

### On every page

# A hidden link for people who use a keyboard or a screen reader.
skip = ናብ ጽሑፍ ሕለፉ
menu = ሜኑ
# Names of groups of links, read aloud by screen readers.
menu-main = ቀንዲ ሜኑ
menu-foot = ተወሰኽቲ ገጻት
breadcrumbs = ኣበይ ከም ዘለኹም
# The button that opens another, harmless website at once.
exit = ካብዚ መርበብ ሓበሬታ ሕጂ ውጽኡ
# Stands at the foot of every page. It must not promise more than is true.
exit-limits = “{ exit }” ንኻልእ መርበብ ሓበሬታ ይኸፍት። ንኹሉ ክሓብኦ ኣይክእልን እዩ። ታሪኽ ብራውዘርኩም (history)፡ ዋና ናይቲ ቴሌፎን፡ ዋና ናይቲ Wi-Fi፡ ከምኡ'ውን ነዞም ገጻት እተዕቅብ ኩባንያ፡ ኣብዚ ከም ዝነበርኩም ሕጂ'ውን ከርእዩ ይኽእሉ።
urgent-heading = ህጹጽ ሓገዝ
urgent-more = ተወሳኺ ህጹጽ ሓገዝ
# For screen readers: the group of short news on top of a page.
notices = ክትፈልጥዎ ዘለኩም ዜና
notice-urgent = ህጹጽ
notice-information = ዜና
# The notice is no longer shown on { $date }.
print = ነዚ ገጽ ሕተም (print)
# Printed under a page on paper. The web address follows.
print-address = እዚ ገጽ ኣብ ኢንተርነት። ዝሓደሰ ቅዳሕ ኣብኡ ርኣዩ፦

### Languages

language = ቋንቋ
# Beside a language in the list: this page is not in that language yet.
language-missing = ገና ኣይተተርጐመን
# { $language } is the name of the reader's language, { $shown } that of the text.
page-untranslated = እዚ ገጽ ብ{ $language } ገና የለን። ብ{ $shown } ኢኹም ትርእይዎ ዘለኹም።

### Who runs the site

# { $operator } is a name.
footer-run-by = ነዚ መርበብ ሓበሬታ ዘካይድ፦ { $operator }።
footer-not-official = ናይ መንግስቲ መርበብ ሓበሬታ ኣይኮነን።
footer-general = ኣብዚ ዘሎ ሓበሬታ ሓፈሻዊ እዩ። ብዛዕባ ጉዳይኩም ዝወሃብ ምኽሪ ኣይኮነን።
corrections = ብዛዕባ ጌጋ ንገሩና
# Stands beside every link for corrections.
corrections-warning = ዝኾነ ዝርዝር ናይ ጉዳይኩም ኣይትስደዱልና።

### Home and lists

home-help = ኣብ ጥቓኹም ሓገዝ ርኸቡ
home-help-note = ፖስትኮድኩም (postcode) ኣብ ቴሌፎንኩም ይጸንሕ።
home-urgent = ሕጂ ህጹጽ ሓገዝ
home-themes = ሓሙሽተ ዛዕባታትና
home-more = ተወሳኺ ካብዚ መርበብ ሓበሬታ
themes = እቶም ሓሙሽተ ዛዕባታት

### Guides: top

on-this-page = ኣብዚ ገጽ
# Before a list of groups of people, for example “refugees”.
applies-to = እዚ ዝምልከቶም፦
withdrawn-heading = ነዚ ገጽ ኣይትጠቐሙሉ
withdrawn = ኣብዚ መምርሒ ጌጋ ስለ ዝነበረ ኣልጊስናዮ። ብወረቐት ወይ ኣብ ቴሌፎንኩም ቅዳሕ እንተ ኣለኩም፡ ኣይትጠቐሙሉ።
withdrawn-why = እቲ ጌጋ፦
not-advice = እዚ ሓፈሻዊ ሓበሬታ እዩ። ብዛዕባ ጉዳይኩም ዝወሃብ ምኽሪ ኣይኮነን።

### Guides: who wrote it and who checked it

provenance = ብዛዕባ እዚ ገጽ
not-reviewed = ክሳብ ሕጂ ዝኾነ ኣማኻሪ ነዚ ገጽ ኣይመርመሮን። ብመሰረቱ ቅድሚ ምግባርኩም ንኣማኻሪ ሕተቱ።
# { $by } is a person or an organisation.
reviewed = ብ{ $by } ኣብ { $date } ተመርሚሩ።
next-review = ነዚ ገጽ ክሳብ { $date } እንደገና ክንምርምሮ ኢና።
# Shown when that day has passed.
review-late = ነዚ ገጽ ክሳብ { $date } እንደገና ክንምርምሮ መደብ ነይሩና። ግዜኡ ዝሓለፎ ክኸውን ይኽእል።
sources = እዚ ሓበሬታ ካበይ ከም ዝመጸ
sources-elsewhere = ሓበሬታ ካበይ ከም ዝመጸ፦ እቲ ዝርዝር ኣብቲ ናይ { $language } ገጽ ይርከብ
# When somebody last looked at a source.
source-seen = ኣብ { $date } ተራእዩ
source-not-official = ወግዓዊ ምንጪ ኣይኮነን
attributions = ናይቲ እንጥቀመሉ ዳታ ፍቓዳት (licences)

### Translations

translated-by-machine = ነዚ ገጽ ማሽን ተርጒምዎ። ዝኾነ ሰብ ኣየረጋገጾን። ጌጋ ክህልዎ ይኽእል።
translated-by-person = ነዚ ገጽ ሰብ ተርጒምዎ። ካልኣይ ሰብ ግን ኣየረጋገጾን።
# { $translator } is a name.
translated-by = ብ{ $translator } ዝተተርጐመ።
translated-on = ኣብ { $date } ዝተተርጐመ።
# { $by } is a person or an organisation.
translation-checked = እቲ ትርጉም ብ{ $by } ኣብ { $date } ተረጋጊጹ።
translation-checked-undated = እቲ ትርጉም ብ{ $by } ተረጋጊጹ።
# { $language } is the name of the source language, for example English.
read-source = ብ{ $language } ኣንብብዎ
outdated-heading = እዞም ክፋላት ካብቲ ናይ { $language } ጽሑፍ ዝኣረጉ፡ ወይ ገና ዘይተተርጐሙ እዮም፦
# Marks on one section.
section-stale = እዚ ክፋል ካብቲ ናይ { $language } ጽሑፍ ዝኣረገ እዩ። ገለ ነገር ተቐይሩ ክኸውን ይኽእል።
section-unsafe = ኣብዚ ክፋል ኣይትመርኰሱ። ኣብቲ ናይ { $language } ጽሑፍ ቁጽሪ፡ ዕለት፡ መጠን ገንዘብ ወይ ቁጽሪ ቴሌፎን ተቐይሩ ኣሎ።
section-unrecorded = እዚ ክፋል ምስቲ ናይ { $language } ጽሑፍ ሓደ ምዃኑን ዘይምዃኑን ክንፈልጥ ኣይንኽእልን ኢና።
section-missing = እዚ ክፋል ገና ኣይተተርጐመን። ብ{ $language } ኢኹም ትርእይዎ ዘለኹም።
section-read-source = ነዚ ክፋል ብ{ $language } ኣንብብዎ

### Law that changes on a day

law-future = እዚ ሕጊ ኣብ { $date } ይጅምር። ቅድሚኡ ሕጊ ኣይኮነን።
law-past = እዚ ኣብ { $date } ሕጊ ምዃኑ ተሪፉ። ኣብኡ ኣይትመርኰሱ።
law-show = ነዚ ክፋል ኣርኢ

### Marks inside a text

callout-note = መዘኻኸሪ
callout-tip = ሓጋዚ ሓሳብ
callout-important = ኣገዳሲ
callout-warning = ኣስተብህሉ
callout-caution = ተጠንቀቑ
# Above a passage that holds in one council's area only. { $area } is the name of the area.
only-in = ኣብ { $area } ጥራይ
# After a figure that we saw only in a second-hand source.
fact-not-confirmed = ዘይተረጋገጸ
# { $kinds } is a list of kinds of help.
finder-block = ኣብ ጥቓኹም ሓገዝ ርኸቡ፦ { $kinds }
# Read aloud before a sentence in the source language that stands beside its unchecked translation.
# A link that leads to another website.

### Moving between pages

previous = ቅድሚ እዚ
next = ቀጻሊ
neighbours = ካልኦት ገጻት ናይዚ ክፋል

### The “get help” box

help-heading = በዚ ጉዳይ ሓገዝ ርኸቡ
# { $kinds } is a list of kinds of help, such as “Housing, Legal advice”.
help-kinds = ሓገዝ ኣብ፦ { $kinds }
help-open = ኣብ ጥቓኹም ሓገዝ ርኸቡ

### The finder's page

directory-heading = ኩሎም ኣገልግሎታት
directory-count = { $n ->
    [one] { $n } ኣገልግሎት
   *[other] { $n } ኣገልግሎታት
}
open-data = ነዞም ኣገልግሎታት ከም ክፉት ሓበሬታ ውሰዱ፦
directory-areas = ናብ ሓደ ከባቢ ኪዱ

### A service

service-by = ዘካይዶ፦ { $organization }
service-text = ጽሑፍ መልእኽቲ (text)
service-whatsapp = WhatsApp
service-textphone = Textphone
service-relay = Relay
service-email = ኢመይል
service-website = መርበብ ሓበሬታ (website)
service-address = ኣድራሻ
service-directions = ኣንፈት መገዲ
# After the link to directions: it opens a map on another website.
service-directions-note = ካልእ መርበብ ሓበሬታ ይኸፍት
service-building = ክፉት ግዜ
service-drop-in = ብዘይ ቆጸራ ምምጻእ
service-appointment = ብቖጸራ
service-languages = ቋንቋታት
service-cost = ክፍሊት
service-access = መን ክኸይድ ይኽእል
# Before several facts that nobody knows yet.
service-unknown = ዘይፍለጥ፦
unknown = ኣይፍለጥን
unknown-contact = ኣይፍለጥን። ቅድሚ ምኻድኩም ተወከስዎም።
opening-times = ዝኽፈተሉ ሰዓታት
call-free = ምድዋል ነጻ
call-standard = ልሙድ ዋጋ ጻውዒት
call-premium = ክቡር ዋጋ ጻውዒት
cost-free = ነጻ
cost-some = ገለ ነገራት ይኽፈሎ
cost-paid = ክትከፍሉ ኣለኩም
referral-none = ባዕልኹም ክትከዱ ትኽእሉ። ሰብ ክልእከኩም ኣየድልን።
referral-self = መጀመርታ ባዕልኹም ትሓትዎም
referral-professional = ሓደ ሰብ ክልእከኩም (refer) ኣለዎ፡ ንኣብነት ሓኪም፡ ማሕበራዊ ሰራሕተኛ (social worker) ወይ ግብረ-ሰናይ ትካል (charity)
interpreting-available = ተርጓሚ ክመጽእ ይኽእል
interpreting-by-telephone = ተርጓሚ ብቴሌፎን
interpreting-not-available = ተርጓሚ የለን
step-free-yes = ንምእታው መሳልል (steps) የብሉን
step-free-no = ንምእታው መሳልል (steps) ኣለዎ
women-only = ንደቂ ኣንስትዮ ጥራይ
children-yes = ቆልዑ ክመጹ ይኽእሉ
children-no = ቆልዑ ሒዝኩም ክትመጹ ኣይትኽእሉን
residents-only = ኣብዚ ንዝነብሩ ጥራይ፦ { $areas }
serves = ንሰባት ኣብ፦ { $areas }
confidential = ሰባት ካብ ሓደጋ ንምሕላው እቲ ኣድራሻ ምስጢር እዩ። መጀመርታ ተወከስዎም።
closed-now = ንግዚኡ ዕጹው
closed-until = ክሳብ { $date } ዕጹው
# How somebody made sure that the details of a service are right.
confirmed = እቲ ሓበሬታ ንመወዳእታ ግዜ ኣብ { $date } ተረጋጊጹ
confirmed-website = ኣብ መርበብ ሓበሬታኡ
confirmed-telephone = ብቴሌፎን
confirmed-email = ብኢመይል
confirmed-visit = ብምብጻሕ
confirmed-provider = በቲ ኣገልግሎት ባዕሉ
confirmed-by = ብ{ $name }
hours-confirmed = እቲ ሰዓታት ኣብ { $date } ተረጋጊጹ
# Nobody has made sure of the details of this service.
not-confirmed = ገና ኣይተረጋገጸን። ቅድሚ ምኻድኩም ተወከስዎም።
# Added by the reader's own device.
confirmed-old = እዚ ቅድሚ ልዕሊ ሽዱሽተ ኣዋርሕ ነይሩ። ቅድሚ ምኻድኩም ተወከስዎም።
regulated = ንናይ ኢሚግረሽን ምኽሪ ዝቈጻጸሮ ኣካል፦ { $body }
registration = ምዝገባ { $number }
regulation-checked = መዝገብ ኣብ { $date } ተራእዩ
# We saw no registration, or the service says that it gives no such advice.
not-regulated = ከም ኣማኻሪ ኢሚግረሽን ኣይንዝርዝሮን ኢና። ናይ ኢሚግረሽን ምኽሪ ቅድሚ ምውሳድኩም፡ ቁጽሪ ምዝገባ (registration number) ሕተቱ።
sources-of-record = እዚ ዝርዝር ሓበሬታ ካበይ ከም ዝመጸ

### Page not found

not-found = ነዚ ገጽ ክንረኽቦ ኣይከኣልናን
not-found-text = እቲ ገጽ ናብ ካልእ ቦታ ተቐይሩ ክኸውን ይኽእል፡ ወይ ኣብቲ ኣድራሻ ጌጋ ክህሉ ይኽእል።
not-found-choose = ብቋንቋኹም እንደገና ጀምሩ፦

### Choosing a language, and pages that moved

choose-language = ቋንቋኹም ምረጹ
moved = እዚ ገጽ ናብ ካልእ ቦታ ተቐይሩ
moved-to = ናብቲ ገጽ ኪዱ
