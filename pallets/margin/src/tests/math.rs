use crate::math::Position;
use proptest::prelude::*;

/// A position, a minimum and a liability of any size, near each other as often as not.
fn cases() -> impl Strategy<Value = (Position<u128>, u128, u128)> {
	let amount = || prop_oneof![Just(0), Just(1), Just(u128::MAX), 0..1_000u128, any::<u128>()];
	(amount(), amount(), amount(), amount()).prop_map(|(a, b, minimum, liability)| {
		(Position { held: a.max(b), owed: a.min(b) }, minimum, liability)
	})
}

proptest! {
	#[test]
	fn capacity_is_the_most_that_can_be_added((position, minimum, _) in cases()) {
		let Position { held, owed } = position;
		let capacity = position.capacity(minimum);
		if capacity > 0 {
			prop_assert_eq!(owed + capacity + minimum, held);
		} else {
			prop_assert!(minimum >= held - owed);
		}
	}

	#[test]
	fn what_is_needed_is_exactly_enough((position, minimum, liability) in cases()) {
		let needed = position.needed(minimum, liability);
		// Beyond that no margin of any size would do.
		if let Some(sum) = minimum.checked_add(liability).and_then(|sum| sum.checked_add(position.owed))
		{
			prop_assert_eq!(needed, sum.saturating_sub(position.held));
			let topped_up = Position { held: position.held + needed, ..position };
			prop_assert!(topped_up.capacity(minimum) >= liability);
			prop_assert!(topped_up.unowed() >= minimum);
		}
	}

	#[test]
	fn nothing_is_needed_for_what_is_possible((position, minimum, liability) in cases()) {
		let possible = liability > 0 && liability <= position.capacity(minimum);
		prop_assert_eq!(possible, liability > 0 && position.needed(minimum, liability) == 0);
	}

	#[test]
	fn a_settlement_takes_no_capacity((position, minimum, payout) in cases(), rounding: u128) {
		let settled = payout.saturating_add(rounding).min(position.owed);
		let payout = payout.min(settled);
		let after = Position { held: position.held - payout, owed: position.owed - settled };
		prop_assert!(after.held >= after.owed);
		prop_assert!(after.capacity(minimum) >= position.capacity(minimum));
	}
}
