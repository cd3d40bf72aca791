//! Identifiers that stay the same from one export to the next.

/// A UUID of version 8 (RFC 9562, section 5.8: made by a rule of one's own), from a BLAKE3 hash of `parts`.
pub fn uuid(parts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new_derive_key("mifriendly exchange identifier 1");
    for part in parts {
        // The length before each part: ("a", "bc") is not ("ab", "c").
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    format!(
        "{}-{}-{}-{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..]
    )
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn the_same_parts_give_the_same_uuid_and_others_another() {
        let id = uuid(&["service", "law-centre"]);
        assert_eq!(id, uuid(&["service", "law-centre"]));
        assert_ne!(id, uuid(&["servicelaw", "-centre"]));
        assert_eq!(id.len(), 36);
        assert_eq!(&id[14..15], "8");
        assert!(matches!(&id[19..20], "8" | "9" | "a" | "b"));
    }
}
