//! BHTD goes down to a merchant chain, up again and across to another, to the last planck.

use crate::{
	account, assets, covered, issuance, on_main, on_merchant, on_other, sovereign, versioned,
	MainRelay, MerchantPara, OTHER_ID,
};
use bhtd_merchant_runtime::{
	configs::monetary::CollatorPot,
	constants::{
		currency::UNITS,
		fee::{ProofWeightToFee, WeightToFee},
	},
	genesis_config_presets::PARA_ID,
	Balance,
};
use bhtd_runtime::configs::monetary::TreasuryAccount;
use frame_support::{assert_ok, weights::WeightToFee as _};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Eve, Ferdie};
use xcm::latest::prelude::*;
use xcm_emulator::TestExt;

/// What a merchant chain takes for executing a message.
fn fee_on_merchant(instructions: u64) -> Balance {
	let weight = bhtd_merchant_runtime::xcm_config::InstructionWeight::get() * instructions;
	ProofWeightToFee::weight_to_fee(&weight)
}

/// What the main chain takes for executing a message.
fn fee_on_main(instructions: u64) -> Balance {
	let weight = bhtd_runtime::xcm_config::InstructionWeight::get() * instructions;
	WeightToFee::weight_to_fee(&weight)
}

/// What the collators of the merchant chain have, and what waits for them.
fn collators_have() -> Balance {
	[Alice.to_account_id(), Bob.to_account_id(), CollatorPot::get()].map(on_merchant).iter().sum()
}

/// Somebody sends BHTD from the main chain to an account on a chain.
pub fn down(from: Sr25519Keyring, chain: u32, to: Sr25519Keyring, amount: Balance) {
	MainRelay::execute_with(|| {
		assert_ok!(bhtd_runtime::XcmPallet::transfer_assets(
			bhtd_runtime::RuntimeOrigin::signed(from.to_account_id()),
			versioned(Parachain(chain)),
			versioned(account(to)),
			assets(Location::here(), amount),
			0,
			Unlimited
		));
	});
}

/// Somebody sends BHTD from the merchant chain to an account elsewhere.
fn away(from: Sr25519Keyring, chain: Location, to: Sr25519Keyring, amount: Balance) {
	MerchantPara::execute_with(|| {
		assert_ok!(bhtd_merchant_runtime::PolkadotXcm::transfer_assets(
			bhtd_merchant_runtime::RuntimeOrigin::signed(from.to_account_id()),
			versioned(chain),
			versioned(account(to)),
			assets(Location::parent(), amount),
			0,
			Unlimited
		));
	});
}

#[test]
fn bhtd_goes_down_and_lies_in_the_sovereign_account() {
	covered(|| {
		let (eve, ferdie) = (on_main(Eve.to_account_id()), on_merchant(Ferdie.to_account_id()));
		let (treasury, collators) = (on_main(TreasuryAccount::get()), collators_have());
		let lies = on_main(sovereign(PARA_ID));
		let (_, minted, other) = issuance();

		down(Eve, PARA_ID, Ferdie, 100 * UNITS);

		// The message says: deposited, no longer in its own name, pays, deposits, topic.
		let fee = fee_on_merchant(5);
		assert!(fee < UNITS / 2, "{fee}");
		assert_eq!(on_merchant(Ferdie.to_account_id()), ferdie + 100 * UNITS - fee);
		assert_eq!(on_main(sovereign(PARA_ID)), lies + 100 * UNITS);
		assert_eq!(issuance().1, minted + 100 * UNITS);
		assert_eq!(issuance().2, other);
		assert_eq!(collators_have(), collators + fee);
		// The sender paid for the delivery, and nothing else was lost.
		let delivery = on_main(TreasuryAccount::get()) - treasury;
		assert!(delivery > 0 && delivery < UNITS, "{delivery}");
		assert_eq!(on_main(Eve.to_account_id()), eve - 100 * UNITS - delivery);
	});
}

#[test]
fn bhtd_comes_up_out_of_the_sovereign_account() {
	covered(|| {
		let (eve, ferdie) = (on_merchant(Eve.to_account_id()), on_main(Ferdie.to_account_id()));
		let (lies, collators) = (on_main(sovereign(PARA_ID)), collators_have());
		let (main, burnt, _) = issuance();

		away(Eve, Location::parent(), Ferdie, 50 * UNITS);

		// The message says: withdraws, no longer in its own name, pays, deposits, topic.
		let fee = fee_on_main(5);
		assert!(fee < UNITS / 2, "{fee}");
		assert_eq!(on_main(Ferdie.to_account_id()), ferdie + 50 * UNITS - fee);
		assert_eq!(on_main(sovereign(PARA_ID)), lies - 50 * UNITS);
		assert_eq!((issuance().0, issuance().1), (main, burnt - 50 * UNITS));
		let delivery = collators_have() - collators;
		assert!(delivery > 0 && delivery < UNITS, "{delivery}");
		assert_eq!(on_merchant(Eve.to_account_id()), eve - 50 * UNITS - delivery);
	});
}

#[test]
fn bhtd_goes_across_by_way_of_the_main_chain() {
	covered(|| {
		let ferdie = on_other(Ferdie.to_account_id());
		let lie = || (on_main(sovereign(PARA_ID)), on_main(sovereign(OTHER_ID)));
		let before = lie();

		away(Eve, Location::new(1, [Parachain(OTHER_ID)]), Ferdie, 50 * UNITS);
		// The main chain delivers what it was asked to.
		MainRelay::execute_with(|| {});

		// One chain gave all of it, the other has what the main chain left.
		assert_eq!(lie().0, before.0 - 50 * UNITS);
		let arrived = lie().1 - before.1;
		assert!(arrived > 49 * UNITS && arrived < 50 * UNITS, "{arrived}");
		assert_eq!(issuance().2, before.1 + arrived);
		assert_eq!(on_other(Ferdie.to_account_id()), ferdie + arrived - fee_on_merchant(5));
	});
}

#[test]
fn bhtd_that_went_down_can_all_come_back() {
	covered(|| {
		let lies = on_main(sovereign(PARA_ID));
		down(Charlie, PARA_ID, Eve, 1_000 * UNITS);
		away(Eve, Location::parent(), Ferdie, 1_000 * UNITS);
		assert_eq!(on_main(sovereign(PARA_ID)), lies);
		assert_eq!(issuance().1, lies);
	});
}

#[test]
fn nobody_sends_more_than_it_has() {
	covered(|| {
		let eve = on_merchant(Eve.to_account_id());
		MerchantPara::execute_with(|| {
			let outcome = bhtd_merchant_runtime::PolkadotXcm::transfer_assets(
				bhtd_merchant_runtime::RuntimeOrigin::signed(Eve.to_account_id()),
				versioned(Location::parent()),
				versioned(account(Eve)),
				assets(Location::parent(), eve + 1),
				0,
				Unlimited,
			);
			// The whole transaction fails before anything is sent.
			let error: &str = outcome.unwrap_err().into();
			assert_eq!(error, "LocalExecutionIncompleteWithError");
		});
		assert_eq!(on_merchant(Eve.to_account_id()), eve);
	});
}
