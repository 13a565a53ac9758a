//! When a number that was parsed is doubtful: a word beside it may belong to it.

use super::phrase::{Phrase, Reader, Value};
use super::table::{Meaning, is_complete, meaning};
use super::tokens::Token;

/// Symbols of units and currencies, which are the same in all languages.
const UNITS: &str = " km m cm mm kg g t ha l km² m² m³ kwh mwh mw gw tw mph kmh usd eur gbp chf jpy euro euros \
                     dollar dollars percent pct prozent procent pourcent percento procento persen pp % درصد אחוז \
                     אחוזים процент процента процентов відсоток відсотки відсотків प्रतिशत फीसदी শতাংশ فیصد \
                     year years week weeks day days month months hour hours minute minutes mile miles \
                     jahr jahre jahren tag tage tagen woche wochen monat monate monaten stunde stunden minuten \
                     ans années jours mois semaines heures minutes años días meses semanas horas minutos \
                     anni giorni mesi settimane ore minuti anos dias semanas jaar jaren dagen weken maanden uur \
                     år dagar dager dage veckor uker uger timmar timer yıl gün hafta saat лет года дней дня \
                     недель месяцев часов минут років днів سنوات سنة أيام يوما أشهر ساعة ساعات سال روز ماه ساعت \
                     tahun hari minggu jam ngày tuần giờ ";

/// The words directly after a number of Chinese, Japanese and Korean that count things.
const COUNTERS: &str = "人 名 個 个 箇 件 年 円 元 日 天 歳 岁 歲 回 次 台 度 倍 匹 頭 头 本 枚 冊 家 所 戸 户 戶 \
                        隻 艘 艇 只 条 條 张 張 位 月 時 时 分 秒 点 點 ドル ユーロ ポンド か所 カ所 ヶ所 か国 カ国 \
                        キロ メートル トン パーセント 美元 欧元 歐元 公里 米 公斤 吨 噸 명 개 건 년 원 일 살 회 대 \
                        도 배 곳 척 달러 유로 분 초 시 퍼센트 킬로 미터 톤 가구 세 인 여 余 餘 多";

