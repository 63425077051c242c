//! Random sequences of commands over the book, the margin, the points and the anchored token, after each
//! of which nothing may have been made or lost and every invariant of every pallet holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 100.

use super::*;
use bhtd_primitives::Loyalty;
use frame_support::{dispatch::DispatchResultWithPostInfo, weights::Weight};
use pallet_anchor::{Outcome as Ending, RedemptionIdOf, Verdict as Ruling};
use proptest::{prelude::*, strategy::ValueTree};
use sp_runtime::{DispatchResult, FixedPointNumber};

/// Quotes are picked among those there are when the command is run; the owner tries, or somebody else.
#[derive(Clone, Debug)]
enum Command {
	Quote { who: AccountId, book: Book, price: u128, size: Balance, life: u64 },
	Reduce { who: Option<AccountId>, quote: usize, size: Balance },
	Replace { who: Option<AccountId>, quote: usize, price: u128, size: Balance, life: u64 },
	Cancel { who: Option<AccountId>, quote: usize },
	RemoveStale { quote: usize },
	Sell { who: AccountId, market: Market, amount: Balance, limit: u128, fills: u32 },
	Buy { who: AccountId, market: Market, amount: Balance, limit: u128, fills: u32 },
	SellWholesale { who: AccountId, amount: Balance, limit: u128, fills: u32 },
	Convert { who: AccountId, amount: Balance, fills: u32 },
	Award { who: AccountId, amount: Balance },
	SendPoints { from: AccountId, to: AccountId, amount: Balance },
	SendBhtd { from: AccountId, to: AccountId, amount: Balance },
	RaiseFloor { by: u128 },
	Limit { quote: usize, more: Option<Balance> },
	SetLots { retail: Balance },
	Attest { who: AccountId, reserve: Balance },
	Mint { who: AccountId, to: AccountId, amount: Balance },
	Retire { who: AccountId, amount: Balance },
	SendUsd { from: AccountId, to: AccountId, amount: Balance },
	Redeem { who: AccountId, at: AccountId, amount: Balance },
	ClaimPaid { redemption: usize },
	Acknowledge { redemption: usize },
	Object { redemption: usize },
	Decide { redemption: usize, ruling: Ruling },
	Settle { redemption: usize },
	SetRate { rate: u128 },
	HaltMinting,
	ResumeMinting,
	Admit { who: AccountId },
	Dismiss { who: AccountId },
	Pause { market: Market },
	Resume { market: Market },
	Leave { who: AccountId, role: Role },
	Stay { exit: usize },
	Withdraw { exit: usize },
	Register { who: AccountId, role: Role },
	TopUp { who: AccountId, role: Role, amount: Balance },
	WithdrawExcess { who: AccountId, role: Role, amount: Balance },
	RemoveRecord { who: AccountId, market: Market },
	Wait { blocks: u64 },
}

fn actor() -> impl Strategy<Value = AccountId> {
	prop::sample::select(&ACTORS[..])
}

fn operator() -> impl Strategy<Value = AccountId> {
	prop_oneof![5 => Just(DESK), 5 => Just(BROKER), 2 => actor()]
}

fn institution() -> impl Strategy<Value = AccountId> {
	prop_oneof![5 => Just(BANK), 5 => Just(RIVAL), 1 => actor()]
}

/// Who has a margin, mostly, and as what.
fn position() -> impl Strategy<Value = (AccountId, Role)> {
	prop_oneof![
		6 => operator().prop_map(|who| (who, Role::Operator)),
		2 => institution().prop_map(|who| (who, Role::CreditInstitution)),
		1 => Just((MERCHANT, Role::Merchant)),
	]
}

fn market() -> impl Strategy<Value = Market> {
	prop_oneof![Just(BHTD_USD), Just(POINTS)]
}

fn side() -> impl Strategy<Value = Side> {
	prop_oneof![Just(Side::Bid), Just(Side::Ask)]
}

fn book() -> impl Strategy<Value = Book> {
	let lot = prop_oneof![6 => Just(0u8), 3 => Just(1), 1 => Just(2), 1 => Just(3)];
	(market(), side(), lot).prop_map(|(market, side, lot)| {
		let lot = if market == POINTS { lot / 2 } else { lot };
		Book { market, side, lot }
	})
}

/// Hundredths, mostly where both sides meet.
fn price() -> impl Strategy<Value = u128> {
	prop_oneof![8 => 195..215u128, 1 => 1..1_000u128]
}

