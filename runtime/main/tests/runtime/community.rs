//! The treasury and its bounties on whole blocks: work that is paid for, refunded, or judged badly.

use crate::{
	chain::{decide, Chain},
	common::{free, signed},
	enactment::{ALL, THREE, TWO},
	store::{apply, attempt, treasurys, wealth, with_shop},
};
use bhtd_runtime::{
	configs::{
		community::{
			FundingPeriod, LargeSpend, PayoutDelay, SmallSpend, TreasuryPalletId, UpdatePeriod,
		},
		monetary::TreasuryAccount,
	},
	constants::{
		currency::{deposit, EXISTENTIAL_DEPOSIT, UNITS},
		time::{DAYS, MINUTES},
	},
	AccountId, Balance, Balances, Bounties, BuildStorage, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeGenesisConfig, RuntimeOrigin, System, Treasury,
};
use frame_support::{assert_noop, assert_ok, traits::Get};
use pallet_bounties::{BountyStatus, Call, Error};
use pallet_collective::RawOrigin;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Dave, Eve, Ferdie};
use sp_runtime::{
	traits::{AccountIdConversion, Dispatchable},
	DispatchError, DispatchResult,
};

type BountiesCall = Call<Runtime>;
type TreasuryCall = pallet_treasury::Call<Runtime>;
type BountiesError = Error<Runtime>;
type TreasuryError = pallet_treasury::Error<Runtime>;

const BOUNTY: u32 = 0;
/// What somebody gives to the treasury.
const DONATION: Balance = 5_000 * UNITS;
/// What a bounty is for, the curator's fee included.
const VALUE: Balance = 500 * UNITS;
const FEE: Balance = 20 * UNITS;
/// What the curator stakes for that fee.
const BOND: Balance = FEE;
const DESCRIPTION: &[u8] = b"A wallet that shows points";
/// What the one who proposes it stakes.
const PROPOSAL: Balance = deposit(2, 192 + DESCRIPTION.len() as u32);
/// The first block in which the treasury pays for bounties.
const FUNDING: u32 = MINUTES;

fn propose(value: Balance) -> BountiesCall {
	Call::propose_bounty { value, description: DESCRIPTION.to_vec() }
}

fn approve() -> BountiesCall {
	let curator = Ferdie.to_account_id().into();
	Call::approve_bounty_with_curator { bounty_id: BOUNTY, curator, fee: FEE }
}

fn name_curator(name: Sr25519Keyring) -> BountiesCall {
	let curator = name.to_account_id().into();
	Call::propose_curator { bounty_id: BOUNTY, curator, fee: FEE }
}

fn accept() -> BountiesCall {
	Call::accept_curator { bounty_id: BOUNTY }
}

fn award(to: Sr25519Keyring) -> BountiesCall {
	Call::award_bounty { bounty_id: BOUNTY, beneficiary: to.to_account_id().into() }
}

fn claim() -> BountiesCall {
	Call::claim_bounty { bounty_id: BOUNTY }
}

fn unassign() -> BountiesCall {
	Call::unassign_curator { bounty_id: BOUNTY }
}

fn close() -> BountiesCall {
	Call::close_bounty { bounty_id: BOUNTY }
}

fn extend() -> BountiesCall {
	Call::extend_bounty_expiry { bounty_id: BOUNTY, remark: Vec::new() }
}

fn reclaim() -> BountiesCall {
	Call::reclaim_bounty_funds { bounty_id: BOUNTY }
}

/// Pays somebody from the treasury.
fn spend(amount: Balance, to: Sr25519Keyring) -> TreasuryCall {
	let beneficiary = Box::new(to.to_account_id());
	TreasuryCall::spend { asset_kind: Box::new(()), amount, beneficiary, valid_from: None }
}

fn payout() -> TreasuryCall {
	TreasuryCall::payout { index: 0 }
}

/// The older way to spend, which is closed.
fn old_ways() -> [TreasuryCall; 2] {
	let beneficiary = Ferdie.to_account_id().into();
	[
		TreasuryCall::spend_local { amount: UNITS, beneficiary },
		TreasuryCall::remove_approval { proposal_id: 0 },
	]
}

