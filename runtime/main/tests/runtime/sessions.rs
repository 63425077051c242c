//! Validators, their keys, and what becomes of offenders.

use crate::{
	chain::Chain,
	common::{begin_block, keys_of, network, signed},
};
use bhtd_runtime::{
	configs::{
		consensus::{KeyDeposit, ReportLongevity},
		witnesses::{ReportableSessions, SessionsPerEra},
	},
	constants::time::{DAYS, EPOCH_SLOTS},
	Authorship, Balances, Historical, Runtime, RuntimeHoldReason, Session, Witnesses,
};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::InspectHold, Get, KeyOwnerProofSystem},
};
use pallet_session::historical::HistoricalSessions;
use sp_core::{crypto::UncheckedFrom, sr25519};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

fn rotate(times: u32) {
	for _ in 0..times {
		Session::rotate_session();
	}
}

#[test]
fn witnesses_stay_while_nothing_changes() {
	network("local_testnet_4").execute_with(|| {
		begin_block(1);
		let validators = Session::validators();
		assert_eq!(validators.len(), 4);
		for _ in 0..5 {
			rotate(1);
			assert_eq!(Session::validators(), validators);
		}
	});
}

#[test]
fn owners_of_keys_can_be_proved_in_later_sessions() {
	network("local_testnet").execute_with(|| {
		begin_block(1);
		rotate(3);
		let key = (sp_consensus_babe::KEY_TYPE, Bob.public());
		let proof = Historical::prove((key.0, key.1.encode())).unwrap();
		assert_eq!(proof.session, 3);
		rotate(4);
		let owner = Historical::check_proof((key.0, key.1.encode()), proof);
		assert_eq!(owner, Some((Bob.to_account_id(), ())));
	});
}

#[test]
fn proofs_are_kept_for_as_long_as_offences_can_be_reported() {
	network("development").execute_with(|| {
		begin_block(1);
		let reportable = <ReportableSessions as Get<u32>>::get();
		let last = reportable + 10;
		rotate(last);
		let kept = HistoricalSessions::<Runtime>::iter_keys().count() as u32;
		assert!(HistoricalSessions::<Runtime>::contains_key(last - reportable));
		assert!(kept <= reportable + 3, "{kept}");
	});
}

#[test]
fn offences_can_be_reported_for_a_week_on_live_networks() {
	sp_io::TestExternalities::new_empty().execute_with(|| {
		assert_eq!(<SessionsPerEra as Get<u32>>::get(), 24);
		assert_eq!(<ReportableSessions as Get<u32>>::get(), 168);
		assert_eq!(ReportLongevity::get(), 168 * EPOCH_SLOTS);
		assert_eq!(ReportLongevity::get(), 7 * u64::from(DAYS));
	});
	network("development").execute_with(|| {
		assert_eq!(<SessionsPerEra as Get<u32>>::get(), 3);
		assert_eq!(<ReportableSessions as Get<u32>>::get(), 6);
		assert_eq!(ReportLongevity::get(), 60);
	});
}

#[test]
fn sessions_of_ten_blocks_follow_each_other() {
	network("local_testnet_4").execute_with(|| {
		let mut chain = Chain::start();
		for (session, first_block) in [(1, 11), (2, 21), (3, 31)] {
			chain.until_session(session);
			assert_eq!(bhtd_runtime::System::block_number(), first_block);
			assert_eq!(Witnesses::era().index, session / 3);
			// Whoever authored it is known from the first block on.
			assert!(Session::validators().contains(&Authorship::author().unwrap()));
		}
	});
}

#[test]
fn keys_take_a_deposit_that_comes_back() {
	network("development").execute_with(|| {
		begin_block(1);
		let eve = Eve.to_account_id();
		let reason = RuntimeHoldReason::Session(pallet_session::HoldReason::Keys);
		let (keys, proof) = keys_of(&eve, 7);
		assert!(KeyDeposit::get() > 0);
		assert_ok!(Session::set_keys(signed(eve.clone()), keys, proof));
		assert_eq!(Balances::balance_on_hold(&reason, &eve), KeyDeposit::get());
		// Who has keys is not a validator for that.
		rotate(4);
		assert_eq!(Session::validators(), [Alice.to_account_id()]);
		assert_ok!(Session::purge_keys(signed(eve.clone())));
		assert_eq!(Balances::balance_on_hold(&reason, &eve), 0);
	});
}

#[test]
fn keys_of_others_cannot_be_claimed() {
	network("development").execute_with(|| {
		begin_block(1);
		let (keys, proof) = keys_of(&Bob.to_account_id(), 7);
		assert_noop!(
			Session::set_keys(signed(Eve.to_account_id()), keys, proof),
			pallet_session::Error::<Runtime>::InvalidProof
		);
	});
}

#[test]
fn validator_can_replace_its_keys() {
	network("local_testnet").execute_with(|| {
		begin_block(1);
		let bob = Bob.to_account_id();
		let (keys, proof) = keys_of(&bob, 9);
		assert_ok!(Session::set_keys(signed(bob.clone()), keys.clone(), proof));
		rotate(3);
		assert_eq!(Session::validators(), [Alice.to_account_id(), bob]);
		assert!(Session::queued_keys().iter().any(|(_, queued)| *queued == keys));
		// The new keys can be proved as well.
		assert!(Historical::prove((sp_consensus_babe::KEY_TYPE, keys.babe.encode())).is_some());
	});
}

#[test]
fn who_gives_up_its_keys_leaves_the_validators() {
	network("local_testnet_4").execute_with(|| {
		begin_block(1);
		assert_ok!(Session::purge_keys(signed(Dave.to_account_id())));
		rotate(3);
		assert_eq!(Session::validators(), [Alice, Bob, Charlie].map(|name| name.to_account_id()));
		let nobodys = sr25519::Public::unchecked_from([0; 32]);
		assert!(Session::queued_keys().iter().all(|(_, keys)| keys.babe != nobodys.into()));
	});
}

#[test]
fn offenders_are_disabled_but_never_more_than_a_third() {
	let offend = |name: sp_keyring::Sr25519Keyring| {
		let details = OffenceDetails { offender: (name.to_account_id(), ()), reporters: vec![] };
		Witnesses::on_offence(&[details], &[Perbill::from_percent(50)], 0);
	};
	network("local_testnet_4").execute_with(|| {
		begin_block(1);
		offend(Bob);
		assert_eq!(Session::disabled_validators(), [1]);
		offend(Charlie);
		assert_eq!(Session::disabled_validators().len(), 1);
		// Without both there would be too few.
		rotate(2);
		assert!(Session::disabled_validators().is_empty());
		assert_eq!(Session::validators().len(), 4);
	});
	network("local_testnet").execute_with(|| {
		begin_block(1);
		offend(Bob);
		assert!(Session::disabled_validators().is_empty());
	});
}
