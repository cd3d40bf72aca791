//! What readers' browsers get.

use super::*;
use crate::model::{CalloutKind, Target};
use crate::parse::{Options, parse};
use crate::resolver::{Beside, Drawn, PictureFile, ServiceLink, TermLink};
use crate::text;
use proptest::prelude::*;

/// A city that has everything the tests ask for.
struct City {
    direction: Direction,
    /// Whether statements show their source.
    unchecked: bool,
    /// Whether facts, terms, pages and the like exist.
    complete: bool,
}

const ENGLISH: City = City {
    direction: Direction::LeftToRight,
    unchecked: false,
    complete: true,
};
const ARABIC: City = City {
    direction: Direction::RightToLeft,
    unchecked: true,
    complete: true,
};

fn drawn(html: &str, text: &str) -> Option<Drawn> {
    Some(Drawn {
        html: html.to_owned(),
        text: text.to_owned(),
    })
}

impl Resolver for City {
    fn direction(&self) -> Direction {
        self.direction
    }
    fn href(&self, target: &Target) -> Option<String> {
        self.complete.then(|| match target {
            Target::External(url) => url.clone(),
            Target::Email(address) => format!("mailto:{address}"),
            Target::Telephone(number) => format!("tel:{number}"),
            Target::Page { path, anchor } => {
                format!(
                    "{path}{}",
                    anchor.as_ref().map_or(String::new(), |a| format!("#{a}"))
                )
            }
            Target::Anchor(id) => format!("#{id}"),
        })
    }
    fn fact(&self, name: &str) -> Option<Drawn> {
        (self.complete && name == "days").then(|| drawn("42&nbsp;days", "42\u{a0}days"))?
    }
    fn term(&self, _: &str) -> Option<TermLink> {
        self.complete.then(|| TermLink {
            href: "../glossary/#x".to_owned(),
            explanation: Some("\"Quoted\" <words>".to_owned()),
        })
    }
    fn service(&self, _: &str) -> Option<ServiceLink> {
        self.complete.then(|| ServiceLink {
            name: "Law & Co".to_owned(),
            href: "../services/law/".to_owned(),
        })
    }
    fn picture(&self, source: &str) -> Option<PictureFile> {
        self.complete.then(|| PictureFile {
            src: source.to_owned(),
            width: 320,
            height: 200,
            srcset: Some("a-320.webp 320w, a-640.webp 640w".to_owned()),
        })
    }
    fn include(&self, page: &str, section: &str) -> Option<Drawn> {
        drawn(&format!("<p>{page} {section}</p>"), page)
    }
    fn finder(&self, kinds: &[&str]) -> Option<Drawn> {
        drawn(
            &format!("<div class=\"finder\">{}</div>", kinds.len()),
            "Find help",
        )
    }
    fn only_label(&self, _: &str) -> String {
        "Only in Coventry".to_owned()
    }
    fn callout_label(&self, _: CalloutKind) -> String {
        "Be careful".to_owned()
    }
    fn beside(&self, _: &str) -> Option<Beside> {
        self.unchecked.then(|| Beside {
            language: "en".to_owned(),
            direction: Direction::LeftToRight,
            drawn: drawn("You must go.", "You must go.").unwrap(),
        })
    }
}

fn write(markdown: &str, city: &City) -> String {
    let (document, _) = parse("en.md", markdown, 0, &Options::default());
    document.sections.iter().map(|s| section(s, city)).collect()
}

