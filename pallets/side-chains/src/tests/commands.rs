//! Random sequences of commands over chains, margins and balances, after each of which nothing may have
//! been made or lost and every invariant of every pallet holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 200.

use super::*;
use proptest::{prelude::*, strategy::ValueTree};
use sp_runtime::DispatchResult;
use std::collections::BTreeMap;

const MERCHANTS: [AccountId; 2] = [MERCHANT, RIVAL];
const ACTORS: [AccountId; 5] = [MERCHANT, RIVAL, ALICE, BOB, SHOP];

/// Chains are picked among those there are when the command is run.
#[derive(Clone, Debug)]
enum Command {
	Register { who: AccountId, known: bool, refund: AccountId, tank: Balance, pool: Balance },
	Conclude { chain: usize, accepted: bool },
	Silence { chain: usize, silent: bool },
	Messages { chain: usize, count: u32 },
	Witnesses { count: u32 },
	Fill { who: AccountId, chain: usize, amount: Balance },
	Resume { chain: usize },
	Raise { chain: usize, amount: Balance },
	Announce { chain: usize, amount: Balance },
	Lower { chain: usize },
	Declare { chain: usize, owed: Balance },
	WriteOff { chain: usize, owed: Balance },
	Redeem { chain: usize, who: AccountId, amount: Balance, nonce: u64 },
	Serve { who: AccountId, chain: usize, most: u32 },
	Upgrade { chain: usize, version: u8 },
	Apply { chain: usize, version: u8 },
	Leave { chain: usize },
	CleanUp { who: AccountId, chain: usize },
	Recover { chain: usize },
	TopUp { who: AccountId, amount: Balance },
	Withdraw { who: AccountId, amount: Balance },
	Penalise { who: AccountId, amount: Balance },
	Send { from: AccountId, to: AccountId, amount: Balance },
	Wait { blocks: u64, busy: bool },
	Notice { chain: usize },
	Stall { chain: usize },
}

fn actor() -> impl Strategy<Value = AccountId> {
	prop::sample::select(&ACTORS[..])
}

fn merchant() -> impl Strategy<Value = AccountId> {
	prop_oneof![9 => prop::sample::select(&MERCHANTS[..]), 1 => actor()]
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		10 => 1..3_000u128,
		3 => 0..60_000u128,
		1 => prop::sample::select(vec![0, 1, u128::MAX / 2, u128::MAX]),
	]
}

fn tank() -> impl Strategy<Value = Balance> {
	prop_oneof![9 => LEAST_TANK..20 * FEE, 1 => 0..LEAST_TANK]
}

fn beneficiary() -> impl Strategy<Value = AccountId> {
	prop_oneof![4 => actor(), 1 => Just(NOBODY)]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let index = || prop_oneof![3 => Just(0usize), 2 => 0..5usize];
	let nonce = prop_oneof![8 => 0..1_500u64, 1 => any::<u64>()];
	let refund = prop_oneof![Just(TREASURER), actor()];
	let wait =
		prop_oneof![4 => 1..8u64, 2 => 1..PERIOD, 1 => Just(PERIOD), 1 => Just(LOWERING_NOTICE)];
	let registry = prop_oneof![
		3 => (merchant(), any::<bool>(), refund, tank(), amount()).prop_map(
			|(who, known, refund, tank, pool)| Register { who, known, refund, tank, pool }
		),
		3 => (index(), prop::bool::weighted(0.8))
			.prop_map(|(chain, accepted)| Conclude { chain, accepted }),
		2 => (index(), any::<bool>()).prop_map(|(chain, silent)| Silence { chain, silent }),
		1 => (index(), 0..2u32).prop_map(|(chain, count)| Messages { chain, count }),
		1 => (1..6u32).prop_map(|count| Witnesses { count }),
		2 => (index(), 0..3u8).prop_map(|(chain, version)| Upgrade { chain, version }),
		2 => (index(), 0..3u8).prop_map(|(chain, version)| Apply { chain, version }),
		4 => index().prop_map(|chain| Leave { chain }),
		6 => (actor(), index()).prop_map(|(who, chain)| CleanUp { who, chain }),
		3 => index().prop_map(|chain| Recover { chain }),
	];
	let money = prop_oneof![
		4 => (actor(), index(), amount())
			.prop_map(|(who, chain, amount)| Fill { who, chain, amount }),
		5 => index().prop_map(|chain| Resume { chain }),
		3 => (index(), amount()).prop_map(|(chain, amount)| Raise { chain, amount }),
		2 => (index(), amount()).prop_map(|(chain, amount)| Announce { chain, amount }),
		6 => index().prop_map(|chain| Lower { chain }),
		2 => index().prop_map(|chain| Notice { chain }),
		2 => index().prop_map(|chain| Stall { chain }),
		4 => (index(), amount()).prop_map(|(chain, owed)| Declare { chain, owed }),
		3 => (index(), prop_oneof![Just(0), amount()]).prop_map(|(chain, owed)| WriteOff { chain, owed }),
		24 => (index(), beneficiary(), amount(), nonce)
			.prop_map(|(chain, who, amount, nonce)| Redeem { chain, who, amount, nonce }),
		4 => (actor(), index(), 0..6u32).prop_map(|(who, chain, most)| Serve { who, chain, most }),
		2 => (merchant(), amount()).prop_map(|(who, amount)| TopUp { who, amount }),
		1 => (merchant(), amount()).prop_map(|(who, amount)| Withdraw { who, amount }),
		1 => (merchant(), amount()).prop_map(|(who, amount)| Penalise { who, amount }),
		1 => (actor(), actor(), amount()).prop_map(|(from, to, amount)| Send { from, to, amount }),
	];
	prop_oneof![
		3 => registry,
		6 => money,
		3 => (wait, prop::bool::weighted(0.2)).prop_map(|(blocks, busy)| Wait { blocks, busy }),
	]
}

