### The finder: "what help is near me?". People may be in danger, tired, or new to reading:
### short, plain sentences, nothing that could be taken for a promise.
###
### A pattern of nothing but filled-in values begins with an invisible RIGHT-TO-LEFT MARK (U+200F), so that it keeps its direction inside
### another sentence. Lengths and counted times stand after a preposition (genitive): "ميلين", not "ميلان".

## Opening the finder. finder-open is a link in guides. finder-failed stands above the plain list when the search cannot start.

finder-open = ابحث عن مساعدة قريبة منك
finder-loading = جارٍ فتح البحث…
finder-failed = البحث لا يعمل الآن على هذا الهاتف أو الحاسوب. القائمة في هذه الصفحة ما زالت تعمل.
finder-only-districts = لا نستطيع الآن أن نبحث عن الرموز البريدية الكاملة والأماكن. يمكنك أن تكتب الجزء الأول من رمزك البريدي، أو أن تستعمل موقعك، أو أن تنظر في القائمة كلها.
finder-no-postcodes = لا نستطيع الآن أن نبحث عن الرموز البريدية والأماكن. يمكنك أن تستعمل موقعك، أو أن تنظر في القائمة كلها.

## The search box. finder-private must stay true: what is typed is never sent and never kept.

finder-search = ابحث عن مساعدة قريبة منك
finder-where = رمزك البريدي (postcode)، أو اسم منطقتك
finder-where-hint = يكفي جزء من الرمز البريدي. ويمكنك أيضًا أن تترك هذا فارغًا.
finder-find = ابحث عن مساعدة
finder-locate = استعمل موقعي
finder-locating = ننتظر موقعك. قد يسألك هاتفك أو حاسوبك أولًا.
finder-locate-failed = لم نحصل على موقعك. اكتب بدلًا منه رمزًا بريديًا أو اسم منطقتك.
finder-private = رمزك البريدي وموقعك يبقيان على هذا الهاتف أو الحاسوب. البحث لا يرسلهما إلى أحد ولا يحفظهما.
finder-start-again = امسح بحثي

## What was found. { $place } is a postcode, a part of one, or the name of an area.

finder-near = مساعدة قريبة من { $place }
finder-near-you = مساعدة قريبة منك
finder-all = كل الخدمات
finder-count =
    { $n ->
        [zero] لم نجد أي خدمة
        [one] وجدنا خدمة واحدة
        [two] وجدنا خدمتين
        [few] وجدنا { $n } خدمات
        [many] وجدنا { $n } خدمة
       *[other] وجدنا { $n } خدمة
    }
finder-none = لا توجد خدمة تناسب هذه الاختيارات.

# How exact the position is. { $distance } is a length, such as "0.4 miles".
finder-exact-postcode = نقيس المسافة من هذا الرمز البريدي.
finder-rough = نقيس المسافة من وسط { $place }، وليس من بيتك. قد تكون على بُعد نحو { $distance } من هناك.
finder-around = لا نعرف المكان الدقيق لـ { $asked }. نقيس المسافة من وسط { $place }. قد تكون على بُعد نحو { $distance } من هناك.
finder-exact-location = نقيس المسافة من المكان الذي أعطانا إياه هاتفك أو حاسوبك. قد يكون فيه خطأ بنحو { $distance }.

# Which council. Only a full postcode is sure; otherwise we say "probably".
finder-council = مجلسك المحلي (council) هو: { $council }.
finder-council-probably = مجلسك المحلي (council) هو على الأرجح: { $council }.
finder-council-or = مجلسك المحلي (council) هو على الأرجح: { $council }. وقد يكون أيضًا: { $others }.

finder-incomplete = هذه بداية الرمز البريدي فقط. من فضلك اكتب أكثر قليلًا.
finder-not-in-region = هذا الرمز البريدي خارج منطقة هذا الموقع. هذه كل الخدمات، بدون مسافات.
finder-not-understood = لا نعرف هذا الرمز البريدي أو هذا المكان. تحقّق من الحروف والأرقام، أو اكتب اسم منطقتك.
finder-ambiguous = هناك أكثر من مكان بهذا الاسم. أيها تقصد؟
finder-did-you-mean = هل تقصد مكانًا آخر؟
# A place and what tells it apart, such as "Newtown, Birmingham".
finder-alternative = { $place }، { $context }

## Choices that make the list shorter. A service stays in the list when we do not know.

