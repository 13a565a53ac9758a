//! Typed positions in the lists of a dossier. `load` guarantees that they are in range.

use serde::{Deserialize, Serialize};

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// Returns the position in the dossier's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    )*};
}

indices! {
    /// Position of a statement in article order.
    StatementIx;
    /// Position of an actor.
    ActorIx;
    /// Position of a figure.
    FigureIx;
    /// Position of a topic.
    TopicIx;
    /// Position of a place.
    PlaceIx;
}
