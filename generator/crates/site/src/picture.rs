//! Pictures: what they are, how large, and under which names they are published.

mod photograph;

use crate::model::{Picture, PictureFormat, PictureVersion};
use crate::sources::Source;
use crate::svg;
use diagnostics::{Code, Diagnostic, Location};
use std::sync::Arc;

/// Widths in pixels of the smaller versions made of a photograph: a phone, and a phone with a dense screen.
const WIDTHS: [u32; 2] = [480, 960];
/// The widest and the highest that a photograph is published, in pixels: no column of a page is wider, and the original stays at home.
const LARGEST: (u32, u32) = (1200, 1600);

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
    let (bytes, size, format): (Arc<[u8]>, _, _) = if ending == "svg" {
        let text = source.text().map_err(|problem| vec![problem])?;
        let svg = svg::read(&source.path, text)?;
        (svg.text.into_bytes().into(), (svg.width, svg.height), None)
    } else {
        let format = photograph::format(&source.bytes).map_err(bad)?;
        let size = photograph::size(&source.bytes).map_err(bad)?;
        (source.bytes.clone(), within(size, LARGEST), Some(format))
    };
    let ending = match format {
        None => "svg",
        Some(PictureFormat::Jpeg) => "jpg",
        Some(PictureFormat::Png) => "png",
        Some(PictureFormat::WebP) => "webp",
    };
    let hash = &blake3::hash(&bytes).to_hex()[..8];
    let says = published_name(path, name);
    let published = |suffix: &str| format!("media/{says}-{hash}{suffix}.{ending}");
    let (width, height) = size;
    let output = published("");
    let smaller = WIDTHS.iter().filter(|w| format.is_some() && **w < width);
    let mut versions: Vec<PictureVersion> = smaller
        .map(|w| PictureVersion {
            width: *w,
            height: scaled(height, *w, width),
            output: published(&format!("-{w}")),
        })
        .collect();
    versions.push(PictureVersion {
        width,
        height,
        output: output.clone(),
    });
    Ok(Picture {
        file: source.path.clone(),
        output,
        versions,
        width,
        height,
        bytes,
        format,
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

/// A size made smaller, if need be, until it fits into another; its shape stays.
fn within((width, height): (u32, u32), (widest, highest): (u32, u32)) -> (u32, u32) {
    let (mut w, mut h) = (width, height);
    if w > widest {
        (w, h) = (widest, scaled(height, widest, width));
    }
    if h > highest {
        (w, h) = (scaled(width, highest, height), highest);
    }
    (w, h)
}

/// `length` times `to` by `from`, at least one.
fn scaled(length: u32, to: u32, from: u32) -> u32 {
    let scaled = u64::from(length) * u64::from(to) / u64::from(from.max(1));
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_picture_is_made_to_fit_and_keeps_its_shape() {
        for (size, fits) in [
            ((4032, 3024), (1200, 900)),
            ((3024, 4032), (1200, 1600)),
            ((1000, 4000), (400, 1600)),
            ((300, 200), (300, 200)),
            ((100_000, 1), (1200, 1)),
        ] {
            assert_eq!(super::within(size, super::LARGEST), fits);
        }
    }
}
