//! Side chains on the pallets of the relay chain: what a margin buys, and what a chain's own origin is good
//! for.

use crate::{
	chain::{check, Chain},
	common::{free, signed},
};
use bhtd_primitives::Role;
use bhtd_runtime::{
	configs::side_chains::RegistrarAccount,
	constants::currency::UNITS,
	xcm_config::{CallsOfChains, XcmConfig},
	AccountId, Balance, Balances, Hash, Margin, ParaId, Paras, Registrar, Runtime, RuntimeCall,
	RuntimeOrigin, SideChains,
};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	traits::{Contains, Get},
	weights::Weight,
	BoundedVec,
};
use pallet_side_chains::{Code, Details, Error, Stage, Suspension};
use polkadot_primitives::{HeadData, ValidationCode};
use polkadot_runtime_common::paras_registrar;
use polkadot_runtime_parachains::{
	configuration::ActiveConfig, origin, runtime_api_impl::v13::claim_queue,
};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Eve, Ferdie};
use sp_runtime::{traits::AccountIdConversion, DispatchError, DispatchResult};
use xcm::latest::prelude::*;
use xcm_executor::XcmExecutor;

const CHAIN: u32 = 2_000;
const TANK: Balance = 200 * UNITS;
const POOL: Balance = 50_000 * UNITS;

fn bob() -> RuntimeOrigin {
	signed(Bob.to_account_id())
}

/// A network in whose first block Bob is a group merchant and a code is blessed.
fn with_merchant(test: impl FnOnce(Chain, Hash)) {
	crate::common::network("local_testnet_4").execute_with(|| {
		let chain = Chain::start();
		let code = ValidationCode(vec![7; 100]);
		let hash = Hash::from_slice(code.hash().as_ref());
		assert_ok!(Paras::add_trusted_validation_code(RuntimeOrigin::root(), code));
		assert_ok!(SideChains::bless(RuntimeOrigin::root(), hash));
		let margin = 500_000 * UNITS;
		assert_ok!(Margin::register(bob(), Role::GroupMerchant, margin, Default::default()));
		test(chain, hash);
		check();
	});
}

fn register(code: Code<Vec<u8>, Hash>) -> DispatchResult {
	let code = match code {
		Code::Own(bytes) => Code::Own(BoundedVec::truncate_from(bytes)),
		Code::Stored(hash) => Code::Stored(hash),
	};
	SideChains::register(
		bob(),
		BoundedVec::truncate_from(vec![1, 2, 3]),
		code,
		Details {
			name: BoundedVec::truncate_from(b"Roastery".to_vec()),
			uri: BoundedVec::truncate_from(b"https://roastery.example".to_vec()),
		},
		Bob.to_account_id(),
		TANK,
		POOL,
	)
}

fn owed() -> Balance {
	Margin::account(Bob.to_account_id(), Role::GroupMerchant).unwrap().owed
}

fn deposit() -> Balance {
	<Runtime as pallet_side_chains::Config>::ChainDeposit::get()
}

/// Goes on to the second block of a session: the parachains pallets follow a block behind.
fn until_session(chain: &mut Chain, index: u32) {
	chain.until_session(index);
	chain.next();
}

/// The chains that the next blocks of the cores are for.
fn scheduled() -> Vec<ParaId> {
	claim_queue::<Runtime>().into_values().flatten().collect()
}

#[test]
fn margin_buys_an_id_and_a_core_and_the_chain_starts_two_sessions_later() {
	with_merchant(|mut chain, hash| {
		assert_ok!(register(Code::Stored(hash)));
		assert_eq!(SideChains::stage(CHAIN), Some(Stage::Scheduled { session: 2 }));
		assert_eq!(owed(), deposit() + POOL);

		until_session(&mut chain, 2);
		assert_eq!(SideChains::stage(CHAIN), Some(Stage::Starting));
		assert_eq!(SideChains::last_head(CHAIN), Some(vec![1, 2, 3]));
		assert_eq!(ActiveConfig::<Runtime>::get().scheduler_params.num_cores, 1);
		assert!(scheduled().iter().all(|id| *id == ParaId::from(CHAIN)));
		assert!(!scheduled().is_empty());

		// The second chain gets the next id and another core.
		assert_ok!(register(Code::Stored(hash)));
		assert_eq!(SideChains::stage(CHAIN + 1), Some(Stage::Scheduled { session: 4 }));
		until_session(&mut chain, 4);
		assert_eq!(ActiveConfig::<Runtime>::get().scheduler_params.num_cores, 2);
		assert!(scheduled().contains(&ParaId::from(CHAIN + 1)));
		assert!(scheduled().contains(&ParaId::from(CHAIN)));
	});
}

