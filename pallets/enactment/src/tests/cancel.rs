use super::*;

#[test]
fn cancel_stops_a_call() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(3));
		assert_ok!(Enactment::cancel(signed(HALF), id));
		System::assert_last_event(Event::Cancelled { id }.into());

		assert_eq!(Pending::<Test>::get(id), None);
		assert!(Scheduler::next_dispatch_time(Enactment::task_name(id)).is_err());
		run_to(2 * SETTING_DELAY);
		assert_eq!(outcome(id), None);
	});
}

#[test]
fn cancel_leaves_nothing_of_a_long_call() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(10_000));
		assert_eq!(pallet_preimage::PreimageFor::<Test>::iter().count(), 1);
		assert_ok!(Enactment::cancel(signed(HALF), id));
		assert_eq!(pallet_preimage::PreimageFor::<Test>::iter().count(), 0);
		assert_eq!(pallet_preimage::RequestStatusFor::<Test>::iter().count(), 0);
	});
}

#[test]
fn cancel_is_for_its_origin_alone() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(0));
		for origin in [RuntimeOrigin::none(), RuntimeOrigin::root(), signed(ALICE)] {
			assert_noop!(Enactment::cancel(origin, id), BadOrigin);
		}
	});
}

#[test]
fn cancel_needs_something_pending() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(Enactment::cancel(signed(HALF), 0), Error::<Test>::NotPending);
		let (cancelled, done) = (propose(remark(0)), propose(remark(0)));
		assert_ok!(Enactment::cancel(signed(HALF), cancelled));
		run_to(1 + SETTING_DELAY);
		for id in [cancelled, done, done + 1] {
			assert_noop!(Enactment::cancel(signed(HALF), id), Error::<Test>::NotPending);
		}
	});
}

#[test]
fn cancel_works_until_the_last_block() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(200));
		run_to(SETTING_DELAY);
		assert_ok!(Enactment::cancel(signed(HALF), id));
		run_to(2 * SETTING_DELAY);
		assert_eq!(outcome(id), None);
	});
}

#[test]
fn cancel_clears_away_what_was_too_heavy() {
	for length in [3, 10_000] {
		ExtBuilder.build_and_execute(|| {
			let id = propose(remark(length));
			let room = ScheduledWeight::get();
			ScheduledWeight::set(overhead(length));
			run_to(1 + SETTING_DELAY);
			assert!(System::events().iter().any(|record| matches!(
				record.event,
				RuntimeEvent::Scheduler(pallet_scheduler::Event::PermanentlyOverweight { .. })
			)));
			assert_eq!(outcome(id), None);

			assert_ok!(Enactment::cancel(signed(HALF), id));
			assert_eq!(Pending::<Test>::count(), 0);
			// The scheduler itself keeps such a task for ever, but does not touch it again.
			ScheduledWeight::set(room);
			run_to(2 * SETTING_DELAY);
			assert_eq!(outcome(id), None);
			pallet_scheduler::Agenda::<Test>::remove(1 + SETTING_DELAY);
		});
	}
}

/// What the scheduler itself takes to come to a task with a call of `length` bytes.
fn overhead(length: usize) -> Weight {
	use pallet_scheduler::WeightInfo;
	let task = if length > 128 {
		<() as WeightInfo>::service_task_fetched(length as u32 + 100)
	} else {
		<() as WeightInfo>::service_task_base()
	};
	<() as WeightInfo>::service_agendas_base()
		.saturating_add(<() as WeightInfo>::service_agenda_base(MAX_TASKS))
		.saturating_add(<() as WeightInfo>::service_task_named())
		.saturating_add(task)
}

#[test]
fn cancelled_calls_are_not_done_even_if_the_scheduler_still_has_them() {
	ExtBuilder.build_and_execute(|| {
		let id = propose(remark(0));
		// This is what the scheduler does with a task that has to wait for the next block.
		pallet_scheduler::Lookup::<Test>::remove(Enactment::task_name(id));
		assert_ok!(Enactment::cancel(signed(HALF), id));

		run_to(1 + SETTING_DELAY);
		let result = System::events().into_iter().find_map(|record| match record.event {
			RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { result, .. }) => {
				Some(result)
			}
			_ => None,
		});
		assert_eq!(result, Some(Err(Error::<Test>::NotPending.into())));
		assert_eq!(outcome(id), None);
	});
}
