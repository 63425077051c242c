//! Registering chains.

use super::*;

#[test]
fn a_group_merchant_registers_a_chain_without_a_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		System::reset_events();
		let before = free(MERCHANT);
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		// It pays for the tank alone, which another account holds.
		assert_eq!(free(MERCHANT), before - TANK);
		assert_eq!(in_tanks(TREASURER), TANK);
		assert_eq!(free(TREASURER), ENDOWMENT);
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT + POOL);
		let record = chain(FIRST);
		assert_eq!(record.manager, MERCHANT);
		assert_eq!(record.refund, TREASURER);
		assert_eq!(record.deposit, CHAIN_DEPOSIT);
		assert_eq!(record.tank, TANK);
		assert_eq!(record.status, Status::Onboarding);
		assert_eq!((record.authorized_at, record.authorized), (None, None));
		let pool = pool(FIRST);
		assert_eq!((pool.promised, pool.owed, pool.queued), (POOL, 0, 0));
		assert_eq!((pool.bucket.limit, pool.bucket.level), (LIMIT, LIMIT));
		assert_eq!(Descriptions::<Test>::get(FIRST), Some(details(b"Shop")));
		assert!(relay::is_registered(FIRST));
		assert_eq!(SideChains::last_head(FIRST), Some(b"head".to_vec()));
		assert_eq!(
			events(),
			vec![
				Event::Registered { chain: FIRST, manager: MERCHANT, pool: POOL },
				Event::CoreAssigned { chain: FIRST, core: 0 },
				Event::TankFilled { chain: FIRST, who: MERCHANT, amount: TANK },
			]
		);
	});
}

#[test]
fn every_chain_gets_an_id_and_a_core_of_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		assert_ok!(register(MERCHANT, own(OWN), TANK, 0));
		assert_ok!(register(RIVAL, template(), TANK, POOL));
		assert_eq!(owed(MERCHANT), 2 * CHAIN_DEPOSIT + POOL);
		assert_eq!(in_tanks(TREASURER), 3 * TANK);
		let slots = Slots::<Test>::get();
		let given = slots.iter().map(|slot| (slot.core, slot.chain)).collect::<Vec<_>>();
		assert_eq!(given, [(0, Some(FIRST)), (1, Some(SECOND)), (2, Some(SECOND + 1))]);
	});
}

#[test]
fn a_blessed_runtime_starts_after_two_sessions() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		assert_eq!(SideChains::stage(FIRST), Some(Stage::Scheduled { session: 2 }));
		run_blocks(18);
		assert_eq!(System::block_number(), 19);
		assert_eq!(SideChains::stage(FIRST), Some(Stage::Scheduled { session: 2 }));
		System::reset_events();
		run_blocks(1);
		// The turn of core zero is in the same block.
		assert_eq!(chain(FIRST).status, Status::Active { since: 20 });
		assert_eq!(
			events(),
			vec![Event::Started { chain: FIRST }, Event::FeePaid { chain: FIRST, amount: FEE },]
		);
		assert_eq!(SideChains::stage(FIRST), Some(Stage::Producing { last: 19 }));
	});
}

#[test]
fn an_own_code_is_checked_first_and_costs_nothing_until_then() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(register(MERCHANT, own(OWN), TANK, POOL));
		assert_eq!(SideChains::stage(FIRST), Some(Stage::Checking));
		run_blocks(60);
		assert_eq!(SideChains::stage(FIRST), Some(Stage::Checking));
		assert_eq!(chain(FIRST).tank, TANK);
		relay::conclude_check(FIRST, true);
		assert_eq!(SideChains::stage(FIRST), Some(Stage::Scheduled { session: 8 }));
		run_blocks(20);
		assert!(matches!(chain(FIRST).status, Status::Active { .. }));
		assert_eq!(chain(FIRST).tank, TANK - FEE);
	});
}

#[test]
fn a_rejected_code_frees_the_core_and_leaves_a_way_out() {
	ExtBuilder::default().witnesses(1).build_and_execute(|| {
		assert_ok!(register(MERCHANT, own(OWN), TANK, POOL));
		relay::conclude_check(FIRST, false);
		assert_eq!(SideChains::stage(FIRST), Some(Stage::Rejected));
		System::reset_events();
		run_to_turn(FIRST);
		assert_eq!(chain(FIRST).status, Status::Rejected);
		assert_eq!(
			events(),
			vec![Event::CoreReleased { chain: FIRST, core: 0 }, Event::Rejected { chain: FIRST },]
		);
		run_blocks(1);
		assert_ok!(register(RIVAL, template(), TANK, POOL));
		// Nobody can have got any points.
		assert_ok!(SideChains::leave(signed(MERCHANT), FIRST));
		assert_eq!(last_event(), Event::Left { chain: FIRST });
		assert_eq!(owed(MERCHANT), 0);
		assert_eq!(in_tanks(TREASURER), TANK);
	});
}

