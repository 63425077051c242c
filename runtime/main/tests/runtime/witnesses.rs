//! Witnesses from election to slash, in whole blocks with real sessions.

use crate::{
	chain::{check, decide, members, sorted, validators, Chain},
	common::{free, keys_of, network, sign_as, signed},
};
use bhtd_runtime::{
	configs::{
		monetary::TreasuryAccount,
		parachains::PointsForWitnesses,
		witnesses::{
			ParametersDelay, ReportableSessions, SessionsPerEra, ShortestMaturity,
			ShortestUnbonding,
		},
	},
	constants::{
		currency::UNITS,
		time::{DAYS, EPOCH_SLOTS, YEARS},
	},
	AccountId, Authorship, Babe, Balance, Balances, Executive, Header, Historical, Runtime,
	RuntimeHoldReason, Session, System, Witnesses,
};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	traits::{fungible::InspectHold, Get, Hooks, KeyOwnerProofSystem},
};
use pallet_witnesses::{Event, HoldReason, Status};
use polkadot_primitives::{CandidateHash, ValidatorIndex};
use polkadot_runtime_parachains::{
	disputes, inclusion,
	reward_points::{BACKING_POINTS, DISPUTE_STATEMENT_POINTS},
	session_info,
};
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest},
	EquivocationProof,
};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{traits::Header as _, Digest, DigestItem, DispatchError, Perbill};

const DEPOSIT: Balance = 100_000 * UNITS;
const FIRST: [Sr25519Keyring; 4] = [Alice, Bob, Charlie, Dave];

/// Runs a test on a network with four witnesses, and checks every invariant after it.
fn on_chain(test: impl FnOnce(Chain)) {
	network("local_testnet_4").execute_with(|| {
		test(Chain::start());
		check();
	});
}

fn id(name: Sr25519Keyring) -> AccountId {
	name.to_account_id()
}

fn by(name: Sr25519Keyring) -> bhtd_runtime::RuntimeOrigin {
	signed(id(name))
}

/// What a witness has as its deposit.
fn deposit(name: Sr25519Keyring) -> Balance {
	Balances::balance_on_hold(&RuntimeHoldReason::Witnesses(HoldReason::Deposit), &id(name))
}

fn era() -> u32 {
	Witnesses::era().index
}

/// Makes Eve a candidate with keys of her own and a small deposit.
fn register_eve() {
	let value = 50_000 * UNITS;
	assert_ok!(Balances::transfer_keep_alive(by(Bob), id(Eve).into(), value));
	let (keys, proof) = keys_of(&id(Eve), 5);
	assert_ok!(Session::set_keys(by(Eve), keys, proof));
	assert_ok!(Witnesses::register(
		by(Eve),
		20_000 * UNITS,
		Perbill::from_percent(10),
		b"Eve's node".to_vec().try_into().unwrap()
	));
}

/// The proof that a witness authored two blocks in the slot of this one, and that it is its key.
fn equivocation(name: Sr25519Keyring) -> (EquivocationProof<Header>, sp_session::MembershipProof) {
	let slot = Babe::current_slot();
	let index = Session::validators().iter().position(|who| *who == id(name)).unwrap();
	let header = |extrinsics_root: u8| {
		let pre_digest = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
			authority_index: index as u32,
			slot,
		});
		let mut header = Header {
			parent_hash: System::parent_hash(),
			number: System::block_number(),
			state_root: Default::default(),
			extrinsics_root: [extrinsics_root; 32].into(),
			digest: Digest { logs: vec![DigestItem::babe_pre_digest(pre_digest)] },
		};
		let seal = name.pair().sign(header.hash().as_ref());
		header.digest_mut().push(DigestItem::babe_seal(seal.into()));
		header
	};
	let offender = name.public().into();
	let key = (sp_consensus_babe::KEY_TYPE, name.public().encode());
	let owner = Historical::prove(key).unwrap();
	let (first_header, second_header) = (header(1), header(2));
	(EquivocationProof { offender, slot, first_header, second_header }, owner)
}

/// Has Ferdie report that Dave authored two blocks in one slot of session one.
fn report_dave(chain: &mut Chain) {
	chain.until_session(1);
	chain.next();
	let (proof, owner) = equivocation(Dave);
	assert_ok!(Babe::report_equivocation(by(Ferdie), Box::new(proof.clone()), owner.clone()));
	// Nobody is punished twice for it.
	assert_noop!(
		Babe::report_equivocation(by(Alice), Box::new(proof), owner),
		pallet_babe::Error::<Runtime>::DuplicateOffenceReport
	);
}

