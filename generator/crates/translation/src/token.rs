//! What a section says, as a row of tokens: the one reading that fingerprints and the guard share. Emphasis, white space, punctuation
//! outside numbers and internal link targets are gone; what bears meaning is kept.

use document::{Block, Inline, Section, Target};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// One token. No token's text holds a line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A word or number.
    Word(Word),
    /// The end of a paragraph, heading, item or cell.
    Break,
    /// Something that is no word but changes what the words around it mean, such as `[!caution]` or the ends of words struck through.
    Mark(String),
    /// A web address.
    Url(String),
    /// An email address.
    Email(String),
    /// The number of a `tel:` link.
    Telephone(String),
    /// The name of a cited fact.
    Fact(String),
    /// The council for whose area what follows is; `None` ends it.
    Council(Option<String>),
    /// The id of a statement that begins; `None` ends it.
    Statement(Option<String>),
}

/// The mark at both ends of what is struck through.
pub(crate) const STRIKETHROUGH: &str = "~~";

/// A word, or a number with the signs in and at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// In Unicode's composed form.
    pub text: String,
    /// What is before it.
    pub gap: Gap,
}

/// What is between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// White space, perhaps with a bracket.
    Space,
    /// A hyphen or dash alone.
    Hyphen,
    /// The beginning, another sign, or something that is no word.
    Other,
}

/// The tokens of a section, its heading first.
pub(crate) fn tokens(section: &Section) -> Vec<Token> {
    let mut reader = Reader::default();
    reader.leaf(&section.heading);
    reader.blocks(&section.blocks);
    reader.tokens
}

#[derive(Default)]
struct Reader {
    tokens: Vec<Token>,
    /// Text whose end is not known yet: emphasis may begin and end within a word.
    pending: String,
}

impl Reader {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { statement, inlines } => {
                    self.statement(statement.as_ref().map(|id| id.value.as_str()), inlines);
                }
                Block::List { items, .. } => {
                    for item in items {
                        let mut rest = item.blocks.as_slice();
                        if let (Some(id), Some((Block::Paragraph { inlines, .. }, others))) =
                            (&item.statement, rest.split_first())
                        {
                            self.statement(Some(&id.value), inlines);
                            rest = others;
                        }
                        self.blocks(rest);
                    }
                }
                Block::Quote(blocks) => self.blocks(blocks),
                Block::Callout { kind, blocks } => {
                    self.mark(format!("[!{}]", kind.as_str()));
                    self.blocks(blocks);
                    self.mark("[!]".to_owned());
                }
                Block::Code(text) => {
                    self.pending.push_str(text);
                    self.end_leaf();
                }
                Block::Table(table) => {
                    for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                        self.leaf(cell);
                    }
                }
                Block::ThematicBreak => {}
                Block::Finder { kinds, .. } => {
                    for kind in kinds {
                        self.mark(format!("finder:{}", kind.value));
                    }
                }
                Block::Include { page, section, .. } => {
                    self.mark(format!("include:{}#{}", page.value, section.value));
                }
                Block::Only { council, blocks } => {
                    self.push(Token::Council(Some(council.value.clone())));
                    self.blocks(blocks);
                    self.push(Token::Council(None));
                }
            }
        }
    }

    fn statement(&mut self, id: Option<&str>, inlines: &[Inline]) {
        if let Some(id) = id {
            self.push(Token::Statement(Some(id.to_owned())));
        }
        self.leaf(inlines);
        if id.is_some() {
            self.push(Token::Statement(None));
        }
    }

    fn leaf(&mut self, inlines: &[Inline]) {
        self.inlines(inlines);
        self.end_leaf();
    }

    fn end_leaf(&mut self) {
        self.flush();
        if !matches!(self.tokens.last(), None | Some(Token::Break)) {
            self.tokens.push(Token::Break);
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.pending.push_str(text),
                Inline::SoftBreak | Inline::HardBreak => self.pending.push(' '),
                Inline::Emphasis(inner) | Inline::Strong(inner) => self.inlines(inner),
                Inline::Strikethrough(inner) => {
                    self.mark(STRIKETHROUGH.to_owned());
                    self.inlines(inner);
                    self.mark(STRIKETHROUGH.to_owned());
                }
                Inline::Link {
                    target, inlines, ..
                } => {
                    self.inlines(inlines);
                    match target {
                        Target::External(url) => self.push(Token::Url(url.clone())),
                        Target::Email(address) => self.push(Token::Email(address.clone())),
                        Target::Telephone(number) => self.push(Token::Telephone(number.clone())),
                        Target::Page { .. } | Target::Anchor(_) => {}
                    }
                }
                Inline::Picture {
                    alternative, title, ..
                } => {
                    self.flush();
                    self.pending.push_str(alternative);
                    self.flush();
                    self.pending.push_str(title.as_deref().unwrap_or_default());
                    self.flush();
                }
                Inline::Fact { name, .. } => self.push(Token::Fact(name.clone())),
                Inline::Service { id, inlines, .. } if inlines.is_empty() => {
                    self.mark(format!("service:{id}"));
                }
                Inline::Term { inlines, .. } | Inline::Service { inlines, .. } => {
                    self.inlines(inlines);
                }
            }
        }
    }

    fn mark(&mut self, mark: String) {
        self.push(Token::Mark(mark));
    }

    fn push(&mut self, token: Token) {
        self.flush();
        self.tokens.push(token);
    }

    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if is_nfc_quick(pending.chars()) == IsNormalized::Yes {
            words(&pending, &mut self.tokens);
        } else {
            words(&pending.nfc().collect::<String>(), &mut self.tokens);
        }
    }
}