#[test]
fn no_more_chains_than_the_witnesses_have_cores_for() {
	ExtBuilder::default().witnesses(2).build_and_execute(|| {
		assert_eq!(SideChains::cores_free(), 2);
		assert_ok!(register(MERCHANT, template(), TANK, POOL));
		assert_ok!(register(RIVAL, template(), TANK, POOL));
		assert_eq!(SideChains::cores_free(), 0);
		assert_noop!(register(RIVAL, template(), TANK, POOL), Error::<Test>::NoCoreFree);
		// One more, and what was asked for in this session is counted.
		relay::set_witnesses(3);
		assert_eq!(SideChains::cores_free(), 1);
		assert_ok!(register(RIVAL, template(), TANK, POOL));
		assert_noop!(register(RIVAL, template(), TANK, POOL), Error::<Test>::NoCoreFree);
	});
}

#[test]
fn no_more_cores_and_chains_than_there_may_be() {
	ExtBuilder::default().witnesses(100).build_and_execute(|| {
		for _ in 0..MAX_CORES {
			assert_ok!(register(MERCHANT, own(OWN), TANK, 0));
		}
		assert_eq!(SideChains::cores_free(), 0);
		assert_noop!(register(MERCHANT, template(), TANK, 0), Error::<Test>::NoCoreFree);
		relay::conclude_check(FIRST, false);
		run_to_turn(FIRST);
		run_blocks(1);
		assert_ok!(register(MERCHANT, template(), TANK, 0));
		assert_eq!(Chains::<Test>::count(), MAX_CHAINS);
		assert_noop!(register(MERCHANT, template(), TANK, 0), Error::<Test>::TooManyChains);
	});
}

#[test]
fn only_an_active_group_merchant_registers() {
	ExtBuilder::default().build_and_execute(|| {
		let error = || Error::<Test>::NotActiveGroupMerchant;
		// The margin of another role does not count, however large.
		assert_noop!(register(SHOP, template(), TANK, POOL), error());
		assert_noop!(register(ALICE, template(), TANK, POOL), error());
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::GroupMerchant));
		assert_noop!(register(MERCHANT, template(), TANK, POOL), error());
		for origin in unsigned() {
			let (head, details) = (head(b""), details(b"x"));
			assert_noop!(
				SideChains::register(origin, head, template(), details, TREASURER, TANK, 0),
				BadOrigin
			);
		}
	});
}

#[test]
fn the_margin_covers_deposit_and_pool() {
	ExtBuilder::default().build_and_execute(|| {
		let error = || Error::<Test>::ExceedsMargin;
		let most = MARGIN - CHAIN_DEPOSIT;
		assert_noop!(register(MERCHANT, template(), TANK, most + 1), error());
		assert_noop!(register(MERCHANT, template(), TANK, Balance::MAX), error());
		assert_ok!(register(MERCHANT, template(), TANK, most));
		assert_noop!(register(MERCHANT, template(), TANK, 0), error());
	});
}

#[test]
fn the_tank_holds_enough_to_begin_with() {
	ExtBuilder::default().build_and_execute(|| {
		let error = || Error::<Test>::TankTooLow;
		assert_noop!(register(MERCHANT, template(), LEAST_TANK - 1, POOL), error());
		assert_ok!(register(MERCHANT, template(), LEAST_TANK, POOL));
		// The currency refuses what the caller does not have, and what would end its account.
		let rest = free(MERCHANT);
		assert_noop!(register(MERCHANT, template(), rest, POOL), TokenError::FundsUnavailable);
		assert_noop!(register(MERCHANT, template(), rest + 1, POOL), TokenError::FundsUnavailable);
		let (head, details) = (head(b""), details(b"x"));
		assert_noop!(
			SideChains::register(signed(RIVAL), head, template(), details, NOBODY, TANK, POOL),
			TokenError::CannotCreateHold
		);
	});
}

