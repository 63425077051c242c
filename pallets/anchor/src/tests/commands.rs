//! Random sequences of commands over the token and the margin beneath it, after each of which nothing may
//! have been made or lost and every invariant of both pallets holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 200.

use super::*;
use proptest::{prelude::*, strategy::ValueTree};
use sp_runtime::DispatchResult;
use std::collections::BTreeMap;

const ACTORS: [AccountId; 6] = [BANK, RIVAL, OUTSIDER, ALICE, BOB, CAROL];

/// Who tries something with a redemption: the one who may, or just somebody.
#[derive(Clone, Copy, Debug)]
enum Who {
	Rightful,
	Somebody(AccountId),
}

impl Who {
	fn or(self, rightful: AccountId) -> AccountId {
		match self {
			Self::Rightful => rightful,
			Self::Somebody(who) => who,
		}
	}
}

/// Redemptions are picked among those there are when the command is run.
#[derive(Clone, Debug)]
enum Command {
	SetRate { currency: CurrencyId, rate: FixedU128, limit: Option<Balance> },
	Halt { currency: CurrencyId },
	Resume { currency: CurrencyId },
	Admit { currency: CurrencyId, who: AccountId },
	Dismiss { currency: CurrencyId, who: AccountId },
	Attest { currency: CurrencyId, who: AccountId, reserve: Balance },
	Mint { currency: CurrencyId, who: AccountId, to: AccountId, amount: Balance },
	MintAll { currency: CurrencyId, who: AccountId, to: AccountId },
	Retire { currency: CurrencyId, who: AccountId, amount: Balance },
	Transfer { currency: CurrencyId, from: AccountId, to: AccountId, amount: Balance },
	Redeem { currency: CurrencyId, who: AccountId, at: AccountId, amount: Balance },
	RedeemAll { currency: CurrencyId, who: AccountId, at: AccountId },
	ClaimPaid { who: Who, redemption: usize },
	Acknowledge { who: Who, redemption: usize },
	Back { who: AccountId, redemption: usize },
	Object { who: Who, redemption: usize },
	Decide { who: Who, redemption: usize, verdict: Verdict },
	Settle { who: AccountId, redemption: usize },
	TopUp { who: AccountId, amount: Balance },
	WithdrawExcess { who: AccountId, amount: Balance },
	Leave { who: AccountId },
	Stay { who: AccountId },
	Withdraw { who: AccountId },
	SendBhtd { from: AccountId, to: AccountId, amount: Balance },
	SendAllBhtd { from: AccountId, to: AccountId },
	Wait { blocks: u64 },
}

type CurrencyId = bhtd_primitives::CurrencyId;

fn one_of(list: &'static [AccountId]) -> impl Strategy<Value = AccountId> {
	prop::sample::select(list)
}

// Mostly those who may, so that commands get somewhere.
fn bank() -> impl Strategy<Value = AccountId> {
	prop_oneof![8 => Just(BANK), 4 => one_of(&INSTITUTIONS), 1 => one_of(&ACTORS)]
}

fn holder() -> impl Strategy<Value = AccountId> {
	prop_oneof![8 => one_of(&HOLDERS), 1 => one_of(&ACTORS)]
}

fn currency() -> impl Strategy<Value = CurrencyId> {
	prop_oneof![6 => Just(0u32), 2 => Just(1u32), 1 => Just(2u32)]
}

fn who() -> impl Strategy<Value = Who> {
	prop_oneof![9 => Just(Who::Rightful), 1 => one_of(&ACTORS).prop_map(Who::Somebody)]
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		10 => 1..2_000u128,
		2 => 0..50_000u128,
		1 => prop::sample::select(vec![0, 1, u128::MAX / 2, u128::MAX]),
	]
}

fn rate() -> impl Strategy<Value = FixedU128> {
	// Of a whole token, which is a hundred units of one currency and a thousand of the other.
	const ONE: u128 = 1_000_000_000_000_000_000;
	prop_oneof![4 => ONE..1_000 * ONE, 1 => any::<u128>()].prop_map(FixedU128::from_inner)
}

