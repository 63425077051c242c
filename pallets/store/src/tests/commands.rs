//! Random sequences of commands over the store and all it stands on, after each of which nothing may have
//! been made or lost and every invariant of every pallet holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 200.

use super::*;
use bhtd_primitives::OrderId;
use proptest::{prelude::*, strategy::ValueTree};
use sp_runtime::{DispatchResult, FixedU128};

const MERCHANTS: [AccountId; 2] = [MERCHANT, RIVAL];
const BUYERS: [AccountId; 3] = [ALICE, BOB, CAROL];
const ARBITERS: [AccountId; 2] = [ARBITER, JUDGE];

/// Who tries something with an order: the one who may, or just somebody.
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

/// Orders and awards are picked among those there are when the command is run.
#[derive(Clone, Debug)]
enum Command {
	List {
		who: AccountId,
		price: PriceOf<Test>,
		stock: Option<u32>,
		earns: bool,
	},
	Edit {
		who: AccountId,
		product: u64,
		delivery: u64,
		returns: u64,
	},
	SetPrice {
		who: AccountId,
		product: u64,
		price: PriceOf<Test>,
	},
	SetStock {
		who: AccountId,
		product: u64,
		change: Restock,
	},
	Pause {
		who: AccountId,
		product: u64,
	},
	Resume {
		who: AccountId,
		product: u64,
	},
	Remove {
		who: AccountId,
		product: u64,
	},
	Order {
		buyer: AccountId,
		product: u64,
		quantity: u32,
		to: Option<AccountId>,
		arbiter: AccountId,
	},
	Ship {
		who: Who,
		order: usize,
	},
	Confirm {
		who: Who,
		order: usize,
	},
	Cancel {
		who: Who,
		order: usize,
	},
	RefundPart {
		who: Who,
		order: usize,
		refund: Amounts<Balance>,
	},
	Dispute {
		who: Who,
		order: usize,
	},
	Resolve {
		who: Who,
		order: usize,
		share: Permill,
		penalty: Balance,
	},
	Settle {
		who: AccountId,
		order: usize,
	},
	SetRule {
		who: AccountId,
		class: u32,
		rule: RuleTermsOf<Test>,
	},
	RemoveRule {
		who: AccountId,
		class: u32,
	},
	Claim {
		who: AccountId,
		award: usize,
	},
	Forgo {
		who: Who,
		award: usize,
	},
	ClearDay {
		who: AccountId,
		class: u32,
		buyer: AccountId,
	},
	SendPoints {
		from: AccountId,
		to: AccountId,
		class: u32,
		amount: Balance,
	},
	Convert {
		who: AccountId,
		class: u32,
		amount: Balance,
	},
	PauseAwards {
		who: AccountId,
		class: u32,
	},
	ResumeAwards {
		who: AccountId,
		class: u32,
	},
	GiveClass {
		from: AccountId,
		to: AccountId,
		class: u32,
	},
	TopUp {
		who: AccountId,
		amount: Balance,
	},
	Leave {
		who: AccountId,
		role: Role,
	},
	Stay {
		who: AccountId,
		role: Role,
	},
	Withdraw {
		who: AccountId,
		role: Role,
	},
	SendBhtd {
		from: AccountId,
		to: AccountId,
		amount: Balance,
	},
	SendAllBhtd {
		from: AccountId,
		to: AccountId,
	},
	Wait {
		blocks: u64,
	},
}

fn one_of(list: &'static [AccountId]) -> impl Strategy<Value = AccountId> {
	prop::sample::select(list)
}

fn actor() -> impl Strategy<Value = AccountId> {
	one_of(&ACTORS)
}

// Mostly the one who may, so that orders get somewhere.
fn merchant() -> impl Strategy<Value = AccountId> {
	prop_oneof![8 => Just(MERCHANT), 3 => one_of(&MERCHANTS), 1 => actor()]
}

fn buyer() -> impl Strategy<Value = AccountId> {
	prop_oneof![8 => Just(ALICE), 4 => one_of(&BUYERS), 1 => actor()]
}