#[test]
fn code_of_ones_own_waits_for_the_witnesses() {
	with_merchant(|mut chain, hash| {
		let own = vec![9; 100];
		assert_ok!(register(Code::Own(own.clone())));
		assert_eq!(SideChains::stage(CHAIN), Some(Stage::Checking));
		until_session(&mut chain, 1);
		assert_eq!(SideChains::stage(CHAIN), Some(Stage::Checking));

		// What is stored but not checked is good for nobody yet, blessed or not.
		let unchecked = Hash::from_slice(ValidationCode(own.clone()).hash().as_ref());
		assert_ok!(SideChains::bless(RuntimeOrigin::root(), unchecked));
		assert_noop!(register(Code::Stored(unchecked)), Error::<Runtime>::CodeNotStored);
		assert_ne!(hash, unchecked);

		// As if the witnesses had voted for it. The session they took counts.
		let code = ValidationCode(own);
		assert_ok!(Paras::add_trusted_validation_code(RuntimeOrigin::root(), code));
		assert_eq!(SideChains::stage(CHAIN), Some(Stage::Scheduled { session: 2 }));
		until_session(&mut chain, 2);
		assert_eq!(SideChains::stage(CHAIN), Some(Stage::Starting));
	});
}

#[test]
fn code_that_nobody_vouches_for_is_rejected_and_its_core_is_free_again() {
	with_merchant(|mut chain, hash| {
		for _ in 0..4 {
			assert_ok!(register(Code::Own(vec![9; 100])));
		}
		until_session(&mut chain, 3);
		assert_eq!(SideChains::stage(CHAIN), Some(Stage::Rejected));
		assert_noop!(register(Code::Stored(hash)), Error::<Runtime>::NoCoreFree);
		// Until the turn of the core comes.
		chain.until_block(70);
		assert_ok!(register(Code::Stored(hash)));
		// Nothing was paid for a core that ran nothing.
		assert_ok!(SideChains::leave(bob(), CHAIN));
		assert_eq!(SideChains::stage(CHAIN), None);
	});
}

#[test]
fn there_are_no_more_cores_than_witnesses() {
	with_merchant(|_, hash| {
		for _ in 0..4 {
			assert_ok!(register(Code::Stored(hash)));
		}
		assert_noop!(register(Code::Stored(hash)), Error::<Runtime>::NoCoreFree);
	});
}

#[test]
fn manager_has_no_power_over_the_chain_through_the_registrar() {
	with_merchant(|mut chain, hash| {
		assert_ok!(register(Code::Stored(hash)));
		until_session(&mut chain, 2);
		let id = ParaId::from(CHAIN);
		let info = paras_registrar::Paras::<Runtime>::get(id).unwrap();
		assert_eq!(info.manager, RegistrarAccount::get());
		let head = || HeadData(vec![6, 6, 6]);
		assert_noop!(Registrar::deregister(bob(), id), DispatchError::BadOrigin);
		assert_noop!(Registrar::set_current_head(bob(), id, head()), DispatchError::BadOrigin);
		assert_noop!(Registrar::add_lock(bob(), id), DispatchError::BadOrigin);
	});
}

#[test]
fn chain_without_blocks_loses_its_core_and_gets_it_back_for_a_fee() {
	with_merchant(|mut chain, hash| {
		assert_ok!(register(Code::Stored(hash)));
		let period: u32 = <Runtime as pallet_side_chains::Config>::Period::get();
		let stall: u32 = <Runtime as pallet_side_chains::Config>::StallPeriod::get();
		let fee: Balance = <Runtime as pallet_side_chains::Config>::PeriodFee::get();
		// The turn that finds it started charges for the first time.
		chain.until_block(period);
		assert_eq!(SideChains::tank(CHAIN).unwrap().tank, TANK - fee);

		let lost = period + (stall / period + 1) * period;
		chain.until_block(lost);
		let reason = Suspension::Stalled;
		assert_eq!(SideChains::stage(CHAIN), Some(Stage::Suspended { reason }));
		// A core in use is given up only after what was already claimed of it.
		chain.until_block(lost + 10);
		assert_eq!(scheduled(), []);

		let tank = SideChains::tank(CHAIN).unwrap().tank;
		assert_ok!(SideChains::resume(bob(), CHAIN));
		assert_eq!(SideChains::tank(CHAIN).unwrap().tank, tank - fee);
		chain.until_block(lost + 20);
		assert!(scheduled().contains(&ParaId::from(CHAIN)));
		// It is the same core.
		assert_eq!(ActiveConfig::<Runtime>::get().scheduler_params.num_cores, 1);
	});
}

#[test]
fn leaving_gives_tank_and_margin_back_and_the_chain_is_gone_two_sessions_later() {
	with_merchant(|mut chain, hash| {
		let free_before = free(Bob.to_account_id());
		assert_ok!(register(Code::Stored(hash)));
		assert_eq!(free(Bob.to_account_id()), free_before - TANK);
		// Not in the middle of onboarding: anybody cleans up later.
		chain.next();
		assert_ok!(SideChains::leave(bob(), CHAIN));
		assert_eq!(free(Bob.to_account_id()), free_before);
		assert_eq!(owed(), deposit());
		let anybody = signed(Eve.to_account_id());
		assert_noop!(
			SideChains::clean_up(anybody.clone(), CHAIN),
			Error::<Runtime>::CleanUpRefused
		);

		until_session(&mut chain, 2);
		assert_ok!(SideChains::clean_up(anybody, CHAIN));
		assert_eq!(owed(), 0);
		assert_eq!(SideChains::stage(CHAIN), None);
		until_session(&mut chain, 4);
		assert_eq!(Paras::lifecycle(CHAIN.into()), None);
		assert_eq!(scheduled(), []);
	});
}

