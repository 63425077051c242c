//! Random sequences of everything that can be done to the ledger, against a model that knows nothing of
//! holds.
//!
//! 1,000 sequences run by default; `PROPTEST_CASES=100000` runs more.

use super::*;
use frame_support::{
	storage::with_storage_layer, traits::fungible::MutateFreeze, traits::tokens::fungible::Inspect,
};
use proptest::{collection::vec, prelude::*, sample::select};
use sp_runtime::DispatchResult;
use std::collections::BTreeMap;

/// An amount, or a part of the most that could succeed when the command is run.
#[derive(Clone, Copy, Debug)]
enum Amount {
	Exactly(Balance),
	Percent(Balance),
	OneMore,
}

impl Amount {
	fn of(self, most: Balance) -> Balance {
		match self {
			Self::Exactly(amount) => amount,
			Self::Percent(percent) => most * percent / 100,
			Self::OneMore => most + 1,
		}
	}
}

#[derive(Clone, Debug)]
enum Command {
	Register(AccountId, Role, Amount, usize),
	TopUp(AccountId, Role, Amount),
	WithdrawExcess(AccountId, Role, Amount),
	AnnounceExit(AccountId, Role),
	CancelExit(AccountId, Role),
	Withdraw(AccountId, Role),
	Penalise(AccountId, Role, Vec<(AccountId, Amount)>),
	/// Through the ledger, which takes no more than there is.
	PenaliseUpTo(AccountId, Role, AccountId, Amount),
	SetTerms(Role, Balance, u64),
	SetProfile(AccountId, Role, usize),
	IncreaseOwed(AccountId, Role, Amount),
	DecreaseOwed(AccountId, Role, Amount),
	/// The payout is measured against what is settled.
	Settle(AccountId, Role, AccountId, Amount, Amount),
	Transfer(AccountId, AccountId, Amount),
	Freeze(AccountId, Amount),
	Advance(u64),
}

fn anybody() -> impl Strategy<Value = AccountId> {
	select(vec![ALICE, BOB, CHARLIE, DAVE, NOBODY])
}

// Mostly the same account in the same role, so that commands meet.
fn who() -> impl Strategy<Value = AccountId> {
	prop_oneof![6 => Just(ALICE), 3 => Just(BOB), 1 => anybody()]
}

fn role() -> impl Strategy<Value = Role> {
	prop_oneof![6 => Just(Merchant), 1 => select(Role::ALL.to_vec())]
}

fn amount() -> impl Strategy<Value = Amount> {
	prop_oneof![
		3 => select(vec![0, 1, u128::MAX]).prop_map(Amount::Exactly),
		3 => (0..2_000u128).prop_map(Amount::Exactly),
		3 => (0..=START_BALANCE).prop_map(Amount::Exactly),
		12 => (1..=100u128).prop_map(Amount::Percent),
		3 => Just(Amount::Percent(100)),
		1 => Just(Amount::OneMore),
	]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	prop_oneof![
		4 => (who(), role(), amount(), 0..=32usize).prop_map(|(a, b, c, d)| Register(a, b, c, d)),
		3 => (who(), role(), amount()).prop_map(|(a, b, c)| TopUp(a, b, c)),
		2 => (who(), role(), amount()).prop_map(|(a, b, c)| WithdrawExcess(a, b, c)),
		2 => (who(), role()).prop_map(|(a, b)| AnnounceExit(a, b)),
		1 => (who(), role()).prop_map(|(a, b)| CancelExit(a, b)),
		4 => (who(), role()).prop_map(|(a, b)| Withdraw(a, b)),
		2 => (who(), role(), vec((anybody(), amount()), 0..=3))
			.prop_map(|(a, b, c)| Penalise(a, b, c)),
		2 => (who(), role(), anybody(), amount())
			.prop_map(|(a, b, c, d)| PenaliseUpTo(a, b, c, d)),
		1 => (role(), LOWEST_MINIMUM - 1..=2 * MINIMUM, SHORTEST_NOTICE - 1..=NOTICE)
			.prop_map(|(a, b, c)| SetTerms(a, b, c)),
		1 => (who(), role(), 0..=32usize).prop_map(|(a, b, c)| SetProfile(a, b, c)),
		8 => (who(), role(), amount()).prop_map(|(a, b, c)| IncreaseOwed(a, b, c)),
		3 => (who(), role(), amount()).prop_map(|(a, b, c)| DecreaseOwed(a, b, c)),
		8 => (who(), role(), anybody(), amount(), amount())
			.prop_map(|(a, b, c, d, e)| Settle(a, b, c, d, e)),
		1 => (who(), anybody(), amount()).prop_map(|(a, b, c)| Transfer(a, b, c)),
		1 => (anybody(), amount()).prop_map(|(a, b)| Freeze(a, b)),
		3 => (1..=NOTICE).prop_map(Advance),
	]
}

