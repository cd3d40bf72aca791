mkdir -p themes/mifriendly/icons themes/mifriendly/script
echo '<script>alert(1)</script>' > themes/mifriendly/icons/page.html
echo '<script>alert(1)</script>' > themes/mifriendly/script/page.html
