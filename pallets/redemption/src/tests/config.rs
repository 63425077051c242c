//! A runtime whose constants would not do does not get through its tests, nor a genesis that makes no sense.

use super::*;
use frame_support::traits::Hooks;
use sp_runtime::BuildStorage;

#[test]
#[should_panic(expected = "RetryAfter must not be zero")]
fn no_time_for_answers_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		RetryAfter::set(0);
		<Redemption as Hooks<u64>>::integrity_test();
	});
}

#[test]
#[should_panic(expected = "LeastRedemption must not be zero")]
fn redemption_of_nothing_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		LeastRedemption::set(0);
		<Redemption as Hooks<u64>>::integrity_test();
	});
}

#[test]
fn constants_of_the_tests_do() {
	ExtBuilder::default().build_and_execute(<Redemption as Hooks<u64>>::integrity_test);
}

#[test]
#[should_panic(expected = "a pool covers the points of an issuer")]
fn cover_without_an_issuer_is_refused() {
	let genesis = crate::GenesisConfig::<Test> { issuer: None, confirmed: 1 };
	let _ = genesis.build_storage();
}