/// What becomes of a call that the chain sends up, paid by its sovereign account.
fn call_from_chain(call: impl Into<RuntimeCall>) -> Outcome {
	let message = Xcm(vec![
		WithdrawAsset((Here, 20 * UNITS).into()),
		BuyExecution { fees: (Here, 20 * UNITS).into(), weight_limit: Unlimited },
		Transact {
			origin_kind: OriginKind::Native,
			fallback_max_weight: None,
			call: call.into().encode().into(),
		},
		ExpectTransactStatus(MaybeErrorCode::Success),
	]);
	let mut id = message.using_encoded(sp_io::hashing::blake2_256);
	XcmExecutor::<XcmConfig>::prepare_and_execute(
		Parachain(CHAIN),
		message,
		&mut id,
		Weight::from_parts(1_000_000_000_000, u64::MAX / 2),
		Weight::zero(),
	)
}

fn redeem(amount: Balance, nonce: u64) -> RuntimeCall {
	let beneficiary: AccountId = Eve.to_account_id();
	pallet_side_chains::Call::redeem { beneficiary, amount, nonce }.into()
}

#[test]
fn message_of_the_chain_redeems_out_of_its_pool_and_of_nothing_else() {
	with_merchant(|mut chain, hash| {
		assert_ok!(register(Code::Stored(hash)));
		until_session(&mut chain, 2);
		let sovereign: AccountId = ParaId::from(CHAIN).into_account_truncating();
		let fees = 5_000 * UNITS;
		let alice = signed(Alice.to_account_id());
		assert_ok!(Balances::transfer_keep_alive(alice, sovereign.into(), fees));

		let eve = free(Eve.to_account_id());
		let issuance = Balances::total_issuance();
		assert_ok!(call_from_chain(redeem(100 * UNITS, 0)).ensure_complete());
		assert_eq!(free(Eve.to_account_id()), eve + 100 * UNITS);
		assert_eq!(owed(), deposit() + POOL - 100 * UNITS);
		assert_eq!(Balances::total_issuance(), issuance);

		// Neither twice, nor more than there is, however often and however much.
		assert!(call_from_chain(redeem(100 * UNITS, 0)).ensure_complete().is_err());
		for nonce in 1..50 {
			assert!(call_from_chain(redeem(u128::MAX, nonce)).ensure_complete().is_err());
		}
		let limit = SideChains::pool(CHAIN).unwrap().limit;
		for nonce in 50..70 {
			let _ = call_from_chain(redeem(limit, nonce));
		}
		// At once it is the limit; the rest waits.
		assert!(free(Eve.to_account_id()) <= eve + 100 * UNITS + limit);
		assert!(SideChains::pool(CHAIN).unwrap().waiting > 0);

		// What nobody but a chain may do.
		let RuntimeCall::SideChains(call) = redeem(UNITS, 90) else { unreachable!() };
		for origin in [signed(Ferdie.to_account_id()), bob(), RuntimeOrigin::root()] {
			let call = RuntimeCall::from(call.clone());
			assert_eq!(
				sp_runtime::traits::Dispatchable::dispatch(call, origin).unwrap_err().error,
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn chain_without_a_pool_takes_nothing() {
	with_merchant(|_, _| {
		let origin = RuntimeOrigin::from(origin::Origin::Parachain(CHAIN.into()));
		assert_noop!(
			SideChains::redeem(origin, Eve.to_account_id(), UNITS, 0),
			Error::<Runtime>::ChainNotFound
		);
	});
}

#[test]
fn chains_speak_for_themselves_and_call_nothing_else() {
	let para = ParaId::from(CHAIN);
	let allowed: [RuntimeCall; 3] = [
		redeem(UNITS, 0),
		pallet_side_chains::Call::declare_owed { owed: 0 }.into(),
		pallet_side_chains::Call::authorize_upgrade { hash: Hash::zero() }.into(),
	];
	let refused: [RuntimeCall; 5] = [
		paras_registrar::Call::deregister { id: para }.into(),
		paras_registrar::Call::set_current_head { para, new_head: HeadData(vec![]) }.into(),
		pallet_side_chains::Call::leave { chain: CHAIN }.into(),
		frame_system::Call::remark { remark: vec![] }.into(),
		pallet_utility::Call::batch { calls: allowed.to_vec() }.into(),
	];
	assert!(allowed.iter().all(CallsOfChains::contains));
	assert!(!refused.iter().any(CallsOfChains::contains));
}
