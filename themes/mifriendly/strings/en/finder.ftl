### The finder: "what help is near me?". People may be in danger, tired, or new to reading:
### short, plain sentences, nothing that could be taken for a promise.
###
### { $name } in a sentence is filled in by the finder; keep it and put it where your language wants it.
### Where a number decides the form, write a form for each plural category of your language ([one], [few] … *[other]).

## Opening the finder. finder-open is a link in guides. finder-failed stands above the plain list when the search cannot start.

finder-open = Search for help near you
finder-loading = Opening the search…
finder-failed = The search does not work on this phone or computer just now. The list on this page still works.
finder-only-districts = We cannot look up whole postcodes and places just now. You can type the first part of your postcode, use your location, or look through the whole list.
finder-no-postcodes = We cannot look up postcodes and places just now. You can use your location, or look through the whole list.

## The search box. finder-private must stay true: what is typed is never sent and never kept.

finder-search = Search for help near you
finder-where = Your postcode, or the name of your area
finder-where-hint = Part of a postcode is enough. You can also leave this empty.
finder-find = Find help
finder-locate = Use my location
finder-locating = Waiting for your location. Your phone or computer may ask you first.
finder-locate-failed = We did not get your location. Type a postcode or the name of your area instead.
finder-private = Your postcode and your location stay on this phone or computer. The search does not send them to anyone and does not keep them.
finder-start-again = Clear my search

## What was found. { $place } is a postcode, a part of one, or the name of an area.

finder-near = Help near { $place }
finder-near-you = Help near you
finder-all = All services
finder-count =
    { $n ->
        [one] { $n } service found
       *[other] { $n } services found
    }
finder-none = No service fits these choices.

# How exact the position is. { $distance } is a length, such as "0.4 miles".
finder-exact-postcode = We measure from this postcode.
finder-rough = We measure from the middle of { $place }, not from your home. You may be about { $distance } from there.
finder-around = We do not know the exact place of { $asked }. We measure from the middle of { $place }. You may be about { $distance } from there.
finder-exact-location = We measure from the place that your phone or computer gave us. It may be wrong by about { $distance }.

# Which council. Only a full postcode is sure; otherwise we say "probably".
finder-council = Your council is { $council }.
finder-council-probably = Your council is probably { $council }.
finder-council-or = Your council is probably { $council }. It could also be { $others }.

finder-incomplete = This is only the start of a postcode. Please type a little more.
finder-not-in-region = This postcode is outside the area of this site. Here are all services, without distances.
finder-not-understood = We do not know this postcode or place. Check the letters and numbers, or type the name of your area.
finder-ambiguous = There is more than one place with this name. Which one do you mean?
finder-did-you-mean = Did you mean another place?
# A place and what tells it apart, such as "Newtown, Birmingham".
finder-alternative = { $place }, { $context }

## Choices that make the list shorter. A service stays in the list when we do not know.

finder-kinds = What do you need help with?
finder-choices = More choices
finder-language = Language you want to speak
finder-language-any = Any language
finder-only-free = Free
finder-only-no-referral = I can go without being sent by someone
finder-only-step-free = No steps
finder-only-children = Children can come
finder-only-not-women = Not only for women
finder-choices-note = Services stay in the list when we do not know if they fit.
finder-nearest-first = Nearest first, open or not
finder-left-out =
    { $n ->
        [one] { $n } service does not fit your choices and is not shown.
       *[other] { $n } services do not fit your choices and are not shown.
    }
finder-clear-choices = Remove all choices

## The list of results

finder-results = Results
finder-more = Show more services
finder-remote = By phone or online
finder-secret = The address is secret, to keep people safe
finder-no-position = We do not know how far away this is
finder-uncertain = We do not know if this fits all your choices. Ask them first.
finder-only-residents = Only for people who live in { $areas }.
finder-only-residents-yours = Only for people who live in { $areas }. You live there.
finder-only-residents-perhaps = Only for people who live in { $areas }. You may live there: check first.
finder-only-residents-elsewhere = Only for people who live in { $areas }. You seem to live somewhere else.
finder-women = For women only

# Distances. finder-far puts a length and a direction together: "0.4 miles to the north".
finder-very-near = very near
finder-metres =
    { $n ->
        [one] { $n } metre
       *[other] { $n } metres
    }
finder-yards =
    { $n ->
        [one] { $n } yard
       *[other] { $n } yards
    }
finder-miles =
    { $n ->
        [one] { $n } mile
       *[other] { $n } miles
    }
finder-kilometres =
    { $n ->
        [one] { $n } km
       *[other] { $n } km
    }
finder-far = { $distance } { $direction }
finder-walk =
    { $n ->
        [one] about { $n } minute on foot
       *[other] about { $n } minutes on foot
    }
finder-bearing-n = to the north
finder-bearing-ne = to the north-east
finder-bearing-e = to the east
finder-bearing-se = to the south-east
finder-bearing-s = to the south
finder-bearing-sw = to the south-west
finder-bearing-w = to the west
finder-bearing-nw = to the north-west

# Things of a list, one after the other: "Arabic, Kurdish, Polish".
finder-list = { $first }, { $second }

## Opening times. Never say "open now" where the text says "usually": people travel on these words.

# What the times are the times of, and the times: "Phone: open now, closes in 20 minutes".
finder-opening = { $what }: { $state }
finder-channel-building = Building
finder-channel-telephone = Phone
finder-channel-drop-in = Without an appointment
finder-channel-appointment = With an appointment
finder-always-answers = Answers day and night
finder-open-now = open now
finder-open-usually = usually open now. Contact them first
finder-open-until = open now, until { $time }
finder-open-usually-until = usually open now, until { $time }. Contact them first
finder-closes-soon =
    { $n ->
        [one] open now, closes in { $n } minute
       *[other] open now, closes in { $n } minutes
    }
