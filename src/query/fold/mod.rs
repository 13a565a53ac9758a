//! Folding text for search, so that spellings which readers regard as the same compare as equal.
//!
//! - Letters lose case, accents and vowel points (NFD, Unicode Standard Annex 15).
//! - Compatibility forms become plain characters (`compatibility`).
//! - Latin letters that have no accent but that other keyboards lack (ł, ø, đ, œ) become plain ones.
//! - Arabic letters that are often interchanged (alefs, yehs, kafs, hehs, teh marbuta, and the
//!   letters of Kurdish and Urdu) become one. Marks of transliteration are removed.
//! - Letters that only some keyboards of a script have become the usual ones: Cyrillic `қ`, Pashto `ګ`,
//!   Amharic `ሐ`, parts of letters in Thai, Lao and Malayalam. Dots within words are removed.
//! - Digits become ASCII digits. Quotation marks, dashes and Arabic stops become ASCII.
//! - A sequence of white space becomes one space. Characters without width are removed.
//!
//! Each character folds independently, so a part of a text folds to a part of its fold. Hangul
//! syllables and characters outside the Basic Multilingual Plane do not change.
//!
//! `fold.bin` holds the folds as a packed table, which the browser reads (`table`). A test computes
//! them from Unicode's data (`characters`), packs them (`pack`) and compares; with `UPDATE` set, it
//! writes the file again. Matching never goes here: that is `search`.

#[cfg(not(reader))]
mod characters;
#[cfg(not(reader))]
mod compatibility;
#[cfg(not(reader))]
mod pack;
mod table;

use std::ops::Range;
use std::sync::LazyLock;
use table::{Fold, Table};

/// A folded text and the origin of each of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the offset in code points of its origin in the original text.
    origins: Vec<u32>,
    /// Length of the original text in code points.
    length: u32,
}

impl Folded {
    /// Returns the folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Converts a byte range of the folded text to code points of the original text. Includes the
    /// combining marks after them that folding removed.
    pub fn original(&self, bytes: Range<usize>) -> Range<u32> {
        if bytes.is_empty() {
            return 0..0;
        }
        let last = self.origins[bytes.end - 1];
        let mut after = self.origins[bytes.end..].iter().copied();
        self.origins[bytes.start]..after.find(|origin| *origin > last).unwrap_or(self.length)
    }
}

/// Packs the folds of all characters, as in `fold.bin`.
#[cfg(not(reader))]
pub fn packed_folds() -> Vec<u8> {
    pack::pack(characters::packed().map(|c| (c, characters::fold_char(c))))
}

/// Folds a text and records the origins of its bytes.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    for (position, c) in (0..).zip(text.chars()) {
        push(&mut folded.text, c);
        folded.origins.resize(folded.text.len(), position);
        folded.length = position + 1;
    }
    folded
}

/// Folds a text.
pub fn fold_str(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(&mut folded, text);
    folded
}

/// Appends the fold of a text to a string.
pub(super) fn fold_onto(folded: &mut String, text: &str) {
    for c in text.chars() {
        push(folded, c);
    }
}

fn push(folded: &mut String, c: char) {
    if c.is_ascii() {
        return push_plain(folded, c.to_ascii_lowercase());
    }
    match TABLE.find(c) {
        None => folded.push(c),
        Some(Fold::One(plain)) => push_plain(folded, plain),
        Some(Fold::Many(text)) => folded.push_str(text),
        Some(Fold::Nothing) => {}
    }
}

