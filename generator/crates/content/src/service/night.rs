//! Hours that were probably written the wrong way round.

use opening_hours_syntax::rules::OpeningHoursExpression;
use opening_hours_syntax::rules::time::Time;

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// From which beginning on hours that end the next morning can be day hours written the wrong way round: noon.
const NOON: u16 = 12 * 60;
/// Shelters are open for up to fifteen hours of a night; more than that leaves a working day, not a night, closed.
const LONGEST_NIGHT: u16 = 15 * 60;

/// What is doubtful about hours, `text` as it is written, and what to do.
pub(super) fn doubt(text: &str, hours: &OpeningHoursExpression) -> Option<(String, String)> {
    if let Some(night) = reversed(hours) {
        return Some((
            format!("{night} means open all night, and closed by day"),
            "where day hours are meant, write the earlier time first: \"09:00-17:00\"".to_owned(),
        ));
    }
    let (time, clock) = past_midnight(text)?;
    Some((
        format!("{time} means {clock} on the next day"),
        format!("write {clock} if that is meant, or else the right time"),
    ))
}

/// A time such as 25:00, which means 01:00 on the next day.
fn past_midnight(text: &str) -> Option<(&str, String)> {
    text.match_indices(':').find_map(|(at, _)| {
        let (hours, minutes) = (text.get(at.checked_sub(2)?..at)?, text.get(at + 1..at + 3)?);
        let hour: u16 = hours.parse().ok()?;
        let minute: u16 = minutes.parse().ok()?;
        let later = hour * 60 + minute > DAY;
        later.then(|| (&text[at - 2..at + 3], format!("{:02}:{minutes}", hour - 24)))
    })
}

/// A span such as 17:00-09:00, as it is written: it is open all night, and closed for the length of a working day.
fn reversed(hours: &OpeningHoursExpression) -> Option<String> {
    let spans = hours
        .rules
        .iter()
        .flat_map(|rule| &rule.time_selector.spans);
    spans.into_iter().find_map(|span| {
        let (Time::Fixed(start), Time::Fixed(end)) = (span.range.start, span.range.end) else {
            return None;
        };
        let (from, to) = (start.mins_from_midnight(), end.mins_from_midnight());
        // An end on the next day is counted on from midnight by some forms, and begins anew in others.
        let to = if to <= from { to + DAY } else { to };
        let morning = to.checked_sub(DAY)?;
        let night = from >= NOON && morning > 0 && morning < NOON && to - from > LONGEST_NIGHT;
        let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
        night.then(|| format!("{}-{}", clock(from), clock(morning)))
    })
}

#[cfg(test)]
mod tests {
    use super::{past_midnight, reversed};

    #[test]
    fn day_hours_the_wrong_way_round_are_told_from_nights() {
        let found = |hours| reversed(&opening_hours_syntax::parse(hours).unwrap());
        assert_eq!(found("Mo-Fr 17:00-09:00").as_deref(), Some("17:00-09:00"));
        assert_eq!(
            found("Mo-Fr 16:30-09:30; PH off").as_deref(),
            Some("16:30-09:30")
        );
        for night in [
            "Mo-Su 20:00-08:00",
            "Mo-Su 18:00-09:00",
            "Mo-Su 08:00-02:00",
            "24/7",
            "Mo-Fr 09:00-17:00",
        ] {
            assert_eq!(found(night), None, "{night}");
        }
    }

    #[test]
    fn a_time_of_more_than_24_hours_is_found() {
        let found = |text| past_midnight(text).map(|(time, _)| time);
        assert_eq!(found("Mo-Fr 09:00-25:00"), Some("25:00"));
        assert_eq!(
            past_midnight("Sa 20:00-26:30").map(|(_, t)| t).as_deref(),
            Some("02:30")
        );
        for hours in [
            "Mo-Su 00:00-24:00",
            "Mo 9:00-17:00; PH off",
            "\"ä:ö\"",
            ":",
            "Mo-Fr 22:00-06:00",
        ] {
            assert_eq!(found(hours), None, "{hours}");
        }
    }
}
