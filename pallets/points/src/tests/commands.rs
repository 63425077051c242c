//! Random sequences of commands over points and margin together, after each of which nothing may have
//! been made or lost and every invariant of both pallets holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 10,000; the long run is
//! `PROPTEST_CASES=1000000 cargo nextest run --workspace -E 'test(random_commands)'`.

use crate::{mock::*, types::*, Classes, Error, NextClass};
use bhtd_primitives::{Loyalty, MarginLedger, Role};
use frame_support::traits::tokens::fungibles::Inspect;
use proptest::{prelude::*, strategy::ValueTree};
use sp_runtime::{DispatchResult, FixedU128};

const ACTORS: [AccountId; 5] = [MERCHANT, RIVAL, ALICE, BOB, NEWCOMER];

#[derive(Clone, Debug)]
enum Command {
	Register { who: AccountId, margin: Balance },
	TopUp { who: AccountId, amount: Balance },
	WithdrawExcess { who: AccountId, amount: Balance },
	AnnounceExit { who: AccountId },
	CancelExit { who: AccountId },
	Withdraw { who: AccountId },
	Penalise { who: AccountId, to: AccountId, amount: Balance },
	SetMinimum { minimum: Balance },
	CreateClass { who: AccountId, supply: Balance, floor: u128 },
	OpenBook { who: AccountId },
	CloseBook { who: AccountId, book: u64 },
	Award { who: AccountId, class: u32, to: AccountId, amount: Balance, receipt: Receipt },
	AwardBatch { who: AccountId, class: u32, to: AccountId, amounts: Vec<Balance>, number: u64 },
	Earn { issuer: AccountId, class: u32, who: AccountId, amount: Balance },
	Redeem { who: AccountId, class: u32, amount: Balance },
	Convert { who: AccountId, class: u32, amount: Balance },
	ConvertAll { who: AccountId, class: u32 },
	Transfer { from: AccountId, to: AccountId, class: u32, amount: Balance },
	Donate { who: AccountId, class: u32, amount: Balance },
	RaiseFloor { who: AccountId, class: u32, floor: u128 },
	Pause { who: AccountId, class: u32 },
	Resume { who: AccountId, class: u32 },
	Offer { who: AccountId, class: u32, to: AccountId },
	WithdrawOffer { who: AccountId, class: u32 },
	Accept { who: AccountId, class: u32, limit: Balance },
	SetDesign { who: AccountId, class: u32, length: usize },
	Approve { owner: AccountId, delegate: AccountId, class: u32, amount: Balance },
	Spend { delegate: AccountId, owner: AccountId, to: AccountId, class: u32, amount: Balance },
	SendAllPoints { from: AccountId, to: AccountId, class: u32 },
	SendBhtd { from: AccountId, to: AccountId, amount: Balance },
	SendAllBhtd { from: AccountId, to: AccountId },
	Operate { who: AccountId, margin: Balance },
	Reconcile { who: AccountId, class: u32 },
	Wait { blocks: u64 },
}

fn actor() -> impl Strategy<Value = AccountId> {
	prop::sample::select(&ACTORS[..])
}

fn merchant() -> impl Strategy<Value = AccountId> {
	prop_oneof![4 => Just(MERCHANT), 2 => Just(RIVAL), 1 => actor()]
}

fn class() -> impl Strategy<Value = u32> {
	0..3u32
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		10 => 0..2_000u128,
		2 => 0..2_000_000u128,
		1 => Just(0),
		1 => Just(1),
		1 => Just(u128::MAX),
		1 => Just(u128::MAX / 2),
	]
}

