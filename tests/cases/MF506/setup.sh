cd content/rights/housing
echo 'not a picture' > clock.png
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>' > script.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g onload="alert(1)"/></svg>' > event.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><use href="https://example.org/x.svg#a"/></svg>' > outside.svg
echo '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>' > size.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g>' > broken.svg
echo '<html xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"><frameset><frame src="javascript:alert(origin)"/></frameset></html>' > frameset.svg
echo '<?xml-stylesheet type="text/xsl" href="data:text/xml,<x/>"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' > stylesheet.svg
echo '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" viewBox="0 0 9 9"><xsl:template match="/"><xsl:element name="script">alert(1)</xsl:element></xsl:template></xsl:stylesheet>' > transform.svg
echo '<html xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"><form action="javascript:alert(1)"><button>x</button></form></html>' > form.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"><h:meta http-equiv="refresh" content="0;url=https://evil.example/"/></svg>' > refresh.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>@import url(https://evil.example/);</style></svg>' > import.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>g { fill: url( "https://evil.example/" ) }</style></svg>' > url.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g style="fill:url( &quot;https://evil.example/&quot;)"/></svg>' > style.svg
echo '<?xml-stylesheet type="text/css" href="https://evil.example/"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' > css.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"><h:img src="https://evil.example/"/><h:video src="https://evil.example/"/><h:input type="image" src="https://evil.example/"/></svg>' > img.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><a href="https://evil.example/"><path d="M0 0h9v9z"/></a></svg>' > link.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><set attributeName="fill" to="red"/></g></svg>' > moving.svg
echo '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' > doctype.svg
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><lineargradient id="a"/></svg>' > capitals.svg
