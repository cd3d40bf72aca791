//! Days and minutes as whole numbers: the Gregorian calendar without a date library.
//!
//! A [`Day`] is a date in the city's own calendar; a moment is a number of minutes since
//! 1970-01-01T00:00Z ([`Minutes`]). [`crate::hours::Zone`] leads from one to the other.

/// Minutes since 1970-01-01T00:00Z.
pub type Minutes = i64;

/// Minutes in a day of the calendar.
pub const DAY_MINUTES: i64 = 24 * 60;

/// A date: the number of days since 1970-01-01, proleptic Gregorian.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The date `year`-`month`-`day`, or `None` if there is no such date or the year is outside 1900-2999.
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Day> {
        if !(1900..=2999).contains(&year) || !(1..=12).contains(&month) || day < 1 {
            return None;
        }
        // Days from the civil date, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let shifted_month = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let found = Day(era * 146_097 + day_of_era - 719_468);
        (found.ymd() == (year, month, day)).then_some(found)
    }

    /// A date written `2026-11-21`, or `None` if it is not one.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: &[u8]| {
            range.iter().try_fold(0i32, |sum, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| sum * 10 + i32::from(digit - b'0'))
            })
        };
        let month = u8::try_from(number(&bytes[5..7])?).ok()?;
        let day = u8::try_from(number(&bytes[8..10])?).ok()?;
        Day::from_ymd(number(&bytes[..4])?, month, day)
    }

    /// Year, month (1-12) and day of the month (1-31).
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year as i32, month as u8, day as u8)
    }

    /// `2026-11-21`.
    #[must_use]
    pub fn iso(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The day of the week: 0 Monday … 6 Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (i64::from(self.0) + 3).rem_euclid(7) as u8
    }

    /// The day that lies `days` later (earlier, where negative).
    #[must_use]
    pub fn plus(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// How many days `self` lies after `other`; negative where it lies before.
    #[must_use]
    pub fn since(self, other: Day) -> i32 {
        self.0.saturating_sub(other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_dates_and_weekdays() {
        assert_eq!(Day::from_iso("1970-01-01"), Some(Day(0)));
        let day = Day::from_iso("2026-11-21").expect("a date");
        assert_eq!(
            (day.ymd(), day.weekday(), day.iso()),
            ((2026, 11, 21), 5, "2026-11-21".into())
        );
        assert_eq!(
            Day::from_iso("2028-02-29").map(|day| day.plus(1).iso()),
            Some("2028-03-01".into())
        );
        for wrong in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-01",
            "26-01-01",
            "2026-01-00",
            "２０26-0",
        ] {
            assert_eq!(Day::from_iso(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_day_of_two_centuries_goes_there_and_back() {
        let mut weekday = Day::from_ymd(1950, 1, 1).expect("a date").weekday();
        for number in Day::from_ymd(1950, 1, 1).expect("a date").0
            ..Day::from_ymd(2150, 1, 1).expect("a date").0
        {
            let (year, month, day) = Day(number).ymd();
            assert_eq!(Day::from_ymd(year, month, day), Some(Day(number)));
            assert_eq!(Day(number).weekday(), weekday);
            weekday = (weekday + 1) % 7;
        }
    }
}
