//! A made-up corpus of articles in ten languages: the same words as a city of `mifriendly` and as a site of Hugo.
//!
//! The words are syllables put together at random by a fixed seed, in the script of each language, so that the texts cost what
//! real ones cost to read, and are the same in every run.

/// The languages: BCP 47 tag and syllables of its script.
pub const LANGUAGES: [(&str, &str); 10] = [
    ("en", "ta ken ri so mel du ver na lo ing per ha"),
    ("ar", "مر سا لي كت دو ني بح را شم عل قو في"),
    ("ckb", "کو ڕا ژی ێو ڵا چە پێ گو مە نا شا بە"),
    ("fa", "می را گا پو چه نا دی سو خا به کی شن"),
    ("fr", "ré cha ou mi lon té gen sa vou pè ci lé"),
    ("pa", "ਕਾ ਮੀ ਰੋ ਸਤ ਜੀ ਨੂ ਪਾ ਗੇ ਹਰ ਬਾ ਲੋ ਤੀ"),
    ("pl", "szę ka ły mo wie czy ró dzi na po śli gą"),
    ("ro", "mă ți lo ra cu șe vin de pă tre ne ga"),
    ("ti", "ሰላ መዓ ትግ ርኛ ከም ዝበ ንሕ ናይ ኣብ ድሕ ሪት ገዛ"),
    ("ur", "کا میں ہو گی ٹا ڑی پر سے ان بھ لو دہ"),
];

/// Top-level sections of the site.
pub const SECTIONS: usize = 10;

/// Headings of an article.
const HEADINGS: usize = 9;

/// Numbers that look random and are the same in every run (xorshift, Marsaglia 2003).
pub struct Random(u64);

impl Random {
    /// A sequence of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % limit
    }
}

/// One article in one language.
pub struct Article {
    /// A few words.
    pub title: String,
    /// One sentence.
    pub description: String,
    /// Markdown: headings with ids, paragraphs, a list, a table, links to `link`.
    pub body: String,
}

/// The article `number` of a corpus of `count`, about 830 words. Numbers in it are the same in every language.
///
/// `link` writes the address of another article.
pub fn article(
    number: usize,
    count: usize,
    syllables: &str,
    link: impl Fn(usize) -> String,
) -> Article {
    let syllables: Vec<&str> = syllables.split(' ').collect();
    let mut words = Random::new(number as u64 + 1);
    // What must be equal in all languages comes from a sequence of its own.
    let mut facts = Random::new(number as u64 + 1_000_003);
    let mut sentence = |length: usize| -> String {
        let mut text = String::new();
        for index in 0..length {
            if index > 0 {
                text.push(' ');
            }
            for _ in 0..=words.below(3) {
                text.push_str(syllables[words.below(syllables.len())]);
            }
        }
        text
    };
    let title = sentence(4);
    let description = sentence(12);
    let mut body = format!("{}.\n", sentence(30));
    for heading in 0..HEADINGS {
        body.push_str(&format!("\n## {} {{#part-{heading}}}\n\n", sentence(3)));
        let (days, amount) = (facts.below(60) + 2, facts.below(900) + 100);
        body.push_str(&format!(
            "{} {days} {} **{}** {}.\n",
            sentence(12),
            sentence(9),
            sentence(2),
            sentence(14)
        ));
        match heading % 3 {
            0 => {
                body.push('\n');
                for _ in 0..5 {
                    body.push_str(&format!("- {}.\n", sentence(9)));
                }
            }
            1 => body.push_str(&format!(
                "\n| {} | {} |\n|---|---|\n| {} | {amount} |\n| {} | {days} |\n",
                sentence(2),
                sentence(1),
                sentence(3),
                sentence(3)
            )),
            _ => {
                let target = facts.below(count);
                body.push_str(&format!(
                    "\n{} [{}]({}) {}.\n\n{}.\n",
                    sentence(8),
                    sentence(2),
                    link(target),
                    sentence(10),
                    sentence(24)
                ));
            }
        }
    }
    Article {
        title,
        description,
        body,
    }
}
