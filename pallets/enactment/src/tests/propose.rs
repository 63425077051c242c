use super::*;

#[test]
fn propose_schedules_a_setting() {
	ExtBuilder.build_and_execute(|| {
		let call = remark(3);
		assert_ok!(Enactment::propose(signed(TWO_THIRDS), Box::new(call.clone())));

		let at = 1 + SETTING_DELAY;
		let hash = hash_of(&call);
		let pending = Pending::<Test>::get(0).unwrap();
		assert_eq!((pending.kind, pending.at, pending.hash), (Kind::Setting, at, hash));
		System::assert_last_event(Event::Proposed { id: 0, kind: Kind::Setting, hash, at }.into());
		assert_eq!(Scheduler::next_dispatch_time(Enactment::task_name(0)), Ok(at));
		assert_eq!(NextId::<Test>::get(), 1);
	});
}

#[test]
fn propose_schedules_an_upgrade_later() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Enactment::propose(signed(FOUR_FIFTHS), Box::new(upgrade())));
		let at = 1 + UPGRADE_DELAY;
		assert_eq!(Pending::<Test>::get(0).map(|pending| pending.at), Some(at));
		System::assert_last_event(
			Event::Proposed { id: 0, kind: Kind::Upgrade, hash: hash_of(&upgrade()), at }.into(),
		);
	});
}

#[test]
fn propose_takes_the_majority_of_the_kind() {
	ExtBuilder.build_and_execute(|| {
		let others = [RuntimeOrigin::none(), RuntimeOrigin::root(), signed(ALICE), signed(HALF)];
		for origin in others.clone().into_iter().chain([signed(TWO_THIRDS)]) {
			assert_noop!(Enactment::propose(origin, Box::new(upgrade())), BadOrigin);
		}
		for origin in others.into_iter().chain([signed(FOUR_FIFTHS)]) {
			assert_noop!(Enactment::propose(origin, Box::new(remark(0))), BadOrigin);
		}
	});
}

#[test]
fn propose_refuses_what_is_not_listed() {
	ExtBuilder.build_and_execute(|| {
		let unlisted: [RuntimeCall; 4] = [
			frame_system::Call::set_code { code: vec![1] }.into(),
			frame_system::Call::set_storage { items: vec![] }.into(),
			frame_system::Call::kill_prefix { prefix: vec![], subkeys: 1 }.into(),
			// A call that contains one that is listed.
			pallet_scheduler::Call::schedule {
				when: 2,
				maybe_periodic: None,
				priority: 0,
				call: Box::new(remark(0)),
			}
			.into(),
		];
		for call in unlisted {
			for who in [HALF, TWO_THIRDS, FOUR_FIFTHS] {
				assert_noop!(
					Enactment::propose(signed(who), Box::new(call.clone())),
					Error::<Test>::NotListed
				);
			}
		}
	});
}

#[test]
fn propose_refuses_calls_of_its_own_even_where_the_list_does_not() {
	ExtBuilder.build_and_execute(|| {
		let ours: [Call<Test>; 3] = [
			Call::propose { call: Box::new(upgrade()) },
			Call::cancel { id: 0 },
			Call::enact { id: 0, call: Box::new(upgrade()) },
		];
		for call in ours {
			let call = RuntimeCall::from(call);
			assert_eq!(List::classify(&call), Some(Kind::Setting));
			assert_noop!(
				Enactment::propose(signed(TWO_THIRDS), Box::new(call)),
				Error::<Test>::NotListed
			);
		}
	});
}

#[test]
fn propose_refuses_more_than_can_be_pending() {
	ExtBuilder.build_and_execute(|| {
		for _ in 0..MAX_PENDING {
			propose(remark(200));
		}
		assert_noop!(
			Enactment::propose(signed(TWO_THIRDS), Box::new(remark(0))),
			Error::<Test>::TooManyPending
		);
		// Whatever is done or cancelled makes room.
		assert_ok!(Enactment::cancel(signed(HALF), 2));
		assert_eq!(propose(remark(0)), MAX_PENDING);
		run_to(1 + SETTING_DELAY);
		assert_eq!(Pending::<Test>::count(), 0);
	});
}

#[test]
fn propose_fails_where_the_block_is_full() {
	ExtBuilder.build_and_execute(|| {
		for _ in 0..MAX_TASKS {
			assert_ok!(Scheduler::schedule(
				signed(TWO_THIRDS),
				1 + SETTING_DELAY,
				None,
				0,
				Box::new(remark(0))
			));
		}
		assert_noop!(
			Enactment::propose(signed(TWO_THIRDS), Box::new(remark(200))),
			sp_runtime::DispatchError::Exhausted
		);
	});
}

#[test]
fn propose_refuses_what_is_too_long_to_keep() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(
			Enactment::propose(
				signed(TWO_THIRDS),
				Box::new(remark(pallet_preimage::MAX_SIZE as usize))
			),
			sp_runtime::DispatchError::Exhausted
		);
	});
}

#[test]
fn the_same_call_can_be_proposed_twice() {
	ExtBuilder.build_and_execute(|| {
		let (first, second) = (propose(remark(500)), propose(remark(500)));
		assert_ok!(Enactment::cancel(signed(HALF), first));
		run_to(1 + SETTING_DELAY);
		assert_eq!((outcome(first), outcome(second)), (None, Some(Ok(()))));
	});
}

#[test]
fn numbers_end() {
	ExtBuilder.build_and_execute(|| {
		NextId::<Test>::put(u32::MAX);
		assert_noop!(
			Enactment::propose(signed(TWO_THIRDS), Box::new(remark(0))),
			sp_runtime::ArithmeticError::Overflow
		);
	});
}

#[test]
fn longer_calls_weigh_more_to_propose() {
	use frame_support::dispatch::GetDispatchInfo;
	let weight = |length| {
		Call::<Test>::propose { call: Box::new(remark(length)) }.get_dispatch_info().call_weight
	};
	assert!(weight(1_000_000).ref_time() > 2 * weight(0).ref_time());
}