/// Appends a character, reducing white space to one space.
fn push_plain(folded: &mut String, c: char) {
    match c {
        ' ' | '\t'..='\r' if folded.ends_with(' ') => {}
        ' ' | '\t'..='\r' => folded.push(' '),
        c => folded.push(c),
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::unpack(include_bytes!("fold.bin")));

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_equivalent_spellings_to_the_same_text() {
        for (input, expected) in [
            ("Timeline", "timeline"),
            ("É", "e"),
            ("e\u{301}", "e"),
            ("Straße STRASSE ẞ", "strasse strasse ss"),
            ("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ"),
            ("İstanbul ısı", "istanbul isi"),
            ("ﬁle ２Ｂ ½ m² …", "file 2b 1/2 m2 ..."),
            ("“a” „b“ «c» ″ ‘d’ ‹e› ´", "\"a\" \"b\" \"c\" \" 'd' 'e' '"),
            ("a–b—c‑d−e", "a-b-c-d-e"),
            ("a \u{a0}\t\n b", "a b"),
            ("co\u{ad}op\u{200b}era\u{2060}tion", "cooperation"),
            ("❤\u{fe0f}", "❤"),
            ("أحمد إيران آب ٱلله", "احمد ايران اب الله"),
            ("مُحَمَّد محـــمد", "محمد محمد"),
            ("مدرسة على علی رئيس کتاب", "مدرسه علي علي رييس كتاب"),
            ("ﻻ ٤٦٠ ۴۶۰", "لا 460 460"),
            ("שָׁלוֹם", "שלום"),
            ("हिन्दी", "हिन्दी"),
            ("ガ カ", "カ\u{3099} カ"),
            ("ﾆｭｰｽ ﾊﾟﾘ", "ニュース ハ\u{309a}リ"),
            ("Łukasz Gdańsk Þór Bjørn Đà", "lukasz gdansk thor bjorn da"),
            ("Œuvre ŒUVRE manœuvre Æsir", "oeuvre oeuvre manoeuvre aesir"),
            ("سلێمانی سليماني", "سليماني سليماني"),
            ("ە ه\u{200c} ھ ہ ۃ", "ه ه ه ه ه"),
            ("پاکستان میں ہے", "پاكستان ميں هے"),
            ("צה״ל צה\"ל ג׳ורג׳", "צה\"ל צה\"ל ג'ורג'"),
            ("Saʿūd al-Qaʾida", "saud al-qaida"),
            ("Nguyễn Phở ĐƯỜNG", "nguyen pho duong"),
            ("IĞDIR ığdır İĞDİR", "igdir igdir igdir"),
            ("GROẞE große", "grosse grosse"),
            ("Σοφός ΣΟΦΌΣ", "σοφοσ σοφοσ"),
            ("ﻣﺤﻤﺪ ﷲ", "محمد الله"),
            ("בְּרֵאשִׁית יִשְׂרָאֵל", "בראשית ישראל"),
            ("क़लम क\u{93c}लम", "कलम कलम"),
            ("ｶﾞﾗｽ ガラス", "カ\u{3099}ラス カ\u{3099}ラス"),
            ("ＡＢＣ１２３", "abc123"),
            ("۱۲۳ ١٢٣ १२३ ๑๒๓ ১২৩", "123 123 123 123 123"),
            ("ھەولێر هه\u{200c}ولێر", "ههولير ههولير"),
            ("Škoda Čapek Řím", "skoda capek rim"),
            ("Ŋgũgĩ Ħamrun", "ngugi hamrun"),
        ] {
            assert_eq!(fold_str(input), expected, "{input}");
        }
    }

    #[test]
    fn what_keyboards_type_is_what_newspapers_print() {
        for (typed, printed) in [
            // Kurdish, Persian, Pashto, Sindhi, Urdu, Arabic.
            ("روداو", "ڕوداو"),
            ("بيستۊن", "بیستون"),
            ("پښتونكي", "پښتونکې"),
            ("سړي", "سړی"),
            ("گوند", "ګوند"),
            ("سنڌي كتاب", "سنڌي ڪتاب"),
            ("می\u{200c}شود", "میشود"),
            ("50%", "۵۰٪"),
            ("3.5", "۳٫۵"),
            ("لیے", "لئے"),
            ("ہے.", "ہے۔"),
            ("کیا?", "کیا؟"),
            ("بغداد, اربيل", "بغداد، أربيل"),
            ("القران", "القُرآن"),
            ("كركوك", "کرکوک"),
            // Hebrew and Yiddish.
            ("צה\"ל", "צה״ל"),
            ("תל-אביב", "תל־אביב"),
            ("וויזה", "װיזה"),
            ("יידיש", "ײִדיש"),
            // Polish, Nordic, French, Catalan, South Slavic, Afrikaans, Greenlandic.
            ("Zolc", "Żółć"),
            ("Tromso", "Tromsø"),
            ("Tasiusaq", "Tasiusaĸ"),
            ("coeur d'Alene", "cœur d’Alène"),
            ("collecció", "col·lecció"),
            ("parallel", "paraŀlel"),
            ("dzep njegos ljubav", "ǆep ǌegoš ǉubav"),
            ("'n mens", "ŉ mens"),
            // Azerbaijani, Hausa, Ewe, Akan, Bambara.
            ("Eliyev", "Əliyev"),
            ("Sokoto kasar", "Sokoto ƙasar"),
            ("dan baki", "ɗan ɓaki"),
            ("Evegbe", "Eʋegbe"),
            ("Akyerew Odo", "Akyerɛw Ɔdɔ"),
            ("na", "ɲa"),
            // Ukrainian, Kazakh, Tatar, Kyrgyz, Tajik, Bashkir.
            ("Гудзик", "Ґудзик"),
            ("Казакстан", "Қазақстан"),
            ("Тауке хан", "Тәуке хан"),
            ("Назарбаев онір", "Назарбаев өңір"),
            ("окмот", "өкмөт"),
            ("Точикистон", "Тоҷикистон"),
            ("Башкортостан хазир", "Башҡортостан һаҙир"),
            // Hindi, Bengali, Tamil, Malayalam.
            ("पांच", "पाँच"),
            ("लड़का", "लडका"),
            ("2024", "२०२४"),
            ("2024", "২০২৪"),
            ("2024", "௨௦௨௪"),
            ("അവന്\u{200d}", "അവൻ"),
            ("കേരളത്തില്\u{200d}", "കേരളത്തിൽ"),
            // Thai, Lao, Burmese, Khmer.
            ("น\u{e49}\u{e4d}\u{e32}", "น้ำ"),
            ("น\u{e4d}\u{e49}\u{e32}", "น้ำ"),
            ("ท\u{e4d}\u{e32}", "ทำ"),
            ("ນ\u{ec9}\u{ecd}\u{eb2}", "ນ້ຳ"),
            ("25", "๒๕"),
            ("25", "၂၅"),
            ("25", "២៥"),
            // Japanese, Chinese, Korean.
            ("ガス", "ｶﾞｽ"),
            ("鎌ケ谷", "鎌ヶ谷"),
            ("3~5", "３〜５"),
            ("唐纳德特朗普", "唐纳德·特朗普"),
            ("唐納德川普", "唐納德‧川普"),
            ("한미", "한ㆍ미"),
            ("한·미", "한ㆍ미"),
            // Amharic, Armenian, Georgian, transliteration.
            ("ሀገር", "ሐገር"),
            ("ሰራዊት", "ሠራዊት"),
            ("አለም", "ዐለም"),
            ("ጸሀይ", "ፀሐይ"),
            ("երևան եւ", "Երեւան և"),
            ("თბილისი", "ᲗᲑᲘᲚᲘᲡᲘ"),
            ("al-Qaida", "al-Qāʿida"),
        ] {
            assert_eq!(fold_str(typed), fold_str(printed), "{typed} {printed}");
        }
    }

    #[test]
    fn converts_ranges_to_the_original_text() {
        let check = |text: &str, part: &str, expected: Range<u32>| {
            let folded = fold(text);
            let start = folded.as_str().find(part).expect("the part is in the folded text");
            assert_eq!(folded.original(start..start + part.len()), expected, "{text}: {part}");
        };
        check("on Time", "time", 3..7);
        check("a “b”", "\"b\"", 2..5);
        check("Stra\u{df}e", "s", 0..1);
        check("Stra\u{df}e", "as", 3..5);
        check("re\u{301}sume\u{301}", "resume", 0..8);
        check("a  b c", "a b", 0..4);
        check("سـلام", "س", 0..2);
        check("½ mile", "/", 0..1);
        assert_eq!(fold("").original(0..0), 0..0);
    }

    #[test]
    fn every_fold_is_stable() {
        for c in '\0'..=char::MAX {
            let once = fold_str(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold_str(&once), once, "{c:?} U+{:04X}", c as u32);
        }
    }

    #[test]
    fn the_packed_table_agrees_with_unicode() {
        for c in characters::packed() {
            assert_eq!(fold_str(&c.to_string()), characters::fold_char(c), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(text in any::<String>()) {
            let once = fold_str(&text);
            prop_assert_eq!(fold_str(&once), once.clone());
            let folded = fold(&text);
            prop_assert_eq!(folded.as_str(), once);
            prop_assert_eq!(folded.origins.len(), folded.text.len());
        }
    }
}