finder-closes-soon-usually =
    { $n ->
        [one] usually open now, closes in { $n } minute. Contact them first
       *[other] usually open now, closes in { $n } minutes. Contact them first
    }
finder-opens-today = closed now, opens today at { $time }
finder-opens-tomorrow = closed now, opens tomorrow at { $time }
finder-opens-on = closed now, opens on { $day } at { $time }
finder-usually-opens-today = usually closed now, opens today at { $time }. Contact them first
finder-usually-opens-tomorrow = usually closed now, opens tomorrow at { $time }. Contact them first
finder-usually-opens-on = usually closed now, opens on { $day } at { $time }. Contact them first
finder-closed = closed now
finder-hours-unknown = Opening times not known. Contact them first
finder-closed-for-now = Closed for some time. We do not know when it opens again
finder-closed-until = Closed for some time, up to and including { $date }

# The next seven days. finder-spans: from … to, such as "09:00 to 12:30".
finder-week = The next seven days
finder-span = { $from } to { $to }
finder-span-perhaps = perhaps { $span }
finder-day-all = day and night
finder-day-closed = closed
finder-day-unknown = not known
finder-day-different = not as usual
finder-hours-source = Times in the words of the source

## The whole record of a service

finder-back = Back to the list
finder-contact = Contact
finder-address = Where
finder-phone = Phone
finder-sms = Text message
finder-whatsapp = WhatsApp
finder-textphone = Textphone
finder-relay = Relay, if you cannot hear or speak
finder-email = Email
finder-website = Their website
finder-directions = Directions
# Said with every link that leads away from this site. { $site } is its name, such as "openstreetmap.org".
finder-leaves = leaves this site: { $site }
finder-call-free = free to call
finder-call-standard = costs the same as other calls
finder-call-premium = costs more than other calls
finder-call-unknown = we do not know what a call costs
finder-whatsapp-leaves = WhatsApp is another company
finder-no-contact = We do not know how to contact them.
finder-languages = Languages
finder-languages-staff = Staff speak: { $languages }
finder-languages-unknown = We do not know which languages staff speak.
finder-speaks = Staff speak { $language }
finder-interprets = You can ask for an interpreter
finder-interprets-phone = You can ask for an interpreter on the phone
finder-speaks-unknown = We do not know if they speak { $language }
finder-interpreting-yes = You can ask for an interpreter. Say which language when you contact them.
finder-interpreting-phone = You can ask for an interpreter on the phone. Say your language first.
finder-interpreting-no = They have no interpreter.
finder-interpreting-unknown = We do not know if they have an interpreter. Ask them.
finder-cost = Cost
finder-cost-free = Free
finder-cost-some = Some things cost money
finder-cost-paid = You have to pay
finder-cost-unknown = We do not know. Ask first.
finder-referral = Who can go
finder-referral-none = You can go or call without being sent by someone.
finder-referral-self = Contact them yourself first.
finder-referral-professional = Someone must send you, such as a doctor, a school or an adviser.
finder-referral-unknown = We do not know if someone must send you. Ask them.
finder-access = Steps
finder-access-yes = No steps
finder-access-no = There are steps
finder-access-unknown = We do not know. Ask first.
finder-children = Children
finder-children-yes = Children can come
finder-children-no = Children cannot come
finder-serves = For people in { $areas }
finder-serves-region = For people in the whole area of this site
finder-serves-country = For people in the whole country
finder-regulated = Advice on immigration: registered with { $body }
finder-registration = number { $number }
finder-regulation-checked = looked up on { $date }
finder-no-advice = They help, but do not give advice on immigration.
finder-confirmed = We last checked this on { $date }.
finder-confirmed-by = Checked by { $who }
finder-confirmed-website = on their website
finder-confirmed-telephone = by phone
finder-confirmed-email = by email
finder-confirmed-visit = by going there
finder-confirmed-provider = the service told us
finder-confirmed-old = Last checked on { $date }. That is more than six months ago: it may have changed. Contact them first.
finder-confirmed-never = Nobody has checked this yet. Contact them first.
finder-page = Page of this service
finder-other-language = This text is not in your language yet.

## The picture of "around you". The list says the same in words.

finder-around-show = Show a picture of what is around me
finder-around-hide = Hide the picture
finder-around-text = Picture: you are in the middle, north is at the top. The numbers are those in the list. The list gives each distance and direction in words.
finder-around-north = N
finder-around-far =
    { $n ->
        [one] { $n } service is too far away for the picture.
       *[other] { $n } services are too far away for the picture.
    }

## A list of one's own. Nothing is kept unless the reader asks; what could put someone in danger is never kept.

finder-save = Add to my list
finder-unsave = Take off my list
finder-saved =
    { $n ->
        [one] My list: { $n } service
       *[other] My list: { $n } services
    }
finder-shortlist = My list
finder-shortlist-empty = Your list is empty.
finder-keep = Keep my list on this phone or computer
finder-keep-note = Others who use this phone or computer can then see it.
finder-keep-sensitive =
    { $n ->
        [one] { $n } service is never kept, because it could put you in danger if someone saw it.
       *[other] { $n } services are never kept, because they could put you in danger if someone saw them.
    }
finder-keep-failed = Your browser did not let us keep the list.
finder-forget = Forget everything
finder-forgotten = Everything you typed and chose here is forgotten. The history of your browser can still show that you visited this page.
finder-print = Print
finder-share = Share
finder-copied = Copied. You can paste it into a message.
# A picture (QR code) that another phone can read with its camera, so that it opens the page of the service.
finder-code = Show a code for another phone
finder-code-text = A code for the camera of another phone. It opens the page of this service there.
finder-share-failed = Sharing did not work on this phone or computer.
