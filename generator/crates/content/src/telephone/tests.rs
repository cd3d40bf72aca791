use super::{Fault, dialled};
use crate::country::find;
use finder::service::PhoneKind::{self, Relay, Text, Textphone, Voice, Whatsapp};

fn read(number: &str, kind: PhoneKind) -> Result<String, Fault> {
    dialled(find("GB").unwrap(), number, kind)
}

fn hint(number: &str) -> String {
    read(number, Voice).unwrap_err().hint.unwrap_or_default()
}

#[test]
fn numbers_that_can_be_dialled_pass() {
    for (number, link) in [
        ("024 7678 6666", "+442476786666"),
        ("+44 24 7678 6666", "+442476786666"),
        ("(0121) 496-0123", "+441214960123"),
        ("0800 1111", "+448001111"),
        ("0800 555 111", "+44800555111"),
        ("0808 801 0503", "+448088010503"),
        ("+353 1 679 8700", "+35316798700"),
        ("999", "999"),
        ("112", "112"),
        ("116 123", "116123"),
    ] {
        assert_eq!(read(number, Voice).as_deref(), Ok(link), "{number}");
    }
}

#[test]
fn a_number_nobody_can_dial_is_refused_with_what_to_write() {
    assert_eq!(hint("+44 (0)24 7678 6666"), "write \"024 7678 6666\"");
    assert_eq!(hint("+4402476786666"), "write \"024 7678 6666\"");
    assert_eq!(hint("+44 0808 801 0503"), "write \"0808 801 0503\"");
    assert_eq!(hint("0044 24 7678 6666"), "write \"024 7678 6666\"");
    assert_eq!(hint("24 7678 6666"), "write \"024 7678 6666\"");
    for wrong in [
        "024 7678 666",
        "024 7678 66666",
        "01632 960123",
        "+44 24 7678 66",
        "",
    ] {
        assert!(read(wrong, Voice).is_err(), "{wrong}");
    }
}

#[test]
fn words_beside_a_number_are_sent_where_they_belong() {
    assert_eq!(
        hint("024 7678 6666 ext 12"),
        "write \"024 7678 6666\", and put \"ext 12\" into `label`"
    );
    assert_eq!(
        hint("024 7678 6666 (option 2)"),
        "write \"024 7678 6666\", and put \"(option 2)\" into `label`"
    );
    for two in ["024 7678 6666 / 6667", "024 7678 6666 or 024 7678 6667"] {
        assert!(
            hint(two).starts_with("write one number each: \"024 7678 6666\""),
            "{two}"
        );
    }
    assert_eq!(
        hint("O24 7678 6666"),
        "write the digit 0 instead of the letter"
    );
}

#[test]
fn signs_that_cannot_be_seen_are_named() {
    for (number, name) in [
        ("024\u{a0}7678 6666", "U+00A0"),
        ("\u{200e}024 7678 6666", "U+200E"),
        ("024\u{ad}7678 6666", "U+00AD"),
    ] {
        let fault = read(number, Voice).unwrap_err();
        assert_eq!(fault.what, format!("`{name}` cannot stand in it"));
        assert!(fault.diagnostic(number).message.contains(name));
    }
}

#[test]
fn short_numbers_are_good_for_what_they_are_for() {
    for code in ["85258", "61016", "60066", "999"] {
        assert_eq!(read(code, Text).as_deref(), Ok(code));
    }
    assert!(hint("61016").contains("sms"));
    assert!(read("61016", Whatsapp).is_err());
    assert_eq!(
        read("07860 025 281", Whatsapp).as_deref(),
        Ok("+447860025281")
    );
    assert_eq!(read("18001 111", Relay).as_deref(), Ok("18001111"));
    assert_eq!(
        read("18001 0808 801 0503", Relay).as_deref(),
        Ok("1800108088010503")
    );
    assert!(read("18001 0808 801 05", Relay).is_err());
    assert_eq!(read("18000", Textphone).as_deref(), Ok("18000"));
}

#[test]
fn every_country_of_the_program_has_a_numbering_plan() {
    for country in crate::country::all() {
        assert!(
            country.code.parse::<phonenumber::country::Id>().is_ok(),
            "{}",
            country.code
        );
    }
}