fn blocks() -> impl Strategy<Value = u64> {
	prop_oneof![3 => 1..10u64, 2 => 10..60u64]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let verdict = prop_oneof![
		4 => Just(Verdict::Paid),
		2 => Just(Verdict::NotPaid),
		1 => Just(Verdict::Excused),
	];
	let limit = || prop::option::of(1_000..50_000u128);
	let index = || any::<usize>();
	let administration = prop_oneof![
		2 => (currency(), rate(), limit())
			.prop_map(|(currency, rate, limit)| SetRate { currency, rate, limit }),
		1 => currency().prop_map(|currency| Halt { currency }),
		3 => currency().prop_map(|currency| Resume { currency }),
		4 => (currency(), bank()).prop_map(|(currency, who)| Admit { currency, who }),
		1 => (currency(), bank()).prop_map(|(currency, who)| Dismiss { currency, who }),
		6 => (currency(), bank(), amount()).prop_map(|(currency, who, reserve)| {
			Attest { currency, who, reserve: reserve.saturating_mul(20) }
		}),
	];
	let tokens = prop_oneof![
		8 => (currency(), bank(), holder(), amount())
			.prop_map(|(currency, who, to, amount)| Mint { currency, who, to, amount }),
		2 => (currency(), bank(), one_of(&[BANK, CAROL]))
			.prop_map(|(currency, who, to)| MintAll { currency, who, to }),
		2 => (currency(), bank(), amount())
			.prop_map(|(currency, who, amount)| Retire { currency, who, amount }),
		3 => (currency(), holder(), one_of(&ACTORS), amount())
			.prop_map(|(currency, from, to, amount)| Transfer { currency, from, to, amount }),
		8 => (currency(), holder(), bank(), amount())
			.prop_map(|(currency, who, at, amount)| Redeem { currency, who, at, amount }),
		8 => (currency(), holder(), bank())
			.prop_map(|(currency, who, at)| RedeemAll { currency, who, at }),
	];
	let redemptions = prop_oneof![
		8 => (who(), index()).prop_map(|(who, redemption)| ClaimPaid { who, redemption }),
		2 => (who(), index()).prop_map(|(who, redemption)| Acknowledge { who, redemption }),
		24 => (one_of(&ACTORS), index()).prop_map(|(who, redemption)| Back { who, redemption }),
		8 => (who(), index()).prop_map(|(who, redemption)| Object { who, redemption }),
		8 => (who(), index(), verdict)
			.prop_map(|(who, redemption, verdict)| Decide { who, redemption, verdict }),
		4 => (one_of(&ACTORS), index())
			.prop_map(|(who, redemption)| Settle { who, redemption }),
	];
	let money = prop_oneof![
		3 => (bank(), amount()).prop_map(|(who, amount)| TopUp { who, amount }),
		1 => (bank(), amount()).prop_map(|(who, amount)| WithdrawExcess { who, amount }),
		1 => bank().prop_map(|who| Leave { who }),
		3 => bank().prop_map(|who| Stay { who }),
		1 => bank().prop_map(|who| Withdraw { who }),
		2 => (one_of(&ACTORS), one_of(&ACTORS), amount())
			.prop_map(|(from, to, amount)| SendBhtd { from, to, amount }),
		1 => (holder(), one_of(&ACTORS)).prop_map(|(from, to)| SendAllBhtd { from, to }),
	];
	prop_oneof![
		3 => administration,
		10 => tokens,
		16 => redemptions,
		3 => money,
		4 => blocks().prop_map(|blocks| Wait { blocks }),
	]
}

