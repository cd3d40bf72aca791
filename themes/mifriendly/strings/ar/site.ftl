# The words of the pages themselves.

### On every page

# A hidden link for people who use a keyboard or a screen reader.
skip = انتقل إلى النص
menu = القائمة
# Names of groups of links, read aloud by screen readers.
menu-main = القائمة الرئيسية
menu-foot = صفحات أخرى
breadcrumbs = أين أنت الآن
# The button that opens another, harmless website at once.
exit = غادر هذا الموقع الآن
# Stands at the foot of every page. It must not promise more than is true.
exit-limits = «{ exit }» يفتح موقعًا آخر. وهو لا يستطيع أن يخفي كل شيء. سجل التصفح في متصفحك، وصاحب الهاتف، وصاحب شبكة الواي فاي (Wi-Fi)، والشركة التي تحفظ هذه الصفحات، قد يُظهرون رغم ذلك أنك كنت هنا.
urgent-heading = مساعدة عاجلة
urgent-more = المزيد من المساعدة العاجلة
# For screen readers: the group of short news on top of a page.
notices = أخبار يجب أن تعرفها
notice-urgent = عاجل
notice-information = خبر
print = اطبع هذه الصفحة
# Printed under a page on paper. The web address follows.
print-address = هذه الصفحة على الإنترنت. ابحث هناك عن نسخة أحدث:

### Languages

language = اللغة
# Beside a language in the list: this page is not in that language yet.
language-missing = لم تُترجم بعد
# { $language } is the name of the reader's language, { $shown } that of the text.
page-untranslated = هذه الصفحة ليست بعد باللغة { $language }. أنت تراها باللغة { $shown }.

### Who runs the site

# { $operator } is a name.
footer-run-by = يدير هذا الموقع: { $operator }.
footer-not-official = ليس هذا موقعًا حكوميًا.
footer-general = المعلومات هنا عامة. وهي ليست مشورة في حالتك.
corrections = أخبرنا عن خطأ
# Stands beside every link for corrections.
corrections-warning = لا ترسل إلينا أي تفاصيل عن حالتك.

### Home and lists

home-help = ابحث عن مساعدة قريبة منك
home-help-note = رمزك البريدي يبقى على هاتفك.
home-urgent = مساعدة عاجلة الآن
home-themes = مواضيعنا الخمسة
home-more = المزيد من هذا الموقع
themes = المواضيع الخمسة

### Guides: top

on-this-page = في هذه الصفحة
# Before a list of groups of people, for example “refugees”.
applies-to = هذا من أجل:
withdrawn-heading = لا تستعمل هذه الصفحة
withdrawn = سحبنا هذا الدليل لأن فيه شيئًا خاطئًا. إذا كانت لديك نسخة على ورق أو على هاتفك، فلا تستعملها.
withdrawn-why = ما كان خاطئًا:
not-advice = هذه معلومات عامة. وهي ليست مشورة في حالتك.

### Guides: who wrote it and who checked it

provenance = عن هذه الصفحة
not-reviewed = لم يراجع أي مستشار هذه الصفحة بعد. اسأل مستشارًا قبل أن تتصرف بناءً عليها.
# { $by } is a person or an organisation.
reviewed = راجعها { $by } في { $date }.
next-review = سنتحقق من هذه الصفحة مرة أخرى قبل { $date } أو فيه.
# Shown when that day has passed.
review-late = كنا ننوي أن نتحقق من هذه الصفحة مرة أخرى قبل { $date } أو فيه. قد تكون قديمة.
sources = من أين تأتي المعلومات
# On a translated page: a link to the list of sources, which stands on the page in its first language.
sources-elsewhere = من أين تأتي المعلومات: القائمة على الصفحة باللغة { $language }
sources-elsewhere = من أين تأتي المعلومات: القائمة موجودة في الصفحة باللغة { $language }
# When somebody last looked at a source.
source-seen = رأيناه في { $date }
source-not-official = ليس مصدرًا رسميًا
attributions = تراخيص البيانات التي نستعملها

### Translations

translated-by-machine = ترجمت آلة هذه الصفحة. لم يراجعها أي إنسان. قد تكون فيها أخطاء.
translated-by-person = ترجم إنسان هذه الصفحة. لم يراجعها شخص آخر.
# { $translator } is a name.
translated-by = الترجمة: { $translator }.
translated-on = تُرجمت في { $date }.
# { $by } is a person or an organisation.
translation-checked = راجع الترجمة { $by } في { $date }.
translation-checked-undated = راجع الترجمة { $by }.
# { $language } is the name of the source language, for example English.
read-source = اقرأها باللغة { $language }
outdated-heading = هذه الأجزاء أقدم من النص باللغة { $language }، أو لم تُترجم بعد:
# Marks on one section.
section-stale = هذا الجزء أقدم من النص باللغة { $language }. ربما تغيّر شيء.
section-unsafe = لا تعتمد على هذا الجزء. تغيّر رقم أو تاريخ أو مبلغ من المال أو رقم هاتف في النص باللغة { $language }.
section-unrecorded = لا نستطيع أن نعرف إن كان هذا الجزء يقول نفس ما يقوله النص باللغة { $language }.
section-missing = هذا الجزء لم يُترجم بعد. أنت تراه باللغة { $language }.
section-read-source = اقرأ هذا الجزء باللغة { $language }

