//! The words that generated dossiers are made of.

pub const STATES: [&str; 4] = ["Northland", "Southmark", "Éastria", "Westmere"];
pub const RELAYS: [&str; 5] =
    ["Wire Agency", "Radio Delta", "Agência Sul", "The Courier", "Channel Six"];
pub const FIRST: [&str; 12] = [
    "Amal", "Bruno", "Chloé", "Dina", "Elif", "Farid", "Greta", "Hugo", "Inès", "Jonas", "Karim",
    "Lena",
];
pub const LAST: [&str; 14] = [
    "Abboud",
    "Berger",
    "Çelik",
    "Dahl",
    "Eriksen",
    "Fakhri",
    "Gómez",
    "Haddad",
    "Ivanova",
    "Jansen",
    "Kovač",
    "Lindqvist",
    "Mansour",
    "Nowak",
];
pub const BODIES: [&str; 6] =
    ["Ministry", "Council", "Observatory", "Commission", "Union", "Institute"];
pub const OFFICES: [&str; 15] = [
    "official",
    "envoy",
    "diplomat",
    "adviser",
    "minister",
    "officer",
    "delegate",
    "spokesman",
    "negotiator",
    "judge",
    "engineer",
    "governor",
    "clerk",
    "deputy",
    "observer",
];
pub const TOPICS: [&str; 30] = [
    "border crossings",
    "water shares",
    "grain exports",
    "fishing rights",
    "fuel prices",
    "bank reserves",
    "mine clearance",
    "prisoner exchange",
    "troop withdrawal",
    "air traffic",
    "school reopening",
    "hospital supplies",
    "power cuts",
    "road repair",
    "rail freight",
    "port fees",
    "customs duties",
    "visa rules",
    "ballot counting",
    "land registry",
    "flood relief",
    "camp closures",
    "aid convoys",
    "media access",
    "court reform",
    "pension arrears",
    "wage talks",
    "drug shortages",
    "forest fires",
    "the ceasefire line",
];
pub const PLACES: [&str; 12] = [
    "Port Amber",
    "Saint-Rémy",
    "Old Harbour",
    "Tall Pines",
    "Delta Bay",
    "Kara Valley",
    "Lower Town",
    "Mount Sable",
    "New Bridge",
    "Ostrava Gate",
    "Quarry Road",
    "Rio Seco",
];
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub const SUBJECTS: [&str; 4] = ["both sides", "negotiators", "the panel", "the parties"];
pub const ENDS: [&str; 6] = [
    "open until the spring",
    "aside, as “a matter of trust”, without a vote",
    "unsigned after two days of talks",
    "for the next round, which would be “long overdue” by then",
    "as it was, “neither fair nor final”",
    "out of the draft for now",
];
/// Cues, each with the kind of statement that it introduces.
pub const CUES: [(&str, &str); 9] = [
    ("said that", "assertion"),
    ("noted that", "assertion"),
    ("announced that", "announcement"),
    ("pledged that", "commitment"),
    ("proposed that", "proposal"),
    ("demanded that", "demand"),
    ("denied that", "denial"),
    ("complained that", "evaluation"),
    ("insisted that", "condition"),
];
pub const CHANNELS: [&str; 4] = ["not_stated", "interview", "written_statement", "public_remarks"];
