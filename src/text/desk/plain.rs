//! Problems in plain language: the loader's messages name fields of the file, which a person at the page
//! never sees. A problem without a sentence here has the loader's.

use crate::annotate::{About, Problem};
use crate::load::{
    ActorCode, ArticleCode, Code, DateCode, FigureCode, IdCode, QuoteCode, ShapeCode, StatementCode,
};
use crate::text::capital;

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// The heading without a full stop, such as "Statement 8 stops inside a quotation".
    pub heading: String,
    /// More about it, in a sentence. Empty if the heading says all. The page shows the words of the article
    /// beside it.
    pub detail: String,
}

/// Says what a problem is.
pub fn plain(problem: &Problem) -> Plain {
    let subject = match (problem.number, &problem.about) {
        (Some(number), About::Statement(_)) => format!("Statement {number}"),
        (_, About::Figure(_)) => "A number".to_owned(),
        (_, About::Actor(_)) => "A name".to_owned(),
        (_, About::Background(_)) => "The reporter’s words".to_owned(),
        _ => String::new(),
    };
    let words = match problem.code {
        Code::Shape(ShapeCode::MissingField) => missing(&problem.message),
        code => words(code),
    };
    match words {
        Some((heading, detail)) => {
            let heading = match subject.is_empty() {
                true => capital(heading),
                false => format!("{subject} {heading}"),
            };
            Plain { heading, detail: detail.to_owned() }
        }
        None => {
            let heading = match subject.is_empty() {
                true => capital(&problem.message),
                false => format!("{subject}: {}", problem.message),
            };
            let hint = problem.hints.first();
            Plain { heading, detail: hint.map(|it| capital(it) + ".").unwrap_or_default() }
        }
    }
}

/// A heading that follows its subject, and a sentence.
type Words = Option<(&'static str, &'static str)>;

fn words(code: Code) -> Words {
    match code {
        Code::Statement(code) => statement(code),
        Code::Article(code) => article(code),
        Code::Date(code) => date(code),
        Code::Figure(code) => figure(code),
        Code::Quote(code) => quote(code),
        Code::Actor(code) => actor(code),
        Code::Id(IdCode::Loop) => Some((
            "has somebody in two places",
            "Nobody can be the speaker and pass the words on as well, and the outlet is never in the chain.",
        )),
        _ => None,
    }
}

const fn statement(code: StatementCode) -> Words {
    Some(match code {
        StatementCode::NoStatements => ("There are no statements yet", "Select words to make one."),
        StatementCode::NoSpeaker => {
            ("has no speaker", "Choose who said it, or that the article leaves it open.")
        }
        StatementCode::SharedSource => (
            "takes its source from a later statement",
            "Only an earlier statement can name the source.",
        ),
        StatementCode::NotUnnamed => (
            "gives a reason for anonymity, but its source is named",
            "Say that the source is unnamed, or remove the reason.",
        ),
        StatementCode::OutsidePassage => (
            "has words from a paragraph that does not belong to it",
            "Select the words that belong together, or say in a note how they do.",
        ),
        StatementCode::OverParagraphs => (
            "goes on in the next paragraph",
            "Neither quotation marks nor a colon connect the two. Check that all the words are this source’s.",
        ),
        StatementCode::OutsideStatement => {
            ("explains words that are not part of it", "Its own words have changed.")
        }
        StatementCode::DraftReference => (
            "refers to a statement that is a draft",
            "Finish that one first, or make this one a draft too.",
        ),
        StatementCode::OnlyDrafts => {
            ("All statements are drafts", "Nothing is published until one of them is done.")
        }
        StatementCode::OtherSpeaker => (
            "has another speaker than its words name",
            "The words of the source name somebody else.",
        ),
        StatementCode::SpeakerNotNamed => (
            "does not show who speaks",
            "Neither the source nor the words before it name the speaker. Select the fuller words that do.",
        ),
        StatementCode::SharedSpeakers => (
            "shares its source, but not the speaker",
            "Both have the same source, so both should have the same speaker.",
        ),
        StatementCode::MissingHop => (
            "leaves out somebody who passed the words on",
            "The article says through whom they came.",
        ),
        StatementCode::OtherChain => (
            "came through nobody, others of this source did",
            "The same source’s words came through somebody in another statement.",
        ),
        StatementCode::QuotationCut => {
            ("stops inside a quotation", "Nothing accounts for the rest of the quotation.")
        }
        StatementCode::QuotationContinues => {
            ("leaves out the rest of its quotation", "The quotation goes on in the next paragraph.")
        }
        StatementCode::KindWithoutCue => {
            ("is called an accusation or a denial", "No word of its verb accuses or denies.")
        }
        StatementCode::GistNotQuoted => {
            ("has a summary with quotation marks", "The article does not quote these words.")
        }
        StatementCode::Twice => {
            ("says the same as another one", "Both have the same words and a speaker in common.")
        }
        _ => return None,
    })
}

