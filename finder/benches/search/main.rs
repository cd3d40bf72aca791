//! How long a search takes, and reading the two files that it needs: `cargo bench -p finder`.
//!
//! The region and its services are made up, of the size of the West Midlands and of a directory far larger than any
//! city's; see `region.rs`. Natively everything is timed here. In a browser WebAssembly has no clock of its own: there
//! each call of `main` does one step of [`Step`], and `tests/browser/bench.mjs` times the calls.

mod region;

use finder::directory::Directory;
use finder::gazetteer::Gazetteer;
use finder::search::search;
use region::{Region, Typed};

/// How often a file is read, to be timed.
const READINGS: usize = 30;
/// How many different queries are asked, one after the other.
const QUERIES: usize = 2_000;
/// How often each is asked.
#[cfg(not(target_arch = "wasm32"))]
const RUNS: usize = 5;
/// So many services of an answer are looked at: what the finder shows at first.
const SHOWN: usize = 15;

/// What is timed.
#[derive(Clone, Copy)]
enum Step {
    Gazetteer,
    Directory,
    Query(usize),
}

/// Both files as they are served, and read.
struct Bench {
    region: Region,
    gazetteer: Gazetteer,
    directory: Directory,
    queries: Vec<Typed>,
}

impl Bench {
    fn new() -> Bench {
        let region = Region::new();
        let gazetteer = Gazetteer::decode(&region.gazetteer).expect("it was just made");
        let directory = Directory::decode(&region.directory).expect("it was just made");
        let queries = region::queries(&gazetteer, QUERIES);
        Bench {
            region,
            gazetteer,
            directory,
            queries,
        }
    }

    /// Does a step; gives a number that depends on the result, so that nothing is left out.
    fn run(&self, step: Step) -> usize {
        match step {
            Step::Gazetteer => Gazetteer::decode(&self.region.gazetteer)
                .map_or(0, |gazetteer| gazetteer.unit_count()),
            Step::Directory => Directory::decode(&self.region.directory)
                .map_or(0, |directory| directory.services.len()),
            Step::Query(at) => {
                let query = self.queries[at % QUERIES].query();
                let answer = search(&self.directory, Some(&self.gazetteer), &query);
                answer
                    .hits()
                    .take(SHOWN)
                    .map(|hit| hit.service as usize)
                    .sum::<usize>()
                    + usize::from(answer.place.is_some())
            }
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::time::{Duration, Instant};

    let bench = Bench::new();
    // Of each step the shortest of so many runs: what it costs, without what else the machine did meanwhile.
    let times = |count: usize, runs: usize, step: fn(usize) -> Step| {
        let time = |at: usize| {
            let began = Instant::now();
            std::hint::black_box(bench.run(step(at)));
            began.elapsed()
        };
        let shortest = |at: usize| (0..runs).map(|_| time(at)).min().unwrap_or_default();
        let mut times: Vec<Duration> = (0..count).map(shortest).collect();
        times.sort_unstable();
        times
    };
    // Once without looking, so that memory is there.
    times(QUERIES, 1, Step::Query);
    let table = |what: String, times: &[Duration]| {
        let at = |percent: usize| {
            let at = (times.len() * percent / 100).min(times.len() - 1);
            times[at].as_secs_f64() * 1e3
        };
        println!(
            "| {what} | {:.3} ms | {:.3} ms | {:.3} ms |",
            at(50),
            at(99),
            at(100)
        );
    };
    println!("| what | p50 | p99 | most |\n|---|---|---|---|");
    let services = bench.directory.services.len();
    let what = format!("a query over {services} services");
    table(what, &times(QUERIES, RUNS, Step::Query));
    let what = "… each once, as it came".to_owned();
    table(what, &times(QUERIES, 1, Step::Query));
    // The same by what was typed: every tenth query is of one sort.
    for (sort, what) in region::SORTS {
        let only: fn(usize) -> Step = match sort {
            0 => |at| Step::Query(at * 10),
            7 => |at| Step::Query(at * 10 + 7),
            8 => |at| Step::Query(at * 10 + 8),
            _ => |at| Step::Query(at * 10 + 9),
        };
        table(format!("… {what}"), &times(QUERIES / 10, RUNS, only));
    }
    table(
        format!(
            "reading a gazetteer of {} postcodes ({} bytes)",
            bench.gazetteer.unit_count(),
            bench.region.gazetteer.len()
        ),
        &times(READINGS, 1, |_| Step::Gazetteer),
    );
    table(
        format!(
            "reading a directory of {services} services ({} bytes)",
            bench.region.directory.len()
        ),
        &times(READINGS, 1, |_| Step::Directory),
    );
}

/// One step a call: the first makes the region, then come the readings, then queries as long as it is called.
#[cfg(target_arch = "wasm32")]
fn main() {
    use std::cell::{Cell, OnceCell};

    thread_local! {
        static BENCH: OnceCell<Bench> = const { OnceCell::new() };
        static CALLS: Cell<usize> = const { Cell::new(0) };
    }
    let call = CALLS.replace(CALLS.get() + 1);
    BENCH.with(|bench| {
        let bench = bench.get_or_init(Bench::new);
        let step = match call {
            0 => return,
            call if call <= READINGS => Step::Gazetteer,
            call if call <= READINGS * 2 => Step::Directory,
            call => Step::Query(call),
        };
        assert!(bench.run(step) > 0);
    });
}
