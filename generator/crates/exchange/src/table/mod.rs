//! CSV (RFC 4180): a row for each service and place, for spreadsheets.
//!
//! Every cell is in quotes. A cell that a spreadsheet would take for a formula begins with an apostrophe, as spreadsheets write texts, and
//! so does each part of it that a spreadsheet of another country would take for a cell: many part cells by `;`, not by `,`, and then take
//! the quotes for text. The apostrophes are taken away again on the way in. Several things in one cell are on lines of their own, their
//! parts between ` | `.

mod columns;
mod formula;
mod read;
mod write;

pub use read::read;
pub use write::write;

#[cfg(test)]
mod tests {
    use super::read::read;

    #[test]
    fn a_table_of_hsds_fields_is_read() {
        let csv = "\u{feff}Service Name;Postal Code;Phone Number;Category;byday;opens_at;closes_at\r\nFood Club;ZZ1 2AB;'0121 496 0123';Food banks|Advice;MO,TU;09:00;12:00\r\n;;;;;;\r\n";
        let (drafts, notes) = read(csv.as_bytes(), false).unwrap();
        assert_eq!(notes, []);
        assert_eq!(drafts.len(), 1);
        let draft = &drafts[0];
        assert_eq!(
            (draft.name.as_str(), draft.id.as_str()),
            ("Food Club", "food-club")
        );
        assert_eq!(draft.locations[0].postcode.as_deref(), Some("ZZ1 2AB"));
        assert_eq!(draft.terms.len(), 2);
        assert_eq!(draft.schedules[0].byday.as_deref(), Some("MO,TU"));
        assert!(read(b"a,b\n1,2\n", false).is_err());
    }
}
