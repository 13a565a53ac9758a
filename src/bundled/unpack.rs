//! Reads what the build script packed (postcard's wire format, version 1).
//!
//! The bytes were made of the same types in the same build, so there is nothing to go wrong: the
//! error is a type without values, and with it go all the branches that would handle one. In the
//! browser that halves what unpacking costs.

use serde::de::value::U32Deserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, SeqAccess,
    VariantAccess, Visitor,
};
use std::fmt;

/// Unpacks a value.
///
/// # Panics
/// On bytes that were packed from another type, which no build holds.
pub fn unpack<'de, T: Deserialize<'de>>(packed: &'de [u8]) -> T {
    let mut reader = Reader { rest: packed };
    match T::deserialize(&mut reader) {
        Ok(value) => value,
    }
}

const OTHER: &str = "the bundle holds other data than it was built with";

/// No error: it has no values.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl Error for Never {
    fn custom<T>(_: T) -> Self {
        panic!("{OTHER}")
    }
}

struct Reader<'de> {
    rest: &'de [u8],
}

impl<'de> Reader<'de> {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let (byte, rest) = self.rest.split_first().unwrap_or((&0, &[]));
        self.rest = rest;
        *byte
    }

    /// A number of seven bits a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << (shift & 63);
            shift += 7;
            if byte < 0x80 {
                return number;
            }
        }
    }

    /// A number whose sign is its lowest bit.
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }

    fn length(&mut self) -> usize {
        self.number() as usize
    }

    #[inline(never)]
    fn text(&mut self) -> &'de str {
        let length = self.length().min(self.rest.len());
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $read:ident $number:ty,)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.$read() as $number)
        }
    )*};
}

macro_rules! never_used {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
            panic!("{OTHER}")
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    numbers! {
        deserialize_u8 visit_u8 byte u8,
        deserialize_u16 visit_u16 number u16,
        deserialize_u32 visit_u32 number u32,
        deserialize_u64 visit_u64 number u64,
        deserialize_i32 visit_i32 signed i32,
        deserialize_i64 visit_i64 signed i64,
    }

    never_used! {
        deserialize_any deserialize_i8 deserialize_i16 deserialize_f32 deserialize_f64
        deserialize_char deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_map
        deserialize_identifier deserialize_ignored_any
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() != 0)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.length();
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Items { reader: self, left: length })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(fields.len(), visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }
}

/// The items of a list, or the fields of a structure.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let variant: U32Deserializer<Never> = (self.number() as u32).into_deserializer();
        seed.deserialize(variant).map(|value| (value, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.deserialize_tuple(fields.len(), visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    enum Part {
        Nothing,
        One(u32),
        Two(u8, Box<str>),
        Named { yes: bool, next: Option<Box<Part>> },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Whole {
        signed: (i32, i64),
        unsigned: (u16, u32, u64),
        words: Vec<String>,
        parts: Vec<Part>,
    }

    fn parts() -> impl Strategy<Value = Part> {
        let leaf = prop_oneof![
            Just(Part::Nothing),
            any::<u32>().prop_map(Part::One),
            (any::<u8>(), any::<String>()).prop_map(|(n, text)| Part::Two(n, text.into())),
        ];
        leaf.prop_recursive(3, 8, 1, |part| {
            (any::<bool>(), prop::option::of(part))
                .prop_map(|(yes, next)| Part::Named { yes, next: next.map(Box::new) })
        })
    }

    proptest! {
        #[test]
        fn what_postcard_packs_is_unpacked(
            signed in any::<(i32, i64)>(),
            unsigned in any::<(u16, u32, u64)>(),
            words in any::<Vec<String>>(),
            parts in prop::collection::vec(parts(), 0..4),
        ) {
            let whole = Whole { signed, unsigned, words, parts };
            let packed = postcard::to_allocvec(&whole).expect("it packs");
            prop_assert_eq!(unpack::<Whole>(&packed), whole);
        }
    }

    #[test]
    fn the_archive_is_the_one_that_was_packed() {
        let packed = postcard::to_allocvec(&crate::bundled::archive()).expect("it packs");
        assert!(packed == crate::bundled::PACKED);
    }
}