/// What one of four loses for an equivocation: (3 x 1 / 4) squared.
fn fraction() -> Perbill {
	Perbill::from_rational(9u32, 16)
}

#[test]
fn delays_are_long_on_live_networks() {
	sp_io::TestExternalities::new_empty().execute_with(|| {
		assert_eq!(<ShortestMaturity as Get<u32>>::get(), 8);
		assert_eq!(<ShortestUnbonding as Get<u32>>::get(), 16);
		assert_eq!(<ParametersDelay as Get<u32>>::get(), 7);
		// However late in its era a vote is given, it waits for a week.
		let era = u64::from(<SessionsPerEra as Get<u32>>::get()) * EPOCH_SLOTS;
		let shortest = u64::from(<ShortestMaturity as Get<u32>>::get() - 1) * era;
		assert_eq!(shortest, 7 * u64::from(DAYS));
		Witnesses::integrity_test();
	});
	network("development").execute_with(|| {
		assert_eq!(<ShortestMaturity as Get<u32>>::get(), 2);
		assert_eq!(<ShortestUnbonding as Get<u32>>::get(), 5);
		assert_eq!(<ParametersDelay as Get<u32>>::get(), 2);
		Witnesses::integrity_test();
	});
}

#[test]
fn era_has_as_many_sessions_as_it_should() {
	on_chain(|mut chain| {
		for era in 1..4 {
			chain.until_era(era);
			assert_eq!(Session::current_index(), era * <SessionsPerEra as Get<u32>>::get());
			assert_eq!(System::block_number(), 1 + era * 30);
			assert_eq!(validators(), sorted(&FIRST));
			assert_eq!(members(), sorted(&FIRST));
		}
	});
}

#[test]
fn set_and_council_change_once_votes_have_matured() {
	on_chain(|mut chain| {
		chain.until_block(5);
		register_eve();
		assert_ok!(Witnesses::vote(by(Alice), id(Eve), 150_000 * UNITS));
		assert_eq!(Witnesses::candidate(id(Eve)).unwrap().voting, 0);

		// GIVEN votes that count from era two, THEN the set is that of before until it ends
		chain.until_era(2);
		assert_eq!(Witnesses::candidate(id(Eve)).unwrap().voting, 150_000 * UNITS);
		chain.until_session(8);
		assert_eq!((validators(), members()), (sorted(&FIRST), sorted(&FIRST)));
		chain.until_session(9);
		let new = sorted(&[Alice, Bob, Charlie, Eve]);
		assert_eq!(era(), 3);
		assert_eq!((validators(), members()), (new.clone(), new.clone()));

		// The author of the first block of the era is one of them, and gets the points for it: Dave was
		// the fourth before, and now Charlie is.
		assert_eq!(Session::validators(), [Eve, Alice, Bob, Charlie].map(id));
		assert_eq!(System::block_number() % 4, 3);
		assert_eq!(Authorship::author(), Some(id(Charlie)));
		let points: Vec<_> = pallet_witnesses::Points::<Runtime>::iter().collect();
		assert_eq!(points, [(id(Charlie), 20)]);

		// The newcomer's keys can be proved, and it authors blocks.
		let eve = keys_of(&id(Eve), 5).0;
		assert!(Historical::prove((sp_consensus_babe::KEY_TYPE, eve.babe.encode())).is_some());
		chain.until_session(10);
		assert!(Witnesses::candidate(id(Eve)).unwrap().points > 0);

		// And in the council its vote counts, while Dave has none.
		let outsider = pallet_collective::Call::<Runtime, pallet_collective::Instance1>::propose {
			threshold: 1,
			proposal: Box::new(frame_system::Call::remark { remark: vec![] }.into()),
			length_bound: 100,
		};
		let outsider = Executive::apply_extrinsic(sign_as(Dave, 0, outsider)).unwrap();
		assert_eq!(
			outsider,
			Err(pallet_collective::Error::<Runtime, pallet_collective::Instance1>::NotMember.into())
		);
		let parameters = Witnesses::parameters().current.unwrap();
		assert_ok!(decide(
			pallet_witnesses::Call::set_parameters { parameters },
			&[Alice, Bob, Eve]
		));
	});
}

#[test]
fn votes_of_this_era_do_not_change_the_next() {
	on_chain(|mut chain| {
		register_eve();
		// More than all that the others have together.
		assert_ok!(Witnesses::vote(by(Alice), id(Eve), 500_000 * UNITS));
		assert_ok!(Witnesses::vote(by(Bob), id(Eve), 500_000 * UNITS));
		for era in [1, 2] {
			chain.until_era(era);
			assert_eq!((validators(), members()), (sorted(&FIRST), sorted(&FIRST)));
		}
	});
}