impl Reader<'_> {
    /// Returns a word beside a number that may be part of it.
    ///
    /// After a number, that is any word that is not known and not what is counted. Before it, it is an
    /// unknown word before a multiplier ("drölf Millionen") or a decimal point and, in languages whose
    /// number words are not all known, any word.
    pub(super) fn doubt(&self, start: usize, phrase: &Phrase) -> Option<&str> {
        if phrase.group.is_some() {
            return (start..phrase.end)
                .rev()
                .find(|at| self.is_unknown(*at))
                .and_then(|at| self.word(at));
        }
        self.doubt_within(start, phrase)
            .or_else(|| self.doubt_before(start))
            .or_else(|| self.doubt_after(phrase))
    }

    /// Returns a word of a number that may mean another number there.
    fn doubt_within(&self, start: usize, phrase: &Phrase) -> Option<&str> {
        let is_many_of = |at: usize| {
            self.meaning(at) == Some(Meaning::In)
                && matches!(self.meaning(at + 1), Some(Meaning::Many(_)))
        };
        let at = match self.language {
            // "Kedua" is both or the second, and "kedua puluh" the twentieth or all twenty.
            "id" if phrase.end > start + 1 && self.word(start) == Some("kedua") => start,
            // Kurmanji: "yek ji dehan" is one in ten or one of tens.
            "ku" if is_many_of(phrase.end) => phrase.end + 1,
            "ku" if start.checked_sub(1).is_some_and(is_many_of) => start,
            _ => return None,
        };
        self.word(at)
    }

    fn doubt_before(&self, start: usize) -> Option<&str> {
        let mut before = start.checked_sub(1)?;
        if self.tokens.get(before) == Some(&Token::Dash(true)) {
            before = before.checked_sub(1)?;
        }
        let word = self.word(before)?;
        let is_rank = |at: usize| self.meaning(at) == Some(Meaning::Rank);
        // "نيف وعشرون" is twenty and some.
        let is_more = self.meaning(before) == Some(Meaning::And)
            && before.checked_sub(1).is_some_and(is_rank);
        if is_rank(before) || is_more || self.is_turkish_part(before) {
            return Some(word);
        }
        if !self.is_unknown(before) || self.is_explained(before) {
            return None;
        }
        let begins_open = self.multiplier(start, true).is_some();
        let is_decimal = self.meaning(before) == Some(Meaning::Point);
        (begins_open || is_decimal || !is_complete(self.language)).then_some(word)
    }

    fn doubt_after(&self, phrase: &Phrase) -> Option<&str> {
        let is_dash = |at: usize| matches!(self.tokens.get(at), Some(Token::Dash(_)));
        // "3-4 gross": what is doubtful for the second number is so for the first.
        if (is_dash(phrase.end)
            || matches!(self.meaning(phrase.end), Some(Meaning::To | Meaning::Or)))
            && let Some(next) = self.phrase(phrase.end + 1)
        {
            return self.doubt_after(&next);
        }
        let touches = self.tokens.get(phrase.end) == Some(&Token::Dash(true));
        let mut after = phrase.end + usize::from(touches);
        // "Vingt-et-unième", "بیست و یکم".
        if self.meaning(after) == Some(Meaning::And) {
            after += 1;
            after += usize::from(self.tokens.get(after) == Some(&Token::Dash(true)));
        }
        let word = self.word(after)?;
        if self.language == "ru" && self.word(after - 1).is_some_and(|word| word.starts_with("цел"))
        {
            return Some(word);
        }
        // "十数人": ten and some.
        if super::cjk::is_cjk(self.language) && word.starts_with(['数', '數', '几', '幾']) {
            return Some(word);
        }
        // "100,000-plus" is a bound, which another check compares.
        let is_more = touches && self.language == "en" && word == "plus";
        if is_more || !self.is_unknown(after) || self.is_explained(after) {
            return None;
        }
        // After a multiplier, a word is part of the number only if another number follows it.
        let is_large = |value: &Value| value.trail.iter().any(|by| *by >= 1000);
        let has_multiplier = phrase.values.iter().any(is_large);
        let continues = self.phrase(after + 1).is_some();
        (!has_multiplier || touches || (continues && !is_complete(self.language))).then_some(word)
    }

    /// Returns true if a word is not in the table of number words.
    pub(super) fn is_unknown(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(Token::Word(_)))
            && matches!(self.meaning(at), None | Some(Meaning::Point | Meaning::Ordinal(_)))
    }

    /// Returns true if a word says what is counted, or is a unit.
    fn is_explained(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let is_counter = || {
            let is_more = word.contains(['半', '数', '數', '几', '幾']);
            super::cjk::is_cjk(self.language)
                && !is_more
                && COUNTERS.split(' ').any(|counter| word.starts_with(counter))
        };
        let bare = |word: &str| match self.language {
            "ar" => word.strip_prefix("ال").unwrap_or(word).to_owned(),
            _ => word.to_owned(),
        };
        // "A three-week period" counts weeks.
        let is_one_of = |noun: &str| {
            self.language == "en" && noun.strip_suffix('s').is_some_and(|one| one == word)
        };
        let is_noun = |noun: &String| {
            let is_in_run = super::cjk::is_cjk(self.language)
                && (noun.contains(word) || word.starts_with(noun.as_str()));
            bare(noun) == bare(word) || is_one_of(noun) || is_in_run
        };
        self.nouns.iter().any(is_noun) || UNITS.contains(&format!(" {word} ")) || is_counter()
    }

    /// Returns true for a Turkish denominator: "milyonda bir" is one in a million.
    fn is_turkish_part(&self, at: usize) -> bool {
        let Some(word) = self.word(at).filter(|_| self.language == "tr") else { return false };
        ["te", "ta", "de", "da"]
            .iter()
            .filter_map(|end| word.strip_suffix(end))
            .any(|number| meaning(number, "tr").is_some())
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.tokens.get(at) {
            Some(Token::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Returns true for a number in digits.
    pub(super) fn is_digits(&self, start: usize, phrase: &Phrase) -> bool {
        phrase.end == start + 1 && matches!(self.tokens.get(start), Some(Token::Number(_)))
    }

    /// Returns true for digits after a word and a hyphen, which are part of a name ("COVID-19").
    pub(super) fn is_in_name(&self, at: usize) -> bool {
        matches!(self.tokens.get(at), Some(Token::Number(_)))
            && at >= 2
            && self.tokens[at - 1] == Token::Dash(true)
            && self.is_unknown(at - 2)
    }
}