### Law that changes on a day

law-future = يبدأ هذا القانون في { $date }. قبل ذلك اليوم ليس هو القانون.
law-past = لم يعد هذا هو القانون منذ { $date }. لا تعتمد عليه.
law-show = اعرض هذا الجزء

### Marks inside a text

callout-note = ملاحظة
callout-tip = نصيحة
callout-important = مهم
callout-warning = انتبه
callout-caution = احذر
# Above a passage that holds in one council's area only. { $area } is the name of the area.
only-in = في { $area } فقط
# After a figure that we saw only in a second-hand source.
fact-not-confirmed = غير مؤكّد
# { $kinds } is a list of kinds of help.
finder-block = ابحث عن مساعدة قريبة منك: { $kinds }

### Moving between pages

previous = قبل هذا
next = التالي
neighbours = صفحات أخرى في هذا القسم

### The “get help” box

help-heading = احصل على مساعدة في هذا
# { $kinds } is a list of kinds of help, such as “Housing, Legal advice”.
help-kinds = مساعدة في: { $kinds }
help-open = ابحث عن مساعدة قريبة منك

### The finder's page

directory-heading = كل الخدمات
directory-count = { $n ->
    [zero] لا توجد خدمات
    [one] خدمة واحدة
    [two] خدمتان
    [few] { $n } خدمات
    [many] { $n } خدمة
   *[other] { $n } خدمة
}
open-data = خذ هذه الخدمات كبيانات مفتوحة:
directory-areas = انتقل إلى منطقة

### A service

service-by = تديرها { $organization }
service-text = رسالة نصية
service-whatsapp = واتساب (WhatsApp)
service-textphone = هاتف نصي للصم (textphone)
service-relay = خدمة الترحيل (relay)
service-email = البريد الإلكتروني
service-website = الموقع
service-address = العنوان
service-directions = الطريق إلى المكان
# After the link to directions: it opens a map on another website.
service-directions-note = يفتح موقعًا آخر
service-building = أوقات فتح المبنى
service-drop-in = تعال بدون موعد
service-appointment = بموعد
service-languages = اللغات
service-cost = التكلفة
service-access = من يمكنه أن يذهب
# Before several facts that nobody knows yet.
service-unknown = غير معروف:
unknown = غير معروف
unknown-contact = غير معروف. تواصل معهم قبل أن تذهب.
opening-times = أوقات العمل
call-free = المكالمة مجانية
call-standard = بسعر المكالمة العادي
call-premium = مكالمة غالية
cost-free = مجانًا
cost-some = بعض الأشياء تكلّف مالًا
cost-paid = عليك أن تدفع
referral-none = يمكنك أن تذهب بنفسك. لا يلزم أن يرسلك أحد.
referral-self = تطلب منهم بنفسك أولًا
referral-professional = يجب أن يحيلك أحد، مثل طبيب أو أخصائي اجتماعي أو جمعية خيرية
interpreting-available = يمكن أن يحضر مترجم
interpreting-by-telephone = مترجم عبر الهاتف
interpreting-not-available = لا يوجد مترجم
step-free-yes = لا توجد درجات عند الدخول
step-free-no = توجد درجات عند الدخول
women-only = للنساء فقط
children-yes = الأطفال مرحّب بهم
children-no = لا يمكنك أن تحضر أطفالًا
residents-only = فقط لمن يسكنون في: { $areas }
serves = للناس في: { $areas }
confidential = العنوان سرّي لكي يبقى الناس آمنين. تواصل معهم أولًا.
closed-now = مغلقة لفترة
closed-until = مغلقة حتى { $date }
# How somebody made sure that the details of a service are right.
confirmed = آخر تأكيد للتفاصيل في { $date }
confirmed-website = على موقعها
confirmed-telephone = بالهاتف
confirmed-email = بالبريد الإلكتروني
confirmed-visit = بزيارة
confirmed-provider = من الخدمة نفسها
confirmed-by = أكّدها: { $name }
hours-confirmed = تأكيد الأوقات في { $date }
# Nobody has made sure of the details of this service.
not-confirmed = غير مؤكّدة بعد. تواصل معهم قبل أن تذهب.
# Added by the reader's own device.
confirmed-old = كان هذا قبل أكثر من ستة أشهر. تواصل معهم قبل أن تذهب.
regulated = مشورة الهجرة تحت رقابة { $body }
registration = رقم التسجيل { $number }
regulation-checked = تحققنا من السجل في { $date }
# We saw no registration, or the service says that it gives no such advice.
not-regulated = نحن لا نذكرها كمستشار هجرة. قبل أن تأخذ مشورة في الهجرة، اطلب رقم التسجيل.
sources-of-record = من أين تأتي هذه التفاصيل

### Page not found

not-found = لا نجد هذه الصفحة
not-found-text = ربما نُقلت الصفحة، أو ربما في العنوان خطأ.
not-found-choose = ابدأ من جديد بلغتك:

### Choosing a language, and pages that moved

choose-language = اختر لغتك
moved = نُقلت هذه الصفحة
moved-to = اذهب إلى الصفحة