fn price_limit() -> impl Strategy<Value = u128> {
	prop_oneof![3 => Just(1), 3 => Just(10_000), 2 => price()]
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		12 => 20..3_000u128,
		3 => 1_000..30_000u128,
		1 => prop::sample::select(vec![0, 1, 99, 100, u128::MAX / 2, u128::MAX]),
	]
}

/// How many quotes a call may meet: rarely more than can be, or none.
fn most() -> impl Strategy<Value = u32> {
	prop_oneof![6 => 1..=MAX_FILLS, 3 => 1..3u32, 1 => prop::sample::select(vec![0, MAX_FILLS + 1])]
}

fn life() -> impl Strategy<Value = u64> {
	prop_oneof![6 => 20..LIFETIME, 3 => 1..20u64, 1 => Just(LIFETIME + 1), 1 => Just(0)]
}

fn owner() -> impl Strategy<Value = Option<AccountId>> {
	prop_oneof![9 => Just(None), 1 => actor().prop_map(Some)]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let quoting = prop_oneof![
		12 => (operator(), book(), price(), amount(), life())
			.prop_map(|(who, book, price, size, life)| Quote { who, book, price, size, life }),
		2 => (owner(), 0..9usize, amount())
			.prop_map(|(who, quote, size)| Reduce { who, quote, size }),
		3 => (owner(), 0..9usize, price(), amount(), life())
			.prop_map(|(who, quote, price, size, life)| Replace { who, quote, price, size, life }),
		1 => (owner(), 0..9usize).prop_map(|(who, quote)| Cancel { who, quote }),
		3 => (0..9usize).prop_map(|quote| RemoveStale { quote }),
	];
	let taking = prop_oneof![
		4 => (actor(), market(), amount(), price_limit(), most())
			.prop_map(|(who, market, amount, limit, fills)| Sell { who, market, amount, limit, fills }),
		10 => (actor(), market(), amount(), price_limit(), most())
			.prop_map(|(who, market, amount, limit, fills)| Buy { who, market, amount, limit, fills }),
		2 => (prop_oneof![5 => Just(MERCHANT), 1 => actor()], amount(), price_limit(), most())
			.prop_map(|(who, amount, limit, fills)| SellWholesale { who, amount, limit, fills }),
		3 => (actor(), amount(), most())
			.prop_map(|(who, amount, fills)| Convert { who, amount, fills }),
	];
	let other = prop_oneof![
		4 => (actor(), amount()).prop_map(|(who, amount)| Award { who, amount }),
		1 => (actor(), actor(), amount())
			.prop_map(|(from, to, amount)| SendPoints { from, to, amount }),
		1 => (actor(), actor(), amount())
			.prop_map(|(from, to, amount)| SendBhtd { from, to, amount }),
		4 => (1..4u128).prop_map(|by| RaiseFloor { by }),
		12 => (0..9usize, prop::option::weighted(0.8, 0..600u128))
			.prop_map(|(quote, more)| Limit { quote, more }),
		1 => (50..900u128).prop_map(|retail| SetLots { retail }),
		1 => market().prop_map(|market| Pause { market }),
		3 => market().prop_map(|market| Resume { market }),
		3 => position().prop_map(|(who, role)| Leave { who, role }),
		2 => (0..9usize).prop_map(|exit| Stay { exit }),
		8 => (0..9usize).prop_map(|exit| Withdraw { exit }),
		2 => position().prop_map(|(who, role)| Register { who, role }),
		2 => (position(), amount())
			.prop_map(|((who, role), amount)| TopUp { who, role, amount }),
		1 => (position(), amount())
			.prop_map(|((who, role), amount)| WithdrawExcess { who, role, amount }),
		1 => (operator(), market()).prop_map(|(who, market)| RemoveRecord { who, market }),
		4 => prop_oneof![1..4u64, Just(NOTICE)].prop_map(|blocks| Wait { blocks }),
	];
	let index = || 0..9usize;
	let issuing = prop_oneof![
		3 => (institution(), amount())
			.prop_map(|(who, amount)| Attest { who, reserve: amount.saturating_mul(200) }),
		5 => (institution(), actor(), amount())
			.prop_map(|(who, to, amount)| Mint { who, to, amount }),
		2 => (institution(), amount()).prop_map(|(who, amount)| Retire { who, amount }),
		2 => (actor(), actor(), amount())
			.prop_map(|(from, to, amount)| SendUsd { from, to, amount }),
		5 => (actor(), institution(), amount())
			.prop_map(|(who, at, amount)| Redeem { who, at, amount }),
		2 => (50..300u128).prop_map(|rate| SetRate { rate }),
		1 => Just(HaltMinting),
		2 => Just(ResumeMinting),
		3 => institution().prop_map(|who| Admit { who }),
		1 => institution().prop_map(|who| Dismiss { who }),
	];
	let ruling = prop_oneof![Just(Ruling::Paid), Just(Ruling::NotPaid)];
	let redeeming = prop_oneof![
		4 => index().prop_map(|redemption| ClaimPaid { redemption }),
		1 => index().prop_map(|redemption| Acknowledge { redemption }),
		4 => index().prop_map(|redemption| Object { redemption }),
		3 => (index(), ruling)
			.prop_map(|(redemption, ruling)| Decide { redemption, ruling }),
		3 => index().prop_map(|redemption| Settle { redemption }),
	];
	prop_oneof![12 => quoting, 10 => taking, 7 => other, 5 => issuing, 3 => redeeming]
}

