//! What calls weigh fits the chain: time and proof both.

use crate::common::network;
use bhtd_merchant_runtime::{
	configs::system::{BlockLength, BlockWeights, MAXIMUM_BLOCK_WEIGHT},
	constants::{currency::UNITS, fee::ProofWeightToFee, parachain},
	weights::ValidationDbWeight,
	xcm_config::InstructionWeight,
	Runtime, RuntimeCall, TransactionPayment,
};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::Get,
	weights::{Weight, WeightToFee},
};
use sp_keyring::Sr25519Keyring::{Bob, Eve};
use xcm::latest::prelude::*;

fn largest(class: DispatchClass) -> Weight {
	BlockWeights::get().get(class).max_extrinsic.unwrap()
}

fn weight(call: impl Into<RuntimeCall>) -> Weight {
	call.into().get_dispatch_info().call_weight
}

fn transfer() -> RuntimeCall {
	pallet_balances::Call::transfer_keep_alive { dest: Eve.to_account_id().into(), value: 1 }.into()
}

fn order() -> RuntimeCall {
	pallet_store::Call::order {
		product: 0,
		revision: 0,
		quantity: 1,
		max_price: pallet_store::Price { bhtd: 1, points: None },
		min_earned: 0,
		arbiter: Bob.to_account_id(),
		recipient: None,
	}
	.into()
}

fn reserve_transfer() -> RuntimeCall {
	pallet_xcm::Call::<Runtime>::limited_reserve_transfer_assets {
		dest: Box::new(Location::parent().into()),
		beneficiary: Box::new(Here.into_location().into()),
		assets: Box::new((Parent, 200_000u128).into()),
		fee_asset_item: 0,
		weight_limit: Unlimited,
	}
	.into()
}

#[test]
fn call_is_small_in_memory() {
	assert!(core::mem::size_of::<RuntimeCall>() <= 256);
}

#[test]
fn block_fits_into_what_witnesses_check() {
	let weights = BlockWeights::get();
	assert_eq!(weights.max_block, MAXIMUM_BLOCK_WEIGHT);
	assert_eq!(weights.max_block.ref_time(), 2_000_000_000_000);
	assert_eq!(weights.max_block.proof_size(), u64::from(largest_proof()));
	// Transactions leave a quarter of both.
	let normal = weights.get(DispatchClass::Normal).max_total.unwrap();
	assert_eq!(normal, MAXIMUM_BLOCK_WEIGHT * 3 / 4);
	// They are part of the proof that is passed on: both together may not be larger than it.
	let length = u64::from(*BlockLength::get().max.get(DispatchClass::Normal));
	assert!(length + normal.proof_size() / 2 < MAXIMUM_BLOCK_WEIGHT.proof_size());
}

/// The most bytes of a proof that the main chain's protocol lets through.
fn largest_proof() -> u32 {
	bhtd_runtime::genesis_config_presets::host_configuration().max_pov_size
}

#[test]
fn every_call_that_counts_has_a_proof() {
	for call in [transfer(), order(), reserve_transfer()] {
		let weight = weight(call.clone());
		assert!(weight.ref_time() > 10_000_000, "{call:?} {weight:?}");
		assert!(weight.proof_size() > 1_000, "{call:?} {weight:?}");
	}
	assert!(InstructionWeight::get().all_gt(weight(transfer())));
}

#[test]
fn block_has_room_for_hundreds_of_orders_and_transfers() {
	let weights = BlockWeights::get();
	let normal = weights.get(DispatchClass::Normal);
	let fit = |call| {
		let weight = weight(call).saturating_add(normal.base_extrinsic);
		normal.max_total.unwrap().checked_div_per_component(&weight).unwrap()
	};
	let (transfers, orders, across) = (fit(transfer()), fit(order()), fit(reserve_transfer()));
	assert!(transfers > 1_500, "{transfers}");
	assert!(orders > 400, "{orders}");
	assert!(across > 50, "{across}");
}

#[test]
fn largest_calls_fit_in_a_block() {
	use pallet_margin::WeightInfo as _;
	use pallet_points::WeightInfo as _;
	for weight in [
		<Runtime as pallet_points::Config>::WeightInfo::award_batch(
			<Runtime as pallet_points::Config>::MaxAwards::get(),
		),
		<Runtime as pallet_margin::Config>::WeightInfo::penalise(
			<Runtime as pallet_margin::Config>::MaxBeneficiaries::get(),
		),
	] {
		assert!(weight.all_lt(largest(DispatchClass::Normal)), "{weight:?}");
		assert!(weight.ref_time() > 0 && weight.proof_size() > 0, "{weight:?}");
	}
}

#[test]
fn message_with_every_instruction_fits_in_what_is_kept_for_messages() {
	use bhtd_merchant_runtime::{configs::parachains::MessageWeight, xcm_config::MaxInstructions};
	let message = InstructionWeight::get() * u64::from(MaxInstructions::get());
	assert!(message.all_lt(MessageWeight::get()), "{message:?}");
}

#[test]
fn answers_of_the_main_chain_are_never_too_heavy() {
	use bhtd_merchant_runtime::configs::parachains::MessageWeight;
	use pallet_redemption::WeightInfo as _;
	// The answer and its topic; a tenth of what there is for messages is enough.
	let report = <Runtime as pallet_redemption::Config>::WeightInfo::report();
	let message = (InstructionWeight::get() * 2).saturating_add(report);
	assert!((message * 10).all_lt(MessageWeight::get()), "{message:?}");
}

#[test]
fn fees_are_those_of_people_not_of_banks() {
	// A full block of either costs tens of BHTD, a transfer a hundredth of one at most.
	for block in
		[Weight::from_parts(parachain::REF_TIME, 0), Weight::from_parts(0, parachain::PROOF_SIZE)]
	{
		let fee = ProofWeightToFee::weight_to_fee(&block);
		assert!(fee > 10 * UNITS && fee < 100 * UNITS, "{fee}");
	}
	assert!(ProofWeightToFee::weight_to_fee(&weight(transfer())) < UNITS / 100);
	// Transactions are charged in this way, by what the block runs out of first.
	network("development").execute_with(|| {
		for weight in [Weight::from_parts(1_000_000_000, 0), Weight::from_parts(0, 1024 * 1024)] {
			let fee = ProofWeightToFee::weight_to_fee(&weight);
			assert!(fee > 0);
			assert_eq!(TransactionPayment::weight_to_fee(weight), fee);
		}
	});
}

#[test]
fn database_is_priced_as_memory_and_not_as_nothing() {
	let weight = <Runtime as frame_system::Config>::DbWeight::get();
	assert_eq!(weight, ValidationDbWeight::get());
	assert!(weight.read > 1_000_000 && weight.read < weight.write);
	assert!(weight.write < 50_000_000);
}
