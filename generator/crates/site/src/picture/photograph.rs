//! Photographs: what they are by their bytes, whether they are whole, and how large they are seen.

use crate::model::PictureFormat;

/// What a photograph is published as, told by its bytes, whatever its name ends in.
///
/// WebP can only be written without loss, which makes photographs heavy: one that lost something already, and lets nothing shine through,
/// becomes a JPEG.
pub(super) fn format(bytes: &[u8]) -> Result<PictureFormat, String> {
    if !is_whole(bytes) {
        return Err("the file is cut off before the end of the picture: copy it again".to_owned());
    }
    match bytes {
        [0xff, 0xd8, ..] => Ok(PictureFormat::Jpeg),
        [0x89, b'P', b'N', b'G', ..] => Ok(PictureFormat::Png),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => {
            let lossy = bytes.windows(4).take(4096).any(|mark| mark == b"VP8 ");
            // Bit 4 of the flags of an extended file: some of it is transparent.
            let extended = bytes.get(12..16) == Some(b"VP8X");
            let transparent = extended && bytes.get(20).is_some_and(|flags| flags & 0x10 != 0);
            Ok(match lossy && !transparent {
                true => PictureFormat::Jpeg,
                false => PictureFormat::WebP,
            })
        }
        _ => Err(
            "it is neither PNG, JPEG nor WebP, whatever its name ends in: save it as one of them"
                .to_owned(),
        ),
    }
}

/// Whether the bytes of a JPEG, PNG or WebP reach to its end; a browser shows one that was cut off by half. Other bytes are for others to refuse.
fn is_whole(bytes: &[u8]) -> bool {
    let holds = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|w| w == mark);
    match bytes {
        // ITU-T T.81: the end (FF D9) is after the start of the scan. A preview within the segments before has an end of its own.
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

/// Width and height in pixels as the picture is seen: a phone that was held upright writes its picture lying, and says so.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), String> {
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
