use super::*;

#[test]
fn pending_shows_what_will_be_done_in_order() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(Enactment::pending(), vec![]);
		let calls = [remark(0), remark(10_000)];
		for call in calls.clone() {
			propose(call);
		}
		assert_ok!(Enactment::propose(signed(FOUR_FIFTHS), Box::new(upgrade())));

		let view = |id, kind, at, call: RuntimeCall| PendingCallView {
			id,
			kind,
			at,
			hash: hash_of(&call),
			call: Some(call),
		};
		let [short, long] = calls;
		assert_eq!(
			Enactment::pending(),
			vec![
				view(0, Kind::Setting, 1 + SETTING_DELAY, short),
				view(1, Kind::Setting, 1 + SETTING_DELAY, long),
				view(2, Kind::Upgrade, 1 + UPGRADE_DELAY, upgrade()),
			]
		);

		assert_ok!(Enactment::cancel(signed(HALF), 0));
		run_to(1 + SETTING_DELAY);
		assert_eq!(
			Enactment::pending(),
			vec![view(2, Kind::Upgrade, 1 + UPGRADE_DELAY, upgrade())]
		);
	});
}

#[test]
fn pending_shows_calls_that_can_no_longer_be_read() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(10_000));
		let task = Pending::<Test>::get(id).unwrap().task;
		<Preimage as QueryPreimage>::drop(&task);
		assert_eq!(Enactment::pending()[0].call, None);
		assert_eq!(Enactment::pending()[0].hash, hash_of(&remark(10_000)));
		pallet_scheduler::Agenda::<Test>::remove(1 + SETTING_DELAY);
	});
}

#[test]
fn kind_of_says_what_can_be_proposed() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(Enactment::kind_of(Box::new(remark(0))), Some(Kind::Setting));
		assert_eq!(Enactment::kind_of(Box::new(upgrade())), Some(Kind::Upgrade));
		let set_code = frame_system::Call::set_code { code: vec![] };
		assert_eq!(Enactment::kind_of(Box::new(set_code.into())), None);
		// Not even what the list has by mistake.
		assert_eq!(Enactment::kind_of(Box::new(Call::cancel { id: 0 }.into())), None);
	});
}
