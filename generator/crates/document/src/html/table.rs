//! Tables: in a region that scrolls sideways by itself, so that the page never does, and that a keyboard can reach.

use super::Writer;
use crate::model::{Column, Inline, Table};
use crate::text;

impl Writer<'_> {
    /// A table.
    pub fn table(&mut self, table: &Table) {
        let name = self.table_name(table);
        self.push("<div class=\"table\" role=\"region\" tabindex=\"0\"");
        self.attribute("aria-label", &name);
        self.push("><table><thead>");
        self.row("th scope=\"col\"", "th", table, &table.head);
        self.push("</thead>");
        if !table.rows.is_empty() {
            self.push("<tbody>");
            for row in &table.rows {
                self.row("td", "td", table, row);
            }
            self.push("</tbody>");
        }
        self.push("</table></div>");
    }

    /// Regions need names that differ: the heading and the columns' heads, and a number where that is not enough.
    fn table_name(&mut self, table: &Table) -> String {
        let heads = table
            .head
            .iter()
            .map(|cell| text::inlines(cell, self.resolver))
            .filter(|head| !head.trim().is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let name = match (self.heading.is_empty(), heads.is_empty()) {
            (false, false) => format!("{}: {heads}", self.heading),
            (false, true) => self.heading.clone(),
            (true, _) => heads,
        };
        let count = self.tables.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 || name.is_empty() {
            format!("{name} {count}").trim_start().to_owned()
        } else {
            name
        }
    }

    fn row(&mut self, open: &str, close: &str, table: &Table, cells: &[Vec<Inline>]) {
        self.push("<tr>");
        for (column, cell) in cells.iter().enumerate() {
            // Classes, because the Content-Security-Policy allows no `style`.
            let class = match table.columns.get(column) {
                Some(Column::Centre) => " class=\"centre\"",
                Some(Column::End) => " class=\"end\"",
                _ => "",
            };
            self.push(&format!("<{open}{class}>"));
            self.inlines(cell);
            self.push(&format!("</{close}>"));
        }
        self.push("</tr>");
    }
}
