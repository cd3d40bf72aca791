//! Writes photographs anew: no wider than a page, and without what the camera wrote beside the picture.

use diagnostics::{Code, Diagnostic, Location};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageReader, ImageResult};
use site::model::{Picture, PictureFormat, PictureVersion};
use std::io::Cursor;

/// Of what this module makes of a picture: another number, and pictures of earlier builds are not taken over.
pub const VERSION: u32 = 2;

/// JPEG quality: below it, text in screenshots begins to blur.
const QUALITY: u8 = 78;

/// Bytes from which on a picture is reported as heavy.
pub const HEAVY: u64 = 200_000;

/// The `versions` of a photograph, each drawn anew: no camera, no place, no time, no name.
///
/// The whole original is read, so a damaged one is found here.
pub fn write(
    picture: &Picture,
    format: PictureFormat,
    versions: &[&PictureVersion],
) -> Result<Vec<Vec<u8>>, Diagnostic> {
    let write = || -> ImageResult<Vec<Vec<u8>>> {
        let original = upright(&picture.bytes)?;
        let base = reduced(original, picture.width, picture.height);
        versions
            .iter()
            .map(|version| encode(&fitted(&base, version), format))
            .collect()
    };
    write().map_err(|error| {
        let (why, hint) = match error {
            ImageError::Limits(_) => (
                "this picture is too large to be read",
                "save it smaller; 2,400 points are more than enough for each side",
            ),
            ImageError::Unsupported(_) => (
                "this picture is written in a way that is not known here",
                "open it in a program for pictures and save it as JPEG or PNG",
            ),
            _ => (
                "this picture cannot be read to its end",
                "it is damaged or cut off: copy it again from where it came from",
            ),
        };
        Diagnostic::new(Code::BadPicture, why)
            .hint(hint)
            .at(Location::file(picture.file.as_str()))
    })
}

/// A picture that is still heavy after it was made smaller.
pub fn heavy(picture: &Picture, bytes: u64) -> Diagnostic {
    let hint = match picture.format {
        None => "take out of the drawing what cannot be seen, or make it simpler",
        Some(PictureFormat::Jpeg) => "cut out the part that matters",
        Some(PictureFormat::Png | PictureFormat::WebP) => {
            "save a photograph or a screenshot as JPEG, or cut out the part that matters"
        }
    };
    Diagnostic::new(
        Code::HeavyPicture,
        format!("this picture is published with {} kB", bytes / 1000),
    )
    .hint(hint)
    .at(Location::file(picture.file.as_str()))
}

/// The picture as it is seen.
fn upright(bytes: &[u8]) -> ImageResult<DynamicImage> {
    let format = image::guess_format(bytes)?;
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// A picture many times as large as wanted, averaged down to about twice that: good resampling of all its pixels takes seconds.
fn reduced(original: DynamicImage, width: u32, height: u32) -> DynamicImage {
    let (width, height) = (width.saturating_mul(2), height.saturating_mul(2));
    match original.width() > width && original.height() > height {
        true => original.thumbnail_exact(width, height),
        false => original,
    }
}

fn fitted(base: &DynamicImage, version: &PictureVersion) -> DynamicImage {
    match (base.width(), base.height()) == (version.width, version.height) {
        true => base.clone(),
        false => base.resize_exact(version.width, version.height, FilterType::Lanczos3),
    }
}

fn encode(picture: &DynamicImage, format: PictureFormat) -> ImageResult<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    let transparent = picture.color().has_alpha();
    let plain: DynamicImage = match transparent && format != PictureFormat::Jpeg {
        true => picture.to_rgba8().into(),
        false => picture.to_rgb8().into(),
    };
    match format {
        PictureFormat::Jpeg => {
            plain.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
        }
        PictureFormat::Png => {
            let encoder = PngEncoder::new_with_quality(
                &mut bytes,
                CompressionType::Best,
                PngFilter::Adaptive,
            );
            plain.write_with_encoder(encoder)?;
        }
        PictureFormat::WebP => plain.write_with_encoder(WebPEncoder::new_lossless(&mut bytes))?,
    }
    Ok(bytes.into_inner())
}
