//! New codes and heads.

use super::*;

const NEW: &[u8] = b"version 2";

#[test]
fn a_chain_authorises_a_code_and_anybody_supplies_it() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let hash = hash_of(NEW);
		let apply = |code| SideChains::apply_upgrade(signed(ALICE), id, code);
		assert_noop!(apply(own(NEW)), Error::<Test>::UpgradeNotAuthorized);
		assert_ok!(SideChains::authorize_upgrade(by(id), hash));
		assert_eq!(last_event(), Event::UpgradeAuthorized { chain: id, hash });
		assert_eq!(chain(id).authorized, Some(hash));
		assert_eq!(chain(id).authorized_at, Some(System::block_number()));
		assert_noop!(apply(own(b"version 3")), Error::<Test>::WrongCode);
		assert_noop!(apply(template()), Error::<Test>::WrongCode);
		assert_noop!(apply(Code::Stored(hash)), Error::<Test>::CodeNotStored);
		assert_ok!(apply(own(NEW)));
		assert_eq!(last_event(), Event::UpgradeScheduled { chain: id, hash });
		assert_eq!(relay::upgrade_of(id), Some(hash));
		// Once.
		assert_eq!(chain(id).authorized, None);
		assert_noop!(apply(own(NEW)), Error::<Test>::UpgradeNotAuthorized);
	});
}

#[test]
fn a_stored_code_needs_no_bytes_and_no_blessing() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let hash = relay::store_code(NEW);
		assert_ok!(SideChains::authorize_upgrade(by(id), hash));
		assert_ok!(SideChains::apply_upgrade(signed(ALICE), id, Code::Stored(hash)));
		assert_eq!(relay::upgrade_of(id), Some(hash));
	});
}

#[test]
fn only_a_chain_authorises() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		for origin in no_chain() {
			assert_noop!(SideChains::authorize_upgrade(origin, hash_of(NEW)), BadOrigin);
		}
		assert_noop!(
			SideChains::authorize_upgrade(by(SECOND), hash_of(NEW)),
			Error::<Test>::ChainNotFound
		);
		assert_noop!(
			SideChains::apply_upgrade(signed(ALICE), SECOND, own(NEW)),
			Error::<Test>::ChainNotFound
		);
		for origin in unsigned() {
			assert_noop!(SideChains::apply_upgrade(origin, id, own(NEW)), BadOrigin);
		}
	});
}

#[test]
fn upgrades_take_their_time() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, 10 * FEE, POOL);
		let authorize = |code: &[u8]| SideChains::authorize_upgrade(by(id), hash_of(code));
		assert_ok!(authorize(NEW));
		run_blocks(UPGRADE_INTERVAL - 1);
		assert_noop!(authorize(b"other"), Error::<Test>::UpgradeTooSoon);
		run_blocks(1);
		// It replaces the one that was not used.
		assert_ok!(authorize(b"other"));
		assert_eq!(chain(id).authorized, Some(hash_of(b"other")));
	});
}

#[test]
fn the_code_that_runs_is_no_upgrade() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_noop!(
			SideChains::authorize_upgrade(by(id), hash_of(TEMPLATE)),
			Error::<Test>::SameCode
		);
		assert_ok!(SideChains::authorize_upgrade(by(id), hash_of(NEW)));
		// The chain may have brought it about in its own way meanwhile.
		assert_ok!(<relay::Paras as traits::Registry<_, _>>::schedule_upgrade(
			id,
			Code::Own(NEW.to_vec())
		));
		assert_noop!(
			SideChains::apply_upgrade(signed(ALICE), id, own(NEW)),
			Error::<Test>::SameCode
		);
	});
}

#[test]
fn a_code_must_fit_and_the_chain_must_live() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let long = [7; relay::LONGEST_CODE as usize + 1];
		assert_ok!(SideChains::authorize_upgrade(by(id), hash_of(&long)));
		assert_noop!(
			SideChains::apply_upgrade(signed(ALICE), id, own(&long)),
			Error::<Test>::SizesOutOfBounds
		);
		assert_ok!(register(RIVAL, template(), TANK, 0));
		assert_ok!(SideChains::authorize_upgrade(by(SECOND), hash_of(NEW)));
		assert_noop!(
			SideChains::apply_upgrade(signed(ALICE), SECOND, own(NEW)),
			sp_runtime::DispatchError::Other("not live")
		);
	});
}

#[test]
fn long_codes_weigh_more_and_stored_ones_the_most() {
	use frame_support::dispatch::GetDispatchInfo;
	ExtBuilder::default().build_and_execute(|| {
		let weight = |code| {
			let call = Call::<Test>::apply_upgrade { chain: FIRST, code };
			call.get_dispatch_info().call_weight
		};
		assert_eq!(weight(own(NEW)), <() as WeightInfo>::apply_upgrade(NEW.len() as u32));
		assert_eq!(weight(template()), <() as WeightInfo>::apply_upgrade(64));
	});
}

#[test]
fn the_collective_recovers_a_stalled_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		let recover = || SideChains::recover_head(signed(COLLECTIVE), id, head(b"fork"));
		assert_noop!(recover(), Error::<Test>::NotStalled);
		relay::set_silent(id, true);
		run_blocks(RECOVERY_PERIOD - 1);
		assert_noop!(recover(), Error::<Test>::NotStalled);
		run_blocks(1);
		for who in [MERCHANT, ALICE, GUARD] {
			let origin = signed(who);
			assert_noop!(SideChains::recover_head(origin, id, head(b"fork")), BadOrigin);
		}
		for origin in unsigned() {
			assert_noop!(SideChains::recover_head(origin, id, head(b"fork")), BadOrigin);
		}
		assert_noop!(
			SideChains::recover_head(signed(COLLECTIVE), SECOND, head(b"fork")),
			Error::<Test>::ChainNotFound
		);
		assert_ok!(recover());
		assert_eq!(last_event(), Event::HeadRecovered { chain: id, hash: hash_of(b"fork") });
		assert_eq!(SideChains::last_head(id), Some(b"fork".to_vec()));
	});
}

#[test]
fn a_chain_that_was_suspended_for_its_stall_can_be_recovered() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		stall(id);
		assert_ok!(SideChains::recover_head(signed(COLLECTIVE), id, head(b"fork")));
		relay::set_silent(id, false);
		run_blocks(1);
		assert_ok!(SideChains::resume(signed(MERCHANT), id));
		run_blocks(10);
		assert!(matches!(SideChains::stage(id), Some(Stage::Producing { .. })));
	});
}

#[test]
fn a_chain_without_a_core_for_other_reasons_has_not_stalled() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch_with(MERCHANT, LEAST_TANK, POOL);
		(0..3).for_each(|_| run_to_turn(id));
		run_blocks(10 * RECOVERY_PERIOD);
		assert_eq!(chain(id).status, suspended(Suspension::TankEmpty));
		assert_noop!(
			SideChains::recover_head(signed(COLLECTIVE), id, head(b"fork")),
			Error::<Test>::NotStalled
		);
		assert_ok!(register(RIVAL, own(OWN), TANK, 0));
		run_blocks(10 * RECOVERY_PERIOD);
		assert_noop!(
			SideChains::recover_head(signed(COLLECTIVE), SECOND, head(b"fork")),
			Error::<Test>::NotStalled
		);
	});
}
