use super::*;

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:h=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 90 60\">{inside}</svg>"
    )
}

fn written(text: &str) -> String {
    read("a.svg", text).expect("the picture is fine").text
}

#[test]
fn what_is_drawn_is_written_again_and_what_editors_leave_is_not() {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- made by hand -->\n<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" version=\"1.1\" viewBox=\"0,0 90.5 60\" inkscape:version=\"1.3\">\n<svg:metadata><rdf:RDF><rdf:li>Somebody</rdf:li></rdf:RDF></svg:metadata>\n<inkscape:grid/>\n<svg:g inkscape:label=\"A\" data-name=\"b\" style=\"fill:#fff;-inkscape-font-specification:Sans\">\n<svg:text x=\"1\">5 &lt; 6 &amp; <svg:tspan>7</svg:tspan></svg:text></svg:g>\n</svg:svg>";
    assert_eq!(
        written(text),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0,0 90.5 60\"><g style=\"fill:#fff\"><text x=\"1\">5 &lt; 6 &amp; <tspan>7</tspan></text></g></svg>\n"
    );
    let read = read("a.svg", text).expect("fine");
    assert_eq!((read.width, read.height), (90, 60));
}

#[test]
fn a_written_picture_is_read_and_written_the_same() {
    let text = svg(
        "<style>.a{fill:url(#g)} @media (prefers-color-scheme: dark){.a{fill:#000}}</style><defs><linearGradient id=\"g\" gradientTransform=\"rotate(45)\"><stop offset=\"0\" stop-color=\"rgb(1,2,3)\"/></linearGradient><path id=\"p\" d=\"M0 0z\"/></defs><use xlink:href=\"#p\" filter=\"url(#f)\"/><text xml:space=\"preserve\" direction=\"rtl\">نص</text>",
    );
    let once = written(&text);
    assert!(
        once.contains("<use href=\"#p\" filter=\"url(#f)\"/>"),
        "{once}"
    );
    assert_eq!(written(&once), once);
}

#[test]
fn what_runs_loads_or_leads_away_is_refused_at_its_place() {
    for inside in [
        "<script>alert(1)</script>",
        "<h:script>alert(1)</h:script>",
        "<g onload=\"alert(1)\"/>",
        "<foreignObject><h:iframe srcdoc=\"x\"/></foreignObject>",
        "<h:meta http-equiv=\"refresh\" content=\"0;url=https://evil.example/\"/>",
        "<h:img src=\"https://evil.example/\"/>",
        "<h:video src=\"https://evil.example/\"/>",
        "<h:form action=\"javascript:alert(1)\"/>",
        "<h:base href=\"https://evil.example/\"/>",
        "<a href=\"javascript:alert(1)\"><path/></a>",
        "<a xlink:href=\"https://evil.example/\"><path/></a>",
        "<image href=\"https://evil.example/x.png\"/>",
        "<image href=\"#a\"/>",
        "<use href=\"data:image/svg+xml,x#a\"/>",
        "<use xlink:href=\"https://evil.example/x.svg#a\"/>",
        "<use href=\"other.svg#a\"/>",
        "<feImage href=\"https://evil.example/\"/>",
        "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<set attributeName=\"onload\" to=\"alert(1)\"/>",
        "<style>@import url(https://evil.example/);</style>",
        "<style>g{fill:url( \"https://evil.example/\")}</style>",
        "<g style=\"fill:url( &quot;https://evil.example/&quot;)\"/>",
        "<g fill=\"url(https://evil.example/#a)\"/>",
        "<g fill=\"&#117;rl(//evil.example/#a)\"/>",
        "<g xml:base=\"https://evil.example/\"/>",
        "<g h:onclick=\"alert(1)\"/>",
        "<?xml-stylesheet href=\"https://evil.example/\"?>",
        "<text style=\"unicode-bidi:bidi-override;direction:rtl\">42</text>",
        "<g id=\"a\"><use href=\"#b\"/></g><use href=\"#a\"/>",
        "<SCRIPT>alert(1)</SCRIPT>",
    ] {
        let faults = read("a.svg", &svg(inside)).expect_err(inside);
        assert!(faults.iter().all(|f| f.code == Code::BadPicture));
        assert!(faults.iter().all(|f| f.hint.is_some()));
        let at = faults[0].location.as_ref().expect("a place").span.start;
        assert!(at > 100, "{inside}: {:?}", faults[0]);
    }
}

#[test]
fn only_an_svg_that_begins_as_one_is_one() {
    for text in [
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 9 9\"><frameset><frame src=\"javascript:alert(origin)\"/></frameset></html>",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 9 9\"><button formaction=\"javascript:alert(1)\">x</button></html>",
        "<?xml-stylesheet type=\"text/xsl\" href=\"data:text/xml,x\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>",
        "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" viewBox=\"0 0 9 9\"><xsl:template match=\"/\"/></xsl:stylesheet>",
        "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">&a;</svg>",
        "<svg viewBox=\"0 0 9 9\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 0 9\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><g>",
        "",
    ] {
        assert!(read("a.svg", text).is_err(), "{text}");
    }
    let deep = svg(&format!("{}{}", "<g>".repeat(500), "</g>".repeat(500)));
    assert!(read("a.svg", &deep).is_err());
}