/// Inner values of a fixed-point number: dust, around one, large.
fn floor() -> impl Strategy<Value = u128> {
	const ONE: u128 = 1_000_000_000_000_000_000;
	prop_oneof![8 => 0..5 * ONE, 2 => 0..ONE / 100, 1 => 0..100 * ONE, 1 => Just(u128::MAX)]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let receipt = (0..2u64, prop_oneof![8 => 0..40u64, 1 => any::<u64>()])
		.prop_map(|(book, number)| Receipt { book, number });
	prop_oneof![
		2 => (merchant(), amount()).prop_map(|(who, margin)| Register { who, margin }),
		2 => (merchant(), amount()).prop_map(|(who, amount)| TopUp { who, amount }),
		2 => (merchant(), amount()).prop_map(|(who, amount)| WithdrawExcess { who, amount }),
		2 => merchant().prop_map(|who| AnnounceExit { who }),
		1 => merchant().prop_map(|who| CancelExit { who }),
		2 => merchant().prop_map(|who| Withdraw { who }),
		1 => (merchant(), actor(), amount())
			.prop_map(|(who, to, amount)| Penalise { who, to, amount }),
		1 => (0..5_000u128).prop_map(|minimum| SetMinimum { minimum }),
		2 => (merchant(), amount(), floor())
			.prop_map(|(who, supply, floor)| CreateClass { who, supply, floor }),
		1 => merchant().prop_map(|who| OpenBook { who }),
		1 => (merchant(), 0..2u64).prop_map(|(who, book)| CloseBook { who, book }),
		8 => (merchant(), class(), actor(), amount(), receipt).prop_map(
			|(who, class, to, amount, receipt)| Award { who, class, to, amount, receipt }
		),
		3 => (merchant(), class(), actor(), prop::collection::vec(amount(), 0..5), 0..40u64)
			.prop_map(|(who, class, to, amounts, number)| AwardBatch {
				who, class, to, amounts, number,
			}),
		4 => (merchant(), class(), actor(), amount())
			.prop_map(|(issuer, class, who, amount)| Earn { issuer, class, who, amount }),
		3 => (actor(), class(), amount())
			.prop_map(|(who, class, amount)| Redeem { who, class, amount }),
		6 => (actor(), class(), amount())
			.prop_map(|(who, class, amount)| Convert { who, class, amount }),
		4 => (actor(), class()).prop_map(|(who, class)| ConvertAll { who, class }),
		4 => (actor(), actor(), class(), amount())
			.prop_map(|(from, to, class, amount)| Transfer { from, to, class, amount }),
		2 => (actor(), class(), amount())
			.prop_map(|(who, class, amount)| Donate { who, class, amount }),
		2 => (merchant(), class(), floor())
			.prop_map(|(who, class, floor)| RaiseFloor { who, class, floor }),
		1 => (merchant(), class()).prop_map(|(who, class)| Pause { who, class }),
		1 => (merchant(), class()).prop_map(|(who, class)| Resume { who, class }),
		1 => (merchant(), class(), actor())
			.prop_map(|(who, class, to)| Offer { who, class, to }),
		1 => (merchant(), class()).prop_map(|(who, class)| WithdrawOffer { who, class }),
		3 => (merchant(), class(), amount())
			.prop_map(|(who, class, limit)| Accept { who, class, limit }),
		1 => (merchant(), class(), 0..256usize)
			.prop_map(|(who, class, length)| SetDesign { who, class, length }),
		1 => (actor(), actor(), class(), amount()).prop_map(
			|(owner, delegate, class, amount)| Approve { owner, delegate, class, amount }
		),
		2 => (actor(), actor(), actor(), class(), amount()).prop_map(
			|(delegate, owner, to, class, amount)| Spend { delegate, owner, to, class, amount }
		),
		2 => (actor(), actor(), class())
			.prop_map(|(from, to, class)| SendAllPoints { from, to, class }),
		1 => (actor(), actor(), amount())
			.prop_map(|(from, to, amount)| SendBhtd { from, to, amount }),
		1 => (actor(), actor()).prop_map(|(from, to)| SendAllBhtd { from, to }),
		1 => (merchant(), amount()).prop_map(|(who, margin)| Operate { who, margin }),
		2 => (actor(), class()).prop_map(|(who, class)| Reconcile { who, class }),
		2 => (1..2 * NOTICE).prop_map(|blocks| Wait { blocks }),
	]
}

