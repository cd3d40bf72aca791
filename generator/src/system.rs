//! What the operating system says, in the words of somebody who keeps a city's texts.

use std::io::{Error, ErrorKind};

/// Why something could not be done, without numbers and words of the system's own.
pub fn reason(error: &Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "it is not there",
        ErrorKind::PermissionDenied => "you have no permission for it",
        ErrorKind::AlreadyExists => "there is a file of this name already",
        ErrorKind::NotADirectory => "a file stands where a folder should be",
        ErrorKind::IsADirectory => "it is a folder, not a file",
        ErrorKind::DirectoryNotEmpty => "the folder is not empty",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        ErrorKind::StorageFull => "the disk is full",
        ErrorKind::QuotaExceeded => "the space that you may use is full",
        ErrorKind::FileTooLarge => "the file is larger than the system allows",
        ErrorKind::InvalidFilename => "the system does not allow this name",
        ErrorKind::AddrInUse => "another program uses this address and port",
        ErrorKind::AddrNotAvailable => "this machine has no such address",
        ErrorKind::ConnectionRefused => "the other machine does not answer there",
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => {
            "the connection broke"
        }
        ErrorKind::TimedOut => "it took too long",
        ErrorKind::InvalidData => "it does not hold what it should",
        ErrorKind::UnexpectedEof => "it ends too early",
        ErrorKind::Interrupted => "it was interrupted",
        ErrorKind::OutOfMemory => "this machine has too little memory",
        _ => return without_number(&error.to_string()),
    };
    words.to_owned()
}

/// `File exists (os error 17)` without what is in brackets.
fn without_number(text: &str) -> String {
    let end = text.find(" (os error").unwrap_or(text.len());
    text[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::reason;
    use std::io::Error;

    #[test]
    fn numbers_of_the_system_are_not_shown() {
        for number in 1..134 {
            let words = reason(&Error::from_raw_os_error(number));
            assert!(!words.contains("os error"), "{words}");
            assert!(!words.is_empty());
        }
    }
}