/// One of the chains and its manager; without any, one that is not.
fn pick(index: usize) -> (ChainId, AccountId) {
	let mut chains = Chains::<Test>::iter().collect::<Vec<_>>();
	chains.sort_by_key(|(id, _)| *id);
	let count = chains.len().max(1);
	let picked = chains.into_iter().nth(index % count);
	picked.map_or((FIRST, MERCHANT), |(id, chain)| (id, chain.manager))
}

fn version(number: u8) -> Vec<u8> {
	vec![number; 8]
}

fn apply(command: Command) -> DispatchResult {
	use Command::*;
	match command {
		Register { who, known, refund, tank, pool } => {
			let code = if known { template() } else { own(OWN) };
			let (head, details) = (head(b"head"), details(b"x"));
			SideChains::register(signed(who), head, code, details, refund, tank, pool)
		}
		Conclude { chain, accepted } => {
			let id = pick(chain).0;
			if SideChains::stage(id) == Some(Stage::Checking) {
				relay::conclude_check(id, accepted);
			}
			Ok(())
		}
		Silence { chain, silent } => {
			relay::set_silent(pick(chain).0, silent);
			Ok(())
		}
		Messages { chain, count } => {
			relay::set_messages(pick(chain).0, count);
			Ok(())
		}
		Witnesses { count } => {
			relay::set_witnesses(count);
			Ok(())
		}
		Fill { who, chain, amount } => SideChains::fill_tank(signed(who), pick(chain).0, amount),
		Resume { chain } => {
			let (id, manager) = pick(chain);
			SideChains::resume(signed(manager), id)
		}
		Raise { chain, amount } => {
			let (id, manager) = pick(chain);
			SideChains::raise_pool(signed(manager), id, amount)
		}
		Announce { chain, amount } => {
			let (id, manager) = pick(chain);
			SideChains::announce_lowering(signed(manager), id, amount)
		}
		Lower { chain } => {
			let (id, manager) = pick(chain);
			SideChains::lower_pool(signed(manager), id)
		}
		Declare { chain, owed } => SideChains::declare_owed(by(pick(chain).0), owed),
		WriteOff { chain, owed } => SideChains::write_off(signed(COLLECTIVE), pick(chain).0, owed),
		Redeem { chain, who, amount, nonce } => redeem(pick(chain).0, who, amount, nonce),
		Serve { who, chain, most } => SideChains::serve(signed(who), pick(chain).0, most),
		Upgrade { chain, version: number } => {
			SideChains::authorize_upgrade(by(pick(chain).0), hash_of(&version(number)))
		}
		Apply { chain, version: number } => {
			SideChains::apply_upgrade(signed(ALICE), pick(chain).0, own(&version(number)))
		}
		Leave { chain } => {
			let (id, manager) = pick(chain);
			SideChains::leave(signed(manager), id)
		}
		CleanUp { who, chain } => SideChains::clean_up(signed(who), pick(chain).0),
		Recover { chain } => {
			SideChains::recover_head(signed(COLLECTIVE), pick(chain).0, head(b"fork"))
		}
		TopUp { who, amount } => Margin::top_up(signed(who), Role::GroupMerchant, amount),
		Withdraw { who, amount } => {
			Margin::withdraw_excess(signed(who), Role::GroupMerchant, amount)
		}
		Penalise { who, amount } => {
			let payments = vec![(SHOP, amount)].try_into().expect("few enough");
			Margin::penalise(RuntimeOrigin::root(), who, Role::GroupMerchant, payments)
		}
		Send { from, to, amount } => Balances::transfer_allow_death(signed(from), to, amount),
		Wait { blocks, busy } => {
			if busy {
				run_busy_blocks(blocks);
			} else {
				run_blocks(blocks);
			}
			Ok(())
		}
		Notice { chain } => {
			let (id, manager) = pick(chain);
			SideChains::announce_lowering(signed(manager), id, Balance::MAX)?;
			run_blocks(LOWERING_NOTICE);
			SideChains::lower_pool(signed(manager), id)
		}
		Stall { chain } => {
			relay::set_silent(pick(chain).0, true);
			run_blocks(STALL_PERIOD + PERIOD);
			Ok(())
		}
	}
}