#[test]
fn equivocation_costs_deposit_and_votes_after_a_deferral() {
	on_chain(|mut chain| {
		assert_ok!(Witnesses::vote(by(Eve), id(Dave), 1_000 * UNITS));
		let before = (free(id(Ferdie)), free(TreasuryAccount::get()));

		// GIVEN a report with proofs, THEN the offender is out of service at once
		report_dave(&mut chain);
		let index = Session::validators().iter().position(|who| *who == id(Dave)).unwrap();
		assert_eq!(Session::disabled_validators(), [index as u32]);
		let dave = Witnesses::candidate(id(Dave)).unwrap();
		assert_eq!(
			(dave.status, dave.slashes),
			(Status::Chilled { since: 0 }, vec![(2, fraction())])
		);
		assert_noop!(Witnesses::resume(by(Dave)), pallet_witnesses::Error::<Runtime>::SlashPending);
		assert_noop!(
			Witnesses::vote(by(Eve), id(Dave), 1_000 * UNITS),
			pallet_witnesses::Error::<Runtime>::SlashPending
		);

		// AND out of the validators within two sessions, and of the council with the next era
		chain.until_session(3);
		assert_eq!(validators(), sorted(&[Alice, Bob, Charlie]));
		assert_eq!((era(), members()), (1, sorted(&[Alice, Bob, Charlie])));
		assert_eq!(deposit(Dave), DEPOSIT);

		// AND punished when the deferral has ended
		chain.until_era(2);
		let lost = fraction().mul_ceil(DEPOSIT);
		assert_eq!(deposit(Dave), DEPOSIT - lost);
		let reward = lost / 10;
		assert_eq!(free(id(Ferdie)), before.0 + reward);
		assert_eq!(free(TreasuryAccount::get()), before.1 + lost - reward);

		// AND its voters with it, for what they still have behind it
		let of_votes = fraction().mul_ceil(1_000 * UNITS);
		assert_eq!(Witnesses::position(id(Eve), id(Dave)).unwrap().uncollected, of_votes);
		assert_ok!(Witnesses::settle(by(Ferdie), id(Eve), id(Dave)));
		assert_eq!(free(TreasuryAccount::get()), before.1 + lost - reward + of_votes);
	});
}

#[test]
fn unsigned_report_in_a_block_does_the_same() {
	on_chain(|mut chain| {
		chain.until_session(1);
		chain.next();
		let (proof, key_owner_proof) = equivocation(Dave);
		let call = pallet_babe::Call::report_equivocation_unsigned {
			equivocation_proof: Box::new(proof),
			key_owner_proof,
		};
		let report = bhtd_runtime::UncheckedExtrinsic::new_bare(call.into());
		assert_ok!(Executive::apply_extrinsic(report).unwrap());
		assert_eq!(Witnesses::candidate(id(Dave)).unwrap().slashes, [(2, fraction())]);
	});
}

#[test]
fn proof_of_another_session_is_refused() {
	on_chain(|mut chain| {
		chain.until_session(1);
		let (proof, _) = equivocation(Dave);
		chain.until_session(2);
		let (_, owner) = equivocation(Dave);
		assert_noop!(
			Babe::report_equivocation(by(Ferdie), Box::new(proof), owner),
			pallet_babe::Error::<Runtime>::InvalidKeyOwnershipProof
		);
	});
}

#[test]
fn offence_that_is_too_old_cannot_be_reported() {
	on_chain(|mut chain| {
		chain.until_session(1);
		chain.next();
		let (proof, owner) = equivocation(Dave);
		let last = 1 + <ReportableSessions as Get<u32>>::get();
		chain.until_session(last + 2);
		assert_noop!(
			Babe::report_equivocation(by(Ferdie), Box::new(proof), owner),
			pallet_babe::Error::<Runtime>::InvalidKeyOwnershipProof
		);
	});
}

