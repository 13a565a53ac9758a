//! The content of a page's preview picture, its path, and its text alternative.

use super::head::shortened;
use crate::model::{Dossier, Piece, Resolved, Span, Statement, StatementIx, near, resolved_pieces};
use crate::picture::{
    Direction, DossierPicture, Glyph, Part, Preview, Run, Speaker, StatementPicture, Step, Subject,
    missing_script,
};
use crate::route::Route;
use crate::site::{Prepared, Site};
use crate::text::{self, Label};
use crate::ui::{MARK, PEN, kind_paths};

/// Returns the path of a page's picture below the bundle's root. Each statement has its own; the
/// other pages of a dossier share one. `None` for pages that do not belong to a dossier, for pictures
/// with a script that no font has, and if the site has no pictures.
pub fn preview_path(site: &Site, route: &Route) -> Option<String> {
    let prepared = site.dossier_of(route).filter(|_| site.settings.files.previews)?;
    let dossier = &prepared.dossier;
    if missing_script(&preview(site, route)?).is_some() {
        return None;
    }
    Some(match statement_of(dossier, route) {
        Some(ix) => format!("{}/statements/{}/preview.png", dossier.id, dossier.statement(ix).id),
        None => format!("{}/preview.png", dossier.id),
    })
}

/// Maximum length of a text alternative in code points. Social networks accept at most 420.
const MAX_ALTERNATIVE: usize = 400;

/// Returns the text alternative of a page's picture. Like the picture, it is cut after a word if
/// the statement is long.
pub fn alternative(site: &Site, route: &Route) -> Option<String> {
    let prepared = site.dossier_of(route)?;
    let dossier = &prepared.dossier;
    Some(match statement_of(dossier, route) {
        Some(ix) => {
            let statement = dossier.statement(ix);
            let words = text::attributed(dossier, statement, prepared.wording(ix));
            shortened(&text::picture_of_statement(statement, &words), MAX_ALTERNATIVE)
        }
        None => text::picture_of_report(dossier, prepared.sources()),
    })
}

/// Maximum length of the words that a picture is given, in code points. No more have room in it.
const MAX_WORDS: u32 = 2_000;

/// Returns the content of a page's picture.
pub fn preview(site: &Site, route: &Route) -> Option<Preview> {
    let prepared = site.dossier_of(route)?;
    let subject = match statement_of(&prepared.dossier, route) {
        Some(ix) => Subject::Statement(statement_picture(prepared, ix)),
        None => Subject::Dossier(dossier_picture(prepared)),
    };
    let is_rtl = prepared.direction() == "rtl";
    Some(Preview {
        site: site.name.to_string(),
        mark: MARK,
        language: prepared.dossier.article.language.to_string(),
        direction: if is_rtl { Direction::Rtl } else { Direction::Ltr },
        subject,
    })
}

fn statement_of(dossier: &Dossier, route: &Route) -> Option<StatementIx> {
    match route {
        Route::Statement(_, id) | Route::Embed(_, id) => dossier.find_statement(id.as_str()),
        _ => None,
    }
}

fn statement_picture(prepared: &Prepared, ix: StatementIx) -> StatementPicture {
    let dossier = &prepared.dossier;
    let statement = dossier.statement(ix);
    let wording = prepared.wording(ix);
    let kind = statement.kind.value;
    let (lines, dots) = kind_paths(kind);
    let speaker = |actor| Speaker {
        name: dossier.actor(actor).name.value.to_string(),
        is_unnamed: prepared.is_unnamed(actor),
    };
    let hop = |hop: &crate::model::Hop| Step {
        role: hop.role.value.label().to_owned(),
        name: dossier.actor(hop.actor).name.value.to_string(),
        note: text::picture_note(statement.infers_hop(hop)).to_owned(),
    };
    let mut speakers: Vec<Speaker> = statement.speakers.iter().map(|s| speaker(s.value)).collect();
    if speakers.is_empty() {
        speakers.push(Speaker { name: text::UNKNOWN_SOURCE.to_owned(), is_unnamed: true });
    }
    let part = |at: u32| at as f32 / wording.length.max(1) as f32;
    StatementPicture {
        kind,
        label: text::kind_title(kind).to_owned(),
        glyph: Glyph { lines, dots },
        speakers,
        how: text::picture_how(dossier, statement),
        hops: statement.via.iter().map(hop).collect(),
        outlet: text::outlet(dossier).to_owned(),
        published: text::day_text(dossier.article.published),
        words: words(prepared, statement),
        quoted: wording.quoted.iter().map(|(from, to)| (part(*from), part(*to))).collect(),
        manner: text::picture_manner(wording),
    }
}