fn apply(command: Command) -> DispatchResult {
	const ROLE: Role = Role::Merchant;
	match command {
		Command::Register { who, margin } => register(who, margin),
		Command::TopUp { who, amount } => Margin::top_up(signed(who), ROLE, amount),
		Command::WithdrawExcess { who, amount } => {
			Margin::withdraw_excess(signed(who), ROLE, amount)
		}
		Command::AnnounceExit { who } => Margin::announce_exit(signed(who), ROLE),
		Command::CancelExit { who } => Margin::cancel_exit(signed(who), ROLE),
		Command::Withdraw { who } => Margin::withdraw(signed(who), ROLE),
		Command::Penalise { who, to, amount } => {
			let payments = vec![(to, amount)].try_into().unwrap();
			Margin::penalise(RuntimeOrigin::root(), who, ROLE, payments)
		}
		Command::SetMinimum { minimum } => {
			Margin::set_terms(RuntimeOrigin::root(), ROLE, minimum, NOTICE)
		}
		Command::CreateClass { who, supply, floor } => {
			create(who, supply, FixedU128::from_inner(floor))
		}
		Command::OpenBook { who } => Points::open_receipt_book(signed(who)),
		Command::CloseBook { who, book } => Points::close_receipt_book(signed(who), book),
		Command::Award { who, class, to, amount, receipt } => {
			let quote = Points::quote_award(class, amount);
			let result = Points::award(signed(who), class, to, amount, receipt);
			check_quote(quote, result);
			check_cover(who, result)
		}
		Command::AwardBatch { who, class, to, amounts, number } => {
			let awards = (number..)
				.zip(amounts)
				.map(|(number, amount)| Award { beneficiary: to, amount, number })
				.collect::<Vec<_>>();
			check_cover(who, Points::award_batch(signed(who), class, 0, awards.try_into().unwrap()))
		}
		Command::Earn { issuer, class, who, amount } => {
			let allowed = <Points as Loyalty<_>>::can_award(&issuer, class, &who, amount);
			let result = <Points as Loyalty<_>>::award(&issuer, class, &who, amount);
			assert_eq!(result.is_ok(), allowed, "{result:?}");
			check_cover(issuer, result)
		}
		Command::Redeem { who, class, amount } => Points::redeem(class, &who, amount),
		Command::Convert { who, class, amount } => Points::convert(signed(who), class, amount, 0),
		Command::ConvertAll { who, class } => {
			Points::convert(signed(who), class, points(class, who), 0)
		}
		Command::Transfer { from, to, class, amount } => {
			Assets::transfer(signed(from), class, to, amount)
		}
		Command::Donate { who, class, amount } => {
			Assets::transfer(signed(who), class, Points::vault(class), amount)
		}
		Command::RaiseFloor { who, class, floor } => {
			let floor = FixedU128::from_inner(floor);
			check_cover(who, Points::raise_floor(signed(who), class, floor))
		}
		Command::Pause { who, class } => Points::pause_awards(signed(who), class),
		Command::Resume { who, class } => Points::resume_awards(signed(who), class),
		Command::Offer { who, class, to } => {
			Points::offer_stewardship(signed(who), class, Some(to))
		}
		Command::WithdrawOffer { who, class } => {
			Points::offer_stewardship(signed(who), class, None)
		}
		Command::Accept { who, class, limit } => {
			check_cover(who, Points::accept_stewardship(signed(who), class, limit))
		}
		Command::SetDesign { who, class, length } => {
			Points::set_design(signed(who), class, vec![0; length].try_into().unwrap())
		}
		Command::Approve { owner, delegate, class, amount } => {
			Assets::approve_transfer(signed(owner), class, delegate, amount)
		}
		Command::Spend { delegate, owner, to, class, amount } => {
			Assets::transfer_approved(signed(delegate), class, owner, to, amount)
		}
		Command::SendAllPoints { from, to, class } => {
			Assets::transfer_all(signed(from), class, to, false)
		}
		Command::SendBhtd { from, to, amount } => {
			Balances::transfer_keep_alive(signed(from), to, amount)
		}
		Command::SendAllBhtd { from, to } => Balances::transfer_all(signed(from), to, false),
		Command::Operate { who, margin } => {
			Margin::register(signed(who), Role::Operator, margin, Default::default())
		}
		Command::Reconcile { who, class } => Points::reconcile(signed(who), class),
		Command::Wait { blocks } => {
			System::set_block_number(System::block_number() + blocks);
			Ok(())
		}
	}
}

