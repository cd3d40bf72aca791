//! Computes what `content/places/` holds from OS Code-Point Open: `region.gaz` (sectors and districts) and the wards and
//! towns of `places.toml`.
//!
//! `cargo run -p postcodes --example region -- codepo_gb.zip content/places`

use std::fmt::Write as _;

use finder::gazetteer::Gazetteer;
use finder::geometry::{Plane, Position};
use finder::postcode::{Format, Level};
use postcodes::{Importer, Options, Ward};

/// The postcode areas of the region.
const AREAS: [&str; 5] = ["B", "CV", "DY", "WS", "WV"];
/// The year of the attribution lines.
const YEAR: u16 = 2026;
/// Councils whose wards become places: the seven metropolitan boroughs.
const BOROUGHS: [&str; 7] = [
    "E08000025",
    "E08000026",
    "E08000027",
    "E08000028",
    "E08000029",
    "E08000030",
    "E08000031",
];

/// Towns and neighbourhoods that are no ward, with the districts or sectors of their post town or centre.
const TOWNS: &[(&str, &[&str])] = &include!("region_towns.in");
/// Spellings in other languages of the names best known.
const SPELLINGS: &[(&str, &[(&str, &str)])] = &include!("region_spellings.in");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, folder] = &arguments[..] else {
        return Err("two arguments: the zip of Code-Point Open, and the folder to write to".into());
    };
    let mut options = Options::new(Format::for_country("GB").ok_or("no format")?);
    options.areas = AREAS.map(String::from).to_vec();
    options.attribution_year = Some(YEAR);
    let mut importer = Importer::new(options);
    importer.add(file, &std::fs::read(file)?)?;
    let wards = importer.wards();
    let imported = importer.clone().finish(Level::Sector)?;
    println!("{:?}", imported.report);
    std::fs::write(format!("{folder}/region.gaz"), &imported.bytes)?;

    // Towns: the middle and reach of their postcodes, from the whole postcodes.
    let whole = importer.builder()?;
    let mut entries = towns(&Gazetteer::decode(&whole.encode()?)?)?;
    let mut text = String::from(HEADER);
    for ward in wards
        .iter()
        .filter(|ward| BOROUGHS.contains(&ward.council.as_str()))
    {
        if !entries
            .iter()
            .any(|entry| entry.name == readable(ward) && entry.context == ward.council_name)
        {
            entries.push(Entry {
                name: readable(ward),
                context: ward.council_name.clone(),
                council: ward.council.clone(),
                degrees: ward.degrees,
                radius_m: ward.radius_m,
                postcodes: ward.postcodes,
            });
        }
    }
    entries.sort_by(|a, b| (&a.name, &a.context).cmp(&(&b.name, &b.context)));
    for entry in &entries {
        entry.write(&mut text)?;
    }
    std::fs::write(format!("{folder}/places.toml"), &text)?;
    println!("{} places", entries.len());
    Ok(())
}

const HEADER: &str = "\
# Neighbourhoods and towns of the region: what people may type instead of a postcode.
#
# Positions were computed from OS Code-Point Open (October 2025): the mean of the postcodes of each ward, or of the
# districts and sectors that make up a town. Names of wards: Boundary-Line's code list, October 2025. `radius` holds half of
# the postcodes, in metres; `weight` is their number. Made with `cargo run -p postcodes --example region`; spellings
# are ours, and more are welcome: add them here.
#
# Licence of the data: Open Government Licence 3.0.
# Contains OS data © Crown copyright and database right 2026.
# Contains Royal Mail data © Royal Mail copyright and database right 2026.
# Contains National Statistics data © Crown copyright and database right 2026.
";

struct Entry {
    name: String,
    context: String,
    council: String,
    degrees: (f64, f64),
    radius_m: u32,
    postcodes: u32,
}

impl Entry {
    fn write(&self, text: &mut String) -> std::fmt::Result {
        writeln!(text, "\n[[place]]\nname = {:?}", self.name)?;
        if self.context != self.name {
            writeln!(text, "context = {:?}", self.context)?;
        }
        writeln!(
            text,
            "latitude = {:.4}\nlongitude = {:.4}",
            self.degrees.0, self.degrees.1
        )?;
        writeln!(
            text,
            "radius = {}\ncouncil = {:?}\nweight = {}",
            self.radius_m, self.council, self.postcodes
        )?;
        if let Some((_, spellings)) = SPELLINGS.iter().find(|(name, _)| *name == self.name) {
            let spellings = spellings
                .iter()
                .map(|(tag, name)| format!("{tag} = [{name:?}]"));
            writeln!(
                text,
                "spellings = {{ {} }}",
                spellings.collect::<Vec<_>>().join(", ")
            )?;
        }
        Ok(())
    }
}

/// A ward's name as people write it.
fn readable(ward: &Ward) -> String {
    ward.name.replace("St. ", "St ").replace(" & ", " and ")
}

/// The towns, each from the whole postcodes of its districts and sectors.
fn towns(gazetteer: &Gazetteer) -> Result<Vec<Entry>, String> {
    let format = gazetteer.format();
    let units = gazetteer.codes(Level::Unit);
    let mut towns = Vec::new();
    for (name, parts) in TOWNS {
        let mut members = Vec::new();
        for part in *parts {
            let reading = format
                .read(part)
                .candidates
                .into_iter()
                .next()
                .ok_or(format!("{part} is no postcode"))?;
            let inside = units
                .iter()
                .filter(|unit| format.part(unit, reading.level).as_ref() == Some(&reading));
            members.extend(inside.filter_map(|unit| gazetteer.get(unit)));
        }
        let count = members.len();
        if count == 0 {
            return Err(format!("{name}: no postcode in {parts:?}"));
        }
        let mean = |of: fn(Position) -> i32| {
            members
                .iter()
                .map(|spot| i64::from(of(spot.position)))
                .sum::<i64>()
                / count as i64
        };
        let middle = Position::new(
            mean(Position::latitude) as i32,
            mean(Position::longitude) as i32,
        )
        .ok_or("off the Earth")?;
        let plane = Plane::at(middle);
        let mut distances: Vec<u32> = members
            .iter()
            .map(|spot| plane.offset(spot.position).distance_m())
            .collect();
        distances.sort_unstable();
        let councils = members
            .iter()
            .filter_map(|spot| spot.councils.first().copied());
        let mut counts = vec![0; gazetteer.councils().len()];
        councils.for_each(|council| counts[usize::from(council)] += 1);
        let most = (0..counts.len())
            .max_by_key(|council| counts[*council])
            .ok_or("no council")?;
        let council = &gazetteer.councils()[most];
        towns.push(Entry {
            name: (*name).into(),
            context: council.name.clone(),
            council: council.code.clone(),
            degrees: middle.degrees(),
            radius_m: distances[count / 2],
            postcodes: count as u32,
        });
    }
    Ok(towns)
}