const fn article(code: ArticleCode) -> Words {
    Some(match code {
        ArticleCode::QuotationLeftOut => {
            ("A quotation belongs to nobody", "It is in no statement and not the reporter’s own.")
        }
        ArticleCode::NameLeftOut => (
            "A name that is mentioned has no statement",
            "Nothing accounts for the words around it.",
        ),
        ArticleCode::SingleQuotes => (
            "Are the single marks quotation marks?",
            "The article has words between straight single marks, which count as apostrophes.",
        ),
        ArticleCode::TitleWithoutMarks => (
            "A title is not in quotation marks",
            "Only words in quotation marks can be listed as a title.",
        ),
        ArticleCode::UnusedTopic => ("A topic is not used", "No statement has it."),
        ArticleCode::NotALanguage => {
            ("The language is not a language tag", "Write a tag such as en, ar or pt-BR.")
        }
        ArticleCode::NotAnAddress => (
            "An address is not complete",
            "Write the whole address, such as https://example.org/news.",
        ),
        ArticleCode::TextFile => (
            "The text of the article was not opened",
            "Open its text file together with the dossier.",
        ),
        _ => return None,
    })
}

const fn date(code: DateCode) -> Words {
    Some(match code {
        DateCode::OtherDay => {
            ("has a date that its words do not give", "The words name another day or year.")
        }
        DateCode::OtherYear => {
            ("has a date of another year", "The words name a year outside the date.")
        }
        DateCode::RelativeWithoutAnchor => {
            ("has a date without a year", "Say from which day the words were read.")
        }
        DateCode::SaidAfterPublication => {
            ("was said after the article was published", "Check the date.")
        }
        DateCode::NotEdtf => (
            "has a date that cannot be read",
            "Write a date such as 2026-01-05, 2026-01 or 2026-01-05/2026-01-06.",
        ),
        DateCode::NotADay => ("A day does not exist", "Write the date as YYYY-MM-DD."),
        _ => return None,
    })
}

const fn figure(code: FigureCode) -> Words {
    Some(match code {
        FigureCode::Outside => {
            ("is not in the words of its statement", "It belongs to the statement that says it.")
        }
        FigureCode::NotInQuote => {
            ("is not what its words say", "The words contain another number.")
        }
        FigureCode::NotRead => ("is written in words that cannot be read", "Explain it in a note."),
        FigureCode::OtherBound => (
            "is given more exactly than its words say",
            "Words such as “over” or “about” limit it.",
        ),
        _ => return None,
    })
}

const fn quote(code: QuoteCode) -> Words {
    Some(match code {
        QuoteCode::NotFound => {
            ("quotes words that are not in the article", "Select the words again.")
        }
        QuoteCode::Ambiguous => (
            "quotes words that occur more than once",
            "Select the words again, so that it is clear which are meant.",
        ),
        QuoteCode::NoWords => ("has no words yet", "Select the words that say what was said."),
        QuoteCode::NoSuchParagraph => {
            ("names a paragraph that does not exist", "Select the words again.")
        }
        QuoteCode::Overlap => ("quotes words twice", "Select each word once."),
        QuoteCode::EvidenceElsewhere => {
            ("has evidence from another paragraph", "Select the words beside the statement.")
        }
        _ => return None,
    })
}

const fn actor(code: ActorCode) -> Words {
    Some(match code {
        ActorCode::NameFromOutside => {
            ("is not in the article", "Add a note that says where it comes from.")
        }
        ActorCode::PartyBasis => {
            ("is a side in a way that does not fit", "A side is its own side.")
        }
        ActorCode::NoParty => (
            "is a side, but has none itself",
            "Say that it is its own side, or to which side it belongs.",
        ),
    })
}

/// Says which detail is missing. The loader's message names the field.
fn missing(message: &str) -> Words {
    let field = message.split(['"', '`']).nth(1).unwrap_or_default();
    Some(match field {
        "title" => ("The dossier has no title", "Write one in your own words."),
        "annotation" | "by" => ("The annotator has no name", "Say who annotated the article."),
        "outlet" => ("The outlet is missing", "Say who published the article."),
        "published" => {
            ("The day of publication is missing", "Dates such as “Tuesday” are read from it.")
        }
        "language" => ("The language is missing", "Say in which language the article is written."),
        "rights" | "holder" | "notice" => (
            "The rights are missing",
            "Say who holds the rights to the text, and how readers may see it.",
        ),
        "actors" => ("There are no names yet", "They appear as statements are made."),
        "statements" => ("There are no statements yet", "Select words to make one."),
        "content" => ("has no words yet", "Select the words that say what was said."),
        "speakers" => ("has no speaker", "Choose who said it."),
        _ => return None,
    })
}
