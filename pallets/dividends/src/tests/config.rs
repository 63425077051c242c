//! A runtime whose constants would not do does not get through its tests.

use super::*;
use frame_support::traits::Hooks;

fn check() {
	<Dividends as Hooks<u64>>::integrity_test();
}

#[test]
#[should_panic(expected = "MinimumLock must not be zero")]
fn a_minimum_of_nothing_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		MinimumLock::set(0);
		check();
	});
}

#[test]
#[should_panic(expected = "NoticePeriod must not be zero")]
fn no_notice_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		NoticePeriod::set(0);
		check();
	});
}

#[test]
#[should_panic(expected = "StreamPeriod must not be zero")]
fn a_stream_within_a_block_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		StreamPeriod::set(0);
		check();
	});
}