#[test]
fn two_thirds_cancel_a_slash() {
	on_chain(|mut chain| {
		report_dave(&mut chain);
		let cancel = || pallet_witnesses::Call::cancel_slash { era: 2, candidate: id(Dave) };
		assert_eq!(decide(cancel(), &[Alice, Bob]), Err(DispatchError::BadOrigin));
		assert_noop!(Witnesses::cancel_slash(by(Dave), 2, id(Dave)), DispatchError::BadOrigin);
		assert_ok!(decide(cancel(), &[Alice, Bob, Charlie]));

		chain.until_era(2);
		assert_eq!(deposit(Dave), DEPOSIT);
		// It takes part again when it says so.
		assert_ok!(Witnesses::resume(by(Dave)));
		chain.until_era(3);
		assert_eq!((validators(), members()), (sorted(&FIRST), sorted(&FIRST)));
	});
}

/// The place of a witness among those who validate for parachains in this session.
fn para_index(name: Sr25519Keyring) -> ValidatorIndex {
	let keys = session_info::AccountKeys::<Runtime>::get(Session::current_index()).unwrap();
	let place = keys.iter().position(|who| *who == id(name)).unwrap();
	ValidatorIndex(place as u32)
}

#[test]
fn work_for_parachains_earns_points() {
	on_chain(|mut chain| {
		chain.until_session(1);
		chain.next();
		let points = || Witnesses::candidate(id(Bob)).unwrap().points;
		let before = points();
		<PointsForWitnesses as inclusion::RewardValidators>::reward_backing([para_index(Bob)]);
		assert_eq!(points(), before + BACKING_POINTS);
		<PointsForWitnesses as disputes::RewardValidators>::reward_dispute_statement(
			Session::current_index(),
			[para_index(Bob)],
		);
		assert_eq!(points(), before + BACKING_POINTS + DISPUTE_STATEMENT_POINTS);
	});
}

#[test]
fn backing_an_invalid_block_of_a_parachain_costs_everything() {
	on_chain(|mut chain| {
		chain.until_session(1);
		chain.next();
		let backer = || [para_index(Charlie)];
		let (session, block) = (Session::current_index(), CandidateHash([7; 32].into()));
		type Handler = <Runtime as disputes::Config>::SlashingHandler;
		<Handler as disputes::SlashingHandler<_>>::punish_for_invalid(
			session,
			block,
			backer(),
			backer(),
		);
		let charlie = Witnesses::candidate(id(Charlie)).unwrap();
		assert_eq!(charlie.slashes, [(2, Perbill::one())]);
		assert!(!charlie.status.is_active());

		// The one who only called a valid one invalid is out for the session, and pays nothing.
		<Handler as disputes::SlashingHandler<_>>::punish_against_valid(
			session,
			CandidateHash([8; 32].into()),
			[para_index(Dave)],
			[],
		);
		assert!(Witnesses::candidate(id(Dave)).unwrap().slashes.is_empty());

		chain.until_era(2);
		assert_eq!((deposit(Charlie), deposit(Dave)), (0, DEPOSIT));
		assert_eq!(validators(), sorted(&[Alice, Bob, Dave]));
	});
}

#[test]
fn idle_witness_pays_and_leaves_the_set() {
	on_chain(|mut chain| {
		chain.idle = vec![id(Dave)];
		let treasury = free(TreasuryAccount::get());
		chain.until_session(2);
		assert_eq!(validators(), sorted(&FIRST));

		chain.until_era(1);
		let fine = DEPOSIT / 100;
		let found = chain.of_witnesses(|event| match event {
			Event::WitnessIdle { who, fine } => Some((who, fine)),
			_ => None,
		});
		assert_eq!(found, Some((id(Dave), fine)));
		assert_eq!(deposit(Dave), DEPOSIT - fine);
		assert_eq!(free(TreasuryAccount::get()), treasury + fine);
		assert_eq!(Witnesses::candidate(id(Dave)).unwrap().status, Status::Chilled { since: 0 });

		chain.until_session(5);
		assert_eq!(validators(), sorted(&[Alice, Bob, Charlie]));
		chain.until_era(2);
		assert_eq!(members(), sorted(&[Alice, Bob, Charlie]));
		// It is fined once.
		assert_eq!(deposit(Dave), DEPOSIT - fine);
	});
}

#[test]
fn where_most_are_idle_nobody_is_to_blame() {
	on_chain(|mut chain| {
		chain.idle = vec![id(Charlie), id(Dave)];
		chain.until_era(2);
		let found = chain.of_witnesses(|event| match event {
			Event::TooManyIdle { idle, .. } => Some(idle),
			_ => None,
		});
		assert_eq!(found, Some(2));
		assert_eq!(deposit(Dave), DEPOSIT);
		assert_eq!(validators(), sorted(&FIRST));
	});
}

