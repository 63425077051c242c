//! Messages between chains: who is who, and that nobody can make BHTD out of nothing.

use crate::common::{free, in_block, signed};
use bhtd_runtime::{
	configs::monetary::TreasuryAccount,
	constants::{currency::UNITS, network::GENESIS_ID},
	xcm_config::{LocationConverter, ThisNetwork, UniversalLocation, XcmConfig},
	AccountId, Balances, ParaId, Paras, Runtime, RuntimeOrigin, XcmPallet,
};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, weights::Weight};
use polkadot_primitives::HeadData;
use sp_keyring::Sr25519Keyring::{Charlie, Eve, Ferdie};
use sp_runtime::{traits::AccountIdConversion, DispatchError};
use xcm::{latest::prelude::*, VersionedAssets, VersionedLocation};
use xcm_executor::{traits::ConvertLocation, XcmExecutor};

const PARA: u32 = 2_000;

fn sovereign() -> AccountId {
	ParaId::from(PARA).into_account_truncating()
}

fn account(network: Option<NetworkId>) -> Junction {
	AccountId32 { network, id: Eve.to_account_id().into() }
}

/// In a block, with a chain that messages can be sent to and whose sovereign account has `funds`.
fn with_chain(funds: u128, test: impl FnOnce()) {
	in_block("development", || {
		assert_ok!(Paras::force_set_current_head(
			RuntimeOrigin::root(),
			PARA.into(),
			HeadData(vec![1])
		));
		if funds > 0 {
			assert_ok!(Balances::transfer_keep_alive(
				signed(Charlie.to_account_id()),
				sovereign().into(),
				funds
			));
		}
		test();
	});
}

/// What becomes of a message from the chain.
fn receive(message: Vec<Instruction<bhtd_runtime::RuntimeCall>>) -> Outcome {
	let message = Xcm(message);
	let mut id = message.using_encoded(sp_io::hashing::blake2_256);
	XcmExecutor::<XcmConfig>::prepare_and_execute(
		Parachain(PARA),
		message,
		&mut id,
		Weight::from_parts(1_000_000_000_000, u64::MAX / 2),
		Weight::from_parts(0, 0),
	)
}

/// Where a transfer goes: the chain, and Eve's account on it.
fn to_chain() -> [Box<VersionedLocation>; 2] {
	let beneficiary: Location = account(None).into();
	[Box::new(Location::from(Parachain(PARA)).into()), Box::new(beneficiary.into())]
}

fn bhtd(amount: u128) -> Box<VersionedAssets> {
	Box::new((Here, amount).into())
}

#[test]
fn locations_have_these_accounts() {
	let convert = |location: Location| LocationConverter::convert_location(&location);
	let eve = Eve.to_account_id();

	// A chain: `para`, its id, zeroes.
	let mut raw = [0u8; 32];
	raw[..8].copy_from_slice(b"para\xd0\x07\0\0");
	assert_eq!(convert(Parachain(PARA).into()), Some(raw.into()));
	assert_eq!(sovereign(), raw.into());

	// An account of this network is itself, one of another network is not.
	assert_eq!(convert(account(None).into()), Some(eve.clone()));
	assert_eq!(convert(account(Some(ThisNetwork::get())).into()), Some(eve.clone()));
	assert_eq!(convert(account(Some(NetworkId::Polkadot)).into()), None);

	// An account on a chain is neither the chain nor its namesake here.
	let on_chain = convert(Location::new(0, [Parachain(PARA), account(None)])).unwrap();
	assert_ne!(on_chain, eve);
	assert_ne!(on_chain, sovereign());

	// The chain itself has none.
	assert_eq!(convert(Here.into()), None);
}

#[test]
fn network_is_named_by_its_own_constant() {
	assert_eq!(ThisNetwork::get(), NetworkId::ByGenesis(GENESIS_ID));
	assert_eq!(
		UniversalLocation::get(),
		InteriorLocation::from(GlobalConsensus(NetworkId::ByGenesis(GENESIS_ID)))
	);
}

