//! Samples of literals that the rule for words must and must not find.

use super::literals::{literals_for_readers, sentences};

/// Checks which literals the rule finds in the body of a function.
#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let source = format!("fn draw() -> Html {{ {body} }}");
    let found = literals_for_readers(&source);
    let found: Vec<&str> = found.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(found, expected, "{body}");
}

#[test]
fn finds_words_for_readers() {
    check(r#"txt("published by")"#, &["published by"]);
    check(r#"txt("close")"#, &["close"]);
    check(r#"copied("close")"#, &["close"]);
    check(r#"txt(format!("{n} statements"))"#, &["{n} statements"]);
    check(r#"txt(if is_one { "one" } else { "many" })"#, &["one", "many"]);
    check(r#"at("aria-label", "close")"#, &["close"]);
    check(r#"at("title", format!("close {n}"))"#, &["close {n}"]);
    check(r#"("aria-label", "close".into())"#, &["close"]);
    check(r#"el("p", "note", list![txt("close")])"#, &["close"]);
    check(r#"html! { <p>{ "words" }</p> }"#, &["words"]);
    check(r#"html! { <p>{ format!("{n} words") }</p> }"#, &["{n} words"]);
    check(r#"html! { <p aria-label="words">{ n }</p> }"#, &["words"]);
    check(r#"html! { <p title={"words"}>{ n }</p> }"#, &["words"]);
    check(r#"html! { <p>if is_on { <b>{ "words" }</b> }</p> }"#, &["words"]);
    check(r#"format!("{n} of {m}")"#, &["{n} of {m}"]);
    check(r#"const X: &str = "Remove";"#, &["Remove"]);
    check(r#"const X: [&str; 2] = ["remove it", "x"];"#, &["remove it"]);
    check(r#"match it { Sort::Said => "date said", _ => "" }"#, &["date said"]);
    check(r#"row("Speaks in", count)"#, &["Speaks in"]);
    check(r#"link("more", href, "close it")"#, &["close it"]);
    check(r#"html! { <p>{ is_on.then_some("close") }</p> }"#, &["close"]);
    check(r#"html! { <p>{ Some("close") }</p> }"#, &["close"]);
    check(r#"("Kind", value)"#, &["Kind"]);
    check(r#"let label = "See more";"#, &["See more"]);
    check(r#"format!("<p>Try again</p>")"#, &["<p>Try again</p>"]);
    check(r#"format!("<a title=\"Try again\">{n}</a>")"#, &["<a title=\"Try again\">{n}</a>"]);
    check(r#"format!("<meta content=\"Words\">")"#, &["<meta content=\"Words\">"]);
    check(r#"let sample = "said\u{2019}s";"#, &["said’s"]);
}

#[test]
fn accepts_literals_for_machines() {
    check(r#"txt(" ")"#, &[]);
    check(r#"txt(", ")"#, &[]);
    check(r#"txt(text::CLOSE)"#, &[]);
    check(r#"el("p", "card is-lit", list![txt(name)])"#, &[]);
    check(r#"attrs("svg", list![at("class", "tally bar"), at("d", "M0 4h1000")], inner)"#, &[]);
    check(r#"at("class", if is_on { "number is-on" } else { "number" })"#, &[]);
    check(r#"let class = if is_on { "number is-on" } else { "number" };"#, &[]);
    check(r#"let mut class = "option".to_owned(); class.push_str(" is-on");"#, &[]);
    check(r#"("viewBox", "0 0 16 16".into())"#, &[]);
    check(r#"("span", "who unnamed")"#, &[]);
    check(r#"html! { <p class="number is-on" id="x">{ name }{ " · " }</p> }"#, &[]);
    check(r#"html! { <p>if is_on { <b class="a b">{ name }</b> }</p> }"#, &[]);
    check(r#"const LINES: &str = "m2.2 13.8.9-3.7L10.8 2.4l2.8 2.8-7.7 7.7z";"#, &[]);
    check(r#"format!("{}#p-{}", href, unit)"#, &[]);
    check(r#"format!(".cards > [data-statement='{n}']")"#, &[]);
    check(r#"let step = |name, class: &str| el("p", class, name); step(name, "step on")"#, &[]);
    check(r#"html! { <p>if is_on { { " " }<b rel="x">{ name }</b> }</p> }"#, &[]);
    check(r#"html! { <p>{ squares(count, "full") }</p> }"#, &[]);
    check(r#"if key == "Escape" || "Tab" != key { link }"#, &[]);
    check(r#"match key { "Escape" | "Tab" => 1, _ => 2 }"#, &[]);
    check(r#"it.expect("drawing never panics")"#, &[]);
    check(r#"panic!("no page")"#, &[]);
    check(r#"include_str!("../../A b.js")"#, &[]);
    check(r#"format!("<a href=\"{href}\" class=\"a b\">{name}</a>\n")"#, &[]);
    check(r#"format!(" href=\"{href}\"")"#, &[]);
    check(r#""<meta name=\"color-scheme\" content=\"light dark\">""#, &[]);
    check(r#"let bytes = b"Some bytes";"#, &[]);
}

#[test]
fn ignores_comments_attributes_and_tests() {
    let source = r#"
        //! A header.
        #![allow(dead_code, reason = "A reason")]
        /// A comment.
        #[doc = "More of it"]
        fn draw() {}
        #[cfg(test)]
        mod tests {
            const SAMPLE: &str = "A sample";
        }
    "#;
    assert_eq!(literals_for_readers(source), []);
}

#[test]
fn a_sentence_has_two_words() {
    let found = |source: &str| sentences(source).len();
    assert_eq!(found(r#"const X: &str = "news report";"#), 1);
    assert_eq!(found(r#"format!("{n} of them")"#), 1);
    assert_eq!(found(r#"const X: &str = "NewsArticle";"#), 0);
    assert_eq!(found(r#"format!("{n} of {m}")"#), 0);
}