/// One of every call of the bounties, in the order of their indices.
pub fn every_call_of_bounties() -> Vec<BountiesCall> {
	vec![
		propose(VALUE),
		Call::approve_bounty { bounty_id: BOUNTY },
		name_curator(Ferdie),
		unassign(),
		accept(),
		award(Eve),
		claim(),
		close(),
		extend(),
		approve(),
		Call::poke_deposit { bounty_id: BOUNTY },
		reclaim(),
	]
}

/// One of every call of the treasury, in the order of their indices.
pub fn every_call_of_treasury() -> Vec<TreasuryCall> {
	let [spend_local, remove_approval] = old_ways();
	vec![
		spend_local,
		remove_approval,
		spend(UNITS, Ferdie),
		payout(),
		TreasuryCall::check_status { index: 0 },
		TreasuryCall::void_spend { index: 0 },
	]
}

fn treasury() -> Balance {
	free(TreasuryAccount::get())
}

fn give(to: AccountId, value: Balance) -> RuntimeCall {
	pallet_balances::Call::transfer_allow_death { dest: to.into(), value }.into()
}

/// What somebody has at stake in bounties: what is reserved and on no hold.
fn at_stake(name: Sr25519Keyring) -> Balance {
	let who = name.to_account_id();
	let holds = pallet_balances::Holds::<Runtime>::get(&who);
	Balances::reserved_balance(&who) - holds.into_iter().map(|hold| hold.amount).sum::<Balance>()
}

/// How far the bounty has come, if it is there.
fn status() -> Option<BountyStatus<AccountId, u32>> {
	pallet_bounties::Bounties::<Runtime>::get(BOUNTY).map(|bounty| bounty.get_status())
}

/// The account of the bounty.
fn pot() -> AccountId {
	Bounties::bounty_account_id(BOUNTY)
}

/// What is done with the votes of so many of so many.
fn motion(call: impl Into<RuntimeCall>, ayes: u32, members: u32) -> DispatchResult {
	let origin = RuntimeOrigin::from(RawOrigin::Members(ayes, members));
	call.into().dispatch(origin).map(drop).map_err(|with_info| with_info.error)
}

/// Bob has given to the treasury.
fn with_treasury(test: impl FnOnce(&mut Chain)) {
	with_shop(|chain| {
		apply(Bob, give(TreasuryAccount::get(), DONATION));
		test(chain);
	});
}

/// Eve's bounty is funded, and Ferdie is named as its curator.
fn with_bounty(test: impl FnOnce(&mut Chain)) {
	with_treasury(|chain| {
		apply(Eve, propose(VALUE));
		assert_ok!(decide(approve(), &THREE));
		chain.until_block(FUNDING);
		test(chain);
	});
}

#[test]
fn treasury_is_one_account_which_exists_from_the_beginning() {
	let account: AccountId = TreasuryPalletId::get().into_account_truncating();
	assert_eq!(TreasuryPalletId::get().0, *b"bhtd/trs");
	let genesis = RuntimeGenesisConfig::default().build_storage().unwrap();
	sp_io::TestExternalities::new(genesis).execute_with(|| {
		assert_eq!((Treasury::account_id(), TreasuryAccount::get()), (account.clone(), account));
		assert_eq!((treasury(), Treasury::pot()), (EXISTENTIAL_DEPOSIT, 0));
	});
	with_shop(|_| {
		let before = Treasury::pot();
		assert!(before > 0);
		let fee = apply(Bob, give(Eve.to_account_id(), UNITS));
		assert_eq!(Treasury::pot(), before + treasurys(fee));
	});
}

