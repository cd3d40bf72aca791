//! No file takes more memory or time than an import may need, whatever it contains: each is refused with words.

use std::io::{Cursor, Write as _};

use finder::postcode::{Format, Level};
use postcodes::{ImportError, Importer, Limit, Options};
use zip::write::SimpleFileOptions;

const ROW: &str = "\"CV1 2HL\",10,433399,278455,\"E92000001\",\"E19000001\",\"E18000005\",\"\",\"E08000026\",\"E05001228\"\n";

fn importer() -> Importer {
    Importer::new(Options::new(Format::for_country("GB").expect("a format")))
}

fn add(name: &str, bytes: &[u8]) -> Result<(), ImportError> {
    importer().add(name, bytes)
}

/// A zip of files, each a text repeated so often.
fn zip(files: &[(&str, &[u8], usize)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, text, times) in files {
        archive.start_file(*name, options).expect("a file");
        for _ in 0..*times {
            archive.write_all(text).expect("written");
        }
    }
    archive.finish().expect("a zip").into_inner()
}

fn too_much(name: &str, limit: Limit) -> Result<(), ImportError> {
    Err(ImportError::TooMuch(name.into(), limit))
}

#[test]
fn an_archive_that_unpacks_to_more_is_refused() {
    // Rows without a position are not kept, but read.
    let rows = ROW.replace(",10,433399,278455,", ",90,0,0,").repeat(10_000);
    let many = usize::try_from(Limit::Unpacked.most()).expect("small") / rows.len() + 1;
    let bytes = zip(&[("cv.csv", rows.as_bytes(), many)]);
    assert!(bytes.len() < 3_000_000, "a bomb of {} bytes", bytes.len());
    assert_eq!(add("a.zip", &bytes), too_much("cv.csv", Limit::Unpacked));
}

#[test]
fn what_is_no_postcode_is_not_unpacked() {
    let blank = vec![b' '; 1 << 20];
    // Neither in its own form nor as a zip inside, however large.
    let bytes = zip(&[
        ("a.csv", ROW.as_bytes(), 1),
        ("b.csv", &blank, 300),
        ("c.bin", b"PK\x03\x04 and more\n", 9_000_000),
    ]);
    assert_eq!(add("a.zip", &bytes), Ok(()));
}

#[test]
fn a_code_list_that_unpacks_to_more_is_refused() {
    let blank = vec![b' '; 1 << 20];
    let list = zip(&[("xl/sharedStrings.xml", &blank, 300)]);
    let why = |name: &str| {
        Err(ImportError::Archive(
            name.into(),
            "xl/sharedStrings.xml: it is larger than 8 MB".into(),
        ))
    };
    assert_eq!(add("codelist.xlsx", &list), why("codelist.xlsx"));
    let bytes = zip(&[
        ("Doc/Codelist.xlsx", &list, 1),
        ("cv.csv", ROW.as_bytes(), 1),
    ]);
    assert_eq!(add("a.zip", &bytes), why("Doc/Codelist.xlsx"));
    let bytes = zip(&[("Doc/licence.txt", &blank, 300)]);
    assert_eq!(
        add("a.zip", &bytes),
        Err(ImportError::Archive(
            "Doc/licence.txt".into(),
            "Doc/licence.txt: it is larger than 16 MB".into()
        ))
    );
}

#[test]
fn a_line_without_an_end_is_refused() {
    let line = "\"CV1 2HM\",10,\"".to_owned() + &"x".repeat(9_000);
    let text = ROW.to_owned() + &line;
    assert_eq!(
        add("cv.csv", text.as_bytes()),
        too_much("cv.csv", Limit::Line)
    );
    let bytes = zip(&[("cv.csv", text.as_bytes(), 1)]);
    assert_eq!(add("a.zip", &bytes), too_much("cv.csv", Limit::Line));
    // A quotation mark that nobody closes costs its own row.
    let text = "\"CV1 2HM,10,1,1\n".to_owned() + ROW;
    assert_eq!(
        add("cv.csv", text.as_bytes()),
        Err(ImportError::UnknownForm("cv.csv".into()))
    );
    let mut importer = importer();
    let text = ROW.to_owned() + "\"CV1 2HM,10,1,1\n" + &ROW.replace("2HL", "2HN");
    assert_eq!(importer.add("cv.csv", text.as_bytes()), Ok(()));
    let report = importer.finish(Level::Unit).expect("two postcodes").report;
    assert_eq!((report.rows, report.kept), (3, 2));
}

#[test]
fn an_archive_may_not_promise_any_number_of_files() {
    let names: Vec<String> = (0..2_001).map(|at| format!("{at}.csv")).collect();
    let files: Vec<(&str, &[u8], usize)> = names
        .iter()
        .map(|name| (name.as_str(), ROW.as_bytes(), 1))
        .collect();
    let refused = |bytes: &[u8], why: &str| {
        let error = add("a.zip", bytes).expect_err("refused").to_string();
        assert!(error.contains(why), "{error}");
    };
    refused(&zip(&files), "more than 2000 files");

    // The end of a Zip64 archive with 2^40 files.
    let mut bytes = zip(&[("cv.csv", ROW.as_bytes(), 1)]);
    let end = bytes.split_off(bytes.len() - 22);
    let at = bytes.len() as u64;
    let count = 1_u64 << 40;
    bytes.extend(b"PK\x06\x06");
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [count, count, 46, at] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend(b"PK\x06\x07\0\0\0\0");
    bytes.extend(at.to_le_bytes());
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(end);
    refused(&bytes, "Zip64");
}

#[test]
fn more_places_than_a_gazetteer_holds_are_refused() {
    let mut text = String::new();
    for at in 0..=Limit::Places.most() {
        text += &format!(
            "GB\tCV1 2HL\tPlace {at}\tEngland\tENG\tWarwickshire\t\tCoventry\tE08000026\t52.4\t-1.5\t6\n"
        );
    }
    assert_eq!(
        add("GB.txt", text.as_bytes()),
        too_much("GB.txt", Limit::Places)
    );
}

#[test]
fn more_postcodes_than_a_region_has_are_refused() {
    let letters: Vec<char> = "ABDEFGHJLNPQRSTUWXYZ".chars().collect();
    let mut text = String::new();
    let mut count = 0;
    'all: for area in ["B", "CV", "DY", "WS", "WV", "M", "L", "S"] {
        for sector in 10..1_000 {
            for unit in 0..400 {
                if count > Limit::Rows.most() {
                    break 'all;
                }
                count += 1;
                let (a, b) = (letters[unit / 20], letters[unit % 20]);
                text += &format!(
                    "{:<8},10,433399,278455,E92000001,E19000001,E18000005,,E08000026,E05001228\n",
                    format!("{area}{} {}{a}{b}", sector / 10, sector % 10)
                );
            }
        }
    }
    let mut importer = importer();
    let refused = importer.add("all.csv", text.as_bytes());
    assert_eq!(refused, too_much("all.csv", Limit::Rows));
    let words = refused.expect_err("refused").to_string();
    assert!(words.contains("`areas = "), "{words}");
}
