//! The words of German.

use super::Table;

pub(super) const TABLE: Table = Table {
    language: "de",
    function: "der die das den dem des ein eine einen einem einer eines und oder aber auch als wie an am \
                   auf aus bei beim bis durch fur gegen hinter im in ins mit nach neben ohne seit uber um unter \
                   vom von vor wahrend wegen zu zum zur zwischen ist sind war waren wird werden wurde wurden \
                   worden sein hat haben hatte hatten kann konnen soll sollen muss mussen nicht kein keine \
                   noch nur schon sehr dann dass wenn weil ob so es sich ihr ihre ihren ihrem seine seinen \
                   seinem seiner unser euer dieser diese dieses jener welche welcher welches man mehr herr \
                   frau dr",
    prepositions: "von vom der des fur aus bei beim in im zu zum zur gegen mit uber",
    pronouns: "er sie es wir ich ihr man dieser diese jener der die letzterer beide",
    told: &[
        "sagte der",
        "sagte dem",
        "sagte gegenüber",
        "sagte im Gespräch mit",
        "gegenüber",
        "im Gespräch mit",
        "im Interview mit",
        "in einem Interview mit",
        "im Interview der",
        "in einem Interview der",
        "in einem Gespräch mit",
        "erklärte gegenüber",
        "teilte der",
        "teilte dem",
    ],
    through: &[
        "laut",
        "nach Angaben",
        "nach Angaben von",
        "nach Angaben der",
        "nach Angaben des",
        "zufolge",
        "zitiert von",
        "so die",
        "wie die",
        "verbreitet von",
        "veröffentlicht von",
        "via",
    ],
    released: "veroffentlichte veroffentlichten verbreitete verbreiteten herausgegebene herausgegebenen zitiert \
                   veroffentlicht verbreitet",
    by: "von vom",
    relays: "meldet meldete berichtet berichtete berichteten",
    cites: "zitiert zitierte zitierten",
    weekdays: [
        "Montag|montags|Montagabend|Montagmorgen",
        "Dienstag|dienstags|Dienstagabend|Dienstagmorgen",
        "Mittwoch|mittwochs|Mittwochabend|Mittwochmorgen",
        "Donnerstag|donnerstags|Donnerstagabend|Donnerstagmorgen",
        "Freitag|freitags|Freitagabend|Freitagmorgen",
        "Samstag|samstags|Sonnabend|Samstagabend|Samstagmorgen",
        "Sonntag|sonntags|Sonntagabend|Sonntagmorgen",
    ],
    days: &[("heute", 0), ("gestern", -1), ("morgen", 1), ("vorgestern", -2), ("übermorgen", 2)],
    years: &[
        ("letztes Jahr", -1),
        ("letzten Jahr", -1),
        ("letzten Jahres", -1),
        ("vergangenen Jahr", -1),
        ("vergangenes Jahr", -1),
        ("vergangenen Jahres", -1),
        ("im Vorjahr", -1),
        ("dieses Jahr", 0),
        ("diesem Jahr", 0),
        ("dieses Jahres", 0),
        ("nächstes Jahr", 1),
        ("nächsten Jahr", 1),
        ("kommenden Jahr", 1),
        ("kommendes Jahr", 1),
    ],
    at_least: &["über", "mehr als", "mindestens", "wenigstens", "nicht weniger als"],
    at_most: &["unter", "weniger als", "höchstens", "maximal", "bis zu", "nicht mehr als"],
    approx: &[
        "etwa",
        "rund",
        "ungefähr",
        "circa",
        "ca",
        "fast",
        "knapp",
        "beinahe",
        "schätzungsweise",
        "gut",
        "an die",
    ],
    or_more: &["oder mehr", "und mehr"],
    or_less: &["oder weniger"],
    accuses: "beschuldig angeklagt anklag klagt vorw vorgeworfen warf wirft werf verurteil kritisier bezichtig \
                  prangert angeprangert rugt",
    denies: "bestr bestritt dementier leugn zuruckgewies zuruckweis wies weist weis streit ablehn abgelehnt \
                 lehnt verneint widersp nicht nie kein",
};
