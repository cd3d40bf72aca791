//! The `mifriendly` command.
fn main() {}
