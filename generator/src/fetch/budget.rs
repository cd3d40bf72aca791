//! What a whole import may cost: bytes and time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// The most bytes of all answers together, in millions.
pub const MOST_MB: u64 = 200;
/// The most minutes until the last answer.
pub const MOST_MINUTES: u64 = 30;
/// No answer takes longer: a feed that sends a byte a second is none.
const LONGEST_ANSWER: Duration = Duration::from_secs(300);

/// What is left.
pub struct Budget {
    bytes: AtomicU64,
    end: Instant,
}

impl Budget {
    /// The whole.
    pub fn new() -> Self {
        Self {
            bytes: AtomicU64::new(MOST_MB * 1_000_000),
            end: Instant::now() + Duration::from_secs(MOST_MINUTES * 60),
        }
    }

    /// How long the next answer may take; `None` where the time is over.
    pub(super) fn time(&self) -> Option<Duration> {
        let left = self.end.checked_duration_since(Instant::now())?;
        (!left.is_zero()).then(|| left.min(LONGEST_ANSWER))
    }

    /// Whether there are bytes and time for another answer.
    pub fn is_left(&self) -> bool {
        self.time().is_some() && self.bytes.load(Ordering::Relaxed) > 0
    }

    /// Spends bytes; whether there were enough.
    pub(super) fn spend(&self, count: usize) -> bool {
        let spent = self
            .bytes
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(count as u64)
            });
        spent.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_comes_to_an_end() {
        let budget = Budget::new();
        assert!(budget.spend(150_000_000) && budget.spend(50_000_000) && !budget.spend(1));
        assert_eq!(budget.time(), Some(LONGEST_ANSWER));
    }
}