fn arbiter_of() -> impl Strategy<Value = AccountId> {
	prop_oneof![8 => Just(ARBITER), 3 => one_of(&ARBITERS), 1 => actor()]
}

fn product() -> impl Strategy<Value = u64> {
	prop_oneof![4 => Just(0u64), 2 => 1..4u64]
}

fn who() -> impl Strategy<Value = Who> {
	prop_oneof![9 => Just(Who::Rightful), 1 => actor().prop_map(Who::Somebody)]
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		10 => 1..2_000u128,
		2 => 0..200_000u128,
		2 => select_edge(),
	]
}

fn select_edge() -> impl Strategy<Value = Balance> {
	prop::sample::select(vec![0, 1, u128::MAX / 2, u128::MAX])
}

fn price() -> impl Strategy<Value = PriceOf<Test>> {
	let points = prop_oneof![4 => Just(None), 3 => (0..2u32, amount()).prop_map(Some)];
	(prop_oneof![1 => Just(0), 5 => amount()], points)
		.prop_map(|(bhtd, points)| Price { bhtd, points })
}

fn role() -> impl Strategy<Value = Role> {
	prop::sample::select(vec![Role::Merchant, Role::Operator, Role::CreditInstitution])
}

fn restock() -> impl Strategy<Value = Restock> {
	let stock = || prop::option::of(0..6u32);
	prop_oneof![
		4 => prop_oneof![0..6u32, Just(u32::MAX)].prop_map(Restock::Add),
		2 => (0..4u32).prop_map(Restock::Take),
		1 => (stock(), stock()).prop_map(|(expected, with)| Restock::Replace { expected, with }),
	]
}

fn rule_terms() -> impl Strategy<Value = RuleTermsOf<Test>> {
	const ONE: u128 = 1_000_000_000_000_000_000;
	let rate = prop_oneof![4 => 0..2 * ONE, 1 => Just(u128::MAX)].prop_map(FixedU128::from_inner);
	let multipliers =
		prop::collection::vec((6..9u16, 0..1_100u16), 0..3).prop_map(|it| it.try_into().unwrap());
	let caps = (amount(), prop::option::of(amount()), amount());
	(rate, amount(), multipliers, caps, 0..50u64, 0..400u64).prop_map(
		|(rate, bonus, multipliers, caps, from, until)| RuleTerms {
			rate,
			bonus,
			multipliers,
			cap_per_order: caps.0,
			cap_per_day: caps.1,
			budget: caps.2,
			from,
			until,
		},
	)
}

fn catalogue_command() -> impl Strategy<Value = Command> {
	use Command::*;
	prop_oneof![
		4 => (merchant(), price(), prop::option::of(0..9u32), any::<bool>())
			.prop_map(|(who, price, stock, earns)| List { who, price, stock, earns }),
		1 => (merchant(), product(), 0..110u64, 0..110u64)
			.prop_map(|(who, product, delivery, returns)| Edit { who, product, delivery, returns }),
		2 => (merchant(), product(), price())
			.prop_map(|(who, product, price)| SetPrice { who, product, price }),
		2 => (merchant(), product(), restock())
			.prop_map(|(who, product, change)| SetStock { who, product, change }),
		1 => (merchant(), product()).prop_map(|(who, product)| Pause { who, product }),
		2 => (merchant(), product()).prop_map(|(who, product)| Resume { who, product }),
		1 => (merchant(), product()).prop_map(|(who, product)| Remove { who, product }),
	]
}