/// One of the open redemptions, in the order of their keys, and its holder. Mostly one in `state`, so that
/// commands get somewhere.
fn pick(index: usize, state: State) -> (RedemptionIdOf<Test>, AccountId) {
	let mut all: Vec<_> = Redemptions::<Test>::iter()
		.map(|((currency, institution, number), redemption)| {
			(redemption.state == state, currency, institution, number, redemption.holder)
		})
		.collect();
	all.sort_unstable();
	if !index.is_multiple_of(8) && all.iter().any(|it| it.0) {
		all.retain(|it| it.0);
	}
	let none = (false, CNY, BANK, u64::MAX, ALICE);
	let (_, currency, institution, number, holder) =
		all.get((index / 8) % all.len().max(1)).copied().unwrap_or(none);
	(RedemptionId { currency, institution, number }, holder)
}

fn any_state(index: usize) -> State {
	[State::Asked, State::Claimed, State::Disputed][index % 3]
}

fn apply(command: Command) -> DispatchResult {
	use Command::*;
	let role = Role::CreditInstitution;
	match command {
		SetRate { currency, rate, limit } => {
			let terms = Terms { rate, holding_limit: limit, minimum_redemption: 400, ..terms() };
			Anchor::set_terms(root(), currency, terms)
		}
		Halt { currency } => Anchor::halt_minting(signed(GUARD), currency),
		Resume { currency } => Anchor::resume_minting(root(), currency),
		Admit { currency, who } => Anchor::admit(root(), currency, who),
		Dismiss { currency, who } => Anchor::dismiss(root(), currency, who),
		Attest { currency, who, reserve } => {
			Anchor::attest(signed(who), currency, reserve, hash(1))
		}
		Mint { currency, who, to, amount } => checked_mint(currency, who, to, amount),
		MintAll { currency, who, to } => {
			let view = Anchor::institution(currency, who);
			let amount = view.map(|view| view.mintable).unwrap_or_default();
			checked_mint(currency, who, to, amount)
		}
		Retire { currency, who, amount } => Anchor::retire(signed(who), currency, amount),
		Transfer { currency, from, to, amount } => {
			Anchor::transfer(signed(from), currency, to, amount)
		}
		Redeem { currency, who, at, amount } => quoted_redeem(currency, who, at, amount),
		RedeemAll { currency, who, at } => {
			let amount = Assets::balance(currency, who);
			quoted_redeem(currency, who, at, amount)
		}
		ClaimPaid { who, redemption } => {
			let (id, _) = pick(redemption, State::Asked);
			let who = who.or(id.institution);
			Anchor::claim_paid(signed(who), id.currency, id.number, hash(2))
		}
		Acknowledge { who, redemption } => {
			let (id, holder) = pick(redemption, any_state(redemption));
			Anchor::acknowledge(signed(who.or(holder)), id)
		}
		Back { who, redemption } => {
			Anchor::back_objection(signed(who), pick(redemption, State::Claimed).0)
		}
		Object { who, redemption } => {
			let (id, holder) = pick(redemption, State::Claimed);
			Anchor::object(signed(who.or(holder)), id, hash(3))
		}
		Decide { who, redemption, verdict } => {
			Anchor::decide(signed(who.or(ARBITER)), pick(redemption, State::Disputed).0, verdict)
		}
		Settle { who, redemption } => {
			Anchor::settle(signed(who), pick(redemption, any_state(redemption)).0)
		}
		TopUp { who, amount } => Margin::top_up(signed(who), role, amount),
		WithdrawExcess { who, amount } => Margin::withdraw_excess(signed(who), role, amount),
		Leave { who } => Margin::announce_exit(signed(who), role),
		Stay { who } => Margin::cancel_exit(signed(who), role),
		Withdraw { who } => Margin::withdraw(signed(who), role),
		SendBhtd { from, to, amount } => Balances::transfer_keep_alive(signed(from), to, amount),
		SendAllBhtd { from, to } => Balances::transfer_all(signed(from), to, false),
		Wait { blocks } => {
			advance(blocks);
			Ok(())
		}
	}
}

