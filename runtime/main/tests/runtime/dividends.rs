//! The dividend on the fees of real transactions.

use crate::{
	chain::{check, Chain},
	common::{fee_paid, free, network, sign_as, signed},
};
use bhtd_runtime::{
	constants::{
		currency::UNITS,
		fee::{DIVIDEND_SHARE, TREASURY_SHARE, WITNESS_SHARE},
	},
	Balances, Dividends, Executive, Runtime, RuntimeHoldReason,
};
use frame_support::{
	assert_ok,
	traits::{fungible::InspectHold, Get},
};
use pallet_dividends::HoldReason;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Eve, Ferdie};

/// A transaction that costs a fee, and what of it is the dividend's at least.
fn pay_a_fee(who: Sr25519Keyring) -> u128 {
	let call = frame_system::Call::remark { remark: vec![0; 10_000] };
	assert_ok!(Executive::apply_extrinsic(sign_as(who, 0, call)).unwrap());
	fee_paid().0 * u128::from(DIVIDEND_SHARE) / 100
}

#[test]
fn fees_are_shared_among_those_who_have_locked() {
	network("development").execute_with(|| {
		let mut chain = Chain::start();
		let lock = |who: Sr25519Keyring, amount| {
			assert_ok!(Dividends::lock(signed(who.to_account_id()), amount));
			let reason = RuntimeHoldReason::Dividends(HoldReason::Lock);
			assert_eq!(Balances::balance_on_hold(&reason, &who.to_account_id()), amount);
		};
		lock(Alice, 300 * UNITS);
		lock(Bob, 100 * UNITS);
		let share = pay_a_fee(Eve);
		assert!(share > 0);

		let period: u32 = <Runtime as pallet_dividends::Config>::StreamPeriod::get();
		chain.until_block(period + 2);
		let claimed = |who: Sr25519Keyring| {
			let before = free(who.to_account_id());
			assert_ok!(Dividends::claim(signed(who.to_account_id())));
			free(who.to_account_id()) - before
		};
		let (alice, bob) = (claimed(Alice), claimed(Bob));
		assert!(alice + bob <= share + 1 && alice + bob + 2 >= share, "{alice} {bob} {share}");
		assert!(alice.abs_diff(3 * bob) <= 3);
		check();
	});
}

#[test]
fn fees_that_meet_nobody_are_the_treasurys() {
	network("development").execute_with(|| {
		let mut chain = Chain::start();
		let _ = pay_a_fee(Eve);
		chain.next();
		assert_ok!(Dividends::lock(signed(Ferdie.to_account_id()), 100 * UNITS));
		chain.until_block(40);
		// The first who locks does not find what gathered before.
		assert_eq!(Dividends::position(Ferdie.to_account_id()).unwrap().claimable, 0);
		check();
	});
}

#[test]
fn shares_of_a_fee_are_what_is_documented() {
	assert_eq!((TREASURY_SHARE, DIVIDEND_SHARE, WITNESS_SHARE), (60, 20, 20));
}
