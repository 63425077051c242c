//! A set of up to 256 numbers: a node of the tree in which a book finds its next price.

use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A set of bytes.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Node([u64; 4]);

impl Node {
	/// Whether nothing is in it.
	pub fn is_empty(&self) -> bool {
		self.0 == [0; 4]
	}

	/// Whether `bit` is in it.
	pub fn contains(&self, bit: u8) -> bool {
		self.0.get(usize::from(bit >> 6)).is_some_and(|word| word >> (bit & 63) & 1 == 1)
	}

	/// Puts `bit` into it.
	pub fn insert(&mut self, bit: u8) {
		if let Some(word) = self.0.get_mut(usize::from(bit >> 6)) {
			*word |= 1 << (bit & 63);
		}
	}

	/// Takes `bit` out of it.
	pub fn remove(&mut self, bit: u8) {
		if let Some(word) = self.0.get_mut(usize::from(bit >> 6)) {
			*word &= !(1 << (bit & 63));
		}
	}

	/// The lowest in it.
	pub fn first(&self) -> Option<u8> {
		self.from(0)
	}

	/// The lowest in it above `bit`.
	pub fn after(&self, bit: u8) -> Option<u8> {
		self.from(bit.checked_add(1)?)
	}

	/// The lowest in it that is `bit` or above.
	fn from(&self, bit: u8) -> Option<u8> {
		let start = usize::from(bit >> 6);
		// Only the first word is looked at in part.
		let mut mask = u64::MAX << (bit & 63);
		for (index, word) in self.0.iter().enumerate().skip(start) {
			let left = word & mask;
			if left != 0 {
				return u8::try_from(index as u32 * 64 + left.trailing_zeros()).ok();
			}
			mask = u64::MAX;
		}
		None
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::{collection::vec, prelude::*};
	use std::collections::BTreeSet;

	proptest! {
		#![proptest_config(ProptestConfig { cases: 10_000, ..Default::default() })]

		#[test]
		fn a_node_is_a_set(changes in vec((any::<bool>(), any::<u8>()), 0..40), probe in any::<u8>()) {
			let (mut node, mut model) = (Node::default(), BTreeSet::new());
			for (add, bit) in changes {
				if add {
					node.insert(bit);
					model.insert(bit);
				} else {
					node.remove(bit);
					model.remove(&bit);
				}
			}
			prop_assert_eq!(node.is_empty(), model.is_empty());
			prop_assert_eq!(node.contains(probe), model.contains(&probe));
			prop_assert_eq!(node.first(), model.first().copied());
			let above = model.iter().copied().find(|bit| *bit > probe);
			prop_assert_eq!(node.after(probe), above);
		}
	}

	#[test]
	fn the_ends_of_the_words_are_found() {
		for bit in [0, 63, 64, 127, 128, 191, 192, 255] {
			let mut node = Node::default();
			node.insert(bit);
			assert_eq!(node.first(), Some(bit));
			assert_eq!(node.after(bit), None);
			if bit > 0 {
				assert_eq!(node.after(bit - 1), Some(bit));
			}
			node.remove(bit);
			assert!(node.is_empty());
		}
	}
}
