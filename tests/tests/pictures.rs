//! Pictures: smaller versions for phones, names that say nothing on sensitive pages, and nothing of the camera.

use end_to_end::City;
use end_to_end::city::{Files, text};
use image::{DynamicImage, ImageFormat, RgbImage};
use std::io::Cursor;

/// A picture of many colours, so that no format makes it tiny.
fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let colour = |x: u32, y: u32| image::Rgb([(x * 7) as u8, (y * 5) as u8, (x ^ y) as u8]);
    let picture = DynamicImage::from(RgbImage::from_fn(width, height, colour));
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, format)
        .expect("a picture can be written");
    bytes.into_inner()
}

fn city_with(file: &str, bytes: &[u8]) -> City {
    let city = City::base();
    city.write(&format!("content/rights/housing/{file}"), bytes);
    let page = city.read("content/rights/housing/en.md");
    city.write(
        "content/rights/housing/en.md",
        format!("{page}\n![A house]({file})\n"),
    );
    city
}

fn media(files: &Files) -> Vec<(&str, u32)> {
    let width = |bytes: &[u8]| image::load_from_memory(bytes).expect("a picture").width();
    let media = files.iter().filter(|(name, _)| name.starts_with("media/"));
    media
        .map(|(name, bytes)| (name.as_str(), width(bytes)))
        .collect()
}

#[test]
fn a_photograph_is_offered_in_sizes_for_phones() {
    for (file, format) in [
        ("house.jpg", ImageFormat::Jpeg),
        ("house.png", ImageFormat::Png),
        ("house.webp", ImageFormat::WebP),
    ] {
        let files = city_with(file, &picture(1200, 600, format)).build(&[]);
        let mut widths: Vec<u32> = media(&files).iter().map(|(_, width)| *width).collect();
        widths.sort_unstable();
        assert_eq!(widths, [480, 960, 1200], "{file}");
        let html = text(&files, "en/rights/housing/index.html");
        assert!(html.contains(" width=\"1200\" height=\"600\""), "{file}");
        assert!(html.contains(" alt=\"A house\""), "{file}");
        let srcset = html
            .split(" srcset=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let mut offered = srcset.expect("a srcset").split(", ").map(|c| {
            let (link, width) = c.split_once(' ').expect("an address and a width");
            let link = link.strip_prefix("../../../").expect("a relative link");
            (
                link,
                width
                    .trim_end_matches('w')
                    .parse::<u32>()
                    .expect("a number"),
            )
        });
        assert!(
            offered.all(|offer| media(&files).contains(&offer)),
            "{srcset:?}"
        );
    }
}

#[test]
fn a_small_picture_and_a_drawing_stay_as_they_are() {
    let files = city_with("house.png", &picture(300, 200, ImageFormat::Png)).build(&[]);
    assert_eq!(media(&files).len(), 1);
    assert!(!text(&files, "en/rights/housing/index.html").contains("srcset"));
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4000 2000\"><path d=\"M0 0\"/></svg>\n";
    let files = city_with("house.svg", svg).build(&[]);
    let published: Vec<&Vec<u8>> = files
        .iter()
        .filter(|(name, _)| name.starts_with("media/"))
        .map(|(_, bytes)| bytes)
        .collect();
    assert_eq!(published, [&svg.to_vec()]);
    let html = text(&files, "en/rights/housing/index.html");
    assert!(html.contains(" width=\"4000\" height=\"2000\""));
}

#[test]
fn a_changed_picture_has_another_name() {
    let city = city_with("house.jpg", &picture(1000, 500, ImageFormat::Jpeg));
    let before = city.build(&[]);
    city.write(
        "content/rights/housing/house.jpg",
        picture(1000, 400, ImageFormat::Jpeg),
    );
    let after = city.build(&[]);
    for (name, _) in media(&before) {
        assert!(!after.contains_key(name), "{name} stayed");
    }
}

#[test]
fn the_name_of_a_picture_on_a_sensitive_page_says_nothing() {
    let city = City::of_case("site-sensitive");
    for folder in ["services/safe-haven", "rights/safety"] {
        let file = format!("content/{folder}/refuge-door.png");
        city.write(&file, picture(600, 300, ImageFormat::Png));
        let page = format!("content/{folder}/en.md");
        let text = city.read(&page);
        city.write(&page, format!("{text}\n![A door](refuge-door.png)\n"));
    }
    let files = city.build(&[]);
    let media = media(&files);
    assert!(!media.is_empty());
    for (name, _) in media {
        for word in ["safe", "haven", "refuge", "door"] {
            assert!(!name.contains(word), "{name}");
        }
    }
}

#[test]
fn the_name_of_a_picture_is_found_as_every_system_writes_it_and_published_in_ascii() {
    let bytes = picture(300, 200, ImageFormat::Png);
    for (file, in_text) in [
        // A camera's ending.
        ("HOUSE_1.PNG", "HOUSE_1.PNG"),
        // macOS stores an accent as a character of its own; a keyboard types one character.
        ("cafe\u{301}.png", "caf\u{e9}.png"),
        ("caf\u{e9}.png", "cafe\u{301}.png"),
        ("\u{628}\u{64a}\u{62a}.png", "\u{628}\u{64a}\u{62a}.png"),
    ] {
        let city = City::base();
        city.write(&format!("content/rights/housing/{file}"), &bytes);
        let page = city.read("content/rights/housing/en.md");
        let page = format!("{page}\n![A house]({in_text})\n");
        city.write("content/rights/housing/en.md", page);
        let files = city.build(&[]);
        let media = media(&files);
        let [(name, 300)] = media[..] else {
            panic!("{file}: {media:?}");
        };
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/.".contains(c);
        assert!(name.chars().all(plain), "{file}: {name}");
    }
}

