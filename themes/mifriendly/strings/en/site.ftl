# The words of the pages themselves. For translators:
# - Write plain words that a child of eleven understands. Say "you".
# - Leave every { $name } as it is; you may move it to another place in the sentence.
# - Where a message has choices in [square brackets], give those that your language needs (zero, one, two, few, many, other).
# - Say no more and no less than the English: some of these sentences keep people safe.

### On every page

# A hidden link for people who use a keyboard or a screen reader.
skip = Skip to the text
menu = Menu
# Names of groups of links, read aloud by screen readers.
menu-main = Main menu
menu-foot = More pages
breadcrumbs = Where you are
# The button that opens another, harmless website at once.
exit = Leave this site now
# Stands at the foot of every page. It must not promise more than is true.
exit-limits = “{ exit }” opens a different website. It cannot hide everything. Your browser history, the owner of the phone, the owner of the Wi-Fi and the company that stores these pages may still show that you were here.
urgent-heading = Urgent help
urgent-more = More urgent help
# For screen readers: the group of short news on top of a page.
notices = News you must know
notice-urgent = Urgent
notice-information = News
print = Print this page
# Printed under a page on paper. The web address follows.
print-address = This page on the internet. Look there for a newer version:

### Languages

language = Language
# Beside a language in the list: this page is not in that language yet.
language-missing = not translated yet
# { $language } is the name of the reader's language, { $shown } that of the text.
page-untranslated = This page is not in { $language } yet. You see it in { $shown }.

### Who runs the site

# { $operator } is a name.
footer-run-by = { $operator } runs this site.
footer-not-official = It is not a government website.
footer-general = The information here is general. It is not advice about your case.
corrections = Tell us about a mistake
# Stands beside every link for corrections.
corrections-warning = Do not send us any details of your case.

### Home and lists

home-help = Find help near you
home-help-note = Your postcode stays on your phone.
home-urgent = Urgent help now
home-themes = Our five themes
home-more = More from this site
themes = The five themes

### Guides: top

on-this-page = On this page
# Before a list of groups of people, for example “refugees”.
applies-to = This is for:
withdrawn-heading = Do not use this page
withdrawn = We took this guide away because something in it was wrong. If you have a copy on paper or on your phone, do not use it.
withdrawn-why = What was wrong:
not-advice = This is general information. It is not advice about your case.

### Guides: who wrote it and who checked it

provenance = About this page
not-reviewed = No adviser has reviewed this page yet. Ask an adviser before you act on it.
# { $by } is a person or an organisation.
reviewed = Reviewed by { $by } on { $date }.
next-review = We will check this page again by { $date }.
# Shown when that day has passed.
review-late = We planned to check this page again by { $date }. It may be out of date.
sources = Where the facts come from
# On a translated page: a link to the list of sources, which stands on the page in its first language.
sources-elsewhere = Where the facts come from: the list is on the page in { $language }
# When somebody last looked at a source.
source-seen = seen on { $date }
source-not-official = not an official source
attributions = Licences of the data we use

### Translations

translated-by-machine = A machine translated this page. No person has checked it. It may be wrong.
translated-by-person = A person translated this page. No second person has checked it.
# { $translator } is a name.
translated-by = Translated by { $translator }.
translated-on = Translated on { $date }.
# { $by } is a person or an organisation.
translation-checked = The translation was checked by { $by } on { $date }.
translation-checked-undated = The translation was checked by { $by }.
# { $language } is the name of the source language, for example English.
read-source = Read it in { $language }
outdated-heading = These parts are older than the { $language } text, or not translated yet:
# Marks on one section.
section-stale = This part is older than the { $language } text. Something may have changed.
section-unsafe = Do not rely on this part. A number, a date, an amount of money or a telephone number has changed in the { $language } text.
section-unrecorded = We cannot tell if this part says the same as the { $language } text.
section-missing = This part is not translated yet. You see it in { $language }.
section-read-source = Read this part in { $language }

### Law that changes on a day

law-future = This law starts on { $date }. It is not the law before that day.
law-past = This stopped being the law on { $date }. Do not rely on it.
law-show = Show this part

### Marks inside a text

callout-note = Note
callout-tip = Tip
callout-important = Important
callout-warning = Watch out
callout-caution = Be careful
# Above a passage that holds in one council's area only. { $area } is the name of the area.
only-in = Only in { $area }
# After a figure that we saw only in a second-hand source.
fact-not-confirmed = not confirmed
# { $kinds } is a list of kinds of help.
finder-block = Find help near you: { $kinds }

### Moving between pages

previous = Before this
next = Next
neighbours = Other pages in this part

### The “get help” box

help-heading = Get help with this
# { $kinds } is a list of kinds of help, such as “Housing, Legal advice”.
help-kinds = Help with: { $kinds }
help-open = Find help near you

### The finder's page

directory-heading = All services
directory-count = { $n ->
    [one] { $n } service
   *[other] { $n } services
}
open-data = Take these services as open data:
directory-areas = Go to an area

### A service

service-by = Run by { $organization }
service-text = Text message
service-whatsapp = WhatsApp
service-textphone = Textphone
service-relay = Relay
service-email = Email
service-website = Website
service-address = Address
service-directions = Directions
# After the link to directions: it opens a map on another website.
service-directions-note = opens another website
service-building = Open
service-drop-in = Drop in, no appointment
service-appointment = By appointment
service-languages = Languages
service-cost = Cost
service-access = Who can go
# Before several facts that nobody knows yet.
service-unknown = Not known:
unknown = not known
unknown-contact = Not known. Contact them before you go.
opening-times = opening times
call-free = free to call
call-standard = normal call price
call-premium = expensive call
cost-free = Free
cost-some = Some things cost money
cost-paid = You have to pay
referral-none = You can go yourself. Nobody has to send you.
referral-self = You ask them yourself first
referral-professional = Someone must refer you, for example a doctor, a social worker or a charity
interpreting-available = An interpreter can come
interpreting-by-telephone = An interpreter by telephone
interpreting-not-available = No interpreter
step-free-yes = No steps to get in
step-free-no = There are steps to get in
women-only = Only for women
children-yes = Children are welcome
children-no = You cannot bring children
residents-only = Only for people who live in: { $areas }
serves = For people in: { $areas }
confidential = The address is secret to keep people safe. Contact them first.
closed-now = Closed for a time
closed-until = Closed until { $date }
# How somebody made sure that the details of a service are right.
confirmed = Details last confirmed on { $date }
confirmed-website = on its website
confirmed-telephone = by telephone
confirmed-email = by email
confirmed-visit = by a visit
confirmed-provider = by the service itself
confirmed-by = by { $name }
hours-confirmed = Times confirmed on { $date }
# Nobody has made sure of the details of this service.
not-confirmed = Not yet confirmed. Contact them before you go.
# Added by the reader's own device.
confirmed-old = This was more than six months ago. Contact them before you go.
regulated = Immigration advice regulated by { $body }
registration = registration { $number }
regulation-checked = register checked on { $date }
# We saw no registration, or the service says that it gives no such advice.
not-regulated = We do not list it as an immigration adviser. Before you take immigration advice, ask for the registration number.
sources-of-record = Where these details come from

### Page not found

not-found = We cannot find this page
not-found-text = The page may have moved, or the address may have a mistake.
not-found-choose = Start again in your language:

### Choosing a language, and pages that moved

choose-language = Choose your language
moved = This page has moved
moved-to = Go to the page
