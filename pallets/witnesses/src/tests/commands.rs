//! Random sequences of commands over all calls of the pallet, eras, offences and governance, after each of
//! which nothing may have been made or lost and every invariant holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 300; the long run is
//! `PROPTEST_CASES=100000 cargo nextest run --workspace -E 'test(random_commands)'`.

use super::*;
use proptest::{prelude::*, strategy::ValueTree};

const VOTERS: [AccountId; 5] = [ALICE, BOB, CHARLIE, W1, W5];
const CANDIDATES: [AccountId; 6] = [W1, W2, W3, W4, W5, W6];

#[derive(Clone, Debug)]
enum Command {
	Register { who: AccountId, deposit: Balance, commission: Perbill },
	TopUp { who: AccountId, amount: Balance },
	SetCommission { who: AccountId, commission: Perbill },
	SetProfile { who: AccountId, length: usize },
	Chill { who: AccountId },
	Resume { who: AccountId },
	Leave { who: AccountId },
	WithdrawDeposit { who: AccountId },
	ClaimAsCandidate { who: AccountId },
	Vote { who: AccountId, candidate: AccountId, amount: Balance },
	Renew { who: AccountId, candidate: AccountId },
	MoveVotes { who: AccountId, from: AccountId, to: AccountId, amount: Balance },
	Unvote { who: AccountId, candidate: AccountId, amount: Balance },
	Withdraw { who: AccountId, candidate: AccountId },
	Claim { who: AccountId, candidate: AccountId },
	Compound { who: AccountId, candidate: AccountId },
	Settle { who: AccountId, candidate: AccountId },
	SetParameters { parameters: Parameters<Balance> },
	CancelSlash { pick: prop::sample::Index },
	Report { who: AccountId, reporter: AccountId, fraction: Perbill },
	LoseKeys { who: AccountId },
	RestoreKeys { who: AccountId },
	PayFee { amount: Balance },
	SendBhtd { from: AccountId, to: AccountId, amount: Balance },
	Session { idle: Vec<AccountId> },
	Era { idle: Vec<AccountId> },
	Eras { count: EraIndex },
}

/// Some votes that count, so that there is something to act upon.
fn start() {
	for (who, candidate, amount) in
		[(ALICE, W1, 5_000), (BOB, W1, 3_000), (BOB, W2, 2_000), (CHARLIE, W4, 1_000)]
	{
		assert_ok!(vote(who, candidate, amount));
	}
	run_eras(MATURITY + 1);
}

fn voter() -> impl Strategy<Value = AccountId> {
	prop_oneof![4 => Just(ALICE), 3 => Just(BOB), 2 => prop::sample::select(&VOTERS[..])]
}

fn candidate() -> impl Strategy<Value = AccountId> {
	// Few, so that commands meet.
	prop_oneof![4 => Just(W1), 3 => Just(W2), 2 => prop::sample::select(&CANDIDATES[..]), 1 => Just(ALICE)]
}

fn newcomer() -> impl Strategy<Value = AccountId> {
	prop_oneof![2 => Just(W5), 1 => Just(W6), 1 => candidate()]
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		8 => 0..3_000u128,
		2 => 0..START_BALANCE,
		1 => Just(MINIMUM_VOTE),
		1 => Just(1),
		2 => Just(Balance::MAX),
	]
}

/// Of votes taken back or moved: often all.
fn part() -> impl Strategy<Value = Balance> {
	prop_oneof![2 => amount(), 1 => Just(Balance::MAX)]
}

fn fraction() -> impl Strategy<Value = Perbill> {
	prop_oneof![
		6 => (0..500_000_000u32).prop_map(Perbill::from_parts),
		1 => Just(Perbill::zero()),
		1 => (990_000_000..=1_000_000_000u32).prop_map(Perbill::from_parts),
	]
}

fn commission() -> impl Strategy<Value = Perbill> {
	(0..=60u32).prop_map(Perbill::from_percent)
}

