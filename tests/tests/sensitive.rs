//! What must never be given away: that a page is about a sensitive subject, and where a refuge is.

use end_to_end::City;
use end_to_end::site::{addresses, files_that_hold, pages};

#[test]
fn a_service_of_a_sensitive_kind_gives_nothing_away() {
    let files = City::of_case("site-sensitive").with_region().build(&[]);
    let telling = [
        "haven", "womens", "refuge", "domestic", "abuse", "violent", "hurts",
    ];
    for name in files.keys() {
        assert!(!telling.iter().any(|w| name.contains(w)), "the file {name}");
    }
    let mut hidden = 0;
    for (name, html) in pages(&files) {
        for link in addresses(html) {
            assert!(
                !telling.iter().any(|w| link.contains(w)),
                "{name} links to {link}"
            );
        }
        if name.contains("/services/s-") || name.contains("/rights/safety/") {
            hidden += 1;
            assert!(html.contains("<title>Information</title>"), "{name}");
            let head = html.split("</head>").next().expect("a page has a head");
            assert!(
                !telling.iter().any(|w| head.to_lowercase().contains(w)),
                "{name}: {head}"
            );
        }
    }
    assert_eq!(hidden, 3);
}

#[test]
fn the_place_of_a_confidential_service_stands_in_no_file() {
    let city = City::of_case("site-sensitive").with_region();
    // With a licence the site offers open data too.
    let toml = city.read("content/city.toml");
    city.write(
        "content/city.toml",
        toml + "\n[licence]\nname = \"CC-BY-4.0\"\n",
    );
    let files = city.build(&[]);
    assert!(files.contains_key("data/services.csv"));
    for word in ["Hidden Lane", "ZZ2 9QQ", "ZZ29QQ", "by the canal"] {
        assert_eq!(files_that_hold(&files, word), Vec::<&str>::new(), "{word}");
    }
    let names = files.keys().find(|n| n.starts_with("assets/directory-en-"));
    let directory = finder::directory::Directory::decode(&files[names.expect("a directory")]);
    let directory = directory.expect("it can be read");
    let refuge = directory
        .services
        .iter()
        .find(|s| s.name == "Safe Haven Refuge");
    let refuge = refuge.expect("it can be found");
    assert_eq!(refuge.premises, finder::service::Premises::Confidential);
    assert!(refuge.schedules.is_empty());
}