/// One of the quotes and its owner; without any, one that is not.
fn pick(index: usize) -> (u64, AccountId) {
	pick_of(index, |_| true)
}

/// The same among some of them.
fn pick_of(index: usize, among: impl Fn(&QuoteOf<Test>) -> bool) -> (u64, AccountId) {
	let mut quotes = Quotes::<Test>::iter()
		.filter(|(_, quote)| among(quote))
		.map(|(id, quote)| (id, quote.owner))
		.collect::<Vec<_>>();
	quotes.sort();
	let count = quotes.len().max(1);
	quotes.into_iter().nth(index % count).unwrap_or((u64::MAX, ALICE))
}

/// One of the open redemptions, and its holder; without any, one that is not.
fn pick_redemption(index: usize) -> (RedemptionIdOf<Test>, AccountId) {
	let mut all = pallet_anchor::Redemptions::<Test>::iter()
		.map(|(key, redemption)| (key, redemption.holder))
		.collect::<Vec<_>>();
	all.sort();
	let count = all.len().max(1);
	let none = ((USD, BANK, u64::MAX), ALICE);
	let (key, holder) = all.into_iter().nth(index % count).unwrap_or(none);
	(redemption_id(key), holder)
}

/// One of those who are about to leave; without any, somebody who is not.
fn pick_exit(index: usize) -> (AccountId, Role) {
	let positions = ACTORS.into_iter().flat_map(|who| Role::ALL.map(|role| (who, role)));
	let leaving = positions
		.filter(|(who, role)| Margin::held(who, *role) > 0 && !Margin::is_active(who, *role))
		.collect::<Vec<_>>();
	let count = leaving.len().max(1);
	leaving.into_iter().nth(index % count).unwrap_or((ALICE, Role::Operator))
}

fn redemption_id((currency, institution, number): (u32, AccountId, u64)) -> RedemptionIdOf<Test> {
	pallet_anchor::RedemptionId { currency, institution, number }
}