fn order_command() -> impl Strategy<Value = Command> {
	use Command::*;
	let to = prop_oneof![3 => Just(None), 1 => actor().prop_map(Some)];
	let share = (0..=1_000_000u32).prop_map(Permill::from_parts);
	prop_oneof![
		24 => (buyer(), product(), prop_oneof![9 => 1..4u32, 1 => Just(0)], to, arbiter_of()).prop_map(
			|(buyer, product, quantity, to, arbiter)| Order { buyer, product, quantity, to, arbiter }
		),
		14 => (who(), 0..9usize).prop_map(|(who, order)| Ship { who, order }),
		6 => (who(), 0..9usize).prop_map(|(who, order)| Confirm { who, order }),
		2 => (who(), 0..9usize).prop_map(|(who, order)| Cancel { who, order }),
		4 => (who(), 0..9usize, amount(), prop_oneof![Just(0), 0..50u128]).prop_map(
			|(who, order, bhtd, points)| RefundPart { who, order, refund: refund(bhtd, points) }
		),
		10 => (who(), 0..9usize).prop_map(|(who, order)| Dispute { who, order }),
		4 => (who(), 0..9usize, share, prop_oneof![Just(0), amount()])
			.prop_map(|(who, order, share, penalty)| Resolve { who, order, share, penalty }),
		8 => (actor(), 0..9usize).prop_map(|(who, order)| Settle { who, order }),
		8 => (actor(), 0..9usize).prop_map(|(who, award)| Claim { who, award }),
		1 => (who(), 0..9usize).prop_map(|(who, award)| Forgo { who, award }),
	]
}

fn other_command() -> impl Strategy<Value = Command> {
	use Command::*;
	prop_oneof![
		4 => (merchant(), 0..2u32, rule_terms())
			.prop_map(|(who, class, rule)| SetRule { who, class, rule }),
		1 => (merchant(), 0..2u32).prop_map(|(who, class)| RemoveRule { who, class }),
		2 => (actor(), 0..2u32, buyer())
			.prop_map(|(who, class, buyer)| ClearDay { who, class, buyer }),
		3 => (actor(), actor(), 0..2u32, amount())
			.prop_map(|(from, to, class, amount)| SendPoints { from, to, class, amount }),
		3 => (actor(), 0..2u32, amount())
			.prop_map(|(who, class, amount)| Convert { who, class, amount }),
		1 => (merchant(), 0..2u32).prop_map(|(who, class)| PauseAwards { who, class }),
		2 => (merchant(), 0..2u32).prop_map(|(who, class)| ResumeAwards { who, class }),
		1 => (merchant(), merchant(), 0..2u32)
			.prop_map(|(from, to, class)| GiveClass { from, to, class }),
		6 => (merchant(), amount()).prop_map(|(who, amount)| TopUp { who, amount }),
		1 => (actor(), role()).prop_map(|(who, role)| Leave { who, role }),
		2 => (actor(), role()).prop_map(|(who, role)| Stay { who, role }),
		1 => (actor(), role()).prop_map(|(who, role)| Withdraw { who, role }),
		1 => (actor(), actor(), amount())
			.prop_map(|(from, to, amount)| SendBhtd { from, to, amount }),
		1 => (actor(), actor()).prop_map(|(from, to)| SendAllBhtd { from, to }),
		8 => prop_oneof![3 => 1..4u64, 1 => 1..RETURNS, 1 => Just(ARBITRATION)].prop_map(|blocks| Wait { blocks }),
	]
}

fn command() -> impl Strategy<Value = Command> {
	prop_oneof![2 => catalogue_command(), 10 => order_command(), 3 => other_command()]
}

/// Who may do what with an order.
struct Rightful {
	merchant: AccountId,
	buyer: AccountId,
	arbiter: AccountId,
}

/// One of the open orders; without any, one that is not.
fn pick(index: usize) -> (OrderId, Rightful) {
	let mut orders = Orders::<Test>::iter().collect::<Vec<_>>();
	orders.sort_by_key(|(product, number, _)| (*product, *number));
	let count = orders.len().max(1);
	match orders.into_iter().nth(index % count) {
		Some((product, number, order)) => {
			let Order { merchant, buyer, arbiter, .. } = order;
			(OrderId { product, number }, Rightful { merchant, buyer, arbiter })
		}
		None => (FIRST, Rightful { merchant: MERCHANT, buyer: ALICE, arbiter: ARBITER }),
	}
}

/// One of the open orders, of those whose deadline has passed if there are any.
fn pick_overdue(index: usize) -> OrderId {
	let now = System::block_number();
	let overdue = Orders::<Test>::iter().filter(|(_, _, order)| order.deadline <= now);
	let mut overdue = overdue.map(|it| (it.0, it.1)).collect::<Vec<_>>();
	overdue.sort();
	match overdue.get(index % overdue.len().max(1)) {
		Some(&(product, number)) => OrderId { product, number },
		None => pick(index).0,
	}
}

