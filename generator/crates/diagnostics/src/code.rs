//! The one list of codes. A code, once released, keeps its meaning; a retired one is not used again.
//!
//! `MF0xx` the city itself, `MF1xx` reading, `MF2xx` documents, `MF3xx` the site as a whole, `MF4xx` services, `MF5xx` writing.

use serde::{Serialize, Serializer};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Published, but somebody should look.
    Warning,
}

macro_rules! codes {
    ($($variant:ident $code:literal $severity:ident $title:literal $explanation:literal)*) => {
        /// What kind of problem a diagnostic is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The code as printed and as `explain` takes it, such as `MF108`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $code,)* }
            }

            /// What is wrong in general, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Code::$variant => $title,)* }
            }

            /// Why it matters and how to mend it, for `mifriendly explain`.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => $explanation,)* }
            }

            /// The usual severity.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }
        }
    };
}

impl Code {
    /// Whether it keeps a whole file from being read, so that other problems may be its consequences.
    pub fn is_cause(self) -> bool {
        matches!(
            self,
            Code::NotACity
                | Code::FormatVersion
                | Code::NotUtf8
                | Code::SymlinkOutside
                | Code::Unreadable
                | Code::NoFrontMatter
                | Code::BrokenToml
                | Code::TooLarge
                | Code::OldLineEnds
                | Code::BadStrings
                | Code::ConflictMarkers
        )
    }

