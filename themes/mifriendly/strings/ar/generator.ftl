## Words that the generator itself writes into pages, whatever the theme.

### Pages that must not give themselves away

# In tabs, history and link previews of a page on a sensitive subject: it must not say what the page is about.
neutral-title = معلومات
# In link previews of such a page.
neutral-description = معلومات بكلمات بسيطة.

### Services

# A heading over services of which we do not know whom they serve.
area-unknown = المنطقة غير معروفة

### Opening hours

# Times that the source itself is not sure of.
hours-range-perhaps = ربما من { $from } إلى { $to }
# A whole day, among days with other hours.
hours-all-day = نهارًا وليلًا
hours-holidays-closed = مغلق في العطل الرسمية
hours-holidays-unknown = العطل الرسمية: غير معروف