/// One of the missed awards and to whom it is due; without any, one that is not.
fn pick_award(index: usize) -> (OrderId, AccountId) {
	let mut missed = MissedAwards::<Test>::iter().collect::<Vec<_>>();
	missed.sort_by_key(|(product, number, _)| (*product, *number));
	let count = missed.len().max(1);
	let picked = missed.into_iter().nth(index % count);
	picked.map_or((FIRST, ALICE), |(product, number, missed)| {
		(OrderId { product, number }, missed.recipient)
	})
}

fn apply(command: Command) -> DispatchResult {
	use Command::*;
	match command {
		List { who, price, stock, earns } => {
			let own = if who == MERCHANT { 0 } else { 1 };
			let earns = Some(own).filter(|_| earns);
			let terms = Terms { earns, ..terms() };
			Store::list(signed(who), content(b"x"), terms, price, stock)
		}
		Edit { who, product, delivery, returns } => {
			let terms = Terms { delivery, returns, ..terms() };
			Store::edit(signed(who), product, content(b"longer"), terms)
		}
		SetPrice { who, product, price } => Store::set_price(signed(who), product, price),
		SetStock { who, product, change } => Store::set_stock(signed(who), product, change),
		Pause { who, product } => Store::pause(signed(who), product),
		Resume { who, product } => Store::resume(signed(who), product),
		Remove { who, product } => Store::remove(signed(who), product),
		Order { buyer, product, quantity, to, arbiter } => {
			place(buyer, product, quantity, to, arbiter)
		}
		Ship { who, order } => {
			let (id, order) = pick(order);
			Store::ship(signed(who.or(order.merchant)), id)
		}
		Confirm { who, order } => {
			let (id, order) = pick(order);
			Store::confirm(signed(who.or(order.buyer)), id)
		}
		Cancel { who, order } => {
			let (id, order) = pick(order);
			Store::cancel(signed(who.or(order.merchant)), id)
		}
		RefundPart { who, order, refund } => {
			let (id, order) = pick(order);
			Store::refund_part(signed(who.or(order.merchant)), id, refund)
		}
		Dispute { who, order } => {
			let (id, order) = pick(order);
			Store::dispute(signed(who.or(order.buyer)), id, Hash::repeat_byte(2))
		}
		Resolve { who, order, share, penalty } => {
			let (id, order) = pick(order);
			Store::resolve(signed(who.or(order.arbiter)), id, share, penalty)
		}
		Settle { who, order } => Store::settle(signed(who), pick_overdue(order)),
		SetRule { who, class, rule } => Store::set_rule(signed(who), class, rule),
		RemoveRule { who, class } => Store::remove_rule(signed(who), class),
		Claim { who, award } => Store::claim_award(signed(who), pick_award(award).0),
		Forgo { who, award } => {
			let (id, recipient) = pick_award(award);
			Store::forgo_award(signed(who.or(recipient)), id)
		}
		ClearDay { who, class, buyer } => Store::clear_day(signed(who), class, buyer),
		SendPoints { from, to, class, amount } => Assets::transfer(signed(from), class, to, amount),
		Convert { who, class, amount } => Points::convert(signed(who), class, amount, 0),
		PauseAwards { who, class } => Points::pause_awards(signed(who), class),
		ResumeAwards { who, class } => Points::resume_awards(signed(who), class),
		GiveClass { from, to, class } => {
			Points::offer_stewardship(signed(from), class, Some(to))?;
			Points::accept_stewardship(signed(to), class, Balance::MAX)
		}
		TopUp { who, amount } => Margin::top_up(signed(who), Role::Merchant, amount),
		Leave { who, role } => Margin::announce_exit(signed(who), role),
		Stay { who, role } => Margin::cancel_exit(signed(who), role),
		Withdraw { who, role } => Margin::withdraw(signed(who), role),
		SendBhtd { from, to, amount } => Balances::transfer_keep_alive(signed(from), to, amount),
		SendAllBhtd { from, to } => Balances::transfer_all(signed(from), to, false),
		Wait { blocks } => {
			advance(blocks);
			Ok(())
		}
	}
}