fn apply(command: Command) -> DispatchResult {
	use Command::*;
	let now = System::block_number();
	match command {
		Quote { who, book: Book { market, side, lot }, price, size, life } => {
			Wholesale::quote(signed(who), market, side, lot, cents(price), size, now + life)
		}
		Reduce { who, quote, size } => {
			let (id, owner) = pick(quote);
			Wholesale::reduce(signed(who.unwrap_or(owner)), id, size)
		}
		Replace { who, quote, price, size, life } => {
			let (id, owner) = pick(quote);
			let origin = signed(who.unwrap_or(owner));
			Wholesale::replace(origin, id, cents(price), size, now + life)
		}
		Cancel { who, quote } => {
			let (id, owner) = pick(quote);
			Wholesale::cancel(signed(who.unwrap_or(owner)), id)
		}
		RemoveStale { quote } => {
			let (stale, _) = pick_of(quote, |quote| {
				let record = Wholesale::market_record(quote.book.market);
				record.is_ok_and(|record| Wholesale::stale(quote, &record).is_some())
			});
			let id = if Quotes::<Test>::contains_key(stale) { stale } else { pick(quote).0 };
			Wholesale::remove_stale(signed(ALICE), id)
		}
		Sell { who, market, amount, limit, fills } => {
			let limit = cents(limit);
			let terms = (Side::Bid, amount, limit, fills, <() as WeightInfo>::sell as Weigh);
			take(who, market, terms, || {
				let quoted = Wholesale::quote_sell(market, amount, limit, fills, who);
				let least = quoted.map_or(0, |it| it.quote);
				let origin = signed(who);
				(quoted, Wholesale::sell(origin, market, amount, limit, least, now, fills))
			})
		}
		Buy { who, market, amount, limit, fills } => {
			let limit = cents(limit);
			let terms = (Side::Ask, amount, limit, fills, <() as WeightInfo>::buy as Weigh);
			take(who, market, terms, || {
				let quoted = Wholesale::quote_buy(market, amount, limit, fills, who);
				let most = quoted.map_or(Balance::MAX, |it| it.quote);
				let origin = signed(who);
				(quoted, Wholesale::buy(origin, market, amount, limit, most, now, fills))
			})
		}
		SellWholesale { who, amount, limit, fills } => {
			let limit = cents(limit);
			let terms = (Side::Bid, amount, limit, fills, <() as WeightInfo>::wholesale as Weigh);
			take(who, BHTD_USD, terms, || {
				let quoted = Wholesale::quote_wholesale(USD, amount, limit, fills, who);
				let least = quoted.map_or(0, |it| it.quote);
				let origin = signed(who);
				(quoted, Wholesale::wholesale(origin, USD, amount, limit, least, now, fills))
			})
		}
		Convert { who, amount, fills } => convert_as_quoted(who, amount, fills),
		Award { who, amount } => <Points as Loyalty<_>>::award(&MERCHANT, 0, &who, amount),
		SendPoints { from, to, amount } => PointAssets::transfer(signed(from), 0, to, amount),
		SendBhtd { from, to, amount } => Balances::transfer_keep_alive(signed(from), to, amount),
		RaiseFloor { by } => {
			let floor = <Points as Loyalty<AccountId>>::floor(0).unwrap();
			let higher = FixedU128::from_inner(floor.into_inner() + cents(by).into_inner());
			Points::raise_floor(signed(MERCHANT), 0, higher)
		}
		Limit { quote, more } => {
			// Whoever is to be paid in it, rather.
			let (_, who) = pick_of(quote, |quote| {
				quote.book.market == BHTD_USD && quote.book.side == Side::Ask
			});
			match more {
				Some(more) => limit(who, usd(who).saturating_add(more)),
				None => no_limit(who),
			}
			Ok(())
		}
		SetLots { retail } => Wholesale::set_lots(root(), BHTD_USD, lots(&[retail, LOT, BULK])),
		Pause { market } => Wholesale::pause_market(signed(GUARD), market),
		Resume { market } => Wholesale::resume_market(root(), market),
		Attest { who, reserve } => Anchor::attest(signed(who), USD, reserve, Default::default()),
		Mint { who, to, amount } => mint_as_foretold(who, to, amount),
		Retire { who, amount } => Anchor::retire(signed(who), USD, amount),
		SendUsd { from, to, amount } => send_usd(from, to, amount),
		Redeem { who, at, amount } => redeem(who, at, amount),
		ClaimPaid { redemption } => {
			let (id, _) = pick_redemption(redemption);
			Anchor::claim_paid(signed(id.institution), USD, id.number, Default::default())
		}
		Acknowledge { redemption } => {
			let (id, holder) = pick_redemption(redemption);
			Anchor::acknowledge(signed(holder), id)
		}
		Object { redemption } => {
			let (id, holder) = pick_redemption(redemption);
			Anchor::object(signed(holder), id, Default::default())
		}
		Decide { redemption, ruling } => {
			Anchor::decide(signed(ARBITER), pick_redemption(redemption).0, ruling)
		}
		Settle { redemption } => Anchor::settle(signed(ALICE), pick_redemption(redemption).0),
		SetRate { rate } => set_terms(|terms| terms.rate = cents(rate)),
		HaltMinting => Anchor::halt_minting(signed(GUARD), USD),
		ResumeMinting => Anchor::resume_minting(root(), USD),
		Admit { who } => Anchor::admit(root(), USD, who),
		Dismiss { who } => Anchor::dismiss(root(), USD, who),
		Leave { who, role } => Margin::announce_exit(signed(who), role),
		Stay { exit } => {
			let (who, role) = pick_exit(exit);
			Margin::cancel_exit(signed(who), role)
		}
		Withdraw { exit } => {
			let (who, role) = pick_exit(exit);
			Margin::withdraw(signed(who), role)
		}
		Register { who, role } => {
			Margin::register(signed(who), role, MINIMUM + 3_000, Default::default())
		}
		TopUp { who, role, amount } => Margin::top_up(signed(who), role, amount),
		WithdrawExcess { who, role, amount } => Margin::withdraw_excess(signed(who), role, amount),
		RemoveRecord { who, market } => Wholesale::remove_record(signed(ALICE), who, market),
		Wait { blocks } => {
			advance(blocks);
			Ok(())
		}
	}
}

