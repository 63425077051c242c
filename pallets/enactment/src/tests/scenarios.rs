//! Proposals from beginning to end.

use super::*;

#[test]
fn a_wrong_upgrade_is_stopped_and_the_right_one_is_done() {
	ExtBuilder.build_and_execute(|| {
		// GIVEN an upgrade that is not what was agreed on
		let authorize = |byte| -> RuntimeCall {
			frame_system::Call::authorize_upgrade { code_hash: [byte; 32].into() }.into()
		};
		assert_ok!(Enactment::propose(signed(FOUR_FIFTHS), Box::new(authorize(1))));
		run_to(5);

		// WHEN it is cancelled and another proposed
		assert_ok!(Enactment::cancel(signed(HALF), 0));
		assert_ok!(Enactment::propose(signed(FOUR_FIFTHS), Box::new(authorize(2))));
		run_to(5 + UPGRADE_DELAY);

		// THEN that one is done, after its own delay
		assert_eq!((outcome(0), outcome(1)), (None, Some(Ok(()))));
		let authorized = System::authorized_upgrade().unwrap();
		assert_eq!(authorized.code_hash(), &[2; 32].into());
	});
}

#[test]
fn what_does_not_fit_in_its_block_is_done_in_the_next() {
	ExtBuilder.build_and_execute(|| {
		let ids = [propose(remark(100)), propose(remark(10_000))];
		// The scheduler's own work and one call fit, not two.
		let first = Call::<Test>::enact { id: 0, call: Box::new(remark(100)) };
		let weight =
			frame_support::dispatch::GetDispatchInfo::get_dispatch_info(&first).call_weight;
		let room = ScheduledWeight::get();
		ScheduledWeight::set(weight.saturating_add(Weight::from_parts(900_000_000, u64::MAX / 2)));
		run_to(1 + SETTING_DELAY);
		let done = ids.map(outcome);
		assert_eq!(done, [Some(Ok(())), None]);

		ScheduledWeight::set(room);
		run_to(2 + SETTING_DELAY);
		assert_eq!(ids.map(outcome), [Some(Ok(())), Some(Ok(()))]);
		assert_eq!(Pending::<Test>::count(), 0);
	});
}

#[test]
fn upgrades_and_settings_do_not_wait_for_each_other() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Enactment::propose(signed(FOUR_FIFTHS), Box::new(upgrade())));
		let setting = propose(remark(3_000));
		run_to(1 + SETTING_DELAY);
		assert_eq!((outcome(0), outcome(setting)), (None, Some(Ok(()))));
		run_to(1 + UPGRADE_DELAY);
		assert_eq!(outcome(0), Some(Ok(())));
	});
}