/// A quote says whether an award succeeds, but for who asks and for which receipt.
fn check_quote(quote: Option<AwardQuote<Balance>>, result: DispatchResult) {
	let beyond_the_quote = [
		Error::<Test>::ClassNotFound,
		Error::NotIssuer,
		Error::VaultNotEligible,
		Error::BookNotFound,
		Error::ReceiptUsed,
		Error::ReceiptTooOld,
		Error::ReceiptTooFar,
	]
	.map(sp_runtime::DispatchError::from);
	let allowed = quote.is_some_and(|quote| quote.allowed);
	match result {
		Ok(()) => assert!(allowed, "{quote:?}"),
		Err(error) => assert!(!allowed || beyond_the_quote.contains(&error), "{quote:?} {error:?}"),
	}
}

/// Promise M2: whatever makes a merchant owe more leaves its margin above minimum and liabilities.
fn check_cover(who: AccountId, result: DispatchResult) -> DispatchResult {
	result.inspect(|()| {
		let minimum = <Margin as MarginLedger<_>>::minimum(Role::Merchant);
		assert!(held(who) >= minimum + owed(who));
	})
}

/// What can be neither made nor lost: all BHTD, and the points of every class.
fn check_conservation() {
	let bhtd: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(bhtd, Balances::total_issuance());
	assert_eq!(bhtd, 4 * ENDOWMENT);
	// Nobody but the points registers what merchants owe, so nothing is owed for nothing.
	for who in ACTORS {
		let classes = Classes::<Test>::iter_values().filter(|class| class.issuer == who);
		assert_eq!(owed(who), classes.map(|class| class.liability).sum::<Balance>());
	}
	for class in 0..NextClass::<Test>::get() {
		let vault = Points::vault(class);
		let all = ACTORS.iter().chain([&vault]).map(|who| points(class, *who)).sum::<Balance>();
		let supply = Classes::<Test>::get(class).unwrap().supply;
		assert_eq!((all, Assets::total_issuance(class)), (supply, supply));
	}
}

/// Whoever holds points can convert them, whatever the merchants have done.
fn check_exit() {
	frame_support::hypothetically!({
		for who in ACTORS {
			for class in 0..NextClass::<Test>::get() {
				let amount = points(class, who);
				let Some(out) = Points::quote_convert(class, amount) else { continue };
				if Balances::free_balance(who) + out >= EXISTENTIAL_DEPOSIT {
					frame_support::assert_ok!(Points::convert(signed(who), class, amount, out));
				}
			}
		}
		check_invariants();
		check_conservation();
	})
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 10_000 }, ..default }
}

#[test]
fn random_commands_conserve_everything() {
	let strategy = prop::collection::vec(command(), 1..24);
	let mut runner = prop::test_runner::TestRunner::new(sequences());
	runner
		.run(&strategy, |commands| {
			ExtBuilder::default().margin(MINIMUM + 5_000).class(2).build_and_execute(|| {
				for command in commands {
					// A refused call leaves the state as it was, which dispatching ensures.
					let _ = frame_support::storage::with_storage_layer(|| apply(command));
					check_invariants();
				}
				check_conservation();
				check_exit();
			});
			Ok(())
		})
		.unwrap();
}

#[test]
fn commands_succeed_often_enough_to_matter() {
	// A generator whose commands all fail would prove nothing.
	let mut runner = prop::test_runner::TestRunner::deterministic();
	let (mut done, mut refused) = (0, 0);
	for _ in 0..200 {
		let commands =
			prop::collection::vec(command(), 24).new_tree(&mut runner).unwrap().current();
		ExtBuilder::default().margin(MINIMUM + 5_000).class(2).build_and_execute(|| {
			for command in commands {
				match frame_support::storage::with_storage_layer(|| apply(command)) {
					Ok(()) => done += 1,
					Err(_) => refused += 1,
				}
			}
		});
	}
	assert!(done * 5 > refused, "{done} done, {refused} refused");
}
