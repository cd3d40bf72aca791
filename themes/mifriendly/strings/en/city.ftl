### The words of this city alone: they take the place of the theme's, and are not in the command.

footer-not-official = It is not a council website. It is not a government website. It is not the website of the original project.
service-relay = Relay UK
