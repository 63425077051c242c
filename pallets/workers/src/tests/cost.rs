//! How many storage items the calls and the change of an era read and write, as the node beneath would see it.

use super::*;
use bhtd_testing::count;

/// `crowd` others have ended and not claimed, and worker 0 is at work.
fn crowded(crowd: u32, test: impl FnOnce()) {
	ExtBuilder::default().build().execute_with(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), CAROL, FUNDS * FUNDS));
		for _ in 0..crowd / MAX_WORKERS {
			for _ in 0..MAX_WORKERS {
				engage(CAROL, 64, 1);
			}
			// They begin, and end.
			begin_block(Work::era().end);
			begin_block(Work::era().end);
			System::reset_events();
		}
		engage(ALICE, PAY, 20);
		next_eras(2);
		test();
		Work::do_try_state().unwrap();
	});
}

fn change_era() -> (usize, usize) {
	let end = Work::era().end;
	advance_to(end - 1);
	count(DAVE, || {
		begin_block(end);
		Ok(())
	})
}

#[test]
fn costs_do_not_depend_on_the_number_of_workers() {
	for crowd in [10, 10_000] {
		crowded(crowd, || {
			let worker = NextWorker::<Test>::get() - 1;
			assert_eq!(Workers::<Test>::iter_keys().count() as u32, crowd + 1);
			let propose = count(BOB, || Work::propose(signed(BOB), terms(PAY, 2), BOB));
			let approve = count(COUNCIL, || Work::approve(signed(COUNCIL), worker + 1));
			let claim = count(ALICE, || Work::claim(signed(ALICE), worker));
			let stop = count(GUARD, || Work::stop(signed(GUARD), worker));
			let close = count(ALICE, || Work::claim(signed(ALICE), worker));
			assert_eq!((propose, approve), ((2, 3), (5, 4)));
			assert_eq!((claim, stop, close), ((4, 3), (4, 3), (3, 3)));
		});
	}
}

#[test]
fn an_era_costs_the_same_however_many_are_at_work() {
	let counts = |workers| {
		let mut counts = (0, 0);
		ExtBuilder::default().build_and_execute(|| {
			for _ in 0..workers {
				engage(ALICE, PAY, 9);
			}
			next_eras(2);
			counts = change_era();
		});
		counts
	};
	assert_eq!(counts(1), (7, 4));
	assert_eq!(counts(MAX_WORKERS), (7, 4));
}

#[test]
fn who_ends_or_begins_costs_an_access_each() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..3 {
			engage(ALICE, PAY, 2);
		}
		next_eras(2);
		engage(BOB, PAY, 1);
		// And each of the two lists a write.
		assert_eq!(change_era(), (7 + 4, 4 + 4 + 2));
	});
}

#[test]
fn a_block_costs_a_read() {
	ExtBuilder::default().build_and_execute(|| {
		engage(ALICE, PAY, 2);
		let block = || {
			begin_block(3);
			Ok(())
		};
		assert_eq!(count(DAVE, block), (1, 0));
	});
}
