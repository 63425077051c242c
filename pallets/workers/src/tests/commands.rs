//! Random sequences of at least 200 commands, after each of which nothing may have been made or lost, to the
//! planck, and every invariant holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 32.

use super::*;
use proptest::{prelude::*, strategy::ValueTree};
use sp_runtime::DispatchResult;

/// Gone at the beginning; paid now and then.
const NOBODY: AccountId = 77;

#[derive(Clone, Debug)]
enum Command {
	Propose { who: AccountId, to: AccountId, pay: Balance, eras: u32 },
	Approve { by: AccountId, worker: u32 },
	Stop { by: AccountId, worker: u32 },
	Claim { worker: u32 },
	Budget { amount: Balance },
	Donate { to: AccountId, amount: Balance },
	SendAll { from: AccountId, to: AccountId },
	Wait { blocks: u64 },
}

fn person() -> impl Strategy<Value = AccountId> {
	prop::sample::select(PEOPLE.to_vec())
}

fn receiver() -> impl Strategy<Value = AccountId> {
	prop_oneof![
		8 => person(),
		4 => Just(NOBODY),
		1 => Just(TREASURY),
		1 => Just(Work::pot()),
	]
}

fn pay() -> impl Strategy<Value = Balance> {
	prop_oneof![
		3 => 1..20u128,
		6 => 1..4 * PAY,
		1 => prop::sample::select(vec![0, BUDGET, LIMIT, LIMIT + 1, u128::MAX]),
	]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let approver = prop_oneof![6 => Just(COUNCIL), 1 => person()];
	let stopper = prop_oneof![2 => Just(GUARD), 2 => person()];
	prop_oneof![
		6 => (person(), receiver(), pay(), 0..8u32)
			.prop_map(|(who, to, pay, eras)| Propose { who, to, pay, eras }),
		8 => (approver, 0..30u32).prop_map(|(by, worker)| Approve { by, worker }),
		2 => (stopper, 0..30u32).prop_map(|(by, worker)| Stop { by, worker }),
		8 => (0..30u32).prop_map(|worker| Claim { worker }),
		2 => prop_oneof![0..100u128, 1..8 * PAY, Just(BUDGET)].prop_map(|amount| Budget { amount }),
		1 => (prop::sample::select(vec![TREASURY, Work::pot()]), 1..PAY)
			.prop_map(|(to, amount)| Donate { to, amount }),
		1 => (prop_oneof![person(), Just(NOBODY)], person())
			.prop_map(|(from, to)| SendAll { from, to }),
		12 => (0..8u64).prop_map(|blocks| Wait { blocks }),
	]
}

fn commands() -> impl Strategy<Value = Vec<Command>> {
	prop::collection::vec(command(), 200..260)
}

/// One of the workers there are; without any, one that is not.
fn pick(index: u32) -> u32 {
	let mut workers = Workers::<Test>::iter_keys().collect::<Vec<_>>();
	workers.sort();
	let count = workers.len().max(1) as u32;
	workers.get((index % count) as usize).copied().unwrap_or(index)
}

fn apply(command: Command) -> DispatchResult {
	use Command::*;
	match command {
		Propose { who, to, pay, eras } => Work::propose(signed(who), terms(pay, eras), to),
		Approve { by, worker } => Work::approve(signed(by), pick(worker)),
		Stop { by, worker } => Work::stop(signed(by), pick(worker)),
		Claim { worker } => claim(pick(worker)),
		Budget { amount } => {
			MaxPayPerEra::set(amount);
			Ok(())
		}
		Donate { to, amount } => Balances::transfer_allow_death(signed(COUNCIL), to, amount),
		SendAll { from, to } => Balances::transfer_all(signed(from), to, false),
		Wait { blocks } => {
			advance_to(System::block_number() + blocks);
			Ok(())
		}
	}
}

/// A call as a transaction would make it.
fn run(command: Command) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| apply(command))
}

