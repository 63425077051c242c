//! Random sequences of commands on this chain and on a model of the main chain, with messages that come late
//! or not at all, and answers that do, or come twice. After each of them everything adds up on both.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 48.

use super::*;
use proptest::{prelude::*, strategy::ValueTree};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug)]
enum Command {
	Award {
		who: AccountId,
		points: Balance,
	},
	Convert {
		who: AccountId,
		points: Balance,
	},
	Send {
		from: AccountId,
		to: AccountId,
		points: Balance,
	},
	Redeem {
		who: AccountId,
		points: Balance,
		to: AccountId,
	},
	/// The first of somebody's.
	Retry {
		who: AccountId,
	},
	Declare {
		owed: Balance,
	},
	RaiseFloor,
	HandOver,
	TopUp {
		amount: Balance,
	},
	Execute,
	LoseMessage,
	Deliver,
	LoseAnswer,
	/// An answer comes again, or a made-up one.
	Repeat {
		back: u64,
		outcome: Outcome,
	},
	Limit {
		limit: Balance,
	},
	/// The main chain knows this chain, or not.
	Known {
		known: bool,
	},
	Wait {
		blocks: u64,
	},
}

fn person() -> impl Strategy<Value = AccountId> {
	prop::sample::select(PEOPLE.to_vec())
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![6 => 1..2_000u128, 2 => 1..20u128, 1 => 1..40_000u128, 1 => Just(0)]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	prop_oneof![
		6 => (person(), amount()).prop_map(|(who, points)| Award { who, points }),
		3 => (person(), amount()).prop_map(|(who, points)| Convert { who, points }),
		2 => (person(), person(), amount())
			.prop_map(|(from, to, points)| Send { from, to, points }),
		8 => (person(), amount(), prop_oneof![4 => person(), 1 => Just(UNPAYABLE)])
			.prop_map(|(who, points, to)| Redeem { who, points, to }),
		5 => person().prop_map(|who| Retry { who }),
		3 => prop_oneof![0..200_000u128, Just(POOL), Just(POOL + 1)]
			.prop_map(|owed| Declare { owed }),
		1 => Just(RaiseFloor),
		1 => Just(HandOver),
		1 => (1..5_000u128).prop_map(|amount| TopUp { amount }),
		9 => Just(Execute),
		2 => Just(LoseMessage),
		9 => Just(Deliver),
		2 => Just(LoseAnswer),
		2 => (1..6u64, prop::sample::select(vec![Outcome::Garbage, Outcome::TooOld]))
			.prop_map(|(back, outcome)| Repeat { back, outcome }),
		1 => prop_oneof![0..3_000u128, Just(LIMIT)].prop_map(|limit| Limit { limit }),
		1 => prop::bool::weighted(0.8).prop_map(|known| Known { known }),
		5 => (0..2 * RETRY).prop_map(|blocks| Wait { blocks }),
	]
}

fn commands() -> impl Strategy<Value = Vec<Command>> {
	prop::collection::vec(command(), 150..220)
}

fn apply(command: Command) -> DispatchResult {
	use Command::*;
	match command {
		Award { who, points } => {
			let issuer = <Points as Loyalty<AccountId>>::issuer(0).unwrap();
			<Points as Loyalty<AccountId>>::award(&issuer, 0, &who, points)
		}
		Convert { who, points } => convert(who, points),
		Send { from, to, points } => Assets::transfer(signed(from), 0, to, points),
		Redeem { who, points, to } => Redemption::redeem_on_main(signed(who), 0, points, 0, to),
		Retry { who } => {
			let first = Redemption::redemptions(who).first().map(|(number, _)| *number);
			Redemption::retry(signed(CAROL), who, first.unwrap_or_default())
		}
		Declare { owed } => Redemption::declare(signed(MERCHANT), owed),
		RaiseFloor => {
			let record = pallet_points::Classes::<Test>::get(0).unwrap();
			let step = sp_runtime::FixedU128::from_rational(1, 3);
			Points::raise_floor(signed(record.issuer), 0, record.floor + step)
		}
		HandOver => {
			let issuer = <Points as Loyalty<AccountId>>::issuer(0).unwrap();
			hand_over(issuer, if issuer == MERCHANT { RIVAL } else { MERCHANT })
		}
		TopUp { amount } => Margin::top_up(signed(MERCHANT), Role::Merchant, amount),
		Execute => {
			execute();
			Ok(())
		}
		LoseMessage => {
			lose_message();
			Ok(())
		}
		Deliver => deliver(),
		LoseAnswer => {
			lose_answer();
			Ok(())
		}
		Repeat { back, outcome } => {
			let query = Main::get().queries.saturating_sub(back);
			answer(query, outcome)
		}
		Limit { limit } => {
			Main::mutate(|main| main.limit = limit);
			Ok(())
		}
		Known { known } => {
			Main::mutate(|main| main.unknown = !known);
			Ok(())
		}
		Wait { blocks } => {
			advance(blocks);
			Ok(())
		}
	}
}