/// Mints if and only if the views have foretold it.
fn mint_as_foretold(who: AccountId, to: AccountId, amount: Balance) -> DispatchResult {
	let mintable = Anchor::institution(USD, who).map(|view| view.mintable).unwrap_or_default();
	let welcome = Anchor::can_receive(USD, to, amount);
	let result = mint(who, to, amount);
	assert_eq!(result.is_ok(), amount > 0 && amount <= mintable && welcome, "{result:?}");
	result
}

fn redeem(who: AccountId, at: AccountId, amount: Balance) -> DispatchResult {
	Anchor::redeem(signed(who), USD, at, amount, 0, Default::default())
}

/// Whether a command makes or burns tokens, as none of the book does.
fn changes_supply(command: &Command) -> bool {
	use Command::*;
	matches!(command, Mint { .. } | Retire { .. } | Redeem { .. })
}

/// Runs a command as a dispatch would, after which everything is where it was or went somewhere.
fn run(command: Command) -> DispatchResult {
	let before = issuance();
	let changes_supply = changes_supply(&command);
	// A refused call leaves the state as it was, which dispatching ensures.
	let result = frame_support::storage::with_storage_layer(|| apply(command));
	let after = issuance();
	assert_eq!([after[0], after[2]], [before[0], before[2]]);
	assert!(after[1] == before[1] || (changes_supply && result.is_ok()));
	result
}

/// How many quotes were met, as far as the events say that came after so many others.
fn met_since(start: usize) -> u32 {
	let count = System::events().into_iter().skip(start).filter(|record| match record.event {
		RuntimeEvent::Wholesale(Event::Filled { .. }) => true,
		RuntimeEvent::Wholesale(Event::Left { reason, .. }) => reason != Departure::Filled,
		_ => false,
	});
	count.count() as u32
}

/// What a call weighs.
type Weigh = fn(u32) -> Weight;

/// A trade happens exactly as quoted, within its limit, and changes nothing else for who takes. No quote
/// that it meets is passed over, and it weighs what it has met.
fn take(
	who: AccountId,
	market: Market,
	(side, amount, limit, fills, weight): (Side, Balance, FixedU128, u32, Weigh),
	trade: impl FnOnce() -> (Option<Outcome<Balance>>, DispatchResultWithPostInfo),
) -> DispatchResult {
	let read = || [market.base(), market.quote()].map(|asset| total(asset, who));
	let own_funds = || [market.base(), market.quote()].map(|asset| on_hold(asset, who));
	let (before, held, start) = (read(), own_funds(), System::events().len());
	let (quoted, result) = trade();
	assert_eq!(quoted.is_some(), result.is_ok(), "{result:?}");
	let Some(Outcome { base, quote }) = quoted else {
		let refused = result.unwrap_err();
		assert!(refused.post_info.actual_weight.unwrap().all_lte(weight(fills)));
		return Err(refused.error);
	};
	let met = met_since(start);
	assert_eq!(result.unwrap().actual_weight, Some(weight(met)));
	assert!(met > 0 && met <= fills && base <= amount);
	// All that was met had to leave, or something was got for something.
	assert_eq!((base > 0, met < fills || base > 0), (quote > 0, base > 0));
	let [had_base, had_quote] = before;
	let expected = match side {
		Side::Bid => [had_base - base, had_quote + quote],
		Side::Ask => [had_base + base, had_quote - quote],
	};
	assert_eq!(read(), expected);
	let at_limit = limit.saturating_mul_int(base);
	match side {
		// Each fill is rounded by less than a unit.
		Side::Bid => assert!(quote + Balance::from(MAX_FILLS) >= at_limit),
		Side::Ask => assert!(quote <= at_limit.saturating_add(MAX_FILLS.into())),
	}
	// Own quotes can only have been returned.
	let after = own_funds();
	assert!(after[0] <= held[0] && after[1] <= held[1]);
	Ok(())
}

