//! What a margin can still bear.

use sp_runtime::traits::AtLeast32BitUnsigned;

/// What an account holds and owes in a role.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Position<Balance> {
	/// The margin locked.
	pub held: Balance,
	/// What is owed out of it; never more than `held`.
	pub owed: Balance,
}

// Subtractions saturate because a margin may well be smaller than what it is measured against: a raised
// minimum, or one eaten up by a penalty, leaves no capacity, and no debt of it either.
impl<Balance: AtLeast32BitUnsigned + Copy> Position<Balance> {
	/// What a penalty may take and a leaving account gets back.
	pub fn unowed(&self) -> Balance {
		self.held.saturating_sub(self.owed)
	}

	/// How much more could be owed, and what an active account may take back, where the role demands
	/// `minimum`.
	pub fn capacity(&self, minimum: Balance) -> Balance {
		self.unowed().saturating_sub(minimum)
	}

	/// What is missing for a further `liability` where the role demands `minimum`; nothing missing for
	/// no liability means that the minimum itself is held.
	pub fn needed(&self, minimum: Balance, liability: Balance) -> Balance {
		// At most one of the two differences with the margin is not zero. The sum saturates where no
		// such amount of money can exist.
		let below_minimum = minimum.saturating_sub(self.unowed());
		let beyond_capacity = liability.saturating_sub(self.capacity(minimum));
		below_minimum.saturating_add(beyond_capacity)
	}
}