finder-kinds = في أي شيء تحتاج إلى مساعدة؟
finder-choices = اختيارات أخرى
finder-language = اللغة التي تريد أن تتكلمها
finder-language-any = أي لغة
finder-only-free = مجانًا
finder-only-no-referral = يمكنني أن أذهب بدون أن يرسلني أحد
finder-only-step-free = بدون درجات
finder-only-children = يمكن للأطفال أن يأتوا
finder-only-not-women = ليست للنساء فقط
finder-choices-note = تبقى الخدمات في القائمة عندما لا نعرف إن كانت مناسبة.
finder-nearest-first = الأقرب أولًا، سواء كان مفتوحًا أو مغلقًا
finder-left-out =
    { $n ->
        [zero] كل الخدمات معروضة.
        [one] خدمة واحدة لا تناسب اختياراتك ولا نعرضها.
        [two] خدمتان لا تناسبان اختياراتك ولا نعرضهما.
        [few] { $n } خدمات لا تناسب اختياراتك ولا نعرضها.
        [many] { $n } خدمة لا تناسب اختياراتك ولا نعرضها.
       *[other] { $n } خدمة لا تناسب اختياراتك ولا نعرضها.
    }
finder-clear-choices = أزل كل الاختيارات

## The list of results

finder-results = النتائج
finder-more = اعرض خدمات أخرى
finder-remote = بالهاتف أو على الإنترنت
finder-secret = العنوان سرّي، لكي يبقى الناس آمنين
finder-no-position = لا نعرف كم هي بعيدة
finder-uncertain = لا نعرف إن كانت تناسب كل اختياراتك. اسألهم أولًا.
finder-only-residents = فقط لمن يسكنون في { $areas }.
finder-only-residents-yours = فقط لمن يسكنون في { $areas }. أنت تسكن هناك.
finder-only-residents-perhaps = فقط لمن يسكنون في { $areas }. ربما تسكن هناك: تحقّق أولًا.
finder-only-residents-elsewhere = فقط لمن يسكنون في { $areas }. يبدو أنك تسكن في مكان آخر.
finder-women = للنساء فقط

# Distances. finder-far puts a length and a direction together: "0.4 miles to the north".
finder-very-near = قريبة جدًا
finder-metres =
    { $n ->
        [zero] { $n } متر
        [one] متر واحد
        [two] مترين
        [few] { $n } أمتار
        [many] { $n } مترًا
       *[other] { $n } متر
    }
finder-yards =
    { $n ->
        [zero] { $n } ياردة
        [one] ياردة واحدة
        [two] ياردتين
        [few] { $n } ياردات
        [many] { $n } ياردة
       *[other] { $n } ياردة
    }
finder-miles =
    { $n ->
        [zero] { $n } ميل
        [one] ميل واحد
        [two] ميلين
        [few] { $n } أميال
        [many] { $n } ميلًا
       *[other] { $n } ميل
    }
finder-kilometres =
    { $n ->
        [zero] { $n } كم
        [one] { $n } كم
        [two] { $n } كم
        [few] { $n } كم
        [many] { $n } كم
       *[other] { $n } كم
    }
finder-far = على بُعد { $distance } { $direction }
finder-walk =
    { $n ->
        [zero] أقل من دقيقة مشيًا
        [one] نحو دقيقة واحدة مشيًا
        [two] نحو دقيقتين مشيًا
        [few] نحو { $n } دقائق مشيًا
        [many] نحو { $n } دقيقة مشيًا
       *[other] نحو { $n } دقيقة مشيًا
    }
finder-bearing-n = نحو الشمال
finder-bearing-ne = نحو الشمال الشرقي
finder-bearing-e = نحو الشرق
finder-bearing-se = نحو الجنوب الشرقي
finder-bearing-s = نحو الجنوب
finder-bearing-sw = نحو الجنوب الغربي
finder-bearing-w = نحو الغرب
finder-bearing-nw = نحو الشمال الغربي

# Things of a list, one after the other: "Arabic, Kurdish, Polish".
finder-list = { $first }، { $second }

## Opening times. Never say "open now" where the text says "usually": people travel on these words.

# What the times are the times of, and the times: "Phone: open now, closes in 20 minutes".
finder-opening = { $what }: { $state }
finder-channel-building = المبنى
finder-channel-telephone = الهاتف
finder-channel-drop-in = بدون موعد
finder-channel-appointment = بموعد
finder-always-answers = يردّون نهارًا وليلًا
finder-open-now = مفتوح الآن
finder-open-usually = مفتوح الآن في العادة. تواصل معهم أولًا
finder-open-until = مفتوح الآن، حتى { $time }
finder-open-usually-until = مفتوح الآن في العادة، حتى { $time }. تواصل معهم أولًا
finder-closes-soon =
    { $n ->
        [zero] مفتوح الآن، يغلق بعد أقل من دقيقة
        [one] مفتوح الآن، يغلق بعد دقيقة واحدة
        [two] مفتوح الآن، يغلق بعد دقيقتين
        [few] مفتوح الآن، يغلق بعد { $n } دقائق
        [many] مفتوح الآن، يغلق بعد { $n } دقيقة
       *[other] مفتوح الآن، يغلق بعد { $n } دقيقة
    }
