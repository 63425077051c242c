//! A runtime whose constants would not do does not get through its tests.

use super::*;
use frame_support::traits::Hooks;

fn check() {
	<Work as Hooks<u64>>::integrity_test();
}

#[test]
#[should_panic(expected = "EraLength must not be zero")]
fn eras_without_a_length_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		EraLength::set(0);
		check();
	});
}

#[test]
#[should_panic(expected = "nobody could be approved")]
fn work_for_no_era_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		MaxEras::set(0);
		check();
	});
}

#[test]
#[should_panic(expected = "nobody could be paid")]
fn a_worker_that_cannot_be_paid_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		MaxPayPerWorker::set(0);
		check();
	});
}

#[test]
#[should_panic(expected = "nobody could be paid")]
fn an_era_that_cannot_be_paid_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		MaxPayPerEra::set(0);
		check();
	});
}
