//! Bad input is an error that says where it is and what is expected.

use super::{file, imported};
use onrecord::import::{Choices, Format, Labels, read};

#[test]
fn bad_input_is_an_error_with_file_and_line() {
    let (text, cas) = (("a.txt", "Ada says yes"), "\"%FEATURE_STRUCTURES\": [");
    let sofa = "{ \"%ID\": 1, \"%TYPE\": \"uima.cas.Sofa\", \"sofaString\": \"Ada\" }";
    let region = |value: &str| {
        format!(
            "[{{ \"data\": {{ \"text\": \"Ada\" }}, \"annotations\": [\n{{ \"result\": [\n{{ \"id\": \"a\", \"type\": \"labels\", \"value\": {value} }}] }}] }}]"
        )
    };
    /// A format, files with their names, and what the error says.
    type Case<'c> = (Format, Vec<(&'c str, String)>, &'c str);
    let cases: Vec<Case<'_>> = vec![
        (
            Format::Brat,
            vec![("a.ann", "no record".into()), (text.0, text.1.into())],
            "a.ann:1: this is not a line of a brat file: expected an id",
        ),
        (
            Format::Brat,
            vec![("a.ann", "T1\tCue 4 8\tsays\nT2\tCue 4\tsays".into()), (text.0, text.1.into())],
            "a.ann:2 (T2): expected a label, offsets and words",
        ),
        (
            Format::Brat,
            vec![("a.ann", "T1\t us”\tAda".into()), (text.0, text.1.into())],
            "a.ann:1 (T1): expected a label, offsets and words",
        ),
        (
            Format::Brat,
            vec![("a.ann", "\nE1\tCue".into()), (text.0, text.1.into())],
            "a.ann:2 (E1): expected a trigger and arguments",
        ),
        (
            Format::Brat,
            vec![("a.ann", "R1\tSays Arg1:T1".into()), (text.0, text.1.into())],
            "a.ann:1 (R1): expected a label and two arguments",
        ),
        (
            Format::Brat,
            vec![("a.ann", "A1\tNegated".into()), (text.0, text.1.into())],
            "a.ann:1 (A1): expected a name and the id",
        ),
        (Format::Brat, vec![("a.ann", String::new())], "a.ann: no text belongs to the file"),
        (Format::Brat, vec![(text.0, text.1.into())], "a.txt: no annotation belongs to the text"),
        (
            Format::UimaCasJson,
            vec![("a.json", "{\n  \"a\" 1 }".into())],
            "a.json:2: the file is not JSON",
        ),
        (
            Format::UimaCasJson,
            vec![("a.json", "{}".into())],
            "a.json:1: the file is not UIMA CAS JSON",
        ),
        (
            Format::UimaCasJson,
            vec![("a.json", format!("{{ {cas} ] }}"))],
            "a.json:1: the file contains no text",
        ),
        (
            Format::UimaCasJson,
            vec![("a.json", format!("{{ {cas} {sofa},\n{{ \"%ID\": 2 }} ] }}"))],
            "a.json:2: the field \"%TYPE\" is missing",
        ),
        (
            Format::UimaCasJson,
            vec![(
                "a.json",
                format!(
                    "{{ {cas} {sofa},\n{{ \"%ID\": 2, \"%TYPE\": \"x\", \"@sofa\": 1,\n\"begin\": -1, \"end\": 2 }} ] }}"
                ),
            )],
            "a.json:3: the offset is not a whole number",
        ),
        (Format::LabelStudio, vec![("a.json", "[]".into())], "a.json:1: the export has no tasks"),
        (
            Format::LabelStudio,
            vec![("a.json", "[\n{ \"id\": 1, \"text\": \"a\" }]".into())],
            "a.json:2: the task has no \"data\": export as JSON",
        ),
        (
            Format::LabelStudio,
            vec![("a.json", "[{ \"data\": { \"body_text\": \"a\" } }]".into())],
            "a.json:1: the task has no field \"text\"",
        ),
        (
            Format::LabelStudio,
            vec![("a.json", region("{ \"start\": 0 }"))],
            "a.json:3: the field \"end\" is missing",
        ),
        (
            Format::LabelStudio,
            vec![("a.json", region("{ \"start\": \"0\", \"end\": 1 }"))],
            "a.json:3: \"start\" is not a whole number",
        ),
        (
            Format::LabelStudio,
            vec![("a.json", region("{}").replace("\"labels\"", "\"hypertextlabels\""))],
            "a.json:3: \"hypertextlabels\" marks HTML",
        ),
        (
            Format::WebAnnotation,
            vec![("a.jsonld", "{}".into())],
            "a.jsonld: give each file of annotations with its text",
        ),
        (
            Format::WebAnnotation,
            vec![("a.jsonld", "{ \"items\": [\n{}] }".into()), (text.0, text.1.into())],
            "a.jsonld:2: expected an annotation",
        ),
        (
            Format::WebAnnotation,
            vec![
                ("a.jsonld", "{ \"first\": \"https://example.org/\" }".into()),
                (text.0, text.1.into()),
            ],
            "a.jsonld:1: the file has only the address",
        ),
        (Format::Text, vec![(text.0, " \n".into())], "a.txt: the file contains no words"),
    ];
    for (format, files, expected) in cases {
        let files: Vec<_> = files.iter().map(|(name, text)| file(name, text)).collect();
        let bad = imported(format, &files).expect_err(expected).to_string();
        assert!(bad.starts_with(expected), "expected {expected}\nfound {bad}");
    }
}

#[test]
fn a_wrong_table_is_an_error_with_file_and_line() {
    let files = [file("a.txt", "Ada"), file("a.ann", "")];
    for (table, expected) in [
        ("name\ttitle\n", "t.tsv:1: the header has no column \"filename\""),
        ("filename\ttitle\na\tYes\nb\n", "t.tsv:3: the row has 1 columns, but the header has 2"),
    ] {
        let choices = Choices { metadata: Some(file("t.tsv", table)), ..Choices::default() };
        let bad = read(Format::Brat, &files, &Labels::default(), &choices).expect_err(table);
        assert_eq!(bad.to_string(), expected);
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_an_error_with_their_line() {
    for format in Format::ALL {
        let mut bytes = b"{\n \xff }".to_vec();
        bytes.push(b'\n');
        let of =
            |name: &str| onrecord::import::File { name: name.to_owned(), bytes: bytes.clone() };
        let files = match format {
            Format::Brat | Format::WebAnnotation => vec![of("a.txt"), of("a.ann")],
            _ => vec![of("a.txt")],
        };
        let bad = imported(format, &files).expect_err("not UTF-8").to_string();
        assert!(bad.contains(":2: the file contains bytes that are not valid UTF-8"), "{bad}");
    }
}