/// Mints, and sees that the view has foretold whether it can be done.
fn checked_mint(
	currency: CurrencyId,
	who: AccountId,
	to: AccountId,
	amount: Balance,
) -> DispatchResult {
	let view = Anchor::institution(currency, who);
	let mintable = view.map(|view| view.mintable).unwrap_or_default();
	let welcome = Anchor::can_receive(currency, to, amount);
	let result = Anchor::mint(signed(who), currency, to, amount, Balance::MAX);
	assert_eq!(result.is_ok(), amount > 0 && amount <= mintable && welcome, "{result:?}");
	result
}

/// Redeems for what is quoted.
fn quoted_redeem(
	currency: CurrencyId,
	who: AccountId,
	at: AccountId,
	amount: Balance,
) -> DispatchResult {
	let quote = Anchor::quote_redemption(currency, at, amount).unwrap_or_default();
	Anchor::redeem(signed(who), currency, at, amount, quote, reference())
}

/// What has been paid between institutions and holders since the last look at the events, and what for.
#[derive(Default)]
struct Tally {
	compensated: usize,
	forfeited: usize,
	paid: usize,
	/// Compensated without a default.
	excused: usize,
	/// Lost by somebody else than the holder.
	backed: usize,
}

impl Tally {
	/// What an account gained by the commands is what the events say, as far as BHTD goes.
	fn check(&mut self, before: &BTreeMap<AccountId, Balance>, parties: &Parties) {
		let mut expected = before.clone();
		let mut add = |who, amount| *expected.entry(who).or_default() += amount;
		let mut taken = Vec::new();
		for record in System::events() {
			let RuntimeEvent::Anchor(Event::RedemptionClosed { redemption, outcome, .. }) =
				record.event
			else {
				continue;
			};
			let bank = redemption.institution;
			let (holder, payer) = parties[&(redemption.currency, bank, redemption.number)];
			match outcome {
				Outcome::Paid { forfeited } => {
					add(bank, forfeited);
					taken.push((payer.unwrap_or(holder), forfeited));
					let by_another = payer.is_some_and(|payer| payer != holder);
					self.backed += usize::from(forfeited > 0 && by_another);
					self.forfeited += usize::from(forfeited > 0);
					self.paid += usize::from(forfeited == 0);
				}
				Outcome::Compensated { compensation, penalty, in_default } => {
					add(holder, compensation + penalty);
					taken.push((bank, compensation + penalty));
					self.compensated += usize::from(in_default);
					self.excused += usize::from(!in_default);
					assert!(in_default || penalty == 0);
				}
			}
		}
		for (who, amount) in taken {
			let wealth = expected.get_mut(&who).expect("it had something");
			*wealth -= amount;
		}
		for (who, amount) in expected {
			assert_eq!(wealth(who), amount, "of {who}");
		}
	}
}

/// The holder of each redemption, and who has put down the stake of an objection.
type Parties = BTreeMap<(CurrencyId, AccountId, u64), (AccountId, Option<AccountId>)>;

fn parties() -> Parties {
	let payer = |stake: Option<StakeOf<Test>>| stake.map(|stake| stake.payer);
	Redemptions::<Test>::iter()
		.map(|(key, redemption)| (key, (redemption.holder, payer(redemption.stake))))
		.collect()
}

fn is_transfer(command: &Command) -> bool {
	matches!(command, Command::SendBhtd { .. } | Command::SendAllBhtd { .. })
}