fn plain(markdown: &str, city: &City) -> String {
    let (document, _) = parse("en.md", markdown, 0, &Options::default());
    document
        .sections
        .iter()
        .map(|s| text::section(s, city))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn everyday_text_is_small_and_valid() {
    for (markdown, html) in [
        (
            "## Your *notice* {#n}\n\nSay \"no\" & **go**\nnow\\\nor ~~not~~ `a<b`.\n",
            "<h2>Your <em>notice</em></h2><p>Say &quot;no&quot; &amp; <strong>go</strong> now<br>or <s>not</s> <code>a&lt;b</code>.</p>",
        ),
        (
            "- a\n\n- b\n  - c\n\n3. x\n\n   y\n",
            "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol start=\"3\"><li><p>x</p><p>y</p></li></ol>",
        ),
        (
            "- [ ] Passport\n- [x] Letter\n",
            "<ul class=\"tasks\"><li>☐ Passport</li><li>☑ Letter</li></ul>",
        ),
        (
            "> Quoted\n\n***\n\n    code\n",
            "<blockquote><p>Quoted</p></blockquote><hr><pre><code>code\n</code></pre>",
        ),
        (
            "> [!CAUTION]\n> Stop.\n",
            "<aside class=\"callout caution\" role=\"note\"><p class=\"label\">Be careful</p><p>Stop.</p></aside>",
        ),
        (
            "```only council=coventry\nHere.\n```\n",
            "<div class=\"only\"><p class=\"label\">Only in Coventry</p><p>Here.</p></div>",
        ),
        (
            "```finder\nkinds = [\"a\", \"b\"]\n```\n\n```include\npage = \"p\"\nsection = \"s\"\n```\n",
            "<div class=\"finder\">2</div><p>p s</p>",
        ),
    ] {
        assert_eq!(write(markdown, &ENGLISH), html);
    }
}

#[test]
fn links_facts_terms_services_and_pictures_come_from_the_city() {
    let markdown = "[a](../b/#c) [](fact:days) [t](term:x) [](service:law) [us](service:law)\n\n![A \"clock\"](c.png \"Half past\")\n\n![A](c.png) x\n";
    assert_eq!(
        write(markdown, &ENGLISH),
        "<p><a href=\"../b/#c\">a</a> 42&nbsp;days \
         <a class=\"term\" href=\"../glossary/#x\" title=\"&quot;Quoted&quot; &lt;words&gt;\">t</a> \
         <a href=\"../services/law/\">Law &amp; Co</a> <a href=\"../services/law/\">us</a></p>\
         <figure><img src=\"c.png\" srcset=\"a-320.webp 320w, a-640.webp 640w\" sizes=\"100vw\" alt=\"A &quot;clock&quot;\" width=\"320\" height=\"200\" loading=\"lazy\"><figcaption>Half past</figcaption></figure>\
         <p><img src=\"c.png\" srcset=\"a-320.webp 320w, a-640.webp 640w\" sizes=\"100vw\" alt=\"A\" width=\"320\" height=\"200\" loading=\"lazy\"> x</p>"
    );
}

#[test]
fn what_the_city_lacks_leaves_no_hole_in_the_sentence() {
    let city = City {
        complete: false,
        ..ENGLISH
    };
    assert_eq!(
        write(
            "Within [](fact:days) see [a](../b/) [t](term:x) [](service:law) ![A](c.png)\n",
            &city
        ),
        "<p>Within [days] see a t [law] [A]</p>"
    );
}

#[test]
fn statements_have_ids_and_show_their_source_where_nobody_has_checked() {
    let markdown = "اذهب. {#go}\n\n- وقّع. {#sign}\n  - لا\n";
    let source = "<p class=\"source\" lang=\"en\" dir=\"ltr\">You must go.</p>";
    assert_eq!(
        write(markdown, &ARABIC),
        format!(
            "<p class=\"statement\" id=\"go\">اذهب.</p>{source}<ul><li class=\"statement\" id=\"sign\">وقّع.{source}<ul><li>لا</li></ul></li></ul>"
        )
    );
    assert!(!write(markdown, &ENGLISH).contains("source"));
}

#[test]
fn tables_are_regions_with_names_that_differ() {
    let table = "| Who | [](fact:days) |\n|:-:|--:|\n| You | 3 |\n\n";
    let html = write(&format!("## Cost {{#cost}}\n\n{table}{table}"), &ENGLISH);
    assert!(html.contains(
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Cost: Who, 42\u{a0}days\"><table><thead><tr>\
         <th scope=\"col\" class=\"centre\">Who</th><th scope=\"col\" class=\"end\">42&nbsp;days</th></tr></thead>\
         <tbody><tr><td class=\"centre\">You</td><td class=\"end\">3</td></tr></tbody></table></div>"
    ));
    assert!(html.contains("aria-label=\"Cost: Who, 42\u{a0}days 2\""));
}

#[test]
fn numbers_stay_whole_in_right_to_left_text() {
    let markdown = "اتصل على 0800 123 4567 أو [024 7622 3053](tel:02476223053) أو `a b` عند [](service:law).\n";
    assert_eq!(
        write(markdown, &ARABIC),
        "<p>اتصل على <bdi dir=\"ltr\">0800 123 4567</bdi> أو <a href=\"tel:02476223053\"><bdi dir=\"ltr\">024 7622 3053</bdi></a> \
         أو <code dir=\"auto\">a b</code> عند <a href=\"../services/law/\"><bdi>Law &amp; Co</bdi></a>.</p>"
    );
    assert_eq!(
        plain(markdown, &ARABIC),
        "اتصل على \u{2066}0800 123 4567\u{2069} أو \u{2066}024 7622 3053\u{2069} أو a b عند Law & Co."
    );
    assert!(!write(markdown, &ENGLISH).contains("bdi"));
}

#[test]
fn plain_text_has_a_line_for_each_block() {
    assert_eq!(
        plain(
            "## Go {#go}\n\nWithin [](fact:days)\nof *it*.\n\n1. a\n2. b\n   - c\n\n- [x] d\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n> [!TIP]\n> e\n\n![A clock](c.svg)\n",
            &ENGLISH
        ),
        "Go\nWithin 42\u{a0}days of it.\n1. a\n2. b\n- c\n☑ d\nA | B\n1 | 2\nBe careful\ne\nA clock"
    );
}

/// Whether every element that is opened is closed in order, attributes are quoted, and nothing but tags begins with `<`.
fn is_balanced(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        if rest[..start].contains('>') {
            return false;
        }
        let Some(end) = rest[start..].find('>') else {
            return false;
        };
        let tag = &rest[start + 1..start + end];
        rest = &rest[start + end + 1..];
        if !tag.matches('"').count().is_multiple_of(2) {
            return false;
        }
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return false;
            }
            continue;
        }
        let name = tag.split(' ').next().unwrap_or_default();
        if name.is_empty()
            || !name
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        {
            return false;
        }
        if !["br", "hr", "img"].contains(&name) {
            open.push(name);
        }
    }
    open.is_empty() && !rest.contains('>')
}

proptest! {
    #[test]
    fn html_of_any_text_is_balanced_and_runs_nothing(
        text in prop_oneof![crate::parse::tests::marks(), any::<String>()],
        right_to_left in any::<bool>(),
    ) {
        let html = write(&text, if right_to_left { &ARABIC } else { &ENGLISH });
        prop_assert!(is_balanced(&html), "{}", html);
        prop_assert!(!html.to_lowercase().contains("<script"));
        prop_assert!(!html.to_lowercase().contains("href=\"javascript"));
        plain(&text, &ARABIC);
    }
}