/// Splits running text into words and written-out addresses.
fn words(text: &str, tokens: &mut Vec<Token>) {
    let mut gap = Gap::Other;
    for piece in text.split_whitespace() {
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
        if bare.contains("://") || bare.starts_with("www.") {
            tokens.push(Token::Url(bare.to_owned()));
            gap = Gap::Other;
        } else if bare.contains('@') {
            tokens.push(Token::Email(bare.to_owned()));
            gap = Gap::Other;
        } else {
            gap = piece_words(piece, gap, tokens);
            if gap == Gap::Hyphen {
                gap = Gap::Other;
            }
        }
    }
}

/// The words of text without white space. Takes and returns what is before the next word.
fn piece_words(piece: &str, before: Gap, tokens: &mut Vec<Token>) -> Gap {
    let mut word = String::new();
    let mut gap = before;
    let mut previous = ' ';
    let mut chars = piece.chars().peekable();
    while let Some(c) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|c| c.is_numeric());
        let in_number = previous.is_numeric() && next_is_digit;
        let is_part = c.is_alphanumeric()
            || (is_combining_mark(c) && !word.is_empty())
            || (in_number && is_separator(c))
            || (word.is_empty() && next_is_digit && (is_currency(c) || matches!(c, '+' | '−')))
            || (previous.is_numeric() && (is_currency(c) || matches!(c, '%' | '‰' | '°')));
        let says_nothing = is_unseen(c) || (is_apostrophe(c) && !word.is_empty());
        if is_part {
            word.push(if is_dash(c) { '-' } else { c });
        } else if !says_nothing {
            if !word.is_empty() {
                push_word(&mut word, gap, tokens);
                gap = Gap::Space;
            }
            gap = match (c, gap) {
                ('(' | ')', gap) => gap,
                (c, Gap::Space) if is_dash(c) && previous != ' ' => Gap::Hyphen,
                _ => Gap::Other,
            };
        }
        previous = c;
    }
    if !word.is_empty() {
        push_word(&mut word, gap, tokens);
        gap = Gap::Space;
    }
    gap
}

fn push_word(word: &mut String, gap: Gap, tokens: &mut Vec<Token>) {
    tokens.push(Token::Word(Word {
        text: std::mem::take(word),
        gap,
    }));
}

/// Joiners, soft hyphens and marks of direction.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Signs that are inside a number, a date or a time.
fn is_separator(c: char) -> bool {
    is_dash(c) || is_apostrophe(c) || matches!(c, '.' | ',' | ':' | '/' | '٫' | '٬')
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{20a0}'..='\u{20cf}')
}