/// Promise V2 as it is seen from outside: what was paid for an era is what the event says, within what was
/// promised and the budget; and what was drawn is claimed, claimable or dust.
fn check_paid(earned: &mut Balance) {
	for record in System::events() {
		let RuntimeEvent::Work(event) = record.event else { continue };
		match event {
			Event::EraEnded { promised, paid, .. } => {
				assert!(paid <= promised && paid <= MaxPayPerEra::get());
				*earned += paid;
			}
			// What is not handed over after all, a planck of fractions included.
			Event::Closed { .. } => *earned = ledger().earned,
			_ => {}
		}
	}
	assert_eq!(*earned, ledger().earned);
	let shown: Balance = Workers::<Test>::iter_keys().map(claimable).sum();
	let LedgerOf::<Test> { reserved, claimed, earned, .. } = ledger();
	assert!(shown <= reserved);
	assert_eq!(claimed + reserved, earned);
}

/// Everything comes to an end, and nothing is left over.
fn check_exit() {
	next_eras(9);
	for worker in Workers::<Test>::iter_keys().collect::<Vec<_>>() {
		let is_proposed = stage(worker) == Some(Stage::Proposed);
		assert_ok!(if is_proposed { stop(worker) } else { claim(worker) });
	}
	assert_eq!(Workers::<Test>::iter_keys().count(), 0);
	let LedgerOf::<Test> { reserved, earned, claimed, workers, beginning, accumulator } = ledger();
	assert_eq!((reserved, workers, beginning, accumulator.weight()), (0, 0, 0, 0));
	assert_eq!((earned, accumulator.remainder()), (claimed, 0));
	for who in PEOPLE {
		assert_eq!(wealth(who), free(who));
	}
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 32 }, ..default }
}

proptest! {
	#![proptest_config(sequences())]

	#[test]
	fn random_commands_conserve_everything(commands in commands(), rich in any::<bool>()) {
		let funds = if rich { FUNDS } else { 20 * PAY };
		ExtBuilder::default().funds(funds).build_and_execute(|| {
			let issuance = Balances::total_issuance();
			let mut earned = 0;
			for command in commands {
				let _ = run(command);
				check_invariants(issuance);
				check_paid(&mut earned);
				System::reset_events();
			}
			check_exit();
		});
	}
}

#[test]
fn commands_succeed_often_enough_to_matter() {
	// A generator whose commands all fail, or none of which ever gets to the end, would prove nothing.
	let mut runner = prop::test_runner::TestRunner::deterministic();
	let (mut done, mut refused) = (0, 0);
	let mut counts = [0; 10];
	for round in 0..40 {
		let commands = commands().new_tree(&mut runner).unwrap().current();
		let funds = if round % 2 == 0 { FUNDS } else { 20 * PAY };
		ExtBuilder::default().funds(funds).build_and_execute(|| {
			for command in commands {
				match run(command) {
					Ok(()) => done += 1,
					Err(_) => refused += 1,
				}
			}
			for record in System::events() {
				let RuntimeEvent::Work(event) = record.event else { continue };
				match event {
					Event::Proposed { .. } => counts[0] += 1,
					Event::Approved { .. } => counts[1] += 1,
					Event::ProposalRemoved { .. } => counts[2] += 1,
					Event::Stopped { .. } => counts[3] += 1,
					Event::Ended { .. } => counts[4] += 1,
					Event::Claimed { .. } => counts[5] += 1,
					Event::Closed { forfeited: 0, .. } => counts[6] += 1,
					Event::Closed { .. } => counts[7] += 1,
					Event::EraEnded { promised, paid, .. } if paid < promised => counts[8] += 1,
					Event::EraEnded { .. } => counts[9] += 1,
					_ => {}
				}
			}
		});
	}
	assert!(done * 2 > refused, "{done} done, {refused} refused");
	assert!(counts.iter().all(|count| *count > 5), "{counts:?}");
}
