use super::*;
use frame_support::dispatch::GetDispatchInfo;

fn enact(id: ProposalId, call: RuntimeCall) -> frame_support::dispatch::DispatchResultWithPostInfo {
	Enactment::enact(RuntimeOrigin::root(), id, Box::new(call))
}

#[test]
fn enact_does_a_call_as_root() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Enactment::propose(signed(FOUR_FIFTHS), Box::new(upgrade())));
		run_to(UPGRADE_DELAY);
		assert!(System::authorized_upgrade().is_none());
		run_to(1 + UPGRADE_DELAY);

		assert!(System::authorized_upgrade().is_some());
		System::assert_has_event(Event::Enacted { id: 0, result: Ok(()) }.into());
		assert_eq!(Pending::<Test>::get(0), None);
	});
}

#[test]
fn enact_tells_of_a_failure_and_forgets_the_call() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(doomed());
		run_to(1 + SETTING_DELAY);
		assert_eq!(outcome(id), Some(Err(frame_system::Error::<Test>::NothingAuthorized.into())));
		assert_eq!(Pending::<Test>::get(id), None);
		// The scheduler has done its part.
		assert!(System::events().iter().any(|record| matches!(
			record.event,
			RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { result: Ok(()), .. })
		)));
	});
}

#[test]
fn enact_is_roots_alone() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(0));
		System::set_block_number(1 + SETTING_DELAY);
		for origin in [
			RuntimeOrigin::none(),
			signed(ALICE),
			signed(HALF),
			signed(TWO_THIRDS),
			signed(FOUR_FIFTHS),
		] {
			assert_noop!(Enactment::enact(origin, id, Box::new(remark(0))), BadOrigin);
		}
		assert_ok!(enact(id, remark(0)));
	});
}

#[test]
fn enact_cannot_be_hurried() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(0));
		for block in 1..=SETTING_DELAY {
			System::set_block_number(block);
			assert_noop!(enact(id, remark(0)), Error::<Test>::TooEarly);
		}
		// Nor does the scheduler let the council move what root has scheduled.
		let name = Enactment::task_name(id);
		for who in [TWO_THIRDS, FOUR_FIFTHS] {
			assert_noop!(Scheduler::cancel_named(signed(who), name), BadOrigin);
			assert_noop!(Scheduler::cancel(signed(who), 1 + SETTING_DELAY, 0), BadOrigin);
		}
		System::set_block_number(1 + SETTING_DELAY);
		assert_ok!(enact(id, remark(0)));
	});
}

#[test]
fn enact_does_what_was_proposed_and_nothing_else() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(0));
		System::set_block_number(1 + SETTING_DELAY);
		for other in [remark(1), upgrade(), frame_system::Call::set_code { code: vec![] }.into()] {
			assert_noop!(enact(id, other), Error::<Test>::CallMismatch);
		}
	});
}

#[test]
fn enact_does_nothing_twice() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(enact(0, remark(0)), Error::<Test>::NotPending);
		let id = propose(remark(0));
		run_to(1 + SETTING_DELAY);
		assert_eq!(outcome(id), Some(Ok(())));
		assert_noop!(enact(id, remark(0)), Error::<Test>::NotPending);
	});
}

#[test]
fn enact_asks_for_the_kind_again() {
	for now in [None, Some(Kind::Upgrade)] {
		ExtBuilder.build_and_execute(|| {
			let id = propose(remark(0));
			Remarks::set(now);
			run_to(1 + SETTING_DELAY);
			assert_eq!(outcome(id), Some(Err(Error::<Test>::NotListed.into())));
			assert_eq!(Pending::<Test>::get(id), None);
			Remarks::set(Some(Kind::Setting));
		});
	}
}

#[test]
fn enact_weighs_what_the_call_does() {
	ExtBuilder.build_and_execute(|| {
		let call = remark(100);
		let inner = call.get_dispatch_info();
		let outer = Call::<Test>::enact { id: 0, call: Box::new(call.clone()) }.get_dispatch_info();
		let own = <() as WeightInfo>::enact(codec::Encode::encoded_size(&call) as u32);
		assert_eq!(outer.call_weight, own.saturating_add(inner.call_weight));
		assert_eq!(outer.class, inner.class);

		let id = propose(call.clone());
		System::set_block_number(1 + SETTING_DELAY);
		assert_eq!(enact(id, call).unwrap().actual_weight, Some(outer.call_weight));
		pallet_scheduler::Agenda::<Test>::remove(1 + SETTING_DELAY);
	});
}

#[test]
fn enact_gives_back_the_weight_of_what_was_not_done() {
	ExtBuilder.build_and_execute(|| {
		let call = remark(100);
		let id = propose(call.clone());
		System::set_block_number(1 + SETTING_DELAY);
		Remarks::set(None);
		let own = <() as WeightInfo>::enact(codec::Encode::encoded_size(&call) as u32);
		assert_eq!(enact(id, call).unwrap().actual_weight, Some(own));
		Remarks::set(Some(Kind::Setting));
		pallet_scheduler::Agenda::<Test>::remove(1 + SETTING_DELAY);
		drop_preimages();
	});
}

/// What the scheduler would have let go of.
fn drop_preimages() {
	let hashes: Vec<_> = pallet_preimage::RequestStatusFor::<Test>::iter_keys().collect();
	for hash in hashes {
		<Preimage as QueryPreimage>::unrequest(&hash);
	}
}
