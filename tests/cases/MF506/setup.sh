cd content/rights/housing
echo 'not a picture' > clock.png
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>' > script.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g onload="alert(1)"/></svg>' > event.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><use href="https://example.org/x.svg#a"/></svg>' > outside.svg
echo '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>' > size.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g>' > broken.svg
