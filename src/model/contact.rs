//! Contacts, to which readers report errors.

/// A contact of a dossier or a site. The loader has checked the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact<'a> {
    /// An email address without `mailto:`.
    Email(&'a str),
    /// A web address with its scheme.
    Web(&'a str),
}

impl<'a> Contact<'a> {
    /// Returns the kind of a contact. Only web addresses have a scheme.
    pub fn of(address: &'a str) -> Self {
        match address.starts_with("https://") || address.starts_with("http://") {
            true => Self::Web(address),
            false => Self::Email(address),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_have_a_scheme() {
        let check = |address, expected: fn(&'static str) -> Contact<'static>| {
            assert_eq!(Contact::of(address), expected(address));
        };
        check("https://example.org/corrections", Contact::Web);
        check("http://example.org/", Contact::Web);
        check("corrections@example.org", Contact::Email);
        check("http-desk@example.org", Contact::Email);
    }
}
