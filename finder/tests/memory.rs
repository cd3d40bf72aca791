//! How much memory a phone needs for a region's postcodes. A test of its own: it counts what the whole program holds.

#[allow(dead_code, reason = "the bench asks it more")]
#[path = "../benches/search/region.rs"]
mod region;

use finder::gazetteer::Gazetteer;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

#[test]
fn a_region_of_95_000_postcodes_needs_less_than_2_mb() {
    let file = region::gazetteer();
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let gazetteer = Gazetteer::decode(&file).expect("it was just made");
    let (holds, needed) = (
        MEMORY.current_usage() - before,
        MEMORY.peak_usage() - before,
    );
    println!(
        "{} postcodes: {holds} bytes, at most {needed} while they are read",
        gazetteer.unit_count()
    );
    assert!(gazetteer.unit_count() > 90_000);
    assert!(holds < 2_000_000, "{holds}");
    assert!(needed < 2_000_000, "{needed} while it is read");
}
