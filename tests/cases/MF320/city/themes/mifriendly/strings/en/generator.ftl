neutral-title = Page
neutral-description Words.
