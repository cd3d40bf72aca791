### The words of this city alone: they take the place of the theme's, and are not in the command.

footer-not-official = ليس هذا موقع مجلس محلي (council). وليس موقعًا حكوميًا. وليس موقع المشروع الأصلي.
service-relay = خدمة Relay UK