/// Orders as quoted: what is quoted is what is paid and promised, and what is not available fails.
fn place(
	buyer: AccountId,
	product: u64,
	quantity: u32,
	to: Option<AccountId>,
	arbiter: AccountId,
) -> DispatchResult {
	let Some(quote) = Store::quote_order(product, quantity, buyer) else {
		let any = bhtd(0);
		let result = Store::order(signed(buyer), product, 0, quantity, any, 0, arbiter, to);
		assert!(result.is_err());
		return result;
	};
	let Quote { revision, price, earned, available, .. } = quote;
	let origin = signed(buyer);
	let result = Store::order(origin, product, revision, quantity, price, earned, arbiter, to);
	result.inspect(|()| {
		assert!(available);
		let Step::Placed { paid, earning, .. } = last_step() else { panic!("it was placed") };
		assert_eq!((paid, earning.map(|it| it.amount).unwrap_or_default()), (price, earned));
	})
}

/// Whatever has happened, every order can be closed by anybody when its time has come, and all points
/// can be converted then.
fn check_exit() {
	frame_support::hypothetically!({
		for _ in 0..3 {
			advance(LONGEST_WINDOW);
			for (product, number, _) in Orders::<Test>::iter().collect::<Vec<_>>() {
				assert_ok!(Store::settle(signed(CAROL), OrderId { product, number }));
			}
		}
		assert_eq!(Orders::<Test>::iter().count(), 0);
		for who in ACTORS {
			assert_eq!(in_escrow(who), 0);
			for class in [0, 1] {
				let amount = points(class, who);
				assert_eq!(points_on_hold(class, who), 0);
				let Some(out) = Points::quote_convert(class, amount) else { continue };
				if free(who) + out >= EXISTENTIAL_DEPOSIT {
					assert_ok!(Points::convert(signed(who), class, amount, out));
				}
			}
		}
		check_invariants();
	})
}

fn start() -> ExtBuilder {
	ExtBuilder::default().margin(6_000)
}

/// A product and points to pay with, so that sequences begin in the middle.
fn prepare() {
	give_points(ALICE, 2_000);
	set_rule(rule());
	list(mixed(1_000, 50), 50);
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 200 }, ..default }
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
				for command in commands {
					// A refused call leaves the state as it was, which dispatching ensures.
					let _ = frame_support::storage::with_storage_layer(|| apply(command));
					check_invariants();
					check_conservation(issuance);
					forget_events();
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
	let mut endings = [0; 6];
	let (mut missed, mut claimed) = (0, 0);
	for _ in 0..300 {
		let commands =
			prop::collection::vec(command(), 60).new_tree(&mut runner).unwrap().current();
		start().build_and_execute(|| {
			prepare();
			for command in commands {
				match frame_support::storage::with_storage_layer(|| apply(command)) {
					Ok(()) => done += 1,
					Err(_) => refused += 1,
				}
			}
			for record in System::events() {
				match record.event {
					RuntimeEvent::Store(Event::AwardMissed { .. }) => missed += 1,
					RuntimeEvent::Store(Event::AwardClaimed { .. }) => claimed += 1,
					_ => {}
				}
			}
			for (_, step, _) in steps() {
				match step {
					Step::Completed { earned: 0, .. } => endings[0] += 1,
					Step::Completed { .. } => endings[1] += 1,
					Step::Refunded { .. } => endings[2] += 1,
					Step::Resolved { decided: true, .. } => endings[3] += 1,
					Step::Resolved { .. } => endings[4] += 1,
					Step::PartRefunded { .. } => endings[5] += 1,
					_ => {}
				}
			}
		});
	}
	assert!(done * 5 > refused, "{done} done, {refused} refused");
	assert!(endings.iter().all(|count| *count > 5), "{endings:?}");
	assert!(missed > 10 && claimed > 2, "{missed} missed, {claimed} claimed");
}