#[test]
fn bounty_is_proposed_funded_judged_and_paid_after_a_delay() {
	with_treasury(|chain| {
		// WHEN somebody proposes a bounty, and the council approves it with a curator
		apply(Eve, propose(VALUE));
		assert_eq!(at_stake(Eve), PROPOSAL);
		assert_ok!(decide(approve(), &THREE));
		let curator = Ferdie.to_account_id();
		assert_eq!(status(), Some(BountyStatus::ApprovedWithCurator { curator: curator.clone() }));
		// THEN it is funded when the next period begins, and the proposal no longer costs anything
		chain.until_block(FUNDING - 1);
		let before = treasury();
		assert_eq!(free(pot()), 0);
		chain.next();
		assert_eq!((treasury(), free(pot())), (before - VALUE, VALUE));
		assert_eq!(at_stake(Eve), 0);
		assert_eq!(status(), Some(BountyStatus::CuratorProposed { curator: curator.clone() }));

		// WHEN the curator accepts, and judges the work
		apply(Ferdie, accept());
		assert_eq!(at_stake(Ferdie), BOND);
		// The first block of a session has no room for transactions.
		chain.until_block(FUNDING + 3);
		apply(Ferdie, award(Dave));
		let unlock_at = System::block_number() + MINUTES;
		let beneficiary = Dave.to_account_id();
		assert_eq!(status(), Some(BountyStatus::PendingPayout { curator, beneficiary, unlock_at }));
		// THEN nobody is paid before the delay is over
		chain.until_block(unlock_at - 1);
		assert_eq!(attempt(Dave, claim()).0, Err(BountiesError::Premature.into()));
		assert_eq!(free(pot()), VALUE);
		// AND then the work and the judgement are, whoever asks for it
		chain.next();
		let before = (wealth(Dave), wealth(Ferdie), treasury());
		let fee = apply(Bob, claim());
		assert_eq!(wealth(Dave), before.0 + VALUE - FEE);
		assert_eq!((wealth(Ferdie), at_stake(Ferdie)), (before.1 + FEE, 0));
		assert_eq!(treasury(), before.2 + treasurys(fee));
		assert_eq!((free(pot()), status()), (0, None));
		assert_eq!(attempt(Dave, claim()).0, Err(BountiesError::InvalidIndex.into()));
	});
}

#[test]
fn unfinished_work_is_refunded_to_the_planck() {
	with_bounty(|_| {
		apply(Ferdie, accept());
		// Whatever else the bounty has comes back with it.
		apply(Bob, give(pot(), 3 * UNITS));
		let before = (treasury(), wealth(Ferdie));
		assert_ok!(decide(close(), &THREE));
		assert_eq!(treasury(), before.0 + VALUE + 3 * UNITS);
		assert_eq!((wealth(Ferdie), at_stake(Ferdie)), (before.1, 0));
		assert_eq!((free(pot()), status()), (0, None));

		// What comes later is the treasury's as well.
		assert_eq!(attempt(Ferdie, award(Ferdie)).0, Err(BountiesError::InvalidIndex.into()));
		apply(Bob, give(pot(), UNITS));
		let before = treasury();
		apply(Eve, reclaim());
		assert_eq!((treasury(), free(pot())), (before + UNITS, 0));
	});
}

#[test]
fn bounty_that_nobody_judges_yet_is_refunded_as_well() {
	for named in [true, false] {
		with_bounty(|_| {
			if !named {
				apply(Ferdie, unassign());
				assert_eq!(status(), Some(BountyStatus::Funded));
			}
			let before = treasury();
			assert_ok!(decide(close(), &THREE));
			assert_eq!((treasury(), free(pot()), status()), (before + VALUE, 0, None));
		});
	}
}

#[test]
fn curator_who_awards_to_itself_loses_the_bond_and_the_bounty_goes_on() {
	with_bounty(|chain| {
		apply(Ferdie, accept());
		apply(Ferdie, award(Ferdie));
		// It can neither be paid at once nor closed, nor taken back by somebody else.
		assert_eq!(attempt(Ferdie, claim()).0, Err(BountiesError::Premature.into()));
		assert_eq!(decide(close(), &THREE), Err(BountiesError::PendingPayout.into()));
		for name in [Eve, Ferdie] {
			assert_eq!(attempt(name, unassign()).0, Err(DispatchError::BadOrigin));
		}
		assert_eq!(decide(unassign(), &TWO), Err(DispatchError::BadOrigin));

		// WHEN the council objects
		let before = (wealth(Ferdie), treasury());
		assert_ok!(decide(unassign(), &THREE));
		// THEN the bond is the treasury's
		assert_eq!((wealth(Ferdie), at_stake(Ferdie)), (before.0 - BOND, 0));
		assert_eq!(treasury(), before.1 + BOND);
		assert_eq!((free(pot()), status()), (VALUE, Some(BountyStatus::Funded)));
		let unexpected = BountiesError::UnexpectedStatus;
		assert_eq!(attempt(Ferdie, claim()).0, Err(unexpected.into()));

		// AND somebody else judges
		assert_ok!(decide(name_curator(Bob), &THREE));
		assert_eq!(attempt(Ferdie, accept()).0, Err(BountiesError::RequireCurator.into()));
		apply(Bob, accept());
		apply(Bob, award(Eve));
		chain.until_block(System::block_number() + MINUTES);
		let eve = wealth(Eve);
		apply(Ferdie, claim());
		assert_eq!(wealth(Eve), eve + VALUE - FEE);
	});
}