/// Whatever has happened, every redemption can be closed by anybody when its time has come, all tokens
/// can be redeemed, and institutions owe nothing then.
fn check_exit() {
	frame_support::hypothetically!({
		let settle_all = || {
			for _ in 0..3 {
				advance(bounds().longest_period);
				for (key, _) in Redemptions::<Test>::iter().collect::<Vec<_>>() {
					let (currency, institution, number) = key;
					let id = RedemptionId { currency, institution, number };
					assert_ok!(Anchor::settle(signed(NOBODY), id));
				}
			}
		};
		settle_all();
		// Identified, so that it can gather all tokens, and rich enough for the deposits.
		assert_ok!(Balances::force_set_balance(root(), CAROL, ENDOWMENT));
		for currency in [0, 1] {
			for who in ACTORS {
				let amount = Assets::balance(currency, who);
				if amount > 0 {
					assert_ok!(Anchor::transfer(signed(who), currency, CAROL, amount));
				}
			}
			for (bank, record) in Institutions::<Test>::iter_prefix(currency).collect::<Vec<_>>() {
				let amount = record.outstanding;
				if amount > 0 && bank != CAROL {
					assert_ok!(quoted_redeem(currency, CAROL, bank, amount));
				}
			}
			assert_eq!(Assets::total_supply(currency), 0);
		}
		settle_all();
		assert!(INSTITUTIONS.iter().all(|bank| owed(*bank) == 0));
		check_invariants();
	})
}

fn start() -> ExtBuilder {
	ExtBuilder::default().margin(22_000).terms(Terms { minimum_redemption: 400, ..terms() })
}

/// A second currency, and tokens in circulation, so that sequences begin in the middle.
fn prepare() {
	let rate = FixedU128::from_rational(7_000, 9);
	let odd = Terms { rate, minimum_redemption: 1_500, ..terms() };
	assert_ok!(Anchor::create_currency(root(), code(b"USD"), 3, odd));
	assert_ok!(Anchor::admit(root(), 1, BANK));
	assert_ok!(Anchor::attest(signed(BANK), 1, RESERVE, hash(1)));
	assert_ok!(mint(BANK, ALICE, 2_000));
	assert_ok!(mint(RIVAL, BOB, 1_000));
	assert_ok!(Anchor::mint(signed(BANK), 1, ALICE, 1_001, Balance::MAX));
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 200 }, ..default }
}

/// Runs a command as a dispatch would, and checks who has gained and lost by it.
fn run(command: Command, tally: &mut Tally) -> DispatchResult {
	System::reset_events();
	let (before, parties) = (ACTORS.map(|who| (who, wealth(who))).into(), parties());
	let is_transfer = is_transfer(&command);
	// A refused call leaves the state as it was, which dispatching ensures.
	let result = frame_support::storage::with_storage_layer(|| apply(command));
	if !is_transfer {
		tally.check(&before, &parties);
	}
	result
}

#[test]
fn random_commands_conserve_everything() {
	let strategy = prop::collection::vec(command(), 1..50);
	let mut runner = prop::test_runner::TestRunner::new(sequences());
	runner
		.run(&strategy, |commands| {
			start().build_and_execute(|| {
				let issuance = Balances::total_issuance();
				prepare();
				let mut tally = Tally::default();
				for command in commands {
					let _ = run(command, &mut tally);
					check_invariants();
					check_conservation(issuance);
				}
				check_exit();
			});
			Ok(())
		})
		.unwrap();
}

#[test]
fn commands_succeed_often_enough_to_matter() {
	// A generator whose commands all fail, or none of which ever gets to the end, would prove nothing.
	let mut runner = prop::test_runner::TestRunner::deterministic();
	let (mut done, mut refused) = (0, 0);
	let mut tally = Tally::default();
	for _ in 0..200 {
		let commands =
			prop::collection::vec(command(), 60).new_tree(&mut runner).unwrap().current();
		start().build_and_execute(|| {
			prepare();
			for command in commands {
				match run(command, &mut tally) {
					Ok(()) => done += 1,
					Err(_) => refused += 1,
				}
			}
		});
	}
	assert!(done * 5 > refused, "{done} done, {refused} refused");
	let Tally { compensated, forfeited, paid, excused, backed } = tally;
	let endings = [compensated, forfeited, paid, excused, backed];
	assert!(endings.iter().all(|count| *count > 10), "{endings:?}");
}