fn parameters() -> impl Strategy<Value = Parameters<Balance>> {
	let sizes = (1..=5u32, 1..=3u32, 100..20_000u128, 10..1_000u128);
	let eras = (1..=5u32, 2..=12u32, 4..=10u32, 1..=4u32, 0..=4u32);
	let parts = (0..=50u32, 0..=10u32, 0..=20u32);
	(sizes, eras, parts).prop_map(|(sizes, eras, parts)| Parameters {
		witnesses: sizes.0,
		fewest_witnesses: sizes.1,
		minimum_deposit: sizes.2,
		minimum_vote: sizes.3,
		maturity: eras.0,
		life: eras.1,
		unbonding: eras.2,
		slash_deferral: eras.3,
		commission_notice: eras.4,
		highest_commission: Perbill::from_percent(parts.0),
		idle_fine: Perbill::from_percent(parts.1),
		reporter_share: Perbill::from_percent(parts.2),
	})
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let idle = || prop::sample::subsequence(&CANDIDATES[..4], 0..3);
	prop_oneof![
		6 => (newcomer(), prop_oneof![1_000..30_000u128, amount()], commission())
			.prop_map(|(who, deposit, commission)| Register { who, deposit, commission }),
		2 => (candidate(), amount()).prop_map(|(who, amount)| TopUp { who, amount }),
		2 => (candidate(), commission())
			.prop_map(|(who, commission)| SetCommission { who, commission }),
		1 => (candidate(), 0..32usize).prop_map(|(who, length)| SetProfile { who, length }),
		1 => candidate().prop_map(|who| Chill { who }),
		3 => candidate().prop_map(|who| Resume { who }),
		3 => candidate().prop_map(|who| Leave { who }),
		8 => candidate().prop_map(|who| WithdrawDeposit { who }),
		2 => candidate().prop_map(|who| ClaimAsCandidate { who }),
		14 => (voter(), candidate(), amount())
			.prop_map(|(who, candidate, amount)| Vote { who, candidate, amount }),
		2 => (voter(), candidate()).prop_map(|(who, candidate)| Renew { who, candidate }),
		8 => (voter(), candidate(), candidate(), part())
			.prop_map(|(who, from, to, amount)| MoveVotes { who, from, to, amount }),
		8 => (voter(), candidate(), part())
			.prop_map(|(who, candidate, amount)| Unvote { who, candidate, amount }),
		14 => (voter(), candidate()).prop_map(|(who, candidate)| Withdraw { who, candidate }),
		3 => (voter(), candidate()).prop_map(|(who, candidate)| Claim { who, candidate }),
		3 => (voter(), candidate()).prop_map(|(who, candidate)| Compound { who, candidate }),
		5 => (voter(), candidate()).prop_map(|(who, candidate)| Settle { who, candidate }),
		1 => parameters().prop_map(|parameters| SetParameters { parameters }),
		1 => any::<prop::sample::Index>().prop_map(|pick| CancelSlash { pick }),
		4 => (candidate(), voter(), fraction())
			.prop_map(|(who, reporter, fraction)| Report { who, reporter, fraction }),
		1 => candidate().prop_map(|who| LoseKeys { who }),
		1 => candidate().prop_map(|who| RestoreKeys { who }),
		1 => (1..5_000u128).prop_map(|amount| PayFee { amount }),
		1 => (voter(), voter(), amount())
			.prop_map(|(from, to, amount)| SendBhtd { from, to, amount }),
		3 => idle().prop_map(|idle| Session { idle }),
		8 => idle().prop_map(|idle| Era { idle }),
		5 => (1..7u32).prop_map(|count| Eras { count }),
	]
}

fn apply(command: Command) -> DispatchResult {
	match command {
		Command::Register { who, deposit, commission } => {
			Witnesses::register(signed(who), deposit, commission, profile(b"me"))
		}
		Command::TopUp { who, amount } => Witnesses::top_up(signed(who), amount),
		Command::SetCommission { who, commission } => {
			Witnesses::set_commission(signed(who), commission)
		}
		Command::SetProfile { who, length } => {
			Witnesses::set_profile(signed(who), profile(&vec![0; length]))
		}
		Command::Chill { who } => Witnesses::chill(signed(who)),
		Command::Resume { who } => Witnesses::resume(signed(who)),
		Command::Leave { who } => Witnesses::leave(signed(who)),
		Command::WithdrawDeposit { who } => Witnesses::withdraw_deposit(signed(who)),
		Command::ClaimAsCandidate { who } => Witnesses::claim_as_candidate(signed(who)),
		Command::Vote { who, candidate, amount } => {
			check_voter(who, || vote(who, candidate, amount))
		}
		Command::Renew { who, candidate } => {
			check_voter(who, || Witnesses::renew(signed(who), candidate))
		}
		Command::MoveVotes { who, from, to, amount } => {
			check_voter(who, || Witnesses::move_votes(signed(who), from, to, amount))
		}
		Command::Unvote { who, candidate, amount } => {
			check_voter(who, || Witnesses::unvote(signed(who), candidate, amount))
		}
		Command::Withdraw { who, candidate } => {
			check_voter(who, || Witnesses::withdraw(signed(who), candidate))
		}
		Command::Claim { who, candidate } => {
			check_voter(who, || Witnesses::claim(signed(who), candidate))
		}
		Command::Compound { who, candidate } => {
			check_voter(who, || Witnesses::compound(signed(who), candidate))
		}
		Command::Settle { who, candidate } => {
			check_voter(who, || Witnesses::settle(signed(PAYER), who, candidate))
		}
		Command::SetParameters { parameters } => {
			Witnesses::set_parameters(RuntimeOrigin::root(), parameters)
		}
		Command::CancelSlash { pick } => {
			let pending: Vec<_> = Slashes::<Test>::iter_keys().collect();
			let (era, candidate) = match pending.is_empty() {
				true => (0, W1),
				false => *pick.get(&pending),
			};
			Witnesses::cancel_slash(judge(), era, candidate)
		}
		Command::Report { who, reporter, fraction } => {
			report_by(&[reporter], who, fraction);
			Ok(())
		}
		Command::LoseKeys { who } => {
			lose_keys(who);
			Ok(())
		}
		Command::RestoreKeys { who } => {
			restore_keys(who);
			Ok(())
		}
		Command::PayFee { amount } => {
			pay_fee(amount);
			Ok(())
		}
		Command::SendBhtd { from, to, amount } => {
			Balances::transfer_keep_alive(signed(from), to, amount)
		}
		Command::Session { idle } => {
			run_session_without(&idle);
			Ok(())
		}
		Command::Era { idle } => {
			next_era_without(&idle);
			Ok(())
		}
		Command::Eras { count } => {
			run_eras(count);
			Ok(())
		}
	}
}

