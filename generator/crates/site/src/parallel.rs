//! Independent pieces of work. How many run at once is for the caller, who knows the machine.

use std::sync::{Mutex, PoisonError};

/// Calls its second argument once with each number below the first, in any order, perhaps several at once.
pub type ForEach<'f> = dyn Fn(usize, &(dyn Fn(usize) + Sync)) + Sync + 'f;

/// The results of `work` for each of `items`, in their order.
pub(crate) fn map<I: Sync, T: Send>(
    items: &[I],
    for_each: &ForEach,
    work: impl Fn(&I) -> T + Sync,
) -> Vec<T> {
    let results: Vec<Mutex<Option<T>>> = items.iter().map(|_| Mutex::new(None)).collect();
    for_each(items.len(), &|index| {
        let result = work(&items[index]);
        *results[index]
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(result);
    });
    results
        .into_iter()
        .filter_map(|result| result.into_inner().unwrap_or_else(PoisonError::into_inner))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_are_in_the_order_of_the_items_whatever_runs_first() {
        let backwards = |count: usize, work: &(dyn Fn(usize) + Sync)| {
            (0..count).rev().for_each(work);
        };
        let items = ["a", "b", "c"];
        let double = |item: &&str| item.repeat(2);
        assert_eq!(map(&items, &backwards, double), ["aa", "bb", "cc"]);
    }
}
