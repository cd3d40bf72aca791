//! Pictures: what they are, how large, and under which names they are published.

use crate::model::Picture;
use crate::sources::Source;
use diagnostics::{Code, Diagnostic, Location};

/// Widths in pixels of the smaller versions made of a photograph: a phone, and a phone with a dense screen.
const WIDTHS: [u32; 2] = [480, 960];

/// The endings of pictures.
pub fn is_picture(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    matches!(ending, "png" | "jpg" | "jpeg" | "webp" | "svg")
}

/// Looks at a picture. Where it is published is named after the page at `path` and the picture's own `name`; `None` gives a name that
/// says nothing, for pages on sensitive subjects.
pub fn inspect(path: Option<&str>, name: &str, source: &Source) -> Result<Picture, Diagnostic> {
    let bad = |why: String| {
        Diagnostic::new(
            Code::BadPicture,
            format!("this picture cannot be used: {why}"),
        )
        .at(Location::file(source.path.as_str()))
    };
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    if has_exif(&source.bytes) {
        return Err(bad(
            "it carries the data of its camera, perhaps the place where it was taken".into(),
        )
        .hint("save it without metadata, for instance as a screenshot or with `exiftool -all=`"));
    }
    let hash = &blake3::hash(&source.bytes).to_hex()[..8];
    let says = path.map_or("p".to_owned(), |p| {
        let folder = p.replace('/', "-");
        format!("{folder}-{stem}")
            .trim_start_matches('-')
            .to_owned()
    });
    let published = |suffix: &str| format!("media/{says}-{hash}{suffix}.{ending}");
    let (width, height) = if ending == "svg" {
        let text = std::str::from_utf8(&source.bytes).map_err(|_| bad("it is not UTF-8".into()))?;
        svg_size(text).map_err(bad)?
    } else {
        let size = imagesize::blob_size(&source.bytes).map_err(|e| bad(e.to_string()))?;
        let pixels = |n: usize| u32::try_from(n).map_err(|e| bad(e.to_string()));
        (pixels(size.width)?, pixels(size.height)?)
    };
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
        bytes: source.bytes.clone(),
    })
}

/// Whether a photograph carries Exif data: a JPEG's APP1 segment, a PNG's `eXIf` chunk, a WebP's `EXIF` chunk.
fn has_exif(bytes: &[u8]) -> bool {
    let holds = |mark: &[u8]| bytes.windows(mark.len()).any(|w| w == mark);
    match bytes {
        [0xff, 0xd8, ..] => holds(b"Exif\0\0"),
        [0x89, b'P', b'N', b'G', ..] => holds(b"eXIf"),
        [b'R', b'I', b'F', b'F', ..] => holds(b"EXIF"),
        _ => false,
    }
}

/// The size of an SVG in CSS pixels, from its `viewBox`; refuses what could run or load anything.
fn svg_size(text: &str) -> Result<(u32, u32), String> {
    let tree = roxmltree::Document::parse(text).map_err(|e| e.to_string())?;
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        if matches!(name, "script" | "foreignObject" | "a" | "image" | "iframe") {
            return Err(format!("an SVG here may hold no <{name}>"));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let outside = name == "href" && !value.starts_with('#');
            if name.starts_with("on") || outside || value.contains("url(http") {
                return Err(format!("an SVG here may hold no `{name}=\"{value}\"`"));
            }
        }
    }
    let numbers: Vec<f64> = tree
        .root_element()
        .attribute("viewBox")
        .unwrap_or_default()
        .split([' ', ','])
        .filter_map(|n| n.parse().ok())
        .collect();
    match numbers[..] {
        // Truncation is meant: sizes are whole CSS pixels.
        [_, _, w, h] if w >= 1.0 && h >= 1.0 && w < 1e5 && h < 1e5 => Ok((w as u32, h as u32)),
        _ => Err("an SVG here needs a `viewBox`".to_owned()),
    }
}