#[test]
fn a_chain_has_a_name() {
	ExtBuilder::default().build_and_execute(|| {
		let register = |name: &[u8]| {
			let head = head(b"head");
			SideChains::register(signed(RIVAL), head, template(), details(name), RIVAL, TANK, 0)
		};
		assert_noop!(register(b""), Error::<Test>::NameMissing);
		assert_noop!(register(&[0xff]), Error::<Test>::NameNotUtf8);
		assert_ok!(register("Café".as_bytes()));
		let describe = |who, name: &[u8]| SideChains::describe(signed(who), FIRST, details(name));
		assert_noop!(describe(RIVAL, b""), Error::<Test>::NameMissing);
		assert_noop!(describe(RIVAL, &[0xff]), Error::<Test>::NameNotUtf8);
		assert_noop!(describe(MERCHANT, b"Mine"), Error::<Test>::NotManager);
		assert_noop!(
			SideChains::describe(signed(RIVAL), SECOND, details(b"x")),
			Error::<Test>::ChainNotFound
		);
		for origin in unsigned() {
			assert_noop!(SideChains::describe(origin, FIRST, details(b"x")), BadOrigin);
		}
		assert_ok!(describe(RIVAL, b"Another"));
		assert_eq!(last_event(), Event::Described { chain: FIRST });
		assert_eq!(Descriptions::<Test>::get(FIRST), Some(details(b"Another")));
	});
}

#[test]
fn only_stored_codes_of_the_list_go_by_their_hash() {
	ExtBuilder::default().build_and_execute(|| {
		let unknown = Code::Stored(hash_of(b"unknown"));
		let error = || Error::<Test>::CodeNotBlessed;
		assert_noop!(register(MERCHANT, unknown.clone(), TANK, POOL), error());
		relay::store_code(b"unknown");
		assert_noop!(register(MERCHANT, unknown, TANK, POOL), error());
		relay::forget_code(hash_of(TEMPLATE));
		assert_noop!(register(MERCHANT, template(), TANK, POOL), Error::<Test>::CodeNotStored);
	});
}

#[test]
fn head_and_code_fit() {
	ExtBuilder::default().build_and_execute(|| {
		let error = || Error::<Test>::SizesOutOfBounds;
		let short = [0; relay::SHORTEST_CODE as usize - 1];
		assert_noop!(register(MERCHANT, own(&short), TANK, POOL), error());
		let long = [0; relay::LONGEST_CODE as usize + 1];
		assert_noop!(register(MERCHANT, own(&long), TANK, POOL), error());
		let head = head(&[0; relay::LONGEST_HEAD as usize + 1]);
		let details = details(b"x");
		assert_noop!(
			SideChains::register(signed(RIVAL), head, template(), details, RIVAL, TANK, POOL),
			error()
		);
		assert_ok!(register(MERCHANT, own(&[0; relay::LONGEST_CODE as usize]), TANK, POOL));
	});
}

#[test]
fn what_registry_or_scheduler_refuse_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		relay::set_broken(true);
		assert_noop!(
			register(MERCHANT, template(), TANK, POOL),
			sp_runtime::DispatchError::Other("broken")
		);
	});
}

#[test]
fn a_manager_can_hold_the_tank_itself() {
	ExtBuilder::default().build_and_execute(|| {
		let details = details(b"x");
		let register = SideChains::register(
			signed(MERCHANT),
			head(b""),
			template(),
			details,
			MERCHANT,
			TANK,
			POOL,
		);
		assert_ok!(register);
		assert_eq!(in_tanks(MERCHANT), TANK);
		assert_ok!(SideChains::fill_tank(signed(MERCHANT), FIRST, 10));
		assert_eq!(in_tanks(MERCHANT), TANK + 10);
	});
}

#[test]
fn long_codes_weigh_more_and_stored_ones_the_most() {
	use frame_support::dispatch::GetDispatchInfo;
	ExtBuilder::default().build_and_execute(|| {
		let weight = |code| {
			let (head, details) = (head(b""), details(b"x"));
			let refund = TREASURER;
			let (tank, pool) = (TANK, POOL);
			let call = Call::<Test>::register { head, code, details, refund, tank, pool };
			call.get_dispatch_info().call_weight
		};
		assert_eq!(weight(own(OWN)), <() as WeightInfo>::register(OWN.len() as u32));
		assert_eq!(weight(template()), <() as WeightInfo>::register(64));
	});
}