    /// The code written `text`, in any case.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str().eq_ignore_ascii_case(text))
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

codes! {
NotACity "MF001" Error "this folder is not a city"
"A city is a folder that holds `content/city.toml`. Run the command in that folder, or name it with `--root`."
FormatVersion "MF002" Error "the content format is of another version"
"`city.toml` says `format = 1` for the format this command understands. A higher number was written for a newer command: install that one."
CityConflict "MF003" Error "city.toml contradicts itself"
"Something is listed twice, or refers to something that is not listed: the source language must be one of the languages, and each kind of help and each area has an id of its own."

NotUtf8 "MF101" Error "a text file is not UTF-8"
"Texts are read as UTF-8, the encoding that holds every script. Open the file in your editor and save it with the encoding UTF-8."
SymlinkOutside "MF102" Error "a symbolic link leads out of the content and the theme"
"A link may lead to a file of `content/` or of the theme, but to none whose name, or whose folder's name, begins with a dot or `_`. Any other would publish files nobody meant to publish, such as git's settings, or breaks for everybody who clones the city. Copy the file into the folder instead."
Unreadable "MF103" Error "a file cannot be read"
"The file is there but the system does not let this command read it. Check its permissions."
UnknownLanguageFile "MF104" Error "a text's file name is no language of the city"
"A text is named by the BCP 47 tag of its language: `en.md`, `ckb.md`. The tag must stand in `languages` in `city.toml`. Add the language there, or rename the file."
NoSourceLanguage "MF105" Error "a page has no text in its source language"
"Every page has a text in the city's source language, or in the one that its `page.toml` names as `source_language`; translations are made from it."
NoFrontMatter "MF106" Error "a text has no front matter"
"A text begins with a line `+++`, then `title = \"…\"` and `description = \"…\"`, then another line `+++`."
BrokenToml "MF107" Error "TOML that cannot be read"
"The settings at this place do not follow the rules of TOML. Texts stand in quotes, dates are written 2026-12-31, and each field stands on a line of its own."
UnknownField "MF108" Error "an unknown field"
"A field with this name does not exist here, so what it says would be lost. It is probably a slip; `docs/content-format.md` lists every field."
MissingField "MF109" Error "a required field is missing"
"This field must be there. `docs/content-format.md` shows an example."
BadValue "MF110" Error "a value that does not fit its field"
"The field takes another kind of value, or one of a few words, or a list in which nothing stands twice. A web address has a host in ASCII, and signs that stand in no address are escaped in it. `docs/content-format.md` says what goes where."
StrayFile "MF111" Error "a file that nothing uses"
"In a page's folder stand `page.toml` (or `service.toml`, `notice.toml`), texts named by their language, and the pictures that they show. A file of another kind is probably misnamed or in the wrong place. A name that begins with `_` is left alone."
BadFolderName "MF112" Error "a folder's name cannot be part of an address"
"Folder names and aliases become web addresses that people read aloud and print: lower-case letters a to z, digits and hyphens, at most 100 in one name. An alias applies to every language, so it is written without one."
UnreadableImport "MF113" Warning "imported postcodes that are missing or cannot be read"
"`places/postcodes.gaz` was written by another version of this command, or is damaged. The city's own, rougher gazetteer is used until `mifriendly postcodes fetch` or `import` makes it anew. Or `city.toml` names a `download`, and nothing was fetched yet."
InvisibleCharacter "MF114" Error "an invisible character"
"Nobody sees such a character, but it changes what readers see or copy: one that turns the direction shows 42 as 24, one inside a number, a name or an address makes it another. Delete it (an editor that shows invisible characters helps), or retype the words around it; `mifriendly check --fix` deletes it where nothing can be misread afterwards. Only U+200C and U+200D may be used, within words of scripts that need them, such as Persian, Sorani and Punjabi."
NamesAlike "MF116" Error "two names that some systems cannot tell apart"
"Windows and macOS take `Clock.svg` and `clock.svg` for one file, and macOS also takes `é` written as one character and as `e` with an accent behind it for one. On such a system one of the two files would be lost. Rename one of them."
ConflictMarkers "MF117" Error "a file with the marks of a conflict"
"Two people changed the same lines, and git put both versions into the file between `<<<<<<<`, `=======` and `>>>>>>>`. Keep what is right and delete the lines with these marks. Nothing else is checked before that."
TooLarge "MF118" Error "a file or a text that is too large"
"A text, record, template or file of strings may have 1,000,000 bytes, all of them together 250,000,000, any other file 100,000,000; a page 50,000 words, and opening hours 1,000 characters. More than that is a mistake, such as a picture or a database saved under the name of a text, and nobody could read it on a phone. Split the page, or remove the file."
OldLineEnds "MF119" Error "a file with the line ends of an old Mac"
"In this file lines end in a carriage return alone, as on computers before 2001. Programs of today take it for one long line. Open it in an editor and save it with the line ends LF or CRLF."

HeadingWithoutId "MF201" Error "a heading has no id"
"Every heading of a text has an id in braces, `## Your notice {#notice}`. It is the address of the section in every language, and how translations are matched to their source. `mifriendly check --fix` writes missing ids into source texts."
DuplicateId "MF202" Error "an id stands twice on a page"
"An id names one place on a page. Give the second one another id."
RetiredId "MF203" Error "a retired id is used again"
"This id belonged to a section that was once published and then removed; `page.toml` lists it in `retired_ids`. Links on paper and in messages still use it, so it must not name something else."
RawHtml "MF204" Error "raw HTML in a text"
"Texts are Markdown without HTML, so that nothing an editor or translator writes can run in a reader's browser, and so that every page can become a PDF."
BadLinkScheme "MF205" Error "a link with a forbidden scheme"
"A link may lead to `https:`, `http:`, `mailto:`, `tel:`, another page by a relative path, or a `fact:`, `term:` or `service:`. A web address has a host in ASCII, without a user's name before it, and ends with the address, not with a comma of the sentence."
PictureWithoutText "MF206" Error "a picture has no text alternative"
"Somebody who cannot see the picture reads its words instead: `![What it shows](clock.svg)`."
UnknownExtension "MF207" Error "an unknown extension"
"Beside CommonMark a text may use GitHub's five callouts, and blocks named `finder`, `include` and `only`. Anything else in that place would be printed as it stands, which nobody wants."
HeadingLevel "MF208" Error "a heading of the wrong level"
"The page's title is its only first-level heading. Sections begin with `##`, sections in them with `###`; no level is skipped, because people who use a screen reader find their way by them."
BadId "MF209" Error "an id that cannot be one"
"Ids are lower-case letters a to z, digits and hyphens, and begin with a letter."
BadExtension "MF210" Error "an extension with the wrong settings"
"The block is known, but what stands in it is not: see the extension's example in `docs/content-format.md`."
MarkupAsText "MF211" Error "markup that would be printed as it is"
"A blank too many, a blank missing or a bracket that is not closed keeps Markdown from seeing a link, a heading, an item or strong words, and the reader would see `](`, `##` or `**`. The message says what to write. A sign that is meant is written with `\\` before it: `\\*`."
AccidentalMarkup "MF212" Error "ordinary words that became markup"
"A line that begins with `2026.` or `- ` is an item of a list for Markdown, and its number or dash is lost. Write `\\` before the sign where it belongs to the sentence."
IndentedCode "MF213" Error "indented text, which would be code"
"Markdown shows lines that begin with four blanks or a tab letter by letter, so their links, facts and ids do nothing. Take the blanks away."
TableRow "MF214" Error "a row that does not fit its table"
"Every row of a table has as many cells as its first one. Markdown drops what is too much without a word, and takes a line right under a table for a row."
UnusedDefinition "MF215" Error "a line that would not be on the page"
"`[words]: address` defines where links with these words lead, and is itself not printed. Where no link uses it, somebody meant it as text."
BareAddress "MF216" Error "a web address that is no link"
"An address in the text cannot be followed on a telephone, and says little when read aloud. Write `[words](https://…)`, or `<https://…>` where the address itself matters."

DuplicateUrl "MF301" Error "two pages or files have the same address"
"One of them would overwrite the other, on some systems also where they differ only in capital letters. Rename one folder or file, or take the alias away."
DeadLink "MF302" Error "a link to a page that does not exist"
"The link's path leads to no page of this city. Links are relative to the page's own folder: `../health/`."
DeadAnchor "MF303" Error "a link to a section that does not exist"
"The page is there but has no section or statement with this id."
UnknownFact "MF304" Error "a fact that does not exist"
"`facts.toml` has no fact with this name."
UnknownTerm "MF305" Error "a term that the glossary does not have"
"Each section of the page `glossary` explains one term; its id is the term's name."
UnknownService "MF306" Error "a service that does not exist"
"`content/services/` has no folder with this name."
MissingPicture "MF307" Error "a picture that is not there"
"Pictures stand in the folder of the page that shows them."
UnknownKind "MF308" Error "an unknown kind of help"
"Kinds of help are listed in `city.toml` as `[[kind]]`."
UnknownArea "MF309" Error "an unknown area"
"Areas are listed in `city.toml` as `[[area]]`."
OrphanSection "MF310" Warning "a translated section without a source"
"The translation has a section or statement whose id does not exist in the source text. It was removed or renamed there: take the id of the source, or remove the section. Readers do not see such a section."
MissingStatement "MF311" Error "a translation lacks a statement that must reach every reader"
"Sentences with an id in the source (must, must not, time limits) stand in every translation under the same id, or readers of that language miss them. (Where the source was changed after the translation was accepted, this is not an error: the page shows the new sentence in its source language and says that the part is out of date.)"
FactExpired "MF312" Error "a fact that is no longer valid"
"The fact's `valid_until` has passed, so pages would state something that is no longer right. Look up the new value, its source and dates."
FactExpiresSoon "MF313" Warning "a fact that soon stops being valid"
"The fact's `valid_until` is less than 30 days away. Look up what follows it."
ReviewOverdue "MF314" Warning "a page that should have been read again"
"The page's `next_review` has passed. Read it against its sources, then set the next date."
ForeignFact "MF315" Error "a fact of another country"
"Emergency numbers, currency and law belong to a country. A page that gives those of another country can cost a life."
StaleSection "MF316" Warning "a translation is older than its source"
"The source of this section has changed since it was translated. The page says so to its readers. Translate again, then run `mifriendly accept`."
UnsafeSection "MF317" Warning "a translation contradicts its source on a critical fact"
"A number, date, amount, address or obligation changed in the source since this section was translated. The page tells its readers not to rely on it. Translate again, then run `mifriendly accept`."
UnknownSection "MF318" Error "settings for a section that does not exist"
"`[sections.ID]` in `page.toml` must name a section of the source text."
MissingString "MF319" Error "the interface lacks a string"
"A template, a kind of help or an area needs this string in the city's source language. Add it to a `.ftl` file in `themes/mifriendly/strings/`."
BadStrings "MF320" Error "a string that cannot be read"
"The Fluent file has a mistake at this place, or the string needs a value that it is not given."
IncludeLoop "MF321" Error "texts that include each other"
"An included passage may not itself include another."
UntranslatedString "MF322" Warning "the interface lacks a translated string"
"The interface shows the source language's words in this place until the string is added to the language's `.ftl` file."
FactsDiffer "MF323" Warning "a translation gives other facts than its source"
"Numbers, dates, telephone numbers, web addresses and cited facts must be the same in every language. Compare the section with its source, line by line."
NoUrgentHelp "MF324" Error "the city has no urgent help"
"Every page ends with what to do in danger: the emergency number, danger at home, trafficking, a child in danger, suicide. These words are the introduction of the page `urgent`: write `content/urgent/en.md` (or your first language's file)."
TellingId "MF325" Error "an address or id that tells of a sensitive kind of help"
"Ids of sections and statements, folder names and aliases become addresses, which stay in a browser's history and in links that are passed on. They hold neither the id of a sensitive kind of help nor a word that `city.toml` lists with it as `telling`. Choose a neutral one, and list the old id in `retired_ids`."
ShapeDiffers "MF327" Warning "a translation is built otherwise than its source"
"A list with another number of items, a table with other columns, a callout or a picture too few: a step or a warning is probably missing in the translation. Compare the section with its source."
StatementWithoutId "MF328" Warning "a sentence lost the id that its translations have"
"Translations give this sentence an id because it must reach every reader; the source gives it none, so nothing holds other languages to it. End the sentence in the id, or take the id out of the translations."
BorrowedExit "MF335" Warning "the quick exit of another country"
"Where `city.toml` names no `quick_exit`, the button leads to the weather of the BBC. Outside Britain that page is one that nobody has open, so it gives away what it should hide. Name a website that many people in the city use."
LeadsElsewhere "MF326" Error "a translation leads elsewhere than its source"
"Readers of this language would ring another number, write to another address or open another site than readers of the source, and no person has checked the text. A slip of one digit sends somebody in danger to a stranger. Take the number or address from the source, best by citing the fact; where another one is meant, such as a helpline in that language, a person checks the text and is named in `checked_by`."
ContradictoryDates "MF329" Error "dates that contradict each other"
"A first day and the day after the last one leave no day between them, or something was checked before it was made. Text with such dates never shows, or shows for ever."
FactNotInForce "MF330" Error "a fact is cited before it holds"
"The fact's `valid_from` is a day to come, and the text would state it as if it held today. Keep today's value and write the new one below it as `[name.next]`; or cite the day it begins, a fact with `unit = \"date\"`, in the same paragraph; or move the words to a section whose `valid_from` says so."
NoRecord "MF332" Error "a notice or service without its record"
"A folder in `content/notices/` holds `notice.toml`, which says when the notice is shown; a folder in `content/services/` holds `service.toml`. Without it the text would become an ordinary page that nobody finds."
LinkWords "MF333" Error "a link that leads elsewhere than its words say"
"The words are a telephone number, an email address or a website, and the link behind them is another one. People copy the words and tap the link: both must be the same."
LongText "MF334" Warning "a title or description that is too long"
"Lists, tabs and previews cut off a title after about 80 characters and a description after about 160."

BadPostcode "MF401" Error "a postcode that cannot be"
"The postcode does not have the form of the city's country. Copy it again from the service's own page."
BadTelephone "MF402" Error "a telephone number that cannot be"
"No number of the country is like this, or words stand beside it. Short numbers such as 999 and text codes are fine for what they are for. Somebody in need will ring it: copy it again from the service's own page."
BadCoordinate "MF403" Error "a coordinate that cannot be"
"Latitude lies between -90 and 90, longitude between -180 and 180, both are given or neither, and a place that has a postcode too lies near the middle of that postcode's area."
BadDate "MF404" Error "a date that cannot be"
"The date does not exist, or something is said to have been checked or confirmed in the future."
BadHours "MF405" Error "opening hours that cannot be read"
"Opening hours are written as OpenStreetMap writes them: `Mo-Fr 09:00-17:00; PH off`. What they mean is described under `opening_hours` in OpenStreetMap's documentation."
ConfidentialLocation "MF406" Error "a confidential service with a location"
"A refuge's address on a public page can cost a life. A service marked `confidential` may have no address, postcode, coordinates or place of any kind anywhere in its folder."
UnregulatedAdvice "MF407" Error "an immigration adviser without registration"
"Immigration advice is regulated in the UK (Immigration and Asylum Act 1999, section 82 and following). Give the regulator, the registration and the day it was checked, or say `advice = false` for a service that gives none."
EmptyService "MF408" Error "a service that nobody could reach"
"A service needs at least one of: a telephone number, an email address, a website, a location."
OldConfirmation "MF409" Warning "a service that was not confirmed for a year"
"Nobody has checked this record for twelve months. People travel to places that have closed: look again, then set `last_confirmed`."
UnlicensedOrigin "MF410" Error "a service from another directory without a licence"
"The record was imported from somebody else's directory. It may be published only if they allow it: `licence` in `[origin]` names the licence that they give it under, and the open data of this site passes it on."
OutsideRegion "MF415" Warning "a place outside the city's region"
"The postcode or the coordinates are far from every postcode of the city's gazetteer, or the postcode is not in it; or `areas` in `city.toml` names postcodes of which it has none. Copy them again; a service that is meant for the whole country says so in `areas = [\"country\"]`."
OldFact "MF416" Warning "a fact that was not looked up for a year"
"Rates, limits and telephone numbers change, most of them each April. Look the fact up at its source again, then set `checked`."
NightHours "MF417" Warning "hours that run through the night"
"An end that is earlier than its beginning is on the next day: `17:00-09:00` means open all night. Where day hours are meant, write the earlier time first."

DoubtfulSecrecy "MF412" Warning "something that may say where a confidential service is"
"The name of a street, the first part of a postcode or a picture can be enough to find a refuge. No program can be sure: a person who knows what is at stake has to look."
SecretElsewhere "MF413" Error "another page or record that gives a confidential service away"
"A record with a place, or a passage that says where something is, has the name, a telephone number or the email address of a service that is confidential. Whoever looks for it finds both with one search. Take the place out, or the name."

ForeignOutput "MF501" Error "an output folder that this command did not make"
"The folder exists, is not empty, and has no `.mifriendly` mark of an earlier build, or holds a file that no build wrote, or the list of its files beside it is gone. It is left alone, so that no work is lost. Choose another with `--out`, or empty it yourself."
CannotWrite "MF502" Error "the site cannot be written"
"The disk is full, or the system does not allow it. The site as it was before is whole."
OverBudget "MF503" Error "a page, or what the finder loads, is heavier than its budget"
"Readers pay for every kilobyte. The budgets stand in `city.toml`. Shorten the page or split it; for the services that the finder loads, shorten their descriptions."
BadTemplate "MF504" Error "a template that does not work"
"The theme's template has a mistake, or asks for something that its page does not have. `mifriendly inspect PAGE` shows all that a template can use."
BrokenOutput "MF505" Error "a written page that leads nowhere"
"A link in the finished page leads to a file or section that was not written. If the theme is the built-in one, this is a fault of the program: please report it."
BadPicture "MF506" Error "a picture that cannot be used"
"Pictures are PNG, JPEG, WebP or SVG. An SVG consists of shapes, text, gradients and filters, in the elements and attributes that SVG has for them; scripts, links, pictures, styles that load something, movement, HTML and a DOCTYPE are not allowed. Save it as plain SVG in the drawing program, or as a PNG. A photograph that is cut off or damaged cannot be shown."
OutputTaken "MF507" Error "another build is writing into the output folder"
"One build at a time writes into an output folder, or the site would become a mixture of two. Wait until the other one has ended, or choose another folder with `--out`. A build that was killed holds nothing up."
NoLocks "MF508" Warning "a file system that cannot lock files"
"The output folder is on a file system that cannot keep a second build out, as some network disks cannot. Each build is published whole all the same; which of two is published last is left to chance, and what a killed build left behind is not removed. Let only one build at a time write there."
HeavyPicture "MF512" Warning "a heavy picture"
"Photographs are made smaller by the program, and this one is still more than 200 kB. A photograph or screenshot saved as PNG is many times as heavy as the same one saved as JPEG."
}

#[cfg(test)]
mod tests {
    use super::Code;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_and_found_in_any_case() {
        let unique: BTreeSet<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        assert_eq!(unique.len(), Code::ALL.len());
        assert_eq!(Code::parse("mf108"), Some(Code::UnknownField));
        assert_eq!(Code::parse("MF999"), None);
    }
}
