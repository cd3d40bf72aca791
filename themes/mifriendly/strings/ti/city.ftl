### The words of this city alone: they take the place of the theme's, and are not in the command.

footer-not-official = ናይ ካውንስል (council) መርበብ ሓበሬታ ኣይኮነን። ናይ መንግስቲ መርበብ ሓበሬታ ኣይኮነን። ናይቲ ቀዳማይ ፕሮጀክት መርበብ ሓበሬታ ኣይኮነን።
service-relay = Relay UK
