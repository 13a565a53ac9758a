//! All codes, as one table per area.

use super::{Severities, codes};

codes! {
    /// Problems of a file as a whole.
    File(FileCode), "Files" {
        Unreadable = "unreadable", Error,
            "The file cannot be read",
            "Check its name and its permissions";
        TooLarge = "too-large", Error,
            "The file is larger than 128 MiB",
            "Split it: a dossier contains one article";
        BeyondLimit = "beyond-limit", Error,
            "The dossier has more paragraphs, statements, actors, other elements or references than are allowed",
            "Split it: a dossier contains one article. The reference lists the limits";
        NotUtf8 = "not-utf8", Error,
            "The file contains bytes that are not valid UTF-8",
            "Save the file as UTF-8";
        PublishedForm = "published-form", Error,
            "The file is a dossier in its published form, not in the form that an author writes",
            "Check the dossier that it was made from";
        UnknownFormat = "unknown-format", Error,
            "The version in `format` is not supported",
            "Set it to 1, or use a newer version of On Record";
        Settings = "settings", Error,
            "A setting of the site in `onrecord.toml` is wrong",
            "Correct it as the message says";
        SameId = "same-id", Error,
            "Two dossiers of the site have the same `id`",
            "Give one of them another id";
        TooMany = "too-many", Warning,
            "The file has more than 1,000 problems; the others are not shown",
            "Fix the problems that are shown, and check again";
    }

    /// Problems with the JSON syntax.
    Json(JsonCode), "JSON" {
        Invalid = "not-json", Error,
            "The file is not valid JSON",
            "Fix the syntax at the position shown";
        TooDeep = "too-deep", Error,
            "Objects and lists are nested more than 64 levels deep",
            "Look for a bracket that is never closed";
    }

    /// Values that do not match the schema.
    Shape(ShapeCode), "Fields and values" {
        WrongType = "wrong-type", Error,
            "A value has the wrong JSON type",
            "Write a value of the type that the message asks for";
        UnknownField = "unknown-field", Error,
            "The object has no field with this name",
            "Correct the spelling, or remove the field";
        MissingField = "missing-field", ErrorOrToDo,
            "A required field is missing",
            "Add the field";
        UnknownValue = "unknown-value", Error,
            "The value is not one of those that the field accepts",
            "Use one of the values that the message lists";
        EmptyText = "empty-text", Error,
            "A text value is empty or contains no words, or the article has no paragraphs",
            "Fill it in, or leave out the field if it is optional";
        ControlCharacter = "control-character", Error,
            "A text value contains an invisible character that changes how it is displayed",
            "Remove the character";
        NumberTooLarge = "number-too-large", Error,
            "A number is too large to be read",
            "Write a number below 1e308";
        Mismatch = "wrong-shape", Error,
            "An element does not match the schema, and no other code says why",
            "Compare the element with the schema";
    }

    /// Ids, and references to them.
    Id(IdCode), "Ids and references" {
        NotASlug = "not-a-slug", Error,
            "An id is not a valid slug",
            "Use lower-case letters a to z, digits and single hyphens, at most 64 characters";
        Reserved = "reserved-id", Error,
            "The id is reserved for a page of the site",
            "Choose another id";
        Duplicate = "id-twice", Error,
            "Two elements of a list have the same id",
            "Rename one of them";
        Unknown = "unknown-reference", Error,
            "No element of the right kind has this id",
            "Correct the id, or add the element";
        Repeated = "given-twice", Error,
            "A field, a reference or a relation occurs twice",
            "Keep one of them";
        Loop = "loop", Error,
            "References lead back to where they started, an element refers to itself, or `via` \
             contains the outlet, a speaker, or the same actor twice",
            "Remove or change one of the references";
    }

    /// Quotes that are looked up in the article.
    Quote(QuoteCode), "Quotes" {
        NotFound = "quote-not-found", Error,
            "The quoted words do not occur in the article, or not where the quote says",
            "Copy the words from the article, as whole words";
        Ambiguous = "ambiguous-quote", Error,
            "The quoted words occur more than once, and the other words of the statement do not decide",
            "Paste one of the selectors that the message gives, or add `passage`";
        EvidenceElsewhere = "evidence-elsewhere", Warning,
            "The evidence for a detail of a statement is not in its passage",
            "Quote words of the passage, or name the paragraph that is meant";
        NoSuchParagraph = "no-such-paragraph", Error,
            "The article has no paragraph with this number",
            "Count from 1 for the first paragraph; 0 is the dateline";
        NoWords = "no-words", ErrorOrToDo,
            "Words of the article are required, and none are quoted",
            "Quote at least one word";
        Overlap = "pieces-overlap", Error,
            "Two pieces of one quote overlap",
            "Quote each word once";
        Backwards = "pieces-backwards", Error,
            "The pieces of a quote are not in reading order",
            "List the pieces in the order in which the article has them";
        Moved = "quote-moved", Error,
            "The offsets in a published dossier do not match its text",
            "Publish the dossier again from its source";
        NotExcerpts = "not-excerpts", Error,
            "A published dossier shows the whole text and also lists excerpts",
            "Publish the dossier again from its source";
        ExcerptsMoved = "excerpts-moved", Error,
            "The excerpts in a published dossier do not match its text",
            "Publish the dossier again from its source";
    }

    /// The article, and details of the dossier as a whole.
    Article(ArticleCode), "The article and the dossier" {
        NotAnAddress = "not-an-address", Error,
            "The text is neither a web address nor, where one is allowed, an email address",
            "Write a whole address, such as `https://example.org/` or `name@example.org`";
        MixedScripts = "mixed-scripts", Warning,
            "A part of the host of an address has letters of several scripts, which can look the same",
            "Check that the address leads where it should, and copy it again from the page";
        NotALanguage = "not-a-language", Error,
            "The language is not a valid BCP 47 tag",
            "Write a tag such as `en`, `ar` or `pt-BR`";
        TextFile = "text-file", Error,
            "The text file that `text` names cannot be used, or `paragraphs` is given as well",
            "Save the text beside the dossier, as UTF-8 with blank lines between paragraphs";
        TitleWithoutMarks = "title-without-marks", Warning,
            "Words listed in `quoted_titles` are not in quotation marks in the article",
            "Remove them from the list, or quote the place where they are in quotation marks";
        SingleQuotes = "single-quotes", Warning,
            "The article has several stretches in straight single quotation marks, which count as \
             apostrophes",
            "Set `single_quotes` in `article` to `true` if they are quotations, and to `false` if not";
        SameLanguage = "same-language", Error,
            "The language of a translation is that of the article",
            "Correct the language of the translation, or remove the translation";
        UnusedTopic = "unused-topic", Warning,
            "No statement has this topic",
            "Use the topic, or remove it";
        QuotationLeftOut = "quotation-left-out", Warning,
            "Words in quotation marks are in no statement and not in the background",
            "Add a statement, or add the words to `background` or `quoted_titles`";
        NameLeftOut = "name-left-out", Warning,
            "The text names an actor, but no statement refers to it and no field quotes any of these words",
            "Add a statement, add the words to `background`, or say why not in a `note` of the actor";
    }

    /// Actors, places and parties.
    Actor(ActorCode), "Actors and places" {
        NameFromOutside = "name-from-outside", Error,
            "A name does not occur in the article, and no note says where it comes from",
            "Add a `note` to the name";
        PartyBasis = "party-basis", Error,
            "The basis `self` is missing for an actor that is its own party, or given for one that is not",
            "Correct the basis or the party";
        NoParty = "no-party", Error,
            "An actor is the party of others but has no party itself",
            "Give it a party: itself, or the side that it belongs to";
    }

    /// Statements.
    Statement(StatementCode), "Statements" {
        NoStatements = "no-statements", ErrorOrToDo,
            "The dossier has no statements",
            "Add a statement for each attribution in the article";
        NoSpeaker = "no-speaker", ErrorOrToDo,
            "The statement has no speaker",
            "Add the actor who made the statement, even if it is unnamed; or `[]` for an unknown speaker";
        TwoSources = "two-sources", Error,
            "The source has both `words` and `shared_with`",
            "Keep one of the two";
        SharedSource = "shared-source", Error,
            "`shared_with` refers to a statement that is not earlier in the article",
            "Refer to an earlier statement";
        NotUnnamed = "not-unnamed", Error,
            "A condition of anonymity, or a reason for it, is given for a source that is named",
            "Remove it, or correct the identification";
        OutsidePassage = "outside-passage", Error,
            "Words of the statement are in a paragraph that does not belong to its passage",
            "Correct `passage`, quote the words that belong to this statement, or say in a `note` how its \
             cue introduces them";
        OverParagraphs = "over-paragraphs", Warning,
            "The content continues in another paragraph without quotation marks or a colon",
            "Check that all the words are this source's, and say why in a `note`";
        Order = "order", Error,
            "The statements are not in article order",
            "List them in the order in which the article has them";
        OutsideStatement = "outside-statement", Error,
            "The words of a mention are not part of the statement",
            "Quote words of its source, cue or content";
        DraftReference = "draft-reference", Error,
            "A statement or correction that is published refers to a draft",
            "Finish the draft, make the statement a draft too, or remove the reference";
        WithDraft = "with-draft", ToDo,
            "A relation is not published, because one of its statements is a draft",
            "Finish the draft";
        OnlyDrafts = "only-drafts", ToDo,
            "All statements of the dossier are drafts, so it is not published",
            "Finish at least one of them";
        NoReferent = "stands-for-nothing", Error,
            "A mention refers to no actor and no statement",
            "Add the actors or statements that its words refer to";
        OtherSpeaker = "other-speaker", Warning,
            "The words of the source, or of its antecedent, name another actor than the speaker",
            "Correct the speaker, or say why in a `note` on the speaker";
        SpeakerNotNamed = "speaker-not-named", Warning,
            "Neither the source, its antecedent, the evidence nor the words before a pronoun name the speaker",
            "Correct the speaker, quote the `antecedent`, or say why in a `note` on the speaker";
        SharedSpeakers = "shared-speakers", Warning,
            "A statement shares the source of another but has other speakers",
            "Correct the speakers, or say why in a `note` on a speaker";
        MissingHop = "missing-hop", Warning,
            "The words came through an actor, as in “told X” or “according to X”, who is neither a speaker nor in `via`",
            "Add the actor to `via`, or say why not in a `note` of the statement or its source";
        OtherChain = "other-chain", Warning,
            "The words of the same source came through somebody in another statement, and through nobody here",
            "Correct `via`, or say why in a `note` of the statement or its source";
        QuotationCut = "quotation-cut", Warning,
            "The content starts or stops inside a quotation whose other words nothing accounts for",
            "Quote the whole quotation, or say why not in a `note` of the statement";
        QuotationContinues = "quotation-continues", Warning,
            "The content leaves out the next paragraph of its quotation, and nothing else accounts for it",
            "Add the paragraph to `content`, or say why not in a `note` of the statement";
        KindWithoutCue = "kind-without-cue", Warning,
            "The kind is `accusation` or `denial`, but no word of the cue or the evidence accuses or denies",
            "Choose another kind, or say why in a `note` on the kind";
        GistNotQuoted = "gist-not-quoted", Warning,
            "The gist has quotation marks around words that the passage does not quote",
            "Remove the marks, or say why in a `note` of the statement";
        Twice = "statement-twice", Warning,
            "Two statements have the same content and a common speaker",
            "Remove one, or say how they differ in a `note` of the later one";
    }

    /// Dates and days.
    Date(DateCode), "Dates" {
        NotADay = "not-a-day", Error,
            "The text is not a valid calendar date",
            "Write the date as YYYY-MM-DD";
        NotEdtf = "not-edtf", Error,
            "The text is not a valid EDTF date (ISO 8601-2)",
            "Write a date such as `2026-01-05`, `2024-10` or `2026-01-05/2026-01-06`";
        RelativeWithoutAnchor = "relative-date", Error,
            "The quoted words do not contain the year of the date, and nothing says how it was resolved",
            "Add `relative_to`, or a `note`";
        OtherYear = "other-year", Either,
            "The quoted words contain a year outside the date; a warning if `relative_to` is given",
            "Correct `edtf`, or explain the date in a `note`";
        SaidAfterPublication = "said-after-publication", Warning,
            "The statement is dated after the article was published",
            "Correct `said_on`, move the date to `dates`, or explain it in a `note`";
        ArchivedTooEarly = "archived-too-early", Warning,
            "The archived copy is older than the article",
            "Correct the date in `archived`, or `published`";
        OtherDay = "other-day", Warning,
            "The words name another weekday, day or year, as in “last year”, than the reading",
            "Correct the date, or explain it in a `note`";
        CorrectedTooEarly = "corrected-too-early", Error,
            "A correction is dated before the article was published",
            "Correct the date";
        CorrectedAfterChange = "corrected-after-last-change", Warning,
            "A correction is dated after the last change to the dossier",
            "Set `annotation.date` to the date of the correction";
    }

    /// Figures.
    Figure(FigureCode), "Figures" {
        Outside = "figure-outside", Error,
            "The words of a figure are not in the content of its statement",
            "Refer to the statement that contains the number";
        Inexact = "number", Error,
            "A number cannot be stored exactly",
            "Write it without an exponent and with at most 18 digits";
        NotInQuote = "number-not-in-quote", Either,
            "The quoted words contain another number; a warning if a `note` may explain it",
            "Correct the number or the quote, or explain the number in a `note`";
        NotRead = "number-not-read", Warning,
            "The quoted words contain no number that can be parsed",
            "Explain the number in a `note`";
        OtherBound = "other-bound", Warning,
            "Words such as “over” or “about” bound the number, but `bound` says otherwise",
            "Correct `bound`, or say why in a `note` on the bound or the figure";
        Range = "range", Error,
            "A range is incomplete, or its upper number is not above the lower one",
            "Give `value`, a higher `upper` and the bound `range` together";
    }

    /// Ledgers of published ids.
    Ledger(LedgerCode), "Ledgers" {
        Duplicate = "ledger-twice", Error,
            "Two ledgers are for the same dossier",
            "Keep one of them";
        DossierMissing = "published-dossier-missing", Error,
            "A published dossier no longer exists, and its ledger does not say why",
            "Restore the dossier, or record in the ledger what happened to it";
        IdMissing = "published-id-missing", Error,
            "A published id no longer exists, and its ledger does not say why",
            "Restore the id, or record in its entry what happened to it";
        GoneButPresent = "gone-and-there", Error,
            "An id is recorded as gone but still exists",
            "Remove `gone`, or use another id for the new element";
        WrongTargets = "wrong-targets", Error,
            "An id that is gone has too few or too many successors for what happened to it",
            "Give one for `renamed` and `merged`, two or more for `split`";
        BeforePublished = "before-published", Error,
            "An entry is dated before the id was published",
            "Correct one of the dates";
        NotADigest = "not-a-digest", Error,
            "The digest of a statement is malformed",
            "Run `onrecord ids --record`, which writes it";
    }
}
