//! Items in groups, such as the statements of each topic, in two flat lists.

use serde::{Deserialize, Serialize};

/// Items in groups, in the order of the items within each group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Groups {
    /// For each group, the end of its items.
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Groups {
    /// Sorts items into groups. Each pair is a group and an item.
    #[cfg(not(reader))]
    pub fn of(groups: usize, pairs: &[(u32, u32)]) -> Self {
        let mut ends = vec![0_u32; groups + 1];
        for (group, _) in pairs {
            ends[*group as usize + 1] += 1;
        }
        for group in 0..groups {
            ends[group + 1] += ends[group];
        }
        let mut items = vec![0; pairs.len()];
        // Each end is first the start of its group, and moves as the group is filled.
        for (group, item) in pairs {
            let at = &mut ends[*group as usize];
            items[*at as usize] = *item;
            *at += 1;
        }
        Self { ends, items }
    }

    /// Returns the items of all groups.
    pub fn all(&self) -> impl Iterator<Item = &[u32]> {
        (1..self.ends.len()).map(|next| self.get(next - 1))
    }

    /// Returns the items of a group.
    pub fn get(&self, group: usize) -> &[u32] {
        let start = group.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[group] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_keep_their_order_within_a_group() {
        let groups = Groups::of(4, &[(2, 7), (0, 3), (2, 5), (3, 1), (0, 9)]);
        let all: Vec<&[u32]> = (0..4).map(|group| groups.get(group)).collect();
        assert_eq!(all, [&[3, 9][..], &[], &[7, 5], &[1]]);
    }
}