#[test]
fn a_picture_that_was_cut_off_is_not_published() {
    for (file, format) in [
        ("house.jpg", ImageFormat::Jpeg),
        ("house.png", ImageFormat::Png),
        ("house.webp", ImageFormat::WebP),
    ] {
        let bytes = picture(300, 200, format);
        let mut longer = bytes.clone();
        longer.extend_from_slice(b"what a telephone appends");
        city_with(file, &longer).build(&[]);
        for length in [2000, bytes.len() - 3] {
            let run = city_with(file, &bytes[..length]).run(&["check"]);
            let run = run.ends_with(1);
            assert!(run.stderr.contains("cut off"), "{file}: {}", run.stderr);
            assert!(!run.stderr.contains("MF307"), "{file}: {}", run.stderr);
        }
    }
}

/// An Exif segment as a phone writes it: the picture lies on its side (orientation 6), and a note of the place.
fn exif() -> Vec<u8> {
    // TIFF, big endian, one directory: tag 0x0112, type SHORT, one value, 6.
    let mut tiff = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    tiff.extend(b"GPS 52.4");
    let mut segment = vec![0xff, 0xe1];
    let length = u16::try_from(2 + 6 + tiff.len()).expect("a short segment");
    segment.extend(length.to_be_bytes());
    segment.extend(b"Exif\0\0");
    segment.extend(tiff);
    segment
}

#[test]
fn a_photograph_is_published_upright_and_without_what_its_camera_wrote() {
    let mut photograph = picture(1200, 600, ImageFormat::Jpeg);
    photograph.splice(2..2, exif());
    let files = city_with("house.jpg", &photograph).build(&[]);
    let mut sizes = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("media/")) {
        let holds = |mark: &[u8]| bytes.windows(mark.len()).any(|w| w == mark);
        assert!(!holds(b"Exif") && !holds(b"GPS"), "{name}");
        let picture = image::load_from_memory(bytes).expect("a picture");
        sizes.push((picture.width(), picture.height()));
    }
    sizes.sort_unstable();
    assert_eq!(sizes, [(480, 960), (600, 1200)]);
    let html = text(&files, "en/rights/housing/index.html");
    assert!(html.contains(" width=\"600\" height=\"1200\""), "{html}");
}

#[test]
fn the_original_of_a_photograph_is_never_published() {
    for (file, format, size) in [
        ("house.jpg", ImageFormat::Jpeg, (2016, 1512)),
        ("house.png", ImageFormat::Png, (1300, 350)),
        ("house.webp", ImageFormat::WebP, (1300, 350)),
        ("small.jpg", ImageFormat::Jpeg, (300, 200)),
        ("tall.jpg", ImageFormat::Jpeg, (600, 3200)),
    ] {
        let photograph = picture(size.0, size.1, format);
        let files = city_with(file, &photograph).build(&[]);
        assert!(files.values().all(|bytes| *bytes != photograph), "{file}");
        for (name, width) in media(&files) {
            let bytes = &files[name];
            let seen = image::load_from_memory(bytes).expect("a picture");
            assert!(width <= 1200 && seen.height() <= 1600, "{name}");
        }
    }
}

#[test]
fn what_a_picture_is_published_as_is_told_by_its_bytes() {
    let files = city_with("house.png", &picture(300, 200, ImageFormat::Jpeg)).build(&[]);
    let names: Vec<&str> = media(&files).iter().map(|(name, _)| *name).collect();
    assert!(names.iter().all(|name| name.ends_with(".jpg")), "{names:?}");
}

#[test]
fn a_damaged_photograph_is_refused() {
    let jpeg = picture(1000, 800, ImageFormat::Jpeg);
    let png = picture(1000, 800, ImageFormat::Png);
    let mut spoilt = png.clone();
    let middle = spoilt.len() / 2;
    spoilt[middle] ^= 0xff;
    for (file, bytes) in [
        ("cut.jpg", &jpeg[..2000]),
        ("cut.png", &png[..2000]),
        ("spoilt.png", &spoilt[..]),
    ] {
        let run = city_with(file, bytes).run(&["check"]).ends_with(1);
        assert!(run.stderr.contains("error[MF506]"), "{}", run.stderr);
        assert!(
            run.stderr
                .contains(&format!("content/rights/housing/{file}")),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn the_pictures_of_a_page_have_a_budget() {
    let city = city_with("house.jpg", &picture(1200, 900, ImageFormat::Jpeg));
    let settings = city.read("content/city.toml");
    city.write(
        "content/city.toml",
        format!("{settings}\n[budgets]\npictures = 20000\n"),
    );
    let run = city.run(&["check"]).ends_with(1);
    assert!(
        run.stderr
            .contains("error[MF503]: the pictures of `en/rights/housing/index.html` weigh"),
        "{}",
        run.stderr
    );
}
