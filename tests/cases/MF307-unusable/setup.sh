# Each is there and cannot be shown: that is said once, and not that it is not there.
cd content/rights/housing
echo 'GIF89a' > a.gif
echo 'a photograph of a telephone' > b.HEIC
echo '<svg xmlns="http://www.w3.org/2000/svg">' > c.svg
echo 'words' > d.docx
printf '\n![One](a.gif) ![Two](b.HEIC) ![Three](c.svg) ![Four](d.docx) ![Five](e.gif)\n' >> en.md