impl Command {
	/// The command with every amount made exact.
	fn fixed(self) -> Self {
		use Command::*;
		let exact = |amount: Amount, most| Amount::Exactly(amount.of(most));
		let spendable = |who| free(who).saturating_sub(EXISTENTIAL_DEPOSIT);
		let unowed = |who, role| held(who, role) - owed(who, role);
		match self {
			Register(who, role, amount, length) => {
				Register(who, role, exact(amount, spendable(who) / 3), length)
			}
			TopUp(who, role, amount) => TopUp(who, role, exact(amount, spendable(who))),
			WithdrawExcess(who, role, amount) => {
				WithdrawExcess(who, role, exact(amount, Margin::capacity(who, role)))
			}
			Penalise(who, role, list) => {
				let each = unowed(who, role) / (list.len() as Balance).max(1);
				let exact_payment = |(to, amount)| (to, exact(amount, each));
				Penalise(who, role, list.into_iter().map(exact_payment).collect())
			}
			PenaliseUpTo(who, role, to, amount) => {
				// What will be taken, so that the model need not know the rule.
				let minimum = RoleTerms::<Test>::get(role).minimum;
				let excess = unowed(who, role).saturating_sub(minimum);
				let taken = amount.of(excess).min(excess);
				PenaliseUpTo(who, role, to, Amount::Exactly(taken))
			}
			IncreaseOwed(who, role, amount) => {
				IncreaseOwed(who, role, exact(amount, Margin::capacity(who, role)))
			}
			DecreaseOwed(who, role, amount) => {
				DecreaseOwed(who, role, exact(amount, owed(who, role)))
			}
			Settle(who, role, beneficiary, payout, settled) => {
				let settled = settled.of(owed(who, role));
				let payout = exact(payout, settled.min(owed(who, role)));
				Settle(who, role, beneficiary, payout, Amount::Exactly(settled))
			}
			Transfer(from, to, amount) => Transfer(from, to, exact(amount, spendable(from) / 3)),
			Freeze(who, amount) => Freeze(who, exact(amount, 2 * START_BALANCE)),
			AnnounceExit(..) | CancelExit(..) | Withdraw(..) | SetTerms(..) | SetProfile(..)
			| Advance(..) => self,
		}
	}

	fn run(&self) -> DispatchResult {
		use Amount::Exactly;
		use Command::*;
		match self.clone() {
			Register(who, role, Exactly(amount), length) => {
				Margin::register(signed(who), role, amount, profile(&vec![0; length]))
			}
			TopUp(who, role, Exactly(amount)) => Margin::top_up(signed(who), role, amount),
			WithdrawExcess(who, role, Exactly(amount)) => {
				Margin::withdraw_excess(signed(who), role, amount)
			}
			AnnounceExit(who, role) => Margin::announce_exit(signed(who), role),
			CancelExit(who, role) => Margin::cancel_exit(signed(who), role),
			Withdraw(who, role) => Margin::withdraw(signed(who), role),
			Penalise(who, role, list) => {
				let list: Vec<_> =
					list.into_iter().map(|(to, amount)| (to, amount.of(0))).collect();
				Margin::penalise(arbiter(), who, role, payments(&list))
			}
			PenaliseUpTo(who, role, to, Exactly(amount)) => with_storage_layer(|| {
				let taken = <Margin as MarginLedger<_>>::penalise(&who, role, &to, amount)?;
				assert_eq!(taken, amount);
				Ok(())
			}),
			SetTerms(role, minimum, notice) => {
				Margin::set_terms(RuntimeOrigin::root(), role, minimum, notice)
			}
			SetProfile(who, role, length) => {
				Margin::set_profile(signed(who), role, profile(&vec![0; length]))
			}
			IncreaseOwed(who, role, Exactly(amount)) => {
				with_storage_layer(|| Margin::increase_owed(&who, role, amount))
			}
			DecreaseOwed(who, role, Exactly(amount)) => {
				with_storage_layer(|| Margin::decrease_owed(&who, role, amount))
			}
			Settle(who, role, beneficiary, Exactly(payout), Exactly(settled)) => {
				with_storage_layer(|| Margin::settle(&who, role, &beneficiary, payout, settled))
			}
			Transfer(from, to, Exactly(amount)) => {
				Balances::transfer_keep_alive(signed(from), to, amount)
			}
			Freeze(who, Exactly(amount)) => Balances::set_freeze(&1, &who, amount),
			Advance(blocks) => {
				advance(blocks);
				Ok(())
			}
			command => unreachable!("{command:?} was not fixed"),
		}
	}
}

