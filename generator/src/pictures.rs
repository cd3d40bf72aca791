//! Makes the smaller versions of photographs.

use diagnostics::{Code, Diagnostic, Location};
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat};
use site::model::Picture;
use std::io::Cursor;

/// JPEG quality: below it, text in screenshots begins to blur.
const JPEG_QUALITY: u8 = 78;

/// The picture `width` pixels wide, in the format of the original.
pub fn resize(picture: &Picture, width: u32) -> Result<Vec<u8>, Diagnostic> {
    let bad = |error: image::ImageError| {
        Diagnostic::new(
            Code::BadPicture,
            format!("this picture cannot be made smaller: {error}"),
        )
        .at(Location::file(picture.file.as_str()))
    };
    let format = image::guess_format(&picture.bytes).map_err(bad)?;
    let original = image::load_from_memory_with_format(&picture.bytes, format).map_err(bad)?;
    let height = u64::from(picture.height) * u64::from(width) / u64::from(picture.width.max(1));
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    let smaller = original.resize_exact(width, height, FilterType::Lanczos3);
    let mut bytes = Cursor::new(Vec::new());
    if format == ImageFormat::Jpeg {
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
        DynamicImage::from(smaller.to_rgb8())
            .write_with_encoder(encoder)
            .map_err(bad)?;
    } else {
        smaller.write_to(&mut bytes, format).map_err(bad)?;
    }
    Ok(bytes.into_inner())
}
