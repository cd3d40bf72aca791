mkdir -p themes/mifriendly/icons
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>' > themes/mifriendly/icons/icon.svg