#[test]
fn what_leaves_lies_in_the_sovereign_account() {
	with_chain(0, || {
		let issuance = Balances::total_issuance();
		let (eve, treasury) = (free(Eve.to_account_id()), free(TreasuryAccount::get()));
		let [dest, beneficiary] = to_chain();
		assert_ok!(XcmPallet::transfer_assets(
			signed(Eve.to_account_id()),
			dest,
			beneficiary,
			bhtd(UNITS),
			0,
			Unlimited
		));
		assert_eq!(free(sovereign()), UNITS);
		assert!(free(Eve.to_account_id()) < eve - UNITS);
		// Delivery is paid to the treasury.
		assert!(free(TreasuryAccount::get()) > treasury);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn nothing_is_teleported_and_no_program_is_executed() {
	with_chain(0, || {
		let [dest, beneficiary] = to_chain();
		let filtered = DispatchError::from(pallet_xcm::Error::<Runtime>::Filtered);
		assert_noop!(
			XcmPallet::limited_teleport_assets(
				signed(Eve.to_account_id()),
				dest,
				beneficiary,
				bhtd(UNITS),
				0,
				Unlimited
			),
			filtered
		);
		let outcome = XcmPallet::execute(
			signed(Eve.to_account_id()),
			Box::new(xcm::VersionedXcm::V5(Xcm(vec![ClearOrigin]))),
			Weight::from_parts(10_000_000_000, u64::MAX / 2),
		);
		assert_eq!(outcome.unwrap_err().error, filtered);
	});
}

/// A message that pays for its execution out of what the chain has here.
fn paid(
	rest: Vec<Instruction<bhtd_runtime::RuntimeCall>>,
) -> Vec<Instruction<bhtd_runtime::RuntimeCall>> {
	let fee: Asset = (Here, UNITS).into();
	let mut message = vec![
		WithdrawAsset(fee.clone().into()),
		BuyExecution { fees: fee, weight_limit: Unlimited },
	];
	message.extend(rest);
	message
}

#[test]
fn chain_sends_back_what_it_has_here_and_pays_for_it() {
	with_chain(10 * UNITS, || {
		let issuance = Balances::total_issuance();
		let (ferdie, treasury) = (free(Ferdie.to_account_id()), free(TreasuryAccount::get()));
		let outcome = receive(paid(vec![
			WithdrawAsset((Here, 5 * UNITS).into()),
			DepositAsset {
				assets: Wild(All),
				beneficiary: AccountId32 { network: None, id: Ferdie.to_account_id().into() }
					.into(),
			},
		]));
		assert_ok!(outcome.ensure_complete());
		let received = free(Ferdie.to_account_id()) - ferdie;
		assert!(received > 5 * UNITS && received < 6 * UNITS, "{received}");
		assert_eq!(free(sovereign()), 4 * UNITS);
		assert!(free(TreasuryAccount::get()) > treasury);
		assert_eq!(Balances::total_issuance(), issuance);
	});
}

#[test]
fn lying_chain_gets_no_more_than_it_has_here() {
	let to_eve = || DepositAsset { assets: Wild(All), beneficiary: account(None).into() };
	let lies: Vec<Vec<Instruction<bhtd_runtime::RuntimeCall>>> = vec![
		// More than it has.
		vec![WithdrawAsset((Here, 1_000 * UNITS).into()), to_eve()],
		// As if it were the reserve of BHTD, or could teleport it.
		vec![ReserveAssetDeposited((Here, UNITS).into()), to_eve()],
		vec![ReceiveTeleportedAsset((Here, UNITS).into()), to_eve()],
		// In the name of another.
		vec![AliasOrigin(account(None).into()), to_eve()],
		vec![UniversalOrigin(GlobalConsensus(NetworkId::Polkadot)), to_eve()],
		// With a call of this chain.
		vec![Transact {
			origin_kind: OriginKind::SovereignAccount,
			fallback_max_weight: None,
			call: bhtd_runtime::RuntimeCall::from(frame_system::Call::remark { remark: vec![] })
				.encode()
				.into(),
		}],
		vec![Transact {
			origin_kind: OriginKind::Superuser,
			fallback_max_weight: None,
			call: bhtd_runtime::RuntimeCall::from(frame_system::Call::remark { remark: vec![] })
				.encode()
				.into(),
		}],
	];
	for lie in lies {
		with_chain(10 * UNITS, || {
			let issuance = Balances::total_issuance();
			let eve = free(Eve.to_account_id());
			let outcome = receive(paid(lie.clone()));
			assert!(outcome.ensure_complete().is_err(), "{lie:?}");
			assert_eq!(free(Eve.to_account_id()), eve, "{lie:?}");
			assert!(Balances::total_issuance() <= issuance);
			assert!(free(sovereign()) >= 9 * UNITS);
		});
	}
}

#[test]
fn nobody_is_served_for_free() {
	with_chain(10 * UNITS, || {
		for message in [
			vec![UnpaidExecution { weight_limit: Unlimited, check_origin: None }, ClearOrigin],
			vec![ClearOrigin],
		] {
			assert!(matches!(receive(message), Outcome::Incomplete { .. } | Outcome::Error(..)));
		}
		assert_eq!(free(sovereign()), 10 * UNITS);
	});
}