fn total(asset: AssetKind, who: AccountId) -> Balance {
	use frame_support::traits::fungibles::Inspect;
	Assets::total_balance(asset, &who)
}

/// A conversion brings what was quoted, and never less than the floor.
fn convert_as_quoted(who: AccountId, amount: Balance, fills: u32) -> DispatchResult {
	let quoted = Wholesale::quote_convert(0, amount, fills, who);
	let now = System::block_number();
	let checked = Wholesale::check_convert_best(&who, 0, amount, 0, now, fills);
	assert_eq!(checked.ok(), quoted.map(|it| it.out));
	let before = [total(AssetKind::Bhtd, who), total(AssetKind::Points(0), who)];
	let floor = <Points as Loyalty<AccountId>>::value(0, amount);
	let least = quoted.map_or(0, |it| it.out);
	let result = Wholesale::convert_best(signed(who), 0, amount, least, now, fills);
	assert_eq!(quoted.is_some(), result.is_ok(), "{result:?}");
	let info = result.unwrap_or_else(|refused| refused.post_info);
	assert!(info.actual_weight.unwrap().all_lte(<() as WeightInfo>::convert_best(fills)));
	let result = plain(result);
	let Some(ConversionOutcome { sold, converted, out }) = quoted else { return result };
	// What the issuer pays to itself comes out of its own margin.
	let own = if who == MERCHANT { <Points as Loyalty<AccountId>>::value(0, converted) } else { 0 };
	let after = [total(AssetKind::Bhtd, who), total(AssetKind::Points(0), who)];
	assert_eq!(after, [before[0] + out - own, before[1] - sold - converted]);
	assert!(out >= floor && sold + converted <= amount);
	result
}

/// Whatever has happened, everybody can get everything out: funds out of the book, an institution's word
/// for tokens, BHTD for points, and then every margin.
fn check_exit() {
	frame_support::hypothetically!({
		for (id, quote) in Quotes::<Test>::iter().collect::<Vec<_>>() {
			assert_ok!(Wholesale::cancel(signed(quote.owner), id));
		}
		for who in ACTORS {
			assert_eq!(owed(who), 0);
			let assets = [AssetKind::Bhtd, AssetKind::Anchored(USD), AssetKind::Points(0)];
			assert!(assets.into_iter().all(|asset| on_hold(asset, who) == 0));
		}
		assert_eq!(Levels::<Test>::iter().count() + Nodes::<Test>::iter().count(), 0);
		assert_eq!(Offers::<Test>::iter().count(), 0);
		redeem_everything();
		convert_everything();
		for who in ACTORS {
			for role in Role::ALL {
				leave(who, role);
			}
		}
		check_invariants();
	})
}

/// Brings all redemptions to their end, whatever their state.
fn settle_everything() {
	for _ in 0..3 {
		advance(5);
		let open = pallet_anchor::Redemptions::<Test>::iter_keys().collect::<Vec<_>>();
		for key in open {
			assert_ok!(Anchor::settle(signed(ALICE), redemption_id(key)));
		}
	}
}

fn redeem_everything() {
	settle_everything();
	no_limit(ALICE);
	for who in ACTORS.into_iter().chain([GUARD]).filter(|who| *who != ALICE && usd(*who) > 0) {
		assert_ok!(send_usd(who, ALICE, usd(who)));
	}
	for bank in ACTORS {
		let record = pallet_anchor::Institutions::<Test>::get(USD, bank);
		if let Some(record) = record.filter(|record| record.outstanding > 0) {
			assert_ne!(bank, ALICE);
			assert_ok!(redeem(ALICE, bank, record.outstanding));
		}
	}
	settle_everything();
	assert_eq!(issuance()[1], 0);
}

fn convert_everything() {
	for who in ACTORS.into_iter().filter(|who| *who != ALICE && points(*who) > 0) {
		assert_ok!(PointAssets::transfer(signed(who), 0, ALICE, points(who)));
	}
	if points(ALICE) > 0 {
		assert_ok!(convert(ALICE, points(ALICE), 0));
	}
	assert_eq!(points(ALICE), 0);
}

