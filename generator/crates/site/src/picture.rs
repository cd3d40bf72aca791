//! Pictures: what they are, how large, and under which names they are published.

use crate::model::Picture;
use crate::sources::Source;
use crate::svg;
use diagnostics::{Code, Diagnostic, Location};
use std::sync::Arc;

/// Widths in pixels of the smaller versions made of a photograph: a phone, and a phone with a dense screen.
const WIDTHS: [u32; 2] = [480, 960];

/// The endings of pictures that a page can show; a camera may write them in capitals.
const SHOWN: [&str; 5] = ["png", "jpg", "jpeg", "webp", "svg"];
/// The endings of pictures that not every browser shows, or that weigh too much.
const NOT_SHOWN: [&str; 8] = ["gif", "heic", "heif", "avif", "bmp", "tif", "tiff", "ico"];

/// Whether a file is a picture by its ending, one that a page can show or not.
pub fn is_picture(name: &str) -> bool {
    let ending = ending(name);
    SHOWN.contains(&&*ending) || NOT_SHOWN.contains(&&*ending)
}

fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_ascii_lowercase()
}

/// Looks at a picture. Where it is published is named after the page at `path` and the picture's own `name`; `None` gives a name that
/// says nothing, for pages on sensitive subjects.
///
/// # Errors
/// Everything for which it cannot be used.
pub fn inspect(
    path: Option<&str>,
    name: &str,
    source: &Source,
) -> Result<Picture, Vec<Diagnostic>> {
    let bad = |why: String| {
        let diagnostic = Diagnostic::new(
            Code::BadPicture,
            format!("this picture cannot be used: {why}"),
        );
        vec![diagnostic.at(Location::file(source.path.as_str()))]
    };
    let ending = ending(name);
    if NOT_SHOWN.contains(&&*ending) {
        let problems = bad(format!("its format is {}", ending.to_ascii_uppercase()));
        let hint = "save it as JPEG, PNG, WebP or SVG";
        return Err(problems.into_iter().map(|p| p.hint(hint)).collect());
    }
    let (bytes, width, height): (Arc<[u8]>, u32, u32) = if ending == "svg" {
        let text = source.text().map_err(|problem| vec![problem])?;
        let svg = svg::read(&source.path, text)?;
        (svg.text.into_bytes().into(), svg.width, svg.height)
    } else {
        if !is_whole(&source.bytes) {
            return Err(bad(
                "the file is cut off before the end of the picture: copy it again".into(),
            ));
        }
        let (width, height) = photograph_size(&source.bytes).map_err(bad)?;
        (source.bytes.clone(), width, height)
    };
    let hash = &blake3::hash(&bytes).to_hex()[..8];
    let says = published_name(path, name);
    let published = |suffix: &str| format!("media/{says}-{hash}{suffix}.{ending}");
    let variants = WIDTHS
        .iter()
        .filter(|w| ending != "svg" && **w < width)
        .map(|w| (*w, published(&format!("-{w}"))))
        .collect();
    Ok(Picture {
        file: source.path.clone(),
        output: published(""),
        variants,
        width,
        height,
        metadata: has_metadata(&bytes),
        bytes,
    })
}

/// What the published name says before its hash, in ASCII: some hosts and programs for copying do not keep other letters.
fn published_name(path: Option<&str>, name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words = path.map(|path| [path, stem].map(document::ascii_words));
    let words: Vec<String> = words.into_iter().flatten().collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words
        .into_iter()
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()[..]
    {
        [] => "p".to_owned(),
        ref words => words.join("-"),
    }
}

/// Width and height in pixels as the picture is seen: a phone that was held upright writes its picture lying, and says so.
fn photograph_size(bytes: &[u8]) -> Result<(u32, u32), String> {
    let size = imagesize::blob_size(bytes).map_err(|e| e.to_string())?;
    let pixels = |n: usize| u32::try_from(n).map_err(|e| e.to_string());
    let (width, height) = (pixels(size.width)?, pixels(size.height)?);
    // Exif 2.32, tag 0x0112: 5 to 8 turn the picture by a quarter.
    let exif = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes));
    let orientation = exif.ok().and_then(|exif| {
        let field = exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?;
        field.value.get_uint(0)
    });
    Ok(match orientation {
        Some(5..=8) => (height, width),
        _ => (width, height),
    })
}

/// Whether the bytes of a JPEG, PNG or WebP reach to its end; a browser shows one that was cut off by half. Other bytes are for others to refuse.
fn is_whole(bytes: &[u8]) -> bool {
    let holds = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|w| w == mark);
    match bytes {
        // ITU-T T.81: the end (FF D9) stands after the start of the scan. A preview within the segments before has an end of its own.
        [0xff, 0xd8, rest @ ..] => jpeg_scan(rest).is_some_and(|scan| holds(scan, &[0xff, 0xd9])),
        // The last chunk, with its checksum.
        [0x89, b'P', b'N', b'G', ..] => holds(bytes, b"IEND\xaeB`\x82"),
        [b'R', b'I', b'F', b'F', a, b, c, d, rest @ ..] => {
            let size = u32::from_le_bytes([*a, *b, *c, *d]);
            usize::try_from(size).is_ok_and(|size| size <= rest.len())
        }
        _ => true,
    }
}

/// What follows the segments before the picture itself.
fn jpeg_scan(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let [first, marker, segment @ ..] = rest else {
            return None;
        };
        rest = match marker {
            // Bytes to fill up.
            _ if *first != 0xff => &rest[1..],
            0xff => &rest[1..],
            0xda => return Some(segment),
            _ => {
                let [a, b, ..] = segment else {
                    return None;
                };
                segment.get(usize::from(u16::from_be_bytes([*a, *b]))..)?
            }
        };
    }
}

/// Whether a photograph carries what its camera or an editor wrote beside it, perhaps the place where it was taken: Exif, XMP or IPTC, in
/// the segments and chunks of JPEG, PNG and WebP. A picture that only seems to is none the worse for being written anew.
fn has_metadata(bytes: &[u8]) -> bool {
    let marks: &[&[u8]] = match bytes {
        [0xff, 0xd8, ..] => &[b"Exif\0\0", b"http://ns.adobe.com/", b"Photoshop 3.0\0"],
        [0x89, b'P', b'N', b'G', ..] => &[b"eXIf", b"XML:com.adobe.xmp", b"Raw profile type"],
        [b'R', b'I', b'F', b'F', ..] => &[b"EXIF", b"XMP "],
        _ => &[],
    };
    let holds = |mark: &&[u8]| bytes.windows(mark.len()).any(|w| w == *mark);
    marks.iter().any(holds)
}
