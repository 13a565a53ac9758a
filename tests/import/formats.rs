//! Every format: the attributions of the example, and what is reported of the rest.

use super::{EXAMPLES, FERRY, attributions, example, examples, file, findings, imported, only};
use onrecord::import::{Choices, Format, Labels, OffsetUnit, Part, read};

#[test]
fn the_same_attributions_are_read_from_every_format() {
    for (format, files) in EXAMPLES {
        assert_eq!(attributions(&only(format, &examples(files))), FERRY, "{format:?}");
    }
}

#[test]
fn what_is_no_attribution_is_reported_with_its_line() {
    let document = only(Format::Brat, &examples(EXAMPLES[0].1));
    assert_eq!(
        findings(&document),
        [
            ("outside-text", Some(38), "T90"),
            ("words-differ", Some(39), "T91"),
            ("not-an-attribution", Some(35), "*"),
            ("dangling-reference", Some(34), "#2"),
            ("unknown-label", Some(29), "T21"),
            ("no-content", Some(37), "E5"),
        ]
    );
    let document = only(Format::LabelStudio, &examples(EXAMPLES[1].1));
    let codes: Vec<&str> = findings(&document).iter().map(|(code, _, _)| *code).collect();
    assert_eq!(
        codes,
        [
            "other-annotation",
            "not-an-attribution",
            "dangling-reference",
            "unknown-label",
            "other-annotation"
        ]
    );
    let document = only(Format::UimaCasJson, &examples(EXAMPLES[2].1));
    let [place] = document.findings.as_slice() else { panic!("{:?}", document.findings) };
    assert_eq!(
        (place.code.as_str(), place.message.as_str()),
        ("unknown-label", "no part is mapped to \"Place\"")
    );
}

#[test]
fn remarks_stay_with_their_attributions() {
    let document = only(Format::Brat, &examples(EXAMPLES[0].1));
    let notes: Vec<String> = document.attributions.iter().map(|it| it.notes.join(" ")).collect();
    let council = "The quotation marks are the article’s.";
    assert_eq!(notes, ["", "Voice: Spoken.", "Negated.", "", "", council]);
    let speaker = document.attributions[0].speaker.as_ref().expect("the source is normalised");
    assert_eq!(speaker.name, "Harbour Office of Port Alba");
    let document = only(Format::LabelStudio, &examples(EXAMPLES[1].1));
    assert_eq!(document.attributions[0].notes, ["source-type: organisation."]);
    assert_eq!(document.about.annotators, ["Label Studio user ada@example.org"]);
    let document = only(Format::UimaCasJson, &examples(EXAMPLES[2].1));
    assert_eq!(document.attributions[5].notes, ["remark: an echo of the council’s word."]);
    assert_eq!((document.name.as_str(), document.about.language.as_deref()), ("ferry", Some("en")));
}

#[test]
fn offsets_can_count_code_points_code_units_or_bytes() {
    let text = "🎈é says yes\r\nno\n";
    for (unit, source, content) in
        [("code-points", "0 2", "8 11"), ("utf-16", "0 3", "9 12"), ("bytes", "0 6", "12 15")]
    {
        let ann =
            format!("T1\tSource {source}\t🎈é\nT2\tContent {content}\tyes\nR1\tx a:T1 b:T2\n");
        let files = [file("a.txt", text), file("a.ann", &ann)];
        let document = only(Format::Brat, &files);
        assert_eq!(attributions(&document), [["🎈é", "", "yes"]], "{unit}");
        let is_said = document.findings.iter().any(|it| it.code.as_str() == "concluded");
        assert_eq!(is_said, unit != "code-points", "{unit}");
        // A unit that is chosen is not detected.
        let offsets = OffsetUnit::ALL.into_iter().find(|it| it.name() == unit);
        let choices = Choices { offsets, ..Choices::default() };
        let read = read(Format::Brat, &files, &Labels::default(), &choices).expect("it is brat");
        assert_eq!(attributions(&read[0]), attributions(&document));
    }
}

#[test]
fn labels_are_mapped_by_a_file_or_by_options() {
    let ann = "T1\tSpeaker 0 3\tAda\nT2\tVerb 4 8\tsays\nT3\tParaphrase 9 12\tyes\nT4\tPlace 0 3\tAda\n\
               E1\tVerb:T2 Who:T1 What:T3\n";
    let files = [file("a.txt", "Ada says yes"), file("a.ann", ann)];
    let toml = example("brat/labels.toml");
    let toml = Labels::from_toml(&toml.name, toml.text().expect("text")).expect("a mapping");
    let mut options = Labels::default();
    options.set(Part::Source, "speaker, person");
    options.set(Part::Cue, "Verb");
    options.set(Part::Content, "paraphrase");
    for (labels, reported) in [(toml, 0), (options, 1)] {
        let documents = read(Format::Brat, &files, &labels, &Choices::default()).expect("brat");
        assert_eq!(attributions(&documents[0]), [["Ada", "says", "yes"]]);
        assert_eq!(documents[0].findings.len(), reported, "{:?}", documents[0].findings);
    }
    let document = only(Format::Brat, &files);
    assert_eq!(attributions(&document), Vec::<[String; 3]>::new());
}