/// Takes a margin for which nothing is owed any more, and all of it.
fn leave(who: AccountId, role: Role) {
	assert_eq!(Margin::owed(&who, role), 0);
	let held = Margin::held(&who, role);
	if held == 0 {
		return;
	}
	if Margin::is_active(&who, role) {
		assert_ok!(Margin::announce_exit(signed(who), role));
	}
	advance(NOTICE);
	let before = wealth(who)[0];
	assert_ok!(Margin::withdraw(signed(who), role));
	assert_eq!((Margin::held(&who, role), wealth(who)[0]), (0, before));
}

/// Points and quotes, so that sequences begin in the middle.
fn prepare() {
	for who in [DESK, BROKER, ALICE, NEWCOMER] {
		give_points(who, 5_000);
	}
	bid(DESK, 200, 2_000);
	ask(BROKER, 205, 2_000);
	points_bid(DESK, 201, 2_000);
	placed(BROKER, POINTS, Side::Ask, 0, 206, 2_000);
	placed(DESK, BHTD_USD, Side::Bid, 1, 199, 5_000);
	assert_ok!(mint(RIVAL, NEWCOMER, 5_000));
	assert_ok!(mint(BANK, BANK, 3_000));
	assert_ok!(mint(RIVAL, RIVAL, 3_000));
	assert_ok!(redeem(BOB, BANK, 1_000));
}

/// With margins that operators and institutions come to the end of.
fn start() -> ExtBuilder {
	ExtBuilder::default().margin(8_000).issuing(320_000, cents(100), 50_000)
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 100 }, ..default }
}

#[test]
fn random_commands_conserve_everything() {
	let strategy = prop::collection::vec(command(), 1..50);
	let mut runner = prop::test_runner::TestRunner::new(sequences());
	runner
		.run(&strategy, |commands| {
			start().build_and_execute(|| {
				prepare();
				for command in commands {
					let _ = run(command);
					check_invariants();
					System::reset_events();
				}
				check_exit();
			});
			Ok(())
		})
		.unwrap();
}

#[test]
fn commands_succeed_often_enough_to_matter() {
	// A generator whose commands all fail, or that never meets a stale quote, would prove nothing.
	let mut runner = prop::test_runner::TestRunner::deterministic();
	let (mut done, mut refused) = (0, 0);
	let mut filled = 0;
	let mut left = [0; 8];
	let mut issued = Tally::default();
	for _ in 0..250 {
		let commands =
			prop::collection::vec(command(), 60).new_tree(&mut runner).unwrap().current();
		start().build_and_execute(|| {
			prepare();
			System::reset_events();
			for command in commands {
				match run(command) {
					Ok(()) => done += 1,
					Err(_) => refused += 1,
				}
			}
			filled += fills().len();
			for (_, reason) in departures() {
				left[codec::Encode::encode(&reason)[0] as usize] += 1;
			}
			issued.add();
		});
	}
	assert!(done * 3 > refused, "{done} done, {refused} refused");
	assert!(filled > 300, "{filled} filled");
	// Markets are not closed by these commands.
	let met = [0, 1, 2, 3, 4, 6, 7].map(|reason| left[reason]);
	assert!(met.iter().all(|count| *count > 3), "{left:?}");
	let Tally { minted, retired, paid, forfeited, compensated, withdrawn } = issued;
	let issued = [minted, retired, paid, forfeited, compensated, withdrawn];
	assert!(issued.iter().all(|count| *count > 3), "{issued:?}");
}

/// What has happened to tokens and margins.
#[derive(Default)]
struct Tally {
	minted: usize,
	retired: usize,
	paid: usize,
	forfeited: usize,
	compensated: usize,
	withdrawn: usize,
}

impl Tally {
	/// Adds what the events say.
	fn add(&mut self) {
		use pallet_anchor::Event as Issue;
		for record in System::events() {
			let count = match record.event {
				RuntimeEvent::Anchor(Issue::Minted { .. }) => &mut self.minted,
				RuntimeEvent::Anchor(Issue::Retired { .. }) => &mut self.retired,
				RuntimeEvent::Anchor(Issue::RedemptionClosed { outcome, .. }) => match outcome {
					Ending::Paid { forfeited: 0 } => &mut self.paid,
					Ending::Paid { .. } => &mut self.forfeited,
					Ending::Compensated { .. } => &mut self.compensated,
				},
				RuntimeEvent::Margin(pallet_margin::Event::Withdrawn { .. }) => &mut self.withdrawn,
				_ => continue,
			};
			*count += 1;
		}
	}
}
