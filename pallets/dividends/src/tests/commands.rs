//! Random sequences of at least 200 commands, after each of which nothing may have been made or lost, to the
//! planck, and every invariant holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 32.

use super::*;
use proptest::{prelude::*, strategy::ValueTree};
use sp_runtime::DispatchResult;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Command {
	Lock {
		who: AccountId,
		amount: Balance,
	},
	Unlock {
		who: AccountId,
		amount: Balance,
	},
	/// All that is locked.
	Leave {
		who: AccountId,
	},
	Relock {
		who: AccountId,
		amount: Balance,
	},
	Withdraw {
		who: AccountId,
	},
	Claim {
		who: AccountId,
	},
	Fees {
		amount: Balance,
	},
	Gift {
		from: AccountId,
		amount: Balance,
	},
	SendAll {
		from: AccountId,
		to: AccountId,
	},
	Wait {
		blocks: u64,
	},
}

fn person() -> impl Strategy<Value = AccountId> {
	prop::sample::select(PEOPLE.to_vec())
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		6 => MINIMUM..20 * MINIMUM,
		3 => 1..MINIMUM,
		2 => 1..ENDOWMENT,
		1 => prop::sample::select(vec![0, 1, u128::MAX / 2, u128::MAX]),
	]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	prop_oneof![
		6 => (person(), amount()).prop_map(|(who, amount)| Lock { who, amount }),
		6 => (person(), amount()).prop_map(|(who, amount)| Unlock { who, amount }),
		2 => person().prop_map(|who| Leave { who }),
		4 => (person(), amount()).prop_map(|(who, amount)| Relock { who, amount }),
		5 => person().prop_map(|who| Withdraw { who }),
		5 => person().prop_map(|who| Claim { who }),
		8 => prop_oneof![0..10u128, 0..10_000u128].prop_map(|amount| Fees { amount }),
		1 => (person(), 0..1_000u128).prop_map(|(from, amount)| Gift { from, amount }),
		1 => (person(), person()).prop_map(|(from, to)| SendAll { from, to }),
		10 => prop_oneof![2 => 0..4u64, 1 => 0..30u64].prop_map(|blocks| Wait { blocks }),
	]
}

fn commands() -> impl Strategy<Value = Vec<Command>> {
	prop::collection::vec(command(), 200..260)
}

fn apply(command: Command) -> DispatchResult {
	use Command::*;
	match command {
		Lock { who, amount } => lock(who, amount),
		Unlock { who, amount } => unlock(who, amount),
		Leave { who } => unlock(who, Dividends::position(who).map_or(0, |it| it.locked)),
		Relock { who, amount } => relock(who, amount),
		Withdraw { who } => withdraw(who),
		Claim { who } => claim(who),
		Fees { amount } => {
			fees(amount);
			Ok(())
		}
		Gift { from, amount } => {
			Balances::transfer_keep_alive(signed(from), Dividends::pot(), amount)
		}
		SendAll { from, to } => Balances::transfer_all(signed(from), to, false),
		Wait { blocks } => {
			advance(blocks);
			Ok(())
		}
	}
}

/// A call as a transaction would make it.
fn run(command: Command) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| apply(command))
}

fn accrued() -> BTreeMap<AccountId, Balance> {
	PEOPLE.into_iter().map(|who| (who, claimable(who))).collect()
}

/// What anybody does takes nothing of what has accrued to others. Nor does it bring anything but what arrives,
/// and a fraction that makes a planck whole: one that is left behind where a record is closed, or that comes out
/// even when there is less weight.
fn check_undisturbed(command: &Command, before: &BTreeMap<AccountId, Balance>) {
	use Command::*;
	let (claimant, most) = match command {
		Claim { who } => (Some(*who), 1),
		Fees { .. } | Gift { .. } | Wait { .. } => (None, Balance::MAX),
		_ => (None, 1),
	};
	for (who, amount) in accrued() {
		if Some(who) != claimant {
			let gain = amount.checked_sub(before[&who]);
			assert!(gain.is_some_and(|gain| gain <= most), "{command:?}");
		}
	}
}

/// Everything can be brought to an end, and nothing is left over.
fn check_exit() {
	for who in PEOPLE {
		let Some(position) = Dividends::position(who) else { continue };
		if position.locked > 0 {
			// Where there is no room for another part, the last one makes some.
			if position.unlocking.len() as u32 == MAX_CHUNKS {
				assert_ok!(relock(who, position.unlocking.last().unwrap().amount));
			}
			assert_ok!(unlock(who, Dividends::position(who).unwrap().locked));
		}
	}
	advance(NOTICE);
	for who in PEOPLE {
		let Some(position) = Dividends::position(who) else { continue };
		if position.claimable > 0 {
			assert_ok!(claim(who));
		}
		if Locks::<Test>::contains_key(who) {
			assert_ok!(withdraw(who));
		}
		assert!(!Locks::<Test>::contains_key(who));
		assert_eq!(wealth(who), free(who));
	}
	let LedgerOf::<Test> { reserved, unlocking, lockers, accrued, claimed, .. } = ledger();
	assert_eq!((reserved, unlocking, lockers, accrued), (0, 0, 0, claimed));
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 32 }, ..default }
}

proptest! {
	#![proptest_config(sequences())]

	#[test]
	fn random_commands_conserve_everything(commands in commands()) {
		ExtBuilder::default().build_and_execute(|| {
			let issuance = Balances::total_issuance();
			for command in commands {
				let before = accrued();
				let _ = run(command.clone());
				check_invariants(issuance);
				check_undisturbed(&command, &before);
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
	let mut counts = [0; 7];
	for _ in 0..40 {
		let commands = commands().new_tree(&mut runner).unwrap().current();
		ExtBuilder::default().build_and_execute(|| {
			for command in commands {
				match run(command) {
					Ok(()) => done += 1,
					Err(_) => refused += 1,
				}
			}
			for record in System::events() {
				let RuntimeEvent::Dividends(event) = record.event else { continue };
				match event {
					Event::Locked { .. } => counts[0] += 1,
					Event::Unlocked { .. } => counts[1] += 1,
					Event::Relocked { .. } => counts[2] += 1,
					Event::Withdrawn { .. } => counts[3] += 1,
					Event::Claimed { .. } => counts[4] += 1,
					Event::Closed { .. } => counts[5] += 1,
					Event::Forwarded { .. } => counts[6] += 1,
					_ => {}
				}
			}
		});
	}
	assert!(done * 2 > refused, "{done} done, {refused} refused");
	assert!(counts.iter().all(|count| *count > 10), "{counts:?}");
}