/// A call as a transaction would make it. What the model was told by one that failed is forgotten.
fn run(command: Command) -> DispatchResult {
	let main = Main::get();
	let calls =
		matches!(command, Command::Redeem { .. } | Command::Retry { .. } | Command::Declare { .. });
	let outcome = frame_support::storage::with_storage_layer(|| apply(command));
	if calls && outcome.is_err() {
		assert_eq!(Main::get().up, main.up, "{command:?}");
	}
	outcome
}

/// What has become of each redemption, as the events tell it.
#[derive(Default)]
struct Books {
	/// What is asked for under a number, from when it is given until it is answered.
	open: BTreeMap<u64, (AccountId, Balance)>,
	/// What was redeemed, and what was refused.
	redeemed: Balance,
	refused: Balance,
	sent: Balance,
	/// How many payments of the main chain have been accounted for.
	matched: Vec<(u64, Balance)>,
	counts: [u32; 7],
}

impl Books {
	fn follow(&mut self) {
		for record in System::events() {
			let RuntimeEvent::Redemption(event) = record.event else { continue };
			match event {
				Event::Sent { number, amount, who, .. } => {
					assert_eq!(self.open.insert(number, (who, amount)), None);
					self.sent += amount;
					self.counts[0] += 1;
				}
				Event::Redeemed { number, amount, who, .. } => {
					assert_eq!(self.open.remove(&number), Some((who, amount)));
					self.redeemed += amount;
					self.matched.push((number, amount));
					self.counts[1] += 1;
				}
				Event::Refused { number, who, .. } => {
					let (whose, amount) = self.open.remove(&number).unwrap();
					assert_eq!(whose, who);
					self.refused += amount;
					self.counts[2] += 1;
				}
				Event::Retried { .. } => self.counts[3] += 1,
				Event::Confirmed { .. } => self.counts[4] += 1,
				Event::DeclarationRefused { .. } => self.counts[5] += 1,
				Event::NothingLearnt { .. } => self.counts[6] += 1,
				_ => {}
			}
		}
		System::reset_events();
	}

	/// Whatever was redeemed was paid, and whatever was paid was redeemed or is still open: never refused, and
	/// never paid twice.
	fn check(&self) {
		let mut paid: Vec<_> =
			Main::get().paid.iter().map(|(number, _, amount)| (*number, *amount)).collect();
		for it in &self.matched {
			let place = paid.iter().position(|other| other == it);
			paid.remove(place.unwrap_or_else(|| panic!("{it:?} was redeemed and not paid")));
		}
		let still: Balance = paid.iter().map(|(_, amount)| amount).sum();
		for (number, amount) in paid {
			let open = self.open.get(&number).map(|(_, amount)| *amount);
			assert_eq!(open, Some(amount), "{number} was paid and given back");
		}
		assert_eq!(still, unheard());
		let open: Balance = self.open.values().map(|(_, amount)| amount).sum();
		assert_eq!(self.sent, self.redeemed + self.refused + open);
		assert_eq!(open, sums().2);
	}
}

/// Everything can be brought to an end.
fn check_exit(books: &mut Books) {
	Main::mutate(|main| {
		main.limit = POOL;
		main.unknown = false;
	});
	advance(RETRY);
	for (who, number, _) in Redemptions::<Test>::iter().collect::<Vec<_>>() {
		assert_ok!(Redemption::retry(signed(CAROL), who, number));
	}
	while execute().is_some() {}
	while !Main::get().down.is_empty() {
		let _ = deliver();
	}
	books.follow();
	books.check();
	assert_eq!((sums().2, unheard()), (0, 0));
	assert!(books.open.is_empty());
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 48 }, ..default }
}

fn network() -> ExtBuilder {
	ExtBuilder::default().confirmed(60_000).local(10_000)
}

proptest! {
	#![proptest_config(sequences())]

	#[test]
	fn random_commands_conserve_everything(commands in commands()) {
		network().build_and_execute(|| {
			let mut books = Books::default();
			for command in commands {
				let _ = run(command);
				books.follow();
				check_invariants();
				books.check();
			}
			check_exit(&mut books);
		});
	}
}

#[test]
fn commands_succeed_often_enough_to_matter() {
	// A generator whose commands all fail would prove nothing.
	let mut runner = prop::test_runner::TestRunner::deterministic();
	let (mut done, mut refused) = (0, 0);
	let mut books = Books::default();
	for _ in 0..30 {
		let commands = commands().new_tree(&mut runner).unwrap().current();
		network().build_and_execute(|| {
			books.open.clear();
			for command in commands {
				match run(command) {
					Ok(()) => done += 1,
					Err(_) => refused += 1,
				}
				books.follow();
			}
		});
	}
	assert!(done > refused, "{done} done, {refused} refused");
	assert!(books.counts.iter().all(|count| *count > 10), "{:?}", books.counts);
}