#[test]
fn curator_who_says_nothing_loses_the_bond_to_anybody_who_asks() {
	with_bounty(|chain| {
		// So that nothing that follows falls on the first block of a session.
		chain.until_block(FUNDING + 2);
		apply(Ferdie, accept());
		assert_eq!(attempt(Eve, extend()).0, Err(BountiesError::RequireCurator.into()));
		let patience = 2 * MINUTES;
		chain.until_block(System::block_number() + patience);
		assert_eq!(attempt(Eve, unassign()).0, Err(BountiesError::Premature.into()));
		// GIVEN a curator who has asked for more time
		apply(Ferdie, extend());
		chain.until_block(System::block_number() + patience);
		assert_eq!(attempt(Eve, unassign()).0, Err(BountiesError::Premature.into()));
		// WHEN that is over as well
		chain.next();
		let before = (wealth(Ferdie), treasury());
		let fee = apply(Eve, unassign());
		assert_eq!((wealth(Ferdie), at_stake(Ferdie)), (before.0 - BOND, 0));
		assert_eq!(treasury(), before.1 + BOND + treasurys(fee));
		assert_eq!(status(), Some(BountyStatus::Funded));
	});
}

#[test]
fn curator_who_gives_up_has_the_bond_back() {
	with_bounty(|_| {
		apply(Ferdie, accept());
		let before = wealth(Ferdie);
		let fee = apply(Ferdie, unassign());
		assert_eq!((wealth(Ferdie), at_stake(Ferdie)), (before - fee, 0));
		assert_eq!((free(pot()), status()), (VALUE, Some(BountyStatus::Funded)));
	});
}

#[test]
fn curators_bond_is_its_fee_between_two_bounds() {
	let bond = |fee| Bounties::calculate_curator_deposit(&fee);
	let fees = [0, 10 * UNITS, FEE, 10_000 * UNITS, 99_999 * UNITS];
	let bonds = [10 * UNITS, 10 * UNITS, BOND, 10_000 * UNITS, 10_000 * UNITS];
	assert_eq!(fees.map(bond), bonds);
}

#[test]
fn proposal_that_is_rejected_costs_its_deposit() {
	with_treasury(|_| {
		apply(Eve, propose(VALUE));
		let before = (wealth(Eve), treasury());
		assert_eq!(decide(close(), &TWO), Err(DispatchError::BadOrigin));
		assert_ok!(decide(close(), &THREE));
		assert_eq!((wealth(Eve), at_stake(Eve)), (before.0 - PROPOSAL, 0));
		assert_eq!((treasury(), status()), (before.1 + PROPOSAL, None));
		// One that is too small is not even considered, nor one that says too much.
		let small = attempt(Eve, propose(10 * UNITS - 1)).0;
		assert_eq!(small, Err(BountiesError::InvalidValue.into()));
		let description = vec![0; 1_025];
		let long = attempt(Eve, Call::propose_bounty { value: VALUE, description }).0;
		assert_eq!(long, Err(BountiesError::ReasonTooBig.into()));
	});
}