finder-closes-soon-usually =
    { $n ->
        [zero] مفتوح الآن في العادة، يغلق بعد أقل من دقيقة. تواصل معهم أولًا
        [one] مفتوح الآن في العادة، يغلق بعد دقيقة واحدة. تواصل معهم أولًا
        [two] مفتوح الآن في العادة، يغلق بعد دقيقتين. تواصل معهم أولًا
        [few] مفتوح الآن في العادة، يغلق بعد { $n } دقائق. تواصل معهم أولًا
        [many] مفتوح الآن في العادة، يغلق بعد { $n } دقيقة. تواصل معهم أولًا
       *[other] مفتوح الآن في العادة، يغلق بعد { $n } دقيقة. تواصل معهم أولًا
    }
finder-opens-today = مغلق الآن، يفتح اليوم الساعة { $time }
finder-opens-tomorrow = مغلق الآن، يفتح غدًا الساعة { $time }
finder-opens-on = مغلق الآن، يفتح يوم { $day } الساعة { $time }
finder-usually-opens-today = مغلق الآن في العادة، يفتح اليوم الساعة { $time }. تواصل معهم أولًا
finder-usually-opens-tomorrow = مغلق الآن في العادة، يفتح غدًا الساعة { $time }. تواصل معهم أولًا
finder-usually-opens-on = مغلق الآن في العادة، يفتح يوم { $day } الساعة { $time }. تواصل معهم أولًا
finder-closed = مغلق الآن
finder-hours-unknown = أوقات العمل غير معروفة. تواصل معهم أولًا
finder-closed-for-now = مغلق لفترة. لا نعرف متى يفتح من جديد
finder-closed-until = مغلق لفترة، حتى نهاية يوم { $date }

# The next seven days. finder-spans: from … to, such as "09:00 to 12:30".
finder-week = الأيام السبعة القادمة
finder-span = من { $from } إلى { $to }
finder-span-perhaps = ربما { $span }
finder-day-all = نهارًا وليلًا
finder-day-closed = مغلق
finder-day-unknown = غير معروف
finder-day-different = ليس كالمعتاد
finder-hours-source = الأوقات بكلمات المصدر

## The whole record of a service

finder-back = ارجع إلى القائمة
finder-contact = التواصل
finder-when = متى
finder-address = أين
finder-about = من المفيد أن تعرف
finder-phone = الهاتف
finder-sms = رسالة نصية
finder-whatsapp = واتساب (WhatsApp)
finder-textphone = هاتف نصي للصم (textphone)
finder-relay = خدمة Relay، إذا كنت لا تسمع أو لا تتكلم
finder-email = البريد الإلكتروني
finder-website = موقعهم
finder-call = اتصل
finder-directions = الطريق إلى المكان
# Said with every link that leads away from this site. { $site } is its name, such as "openstreetmap.org".
finder-leaves = يخرج من هذا الموقع: { $site }
finder-call-free = المكالمة مجانية
finder-call-standard = تكلّف مثل المكالمات الأخرى
finder-call-premium = تكلّف أكثر من المكالمات الأخرى
finder-call-unknown = لا نعرف كم تكلّف المكالمة
finder-whatsapp-leaves = واتساب (WhatsApp) شركة أخرى
finder-no-contact = لا نعرف كيف يمكن التواصل معهم.
finder-languages = اللغات
finder-languages-staff = يتكلم الموظفون: { $languages }
finder-languages-unknown = لا نعرف أي لغات يتكلمها الموظفون.
finder-speaks = يتكلم الموظفون { $language }
finder-interprets = يمكنك أن تطلب مترجمًا
finder-interprets-phone = يمكنك أن تطلب مترجمًا عبر الهاتف
finder-speaks-unknown = لا نعرف إن كانوا يتكلمون { $language }
finder-interpreting-yes = يمكنك أن تطلب مترجمًا. قل أي لغة تريد عندما تتواصل معهم.
finder-interpreting-phone = يمكنك أن تطلب مترجمًا عبر الهاتف. قل اسم لغتك أولًا.
finder-interpreting-no = ليس لديهم مترجم.
finder-interpreting-unknown = لا نعرف إن كان لديهم مترجم. اسألهم.
finder-cost = التكلفة
finder-cost-free = مجانًا
finder-cost-some = بعض الأشياء تكلّف مالًا
finder-cost-paid = عليك أن تدفع
finder-cost-unknown = لا نعرف. اسأل أولًا.
finder-referral = من يمكنه أن يذهب
finder-referral-none = يمكنك أن تذهب أو تتصل بدون أن يرسلك أحد.
finder-referral-self = تواصل معهم بنفسك أولًا.
finder-referral-professional = يجب أن يرسلك أحد، مثل طبيب أو مدرسة أو مستشار.
finder-referral-unknown = لا نعرف إن كان يجب أن يرسلك أحد. اسألهم.
finder-access = الدرجات
finder-access-yes = لا توجد درجات
finder-access-no = توجد درجات
finder-access-unknown = لا نعرف. اسأل أولًا.
finder-children = الأطفال
finder-children-yes = يمكن للأطفال أن يأتوا
finder-children-no = لا يمكن للأطفال أن يأتوا
finder-serves = للناس في { $areas }
finder-serves-region = للناس في كل منطقة هذا الموقع
finder-serves-country = للناس في البلد كله
finder-regulated = مشورة الهجرة: مسجّلة لدى { $body }
finder-registration = الرقم { $number }
finder-regulation-checked = نظرنا في السجل في { $date }
finder-no-advice = هم يساعدون، لكن لا يعطون مشورة في الهجرة.
finder-confirmed = آخر مرة تحققنا من هذا: { $date }.
finder-confirmed-by = تحقق من هذا: { $who }
finder-confirmed-website = على موقعهم
finder-confirmed-telephone = بالهاتف
finder-confirmed-email = بالبريد الإلكتروني
finder-confirmed-visit = بالذهاب إلى هناك
finder-confirmed-provider = أخبرتنا الخدمة نفسها
finder-confirmed-old = آخر تحقق: { $date }. هذا قبل أكثر من ستة أشهر: ربما تغيّر شيء. تواصل معهم أولًا.
finder-confirmed-never = لم يتحقق أحد من هذا بعد. تواصل معهم أولًا.
finder-page = صفحة هذه الخدمة
finder-other-language = هذا النص ليس بلغتك بعد.