/// What is held and owed by whom in which role, and what everybody has altogether, as successful
/// commands leave it.
#[derive(Default)]
struct Model {
	roles: BTreeMap<(AccountId, Role), (Balance, Balance)>,
	totals: BTreeMap<AccountId, Balance>,
}

impl Model {
	fn new() -> Self {
		let totals = [ALICE, BOB, CHARLIE, DAVE].map(|who| (who, START_BALANCE)).into();
		Self { totals, ..Default::default() }
	}

	fn role(&mut self, who: AccountId, role: Role) -> &mut (Balance, Balance) {
		self.roles.get_mut(&(who, role)).expect("the command succeeded without the role")
	}

	fn pay(&mut self, from: AccountId, to: AccountId, amount: Balance) {
		*self.totals.entry(from).or_default() -= amount;
		*self.totals.entry(to).or_default() += amount;
	}

	fn apply(&mut self, command: &Command) {
		use Amount::Exactly;
		use Command::*;
		match command.clone() {
			Register(who, role, Exactly(amount), _) => {
				assert_eq!(self.roles.insert((who, role), (amount, 0)), None);
			}
			TopUp(who, role, Exactly(amount)) => self.role(who, role).0 += amount,
			WithdrawExcess(who, role, Exactly(amount)) => self.role(who, role).0 -= amount,
			Withdraw(who, role) => {
				let (held, owed) = self.role(who, role);
				*held = *owed;
				if *owed == 0 {
					self.roles.remove(&(who, role));
				}
			}
			Penalise(who, role, list) => {
				for (beneficiary, amount) in list {
					self.role(who, role).0 -= amount.of(0);
					self.pay(who, beneficiary, amount.of(0));
				}
			}
			PenaliseUpTo(who, role, to, Exactly(amount)) if amount > 0 => {
				let (held, owed) = self.role(who, role);
				*held -= amount;
				assert!(*held >= RoleTerms::<Test>::get(role).minimum + *owed);
				self.pay(who, to, amount);
			}
			IncreaseOwed(who, role, Exactly(amount)) => {
				let (held, owed) = self.role(who, role);
				*owed += amount;
				let minimum = RoleTerms::<Test>::get(role).minimum;
				assert!(*held >= minimum + *owed);
			}
			DecreaseOwed(who, role, Exactly(amount)) => self.role(who, role).1 -= amount,
			Settle(who, role, beneficiary, Exactly(payout), Exactly(settled)) => {
				let (held, owed) = self.role(who, role);
				*held -= payout;
				*owed -= settled;
				self.pay(who, beneficiary, payout);
			}
			Transfer(from, to, Exactly(amount)) => self.pay(from, to, amount),
			// The rest moves no money.
			_ => {}
		}
	}

	/// The ledger says what the model says, and the sum of all balances is what there was.
	fn check(&self) {
		assert_eq!(Accounts::<Test>::iter().count(), self.roles.len());
		for (&(who, role), &expected) in &self.roles {
			assert_eq!((held(who, role), owed(who, role)), expected);
			assert!(expected.0 >= expected.1);
		}
		for (who, &total) in &self.totals {
			assert_eq!(Balances::total_balance(who), total);
		}
		assert_eq!(self.totals.values().sum::<Balance>(), Balances::total_issuance());
	}
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig::default();
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 1_000 }, ..default }
}

proptest! {
	#![proptest_config(sequences())]

	#[test]
	fn any_sequence_of_commands_keeps_the_ledger_solvent(commands in vec(command(), 1..60)) {
		merchant().margin(BOB, Merchant, 20_000).build_and_execute(|| {
			let mut model = Model::new();
			model.roles.insert((ALICE, Merchant), (5_000, 0));
			model.roles.insert((BOB, Merchant), (20_000, 0));
			for command in commands {
				let command = command.fixed();
				if command.run().is_ok() {
					model.apply(&command);
				}
				model.check();
			}
		});
	}
}