#[test]
fn a_table_names_the_annotator_whose_file_is_read() {
    let text = "Ada says yes";
    let ann = "T1\tContent 9 12\tyes\n";
    let files = [
        file("x/a.txt", text),
        file("y/a_bob.ann", "T1\tContent 0 3\tAda\n"),
        file("y/a_ada.ann", ann),
        file("x/b.txt", text),
        file("y/b_ada.ann", ann),
    ];
    let table = "filename\tannotators\tpublisher\tpublication_date\ttitle\n\
                 a\tada|bob\tCourier\t2026-03-03\tYes\n";
    let choices = Choices { metadata: Some(file("t.tsv", table)), ..Choices::default() };
    let documents = read(Format::Brat, &files, &Labels::default(), &choices).expect("brat");
    assert_eq!(documents.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(attributions(&documents[0]), [["", "", "yes"]]);
    assert_eq!(documents[0].about.annotators, ["ada"]);
    assert_eq!(documents[0].about.headline.as_deref(), Some("Yes"));
    assert_eq!(findings(&documents[0]), [("other-annotation", None, "")]);
    assert_eq!(documents[1].about.outlet, None);
}

#[test]
fn several_annotators_of_a_text_are_read_together() {
    let text = "Ada says yes and no";
    let same = "T1\tContent 9 12\tyes\n";
    let other = "T1\tContent 9 12\tyes\nT2\tContent 17 19\tno\n";
    let files = [file("a.txt", text), file("a_1.ann", same), file("a_2.ann", other)];
    let document = only(Format::Brat, &files);
    assert_eq!(attributions(&document), [["", "", "yes"], ["", "", "no"]]);
    assert_eq!(findings(&document), [("same-attribution", Some(1), "T1")]);
}

#[test]
fn line_breaks_within_the_words_of_a_span_are_accepted() {
    let text = "Ada says:\n\nyes\n\nand no";
    let ann = "T1\tContent 11 22\tyes\n\nand no\nT2\tCue 4 8\tsays\nE1\tCue:T2 Content:T1\n";
    let document = only(Format::Brat, &[file("a.txt", text), file("a.ann", ann)]);
    assert_eq!(attributions(&document), [["", "says", "yes\n\nand no"]]);
}

#[test]
fn an_event_of_a_layer_of_its_own_links_its_parts() {
    let cas = r#"{ "%TYPES": {}, "%FEATURE_STRUCTURES": {
        "1": { "%TYPE": "uima.cas.Sofa", "sofaString": "🎈 Ada says yes" },
        "2": { "%TYPE": "custom.Source", "@sofa": 1, "^begin": 3, "^end": 6 },
        "3": { "%TYPE": "custom.Span", "@sofa": 1, "begin": 12, "end": 15 },
        "4": { "%TYPE": "custom.Attribution", "@sofa": 1, "begin": 3, "end": 15, "@who": 2, "@content": 3,
               "certainty": "high" },
        "5": { "%TYPE": "custom.Attribution", "@sofa": 1, "begin": 3, "end": 15, "@who": 99 } } }"#;
    let document = only(Format::UimaCasJson, &[file("a.json", cas)]);
    assert_eq!(attributions(&document), [["Ada", "", "yes"]]);
    assert_eq!(document.attributions[0].notes, ["certainty: high."]);
    assert_eq!(findings(&document), [("dangling-reference", Some(7), "5")]);
}

#[test]
fn web_annotations_are_found_by_position_or_by_their_words() {
    let json = r#"[{ "type": "Annotation", "target": [
        { "styleClass": "source", "selector": { "type": "TextQuoteSelector", "exact": "Ada", "prefix": "and " } },
        { "styleClass": "content", "selector": [{ "type": "TextPositionSelector", "start": 0, "end": 3 }] },
        { "styleClass": "cue", "selector": { "type": "TextQuoteSelector", "exact": "Ada" } } ] }]"#;
    let files = [file("a.jsonld", json), file("a.txt", "Ada, and Ada")];
    let document = only(Format::WebAnnotation, &files);
    assert_eq!(attributions(&document), [["Ada", "", "Ada"]]);
    assert_eq!(findings(&document), [("words-differ", Some(4), "")]);
}

#[test]
fn a_pasted_text_is_divided_and_cleaned() {
    let document = only(Format::Text, &[example("pasted.txt")]);
    assert_eq!(document.about.headline.as_deref(), Some("The ferry returns"));
    assert!(document.has_dateline);
    assert_eq!(
        document.text,
        "Port Alba, 3 March 2026 (The Courier)\n\nThe ferry to Skerry Island returns on Monday.\n\n\
         Cafés «\u{a0}close\u{a0}» in Alba."
    );
    let changes = document.findings.iter().filter(|it| it.code.as_str() == "text-changed");
    assert_eq!(changes.count(), 5);
    assert_eq!(
        imported(Format::Text, &[file("a.txt", "One."), file("b.txt", "Two.")]).map(|it| it.len()),
        Ok(2)
    );
}