/// Splits a statement's words into runs of the same part and quotation. What the words refer to is
/// a run of its own.
fn words(prepared: &Prepared, statement: &Statement) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut length = 0;
    for piece in resolved_pieces(&prepared.dossier, statement) {
        // The picture cuts the words earlier.
        if length > MAX_WORDS {
            break;
        }
        let piece = match piece {
            Resolved::Piece(Piece::Text(span)) => {
                length += span.len();
                let end = span.end.min(span.start.saturating_add(MAX_WORDS));
                Resolved::Piece(Piece::Text(Span { end, ..span }))
            }
            piece => piece,
        };
        match piece {
            Resolved::Piece(Piece::Text(span)) => runs.extend(runs_of(prepared, statement, span)),
            Resolved::Piece(Piece::Gap) => {
                let text = format!(" {} ", text::PARAGRAPHS_LEFT_OUT);
                runs.push(Run { text, part: Part::Gap, is_quoted: false });
            }
            note => {
                let words = text::resolution(&prepared.dossier, note).unwrap_or_default();
                let text = text::set_off(&words, runs.is_empty());
                runs.push(Run { text, part: Part::Ours, is_quoted: false });
            }
        }
    }
    runs
}

fn runs_of(prepared: &Prepared, statement: &Statement, span: Span) -> Vec<Run> {
    let quoted: Vec<Span> = prepared.quotations.within(span).collect();
    let [source, cue, content] =
        [&statement.source.words, &statement.cue, &statement.content].map(|it| near(it, span));
    let spans = [&source, &cue, &content, &quoted];
    let ends = spans.into_iter().flatten().filter(|other| other.overlaps(span));
    let mut places: Vec<u32> = ends.flat_map(|other| [other.start, other.end]).collect();
    places.extend([span.start, span.end]);
    places.retain(|place| span.start <= *place && *place <= span.end);
    places.sort_unstable();
    places.dedup();
    let run = |ends: &[u32]| {
        let here = Span { unit: span.unit, start: ends[0], end: ends[1] };
        let within = |spans: &[Span]| spans.iter().any(|other| other.overlaps(here));
        let part = if within(&content) {
            Part::Content
        } else if within(&cue) {
            Part::Cue
        } else if within(&source) {
            Part::Source { is_unnamed: statement.is_unnamed() }
        } else {
            Part::Between
        };
        let text = prepared.dossier.article.text(here).to_owned();
        Run { text, part, is_quoted: within(&quoted) }
    };
    places.windows(2).map(run).collect()
}

fn dossier_picture(prepared: &Prepared) -> DossierPicture {
    let dossier = &prepared.dossier;
    DossierPicture {
        label: text::PICTURE_OF_DOSSIER.to_owned(),
        title: dossier.title.to_string(),
        title_note: text::picture_title(dossier.summary.is_some()).to_owned(),
        pen: Glyph { lines: PEN, dots: "" },
        summary: dossier.summary.as_deref().unwrap_or_default().to_owned(),
        outlet: text::outlet(dossier).to_owned(),
        published: text::day_text(dossier.article.published),
        counts: text::statements_and_sources(dossier.statements.len(), prepared.sources()),
    }
}
