## Words that the generator itself writes into pages, whatever the theme.

### Pages that must not give themselves away

# In tabs, history and link previews of a page on a sensitive subject: it must not say what the page is about.
neutral-title = ሓበሬታ
# In link previews of such a page.
neutral-description = ሓበሬታ ብቐሊል ቃላት።

### Services

# A heading over services of which we do not know whom they serve.
area-unknown = ከባቢኡ ኣይፍለጥን

### Opening hours

# Times that the source itself is not sure of.
hours-range-perhaps = ምናልባት ካብ { $from } ክሳብ { $to }
# A whole day, among days with other hours.
hours-all-day = ለይትን መዓልትን
hours-holidays-closed = ኣብ ህዝባዊ በዓላት ዕጹው
hours-holidays-unknown = ህዝባዊ በዓላት፦ ኣይፍለጥን