#[test]
fn fees_reach_the_pot_and_are_claimed() {
	on_chain(|mut chain| {
		assert_ok!(Witnesses::vote(by(Ferdie), id(Alice), 5_000 * UNITS));
		chain.until_block(3);
		let pot = free(Witnesses::pot());
		let issuance = Balances::total_issuance();
		let tip = 1_000 * UNITS;
		let pay = pallet_balances::Call::transfer_keep_alive { dest: id(Bob).into(), value: UNITS };
		assert_ok!(Executive::apply_extrinsic(sign_as(Eve, tip, pay)).unwrap());
		let fees = free(Witnesses::pot()) - pot;
		assert!(fees > tip);
		assert_eq!(Witnesses::era().undivided, fees);

		// GIVEN the end of the era, THEN fees and issuance belong to the witnesses
		chain.until_era(1);
		let (issued, divided) = chain
			.of_witnesses(|event| match event {
				Event::RewardsDivided { issued, divided, .. } => Some((issued, divided)),
				_ => None,
			})
			.unwrap();
		assert_eq!(Balances::total_issuance(), issuance + issued);
		// Thirty blocks of a year that issues a twentieth of all coins.
		let due = issuance / 20 * 30 / Balance::from(YEARS);
		assert!(issued > 0 && issued.abs_diff(due) < UNITS, "{issued} {due}");
		assert!(divided <= fees + issued && divided + 10 > fees + issued);
		assert_eq!(Witnesses::era().unclaimed, divided);

		// AND each claims its part: they made as many blocks
		let before = free(id(Bob));
		assert_ok!(Witnesses::claim_as_candidate(by(Bob)));
		let part = free(id(Bob)) - before;
		assert!(part.abs_diff(divided / 4) < divided / 20, "{part} {divided}");
		assert_noop!(
			Witnesses::claim_as_candidate(by(Bob)),
			pallet_witnesses::Error::<Runtime>::NothingToClaim
		);

		// AND voters have a part of what is earned once their votes count
		assert_noop!(
			Witnesses::claim(by(Ferdie), id(Alice)),
			pallet_witnesses::Error::<Runtime>::NothingToClaim
		);
		chain.until_era(3);
		let before = free(id(Ferdie));
		let claimable = Witnesses::position(id(Ferdie), id(Alice)).unwrap().claimable;
		assert_ok!(Witnesses::claim(by(Ferdie), id(Alice)));
		assert!(claimable > 0);
		assert_eq!(free(id(Ferdie)), before + claimable);
	});
}

#[test]
fn two_thirds_change_parameters_after_a_delay() {
	on_chain(|mut chain| {
		let mut parameters = Witnesses::parameters().current.unwrap();
		parameters.witnesses = 3;
		let call = || pallet_witnesses::Call::set_parameters { parameters };
		assert_eq!(decide(call(), &[Alice, Bob]), Err(DispatchError::BadOrigin));
		assert_noop!(Witnesses::set_parameters(by(Alice), parameters), DispatchError::BadOrigin);
		assert_ok!(decide(call(), &[Alice, Bob, Charlie]));

		chain.until_era(1);
		assert_eq!(Witnesses::parameters().current.unwrap().witnesses, 4);
		chain.until_era(2);
		assert_eq!(Witnesses::parameters().current.unwrap().witnesses, 3);
		assert_eq!(validators().len(), 4);
		chain.until_era(3);
		assert_eq!((validators().len(), members().len()), (3, 3));
	});
}

#[test]
fn witness_that_leaves_gets_its_deposit_back() {
	on_chain(|mut chain| {
		let before = Balances::total_balance_on_hold(&id(Dave));
		assert_ok!(Witnesses::leave(by(Dave)));
		chain.until_era(1);
		assert_eq!(validators(), sorted(&[Alice, Bob, Charlie]));
		assert_noop!(
			Witnesses::withdraw_deposit(by(Dave)),
			pallet_witnesses::Error::<Runtime>::StillUnbonding
		);
		chain.until_era(6);
		assert_ok!(Witnesses::withdraw_deposit(by(Dave)));
		assert_eq!(deposit(Dave), 0);
		// The deposit, and what the record of the candidate cost.
		assert!(before - Balances::total_balance_on_hold(&id(Dave)) > DEPOSIT);
	});
}

#[test]
fn development_network_goes_on_with_its_only_witness() {
	network("development").execute_with(|| {
		let mut chain = Chain::start();
		assert_ok!(Witnesses::chill(by(Alice)));
		chain.until_era(3);
		assert_eq!((validators(), members()), (sorted(&[Alice]), sorted(&[Alice])));
		check();
	});
}
