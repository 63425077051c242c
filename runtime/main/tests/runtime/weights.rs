//! What calls weigh fits the chain: nothing that must run is too heavy for a block.

use crate::{
	chain::Chain,
	common::{network, sign_as},
};
use bhtd_runtime::{
	configs::system::{BlockLength, BlockWeights},
	weights, Executive, Runtime, RuntimeCall,
};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	weights::Weight,
};
use polkadot_runtime_common::paras_registrar::WeightInfo as _;
use polkadot_runtime_parachains::{
	configuration::WeightInfo as _, coretime::WeightInfo as _, disputes::slashing::WeightInfo as _,
	hrmp::WeightInfo as _, inclusion::WeightInfo as _, paras::WeightInfo as _,
	paras_inherent::WeightInfo as _,
};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};
use xcm::latest::prelude::*;

const MIB: u32 = 1024 * 1024;

fn largest(class: DispatchClass) -> Weight {
	BlockWeights::get().get(class).max_extrinsic.unwrap()
}

#[test]
fn call_is_small_in_memory() {
	assert!(core::mem::size_of::<RuntimeCall>() <= 256);
}

#[test]
fn validators_can_vote_on_validation_code() {
	type Paras = weights::paras::WeightInfo<Runtime>;
	for weight in [
		Paras::include_pvf_check_statement(),
		Paras::include_pvf_check_statement_finalize_onboarding_accept(),
		Paras::include_pvf_check_statement_finalize_onboarding_reject(),
		Paras::include_pvf_check_statement_finalize_upgrade_accept(),
		Paras::include_pvf_check_statement_finalize_upgrade_reject(),
	] {
		// A thousand validators vote within a few blocks.
		assert!((weight * 50).all_lt(largest(DispatchClass::Normal)), "{weight:?}");
	}
}

#[test]
fn parachains_can_be_registered_and_upgraded() {
	let code = polkadot_primitives::MAX_CODE_SIZE;
	for weight in [
		weights::paras_registrar::WeightInfo::<Runtime>::register(),
		weights::paras_registrar::WeightInfo::<Runtime>::schedule_code_upgrade(code),
		weights::paras::WeightInfo::<Runtime>::force_schedule_code_upgrade(code),
		weights::paras::WeightInfo::<Runtime>::add_trusted_validation_code(code),
		weights::configuration::WeightInfo::<Runtime>::set_config_with_u32(),
		weights::coretime::WeightInfo::<Runtime>::assign_core(100),
		weights::hrmp::WeightInfo::<Runtime>::establish_channel_with_system(),
		weights::parachains::Slashing::<Runtime>::report_dispute_lost_unsigned(1_000),
	] {
		assert!(weight.all_lt(largest(DispatchClass::Normal)), "{weight:?}");
		assert!(weight.ref_time() > 0);
	}
}

#[test]
fn code_fits_in_a_block_beside_what_else_is_said() {
	let room = |class| *BlockLength::get().max.get(class);
	assert_eq!(room(DispatchClass::Normal), 7 * MIB + MIB / 2);
	for class in [DispatchClass::Operational, DispatchClass::Mandatory] {
		assert_eq!(room(class), 10 * MIB);
	}
	// A side chain's new code comes with a candidate of its collator, in the inherent that also has the
	// votes and the other candidates. Its validators back it only if it is no larger than this, and if no
	// block had room for it, the side chain would never get beyond it.
	const { assert!(polkadot_primitives::MAX_CODE_SIZE + 4 * MIB < 10 * MIB) };
	// The first code of a side chain is registered by its manager.
	assert!(room(DispatchClass::Normal) > polkadot_primitives::MAX_CODE_SIZE + MIB);
}

#[test]
fn transaction_with_seven_mebibytes_of_code_is_included() {
	network("local_testnet_4").execute_with(|| {
		let mut chain = Chain::start();
		let code = |length| vec![7; length as usize];
		let full = Err(TransactionValidityError::Invalid(InvalidTransaction::ExhaustsResources));
		let remark = |length| frame_system::Call::remark { remark: code(length) };
		assert_eq!(Executive::apply_extrinsic(sign_as(Alice, 0, remark(8 * MIB))), full);
		let outcome = Executive::apply_extrinsic(sign_as(Alice, 0, remark(7 * MIB)));
		assert_eq!(outcome, Ok(Ok(())));
		// It leaves no room for another of its kind, but for what keeps the chain going.
		assert_eq!(Executive::apply_extrinsic(sign_as(Alice, 0, remark(MIB))), full);
		let upgrade = |length| frame_system::Call::apply_authorized_upgrade { code: code(length) };
		assert!(Executive::apply_extrinsic(sign_as(Bob, 0, upgrade(2 * MIB))).is_ok());
		// The next block has room again, for the code of a runtime as well.
		chain.next();
		let nothing = frame_system::Error::<Runtime>::NothingAuthorized;
		let outcome = Executive::apply_extrinsic(sign_as(Bob, 0, upgrade(9 * MIB)));
		assert_eq!(outcome, Ok(Err(nothing.into())));
	});
}

#[test]
fn blocks_of_many_parachains_fit_in_one_of_ours() {
	type Inherent = weights::paras_inherent::WeightInfo<Runtime>;
	let candidate = Inherent::enter_backed_candidates_variable(5)
		.saturating_add(weights::inclusion::WeightInfo::<Runtime>::enact_candidate(2, 2, 0));
	assert!((candidate * 100).ref_time() < BlockWeights::get().max_block.ref_time());
}

#[test]
fn election_and_start_of_an_era_fit_in_a_block_with_every_candidate_slashed() {
	use bhtd_runtime::configs::witnesses::{MAX_CANDIDATES, MAX_WITNESSES};
	use pallet_witnesses::WeightInfo;
	type Weights = <Runtime as pallet_witnesses::Config>::WeightInfo;
	let weight = Weights::start_era(MAX_CANDIDATES, MAX_CANDIDATES)
		.saturating_add(Weights::elect(MAX_CANDIDATES))
		.saturating_add(Weights::on_offence(MAX_WITNESSES));
	// The block of a new session is full of what it has to do; half of it is for the rest.
	assert!((weight * 2).ref_time() < BlockWeights::get().max_block.ref_time(), "{weight:?}");
	assert!(weight.ref_time() > 0);
}

#[test]
fn council_has_room_for_every_witness() {
	use bhtd_runtime::configs::{governance::MAX_MEMBERS, witnesses::MAX_WITNESSES};
	const { assert!(MAX_WITNESSES <= MAX_MEMBERS) };
}

#[test]
fn fifty_reserve_transfers_fit_in_a_block() {
	let transfer = pallet_xcm::Call::<Runtime>::limited_reserve_transfer_assets {
		dest: Box::new(Parachain(2_000).into_location().into()),
		beneficiary: Box::new(Here.into_location().into()),
		assets: Box::new((Here, 200_000u128).into()),
		fee_asset_item: 0,
		weight_limit: Unlimited,
	};
	let weight = transfer.get_dispatch_info().call_weight;
	assert!((weight * 50).all_lt(BlockWeights::get().max_block), "{weight:?}");
}
