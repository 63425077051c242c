//! The view functions.

use crate::{mock::*, types::*};
use frame_support::assert_ok;
use sp_runtime::FixedU128;

#[test]
fn a_class_is_shown_as_it_is() {
	shop().build_and_execute(|| {
		assert_ok!(award(ALICE, 100, 0));
		assert_ok!(Points::offer_stewardship(signed(MERCHANT), 0, Some(RIVAL)));
		assert_eq!(
			Points::class(0),
			Some(ClassView {
				issuer: MERCHANT,
				vault: Points::vault(0),
				name: b"Beans".to_vec(),
				symbol: b"BEAN".to_vec(),
				decimals: 2,
				supply: SUPPLY,
				circulating: 100,
				floor: 2.into(),
				liability: 200,
				kind: Kind::Value,
				scope: Scope::Global,
				awards_paused: false,
				offered_to: Some(RIVAL),
				design: b"{}".to_vec(),
			})
		);
		assert_eq!(Points::class(1), None);
	});
}

#[test]
fn a_quoted_conversion_is_what_converting_pays() {
	ExtBuilder::default()
		.margin(MINIMUM + 1_000)
		.class(FixedU128::from_rational(19, 10))
		.build_and_execute(|| {
			assert_ok!(award(ALICE, 10, 0));
			let quote = Points::quote_convert(0, 7).unwrap();
			assert_eq!(quote, 13);
			assert_ok!(Points::convert(signed(ALICE), 0, 7, quote));
			assert_eq!(Balances::free_balance(ALICE), ENDOWMENT + quote);
			assert_eq!(Points::quote_convert(1, 7), None);
			assert_eq!(Points::quote_convert(0, 0), None);
		});
}

#[test]
fn a_quoted_award_is_allowed_exactly_if_it_succeeds() {
	ExtBuilder::default().margin(MINIMUM + 100).class(2).build_and_execute(|| {
		let mut number = 0;
		let mut check = |amount| {
			let quote = Points::quote_award(0, amount).unwrap();
			number += 1;
			let before = owed(MERCHANT);
			assert_eq!(award(ALICE, amount, number).is_ok(), quote.allowed, "{amount}: {quote:?}");
			if quote.allowed {
				assert_eq!(owed(MERCHANT) - before, quote.liability_increase);
			}
		};
		[0, 30, 21, SUPPLY + 1, 20, 1].into_iter().for_each(&mut check);
		assert_ok!(Points::pause_awards(signed(MERCHANT), 0));
		check(1);
		assert_eq!(Points::quote_award(1, 1), None);
		assert_eq!(Points::quote_award(0, u128::MAX), None);
		assert_eq!(
			Points::quote_award(0, 1).unwrap(),
			AwardQuote { liability_increase: 2, capacity: 0, allowed: false }
		);
	});
}