/// What each redemption that succeeded was to pay, and what was paid, by chain and number.
#[derive(Default)]
struct Promises {
	accepted: BTreeMap<(ChainId, u64), (AccountId, Balance)>,
	paid: BTreeMap<(ChainId, u64), (AccountId, Balance)>,
}

impl Promises {
	fn note(&mut self) {
		for event in events() {
			match event {
				Event::Queued { chain, nonce, beneficiary, amount } => {
					let before = self.accepted.insert((chain, nonce), (beneficiary, amount));
					assert_eq!(before, None, "a number was accepted twice");
				}
				Event::Redeemed { chain, nonce, beneficiary, amount } => {
					let before = self.paid.insert((chain, nonce), (beneficiary, amount));
					assert_eq!(before, None, "a redemption was paid twice");
				}
				_ => {}
			}
		}
	}

	/// Whatever was accepted was paid as it was accepted, or waits.
	fn check(&self) {
		for (key, promise) in &self.accepted {
			let waits = || {
				let queue = SideChains::queue(key.0);
				queue.iter().any(|it| (it.nonce, (it.beneficiary, it.amount)) == (key.1, *promise))
			};
			match self.paid.get(key) {
				Some(paid) => assert_eq!(paid, promise),
				None => assert!(waits(), "a redemption was lost"),
			}
		}
	}
}

fn run(commands: Vec<Command>) -> BTreeMap<String, usize> {
	let mut succeeded = BTreeMap::new();
	ExtBuilder::default().build_and_execute(|| {
		let before = Balances::total_issuance();
		let mut promises = Promises::default();
		launch_with(MERCHANT, 10 * FEE, POOL);
		for command in commands {
			let name = format!("{command:?}");
			let name = name.split([' ', '{']).next().unwrap_or_default().to_string();
			let done = frame_support::storage::with_storage_layer(|| apply(command));
			if done.is_ok() {
				*succeeded.entry(name).or_default() += 1;
			}
			promises.note();
			check_invariants();
			check_conservation(before);
		}
		promises.check();
	});
	succeeded
}

fn cases() -> u32 {
	std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(200)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 2_000, ..Default::default() })]

	#[test]
	fn nothing_is_made_or_lost_whatever_is_called(
		commands in prop::collection::vec(command(), 1..50)
	) {
		run(commands);
	}
}

/// A random test that never gets anywhere proves nothing.
#[test]
fn random_commands_get_somewhere() {
	let mut runner = proptest::test_runner::TestRunner::deterministic();
	let mut succeeded = BTreeMap::<String, usize>::new();
	for _ in 0..40 {
		let commands = prop::collection::vec(command(), 80);
		let commands = commands.new_tree(&mut runner).expect("it generates").current();
		for (name, count) in run(commands) {
			*succeeded.entry(name).or_default() += count;
		}
	}
	let names = [
		"Register", "Conclude", "Fill", "Resume", "Raise", "Announce", "Lower", "Declare",
		"WriteOff", "Redeem", "Serve", "Upgrade", "Apply", "Leave", "CleanUp", "Recover", "TopUp",
		"Withdraw", "Penalise", "Notice",
	];
	for name in names {
		let count = succeeded.get(name).copied().unwrap_or_default();
		assert!(count > 0, "{name} succeeded {count} times: {succeeded:?}");
	}
}