## The picture of "around you". The list says the same in words.

finder-around-show = اعرض صورة لما حولي
finder-around-hide = أخفِ الصورة
finder-around-text = الصورة: أنت في الوسط، والشمال في الأعلى. الأرقام هي أرقام القائمة. القائمة تذكر كل مسافة واتجاه بالكلمات.
finder-around-you = أنت
finder-around-north = ش
finder-around-far =
    { $n ->
        [zero] لا توجد خدمات أبعد من حدود الصورة.
        [one] خدمة واحدة بعيدة جدًا عن حدود الصورة.
        [two] خدمتان بعيدتان جدًا عن حدود الصورة.
        [few] { $n } خدمات بعيدة جدًا عن حدود الصورة.
        [many] { $n } خدمة بعيدة جدًا عن حدود الصورة.
       *[other] { $n } خدمة بعيدة جدًا عن حدود الصورة.
    }

## A list of one's own. Nothing is kept unless the reader asks; what could put someone in danger is never kept.

finder-save = أضف إلى قائمتي
finder-unsave = أزل من قائمتي
finder-saved =
    { $n ->
        [zero] قائمتي: لا توجد خدمات
        [one] قائمتي: خدمة واحدة
        [two] قائمتي: خدمتان
        [few] قائمتي: { $n } خدمات
        [many] قائمتي: { $n } خدمة
       *[other] قائمتي: { $n } خدمة
    }
finder-shortlist = قائمتي
finder-shortlist-empty = قائمتك فارغة.
finder-keep = احفظ قائمتي على هذا الهاتف أو الحاسوب
finder-keep-note = عندها يستطيع من يستعملون هذا الهاتف أو الحاسوب أيضًا أن يروها.
finder-keep-sensitive =
    { $n ->
        [zero] لا توجد خدمة نمتنع عن حفظها.
        [one] خدمة واحدة لا نحفظها أبدًا، لأنها قد تعرّضك للخطر إذا رآها أحد.
        [two] خدمتان لا نحفظهما أبدًا، لأنهما قد تعرّضانك للخطر إذا رآهما أحد.
        [few] { $n } خدمات لا نحفظها أبدًا، لأنها قد تعرّضك للخطر إذا رآها أحد.
        [many] { $n } خدمة لا نحفظها أبدًا، لأنها قد تعرّضك للخطر إذا رآها أحد.
       *[other] { $n } خدمة لا نحفظها أبدًا، لأنها قد تعرّضك للخطر إذا رآها أحد.
    }
finder-keep-failed = لم يسمح لنا متصفحك بأن نحفظ القائمة.
finder-forget = انسَ كل شيء
finder-forgotten = نُسي كل ما كتبته واخترته هنا. لكن سجل التصفح في متصفحك قد يُظهر أنك زرت هذه الصفحة.
finder-print = اطبع
finder-share = شارك
finder-copied = تم النسخ. يمكنك أن تلصقه في رسالة.
finder-code = أظهر رمزًا لهاتف آخر
finder-code-text = رمز تقرؤه كاميرا هاتف آخر. يفتح صفحة هذه الخدمة على ذلك الهاتف.
finder-share-failed = لم تنجح المشاركة على هذا الهاتف أو الحاسوب.
