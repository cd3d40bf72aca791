## Words that the generator itself writes into pages, whatever the theme.

### Pages that must not give themselves away

# In tabs, history and link previews of a page on a sensitive subject: it must not say what the page is about.
neutral-title = Information
# In link previews of such a page.
neutral-description = Information in plain words.

### Services

# A heading over services of which we do not know whom they serve.
area-unknown = Area not known

### Opening hours

# Times that the source itself is not sure of.
hours-range-perhaps = perhaps { $from } to { $to }
# A whole day, among days with other hours.
hours-all-day = day and night
hours-holidays-closed = Closed on public holidays
hours-holidays-unknown = Public holidays: not known