#[test]
fn bounty_waits_until_the_treasury_can_pay_for_it() {
	with_treasury(|chain| {
		apply(Eve, propose(DONATION + UNITS));
		assert_ok!(decide(approve(), &THREE));
		chain.until_block(FUNDING);
		assert_eq!(free(pot()), 0);
		apply(Bob, give(TreasuryAccount::get(), UNITS));
		chain.until_block(2 * FUNDING);
		assert_eq!(free(pot()), DONATION + UNITS);
		// What keeps the account of the treasury is never spent.
		assert!(treasury() >= EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn nobody_but_the_council_funds_or_stops() {
	with_treasury(|_| {
		apply(Eve, propose(VALUE));
		let calls: Vec<RuntimeCall> = vec![
			approve().into(),
			Call::<Runtime>::approve_bounty { bounty_id: BOUNTY }.into(),
			name_curator(Eve).into(),
			close().into(),
			spend(UNITS, Eve).into(),
			TreasuryCall::void_spend { index: 0 }.into(),
		];
		for call in calls {
			// A member alone is nobody in particular.
			for name in [Alice, Eve] {
				assert_eq!(attempt(name, call.clone()).0, Err(DispatchError::BadOrigin));
			}
			for (ayes, members) in [(1, 4), (2, 4), (0, 4)] {
				assert_eq!(motion(call.clone(), ayes, members), Err(DispatchError::BadOrigin));
			}
		}
		assert_eq!(status(), Some(BountyStatus::Proposed));
	});
}

#[test]
fn more_than_half_spend_little_and_two_thirds_more_and_nobody_without_limit() {
	let denied = || Err(TreasuryError::InsufficientPermission.into());
	let root = |call: RuntimeCall| {
		call.dispatch(RuntimeOrigin::root()).map(drop).map_err(|with_info| with_info.error)
	};
	for (limit, ayes, members) in
		[(SmallSpend::get(), 3, 5), (LargeSpend::get(), 4, 6), (LargeSpend::get(), 6, 6)]
	{
		with_treasury(|_| {
			let vote = |call: RuntimeCall| motion(call, ayes, members);
			assert_eq!(vote(spend(limit + 1, Eve).into()), denied());
			assert_ok!(vote(spend(limit, Eve).into()));
			// What one motion does is taken together.
			let twice = |rest| pallet_utility::Call::batch_all {
				calls: vec![spend(limit, Eve).into(), spend(rest, Eve).into()],
			};
			assert_eq!(vote(twice(1).into()), denied());
			assert_ok!(vote(twice(0).into()));

			for value in [limit + 1, limit] {
				apply(Eve, propose(value));
			}
			let approve = |bounty_id| -> [RuntimeCall; 2] {
				let curator = Ferdie.to_account_id().into();
				[
					Call::approve_bounty { bounty_id }.into(),
					Call::approve_bounty_with_curator { bounty_id, curator, fee: FEE }.into(),
				]
			};
			for call in approve(0) {
				assert_eq!(vote(call), denied());
			}
			let [plain, _] = approve(1);
			assert_ok!(vote(plain));
			// Nor does root have more than two thirds.
			let over = spend(LargeSpend::get() + 1, Eve);
			assert_eq!(root(over.into()), denied());
			assert_ok!(root(spend(LargeSpend::get(), Eve).into()));
		});
	}
	assert!(SmallSpend::get() < LargeSpend::get());
}

#[test]
fn more_than_half_stop_what_two_thirds_have_funded() {
	with_bounty(|_| {
		apply(Ferdie, accept());
		apply(Ferdie, award(Ferdie));
		for call in [unassign(), close()] {
			assert_eq!(motion(call.clone(), 2, 4), Err(DispatchError::BadOrigin));
			assert_ok!(motion(call, 3, 5));
		}
		assert_eq!(status(), None);
		assert_ok!(motion(spend(LargeSpend::get(), Eve), 2, 3));
		let void = || TreasuryCall::void_spend { index: 0 };
		assert_eq!(motion(void(), 2, 4), Err(DispatchError::BadOrigin));
		assert_ok!(motion(void(), 3, 5));
	});
}

#[test]
fn curator_is_named_by_who_could_have_funded_the_bounty() {
	with_treasury(|chain| {
		apply(Eve, propose(SmallSpend::get() + 1));
		assert_ok!(motion(Call::<Runtime>::approve_bounty { bounty_id: BOUNTY }, 2, 3));
		chain.until_block(FUNDING);
		let denied = Err(TreasuryError::InsufficientPermission.into());
		assert_eq!(motion(name_curator(Ferdie), 3, 5), denied);
		assert_ok!(motion(name_curator(Ferdie), 2, 3));
	});
}

#[test]
fn what_the_council_spends_is_paid_to_whoever_it_is_for() {
	with_treasury(|chain| {
		assert_ok!(decide(spend(VALUE, Dave), &THREE));
		let before = (wealth(Dave), treasury());
		let fee = apply(Eve, payout());
		assert_eq!(wealth(Dave), before.0 + VALUE);
		assert_eq!(treasury(), before.1 - VALUE + treasurys(fee));
		// Once, and then it is forgotten.
		let attempted = TreasuryError::AlreadyAttempted;
		assert_eq!(attempt(Dave, payout()).0, Err(attempted.into()));
		apply(Eve, TreasuryCall::check_status { index: 0 });
		assert_eq!(pallet_treasury::Spends::<Runtime>::iter().count(), 0);
		assert_eq!(attempt(Dave, payout()).0, Err(TreasuryError::InvalidIndex.into()));

		// What is stopped in time is not paid.
		assert_ok!(decide(spend(VALUE, Dave), &THREE));
		assert_eq!(
			decide(TreasuryCall::void_spend { index: 1 }, &TWO),
			Err(DispatchError::BadOrigin)
		);
		assert_ok!(decide(TreasuryCall::void_spend { index: 1 }, &THREE));
		let payout = TreasuryCall::payout { index: 1 };
		assert_eq!(attempt(Dave, payout).0, Err(TreasuryError::InvalidIndex.into()));
		chain.next();
	});
}

#[test]
fn no_spend_ends_the_account_of_the_treasury() {
	with_treasury(|_| {
		let all = treasury();
		assert_ok!(decide(spend(all, Dave), &THREE));
		assert_ok!(decide(spend(all - EXISTENTIAL_DEPOSIT, Dave), &THREE));
		let pay = |index| Treasury::payout(signed(Eve.to_account_id()), index);
		assert_noop!(pay(0), TreasuryError::PayoutError);
		assert_ok!(pay(1));
		assert_eq!((treasury(), Treasury::pot()), (EXISTENTIAL_DEPOSIT, 0));
		// So that the smallest fee still arrives.
		let fee = apply(Eve, payout_of_nothing());
		assert_eq!(Treasury::pot(), treasurys(fee));
	});
}

/// A transaction that moves nothing but its fee.
fn payout_of_nothing() -> RuntimeCall {
	frame_system::Call::remark { remark: Vec::new() }.into()
}

#[test]
fn what_is_not_spent_stays() {
	with_treasury(|chain| {
		let before = treasury();
		chain.until_block(3 * FUNDING + 1);
		assert_eq!(treasury(), before);
		let burnt = chain.find(|event| match event {
			RuntimeEvent::Treasury(pallet_treasury::Event::Burnt { burnt_funds }) => {
				Some(burnt_funds)
			}
			_ => None,
		});
		assert_eq!(burnt, None);
	});
}

#[test]
fn older_way_to_spend_is_closed() {
	with_treasury(|_| {
		let filtered = Err(frame_system::Error::<Runtime>::CallFiltered.into());
		for call in old_ways() {
			assert_eq!(decide(call.clone(), &ALL), filtered);
			assert_eq!(attempt(Alice, call).0, filtered);
		}
	});
}

#[test]
fn periods_of_bounties_are_days_on_live_networks_and_minutes_on_others() {
	let periods = || -> [u32; 3] {
		[
			<FundingPeriod as Get<u32>>::get(),
			<PayoutDelay as Get<u32>>::get(),
			<UpdatePeriod as Get<u32>>::get(),
		]
	};
	sp_io::TestExternalities::new_empty().execute_with(|| {
		assert_eq!(periods(), [DAYS, 7 * DAYS, 90 * DAYS]);
		// Whoever objects to an award has the time for two motions.
		type Council = pallet_collective::Instance1;
		let motion: u32 = <Runtime as pallet_collective::Config<Council>>::MotionDuration::get();
		assert!(periods()[1] > 2 * motion);
	});
	with_shop(|_| assert_eq!(periods(), [MINUTES, MINUTES, 2 * MINUTES]));
	// What the council spends is there for a month, wherever that is.
	let payout: u32 = <Runtime as pallet_treasury::Config>::PayoutPeriod::get();
	assert_eq!(payout, 30 * DAYS);
}