/// What a voter's call changes for its coins is what its events say: rewards come, losses go, and
/// everything else only moves between free and held.
fn check_voter(who: AccountId, call: impl FnOnce() -> DispatchResult) -> DispatchResult {
	let total = || wealth(who);
	let before = total();
	let (mut result, mut gained, mut lost) = (Ok(()), 0, 0);
	for event in events_of(|| result = call()) {
		match event {
			Event::Claimed { amount, .. } => gained += amount,
			Event::LossCollected { amount, .. } => lost += amount,
			_ => (),
		}
	}
	if result.is_ok() {
		assert_eq!(total(), before + gained - lost);
	}
	result
}

/// Whatever was slashed of the pools has been taken from voters once all of them are settled: what is on
/// hold is what the pools say, but for what rounding has left in them.
fn check_losses(steps: usize) {
	frame_support::hypothetically!({
		let positions: Vec<_> = Positions::<Test>::iter_keys().collect();
		for (voter, candidate) in &positions {
			settle(*voter, *candidate);
		}
		assert_ok!(Witnesses::do_try_state());
		let held: Balance = Positions::<Test>::iter_values().map(|position| position.held).sum();
		let worth: Balance = Pools::<Test>::iter_values().map(|pool| pool.balance).sum();
		assert!(held <= worth, "{held} {worth}");
		assert!(worth <= held + (positions.len() + 2 * steps) as Balance, "{held} {worth}");
	})
}

/// Everybody gets out, whatever has happened, and nothing stays behind.
fn check_exit() {
	frame_support::hypothetically!({
		let candidates: Vec<_> = Candidates::<Test>::iter_keys().collect();
		for who in &candidates {
			let _ = Witnesses::leave(signed(*who));
		}
		run_eras(MAX_PERIOD);
		for who in &candidates {
			assert_ok!(Witnesses::withdraw_deposit(signed(*who)));
		}
		for (voter, candidate) in Positions::<Test>::iter_keys().collect::<Vec<_>>() {
			settle(voter, candidate);
		}
		assert_ok!(Witnesses::do_try_state());
		assert_eq!(Positions::<Test>::iter_keys().count(), 0);
		assert_eq!(Pools::<Test>::iter_keys().count(), 0);
		assert_eq!(Buckets::<Test>::iter_keys().count(), 0);
		assert_eq!(Voters::<Test>::iter_keys().count(), 0);
		for who in ENDOWED {
			assert_eq!(wealth(who), free(who));
		}
	})
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 300 }, ..default }
}

#[test]
fn random_commands_conserve_everything() {
	let strategy = prop::collection::vec(command(), 1..48);
	let mut runner = prop::test_runner::TestRunner::new(sequences());
	runner
		.run(&strategy, |commands| {
			let steps = commands.len();
			ExtBuilder::default().build_and_execute(|| {
				start();
				for command in commands {
					// A refused call leaves the state as it was, which dispatching ensures.
					let _ = frame_support::storage::with_storage_layer(|| apply(command));
					assert_ok!(Witnesses::do_try_state());
				}
				check_losses(steps);
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
	let mut done = std::collections::BTreeMap::<_, u32>::new();
	let mut refused = 0;
	for _ in 0..120 {
		let commands =
			prop::collection::vec(command(), 40).new_tree(&mut runner).unwrap().current();
		ExtBuilder::default().build_and_execute(|| {
			start();
			for command in commands {
				let name = format!("{command:?}").split(' ').next().map(String::from);
				match frame_support::storage::with_storage_layer(|| apply(command)) {
					Ok(()) => *done.entry(name).or_default() += 1,
					Err(_) => refused += 1,
				}
			}
		});
	}
	assert_eq!(done.len(), 27, "{done:?}");
	let (least, sum) = (done.values().min(), done.values().sum::<u32>());
	assert!(least >= Some(&3) && sum * 2 > refused, "{refused} refused, {done:?}");
}
