//! Writes photographs anew: smaller, and without what the camera wrote beside the picture.

use diagnostics::{Code, Diagnostic, Location};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, ImageResult};
use site::model::Picture;
use std::io::Cursor;

/// JPEG quality of smaller versions: below it, text in screenshots begins to blur.
const SMALLER_QUALITY: u8 = 78;
/// JPEG quality of a picture of full size, which smaller ones are not made from.
const FULL_QUALITY: u8 = 86;

/// The picture `width` pixels wide, in the format of the original.
pub fn resize(picture: &Picture, width: u32) -> Result<Vec<u8>, Diagnostic> {
    let height = u64::from(picture.height) * u64::from(width) / u64::from(picture.width.max(1));
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    let smaller =
        |original: DynamicImage| original.resize_exact(width, height, FilterType::Lanczos3);
    rewrite(picture, SMALLER_QUALITY, smaller)
}

/// The picture alone: no camera, no place, no time, no name.
pub fn clean(picture: &Picture) -> Result<Vec<u8>, Diagnostic> {
    rewrite(picture, FULL_QUALITY, |original| original)
}

fn rewrite(
    picture: &Picture,
    quality: u8,
    change: impl FnOnce(DynamicImage) -> DynamicImage,
) -> Result<Vec<u8>, Diagnostic> {
    let write = || -> ImageResult<Vec<u8>> {
        let (upright, format) = upright(&picture.bytes)?;
        encode(&change(upright), format, quality)
    };
    write().map_err(|error| {
        Diagnostic::new(
            Code::BadPicture,
            format!("this picture cannot be written anew: {error}"),
        )
        .at(Location::file(picture.file.as_str()))
    })
}

/// The picture as it is seen, with its format.
fn upright(bytes: &[u8]) -> ImageResult<(DynamicImage, ImageFormat)> {
    let format = image::guess_format(bytes)?;
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok((picture, format))
}

fn encode(picture: &DynamicImage, format: ImageFormat, quality: u8) -> ImageResult<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    if format == ImageFormat::Jpeg {
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, quality);
        DynamicImage::from(picture.to_rgb8()).write_with_encoder(encoder)?;
    } else {
        picture.write_to(&mut bytes, format)?;
    }
    Ok(bytes.into_inner())
}
