//! The settlement token and the order book on whole blocks: from the council's list to a merchant who is
//! paid, and a holder whom a bank leaves unpaid.

use crate::{
	chain::{decide, Chain},
	common::signed,
	enactment::{outcome, propose, ALL, THREE, TWO},
	store::{apply, attempt, wealth, with_shop, CLASS},
};
use bhtd_primitives::{CurrencyId, MarginLedger, Role};
use bhtd_runtime::{
	configs::exchange::{CurrencyBounds, TermsInterval},
	constants::{
		currency::UNITS,
		time::{DAYS, HOURS, MINUTES},
	},
	AccountId, Anchor, AnchoredAssets, AnchoredHolder, Balance, Balances, Margin, Runtime,
	RuntimeCall, RuntimeEvent, RuntimeOrigin, System, Wholesale,
};
use frame_support::{
	assert_ok,
	traits::{
		fungible::InspectHold as _,
		fungibles::{roles::Inspect as _, InspectHold as _},
		Get, GetCallMetadata, UnfilteredDispatchable,
	},
};
use pallet_anchor::{Ground, Limit, Outcome, RedemptionId, Standing, Terms, TermsOf, Verdict};
use pallet_identity::{legacy::IdentityInfo, Judgement};
use pallet_wholesale::{Departure, LotsOf, Market, Side};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchError, FixedU128, Permill,
};

type AnchorCall = pallet_anchor::Call<Runtime>;
type AnchorError = pallet_anchor::Error<Runtime>;
type WholesaleCall = pallet_wholesale::Call<Runtime>;
type WholesaleError = pallet_wholesale::Error<Runtime>;

/// The only currency.
const USD: CurrencyId = 0;
/// A whole unit of it; it has six decimals.
const DOLLAR: Balance = 1_000_000;
/// Planck that compensate for the smallest unit: a BHTD for each dollar.
const RATE: Balance = UNITS / DOLLAR;
/// What the margin of a bank has to be at least.
const MINIMUM: Balance = 100_000 * UNITS;
/// What Bob's margin has beyond it: enough for forty thousand dollars, with the penalty for not paying.
const BOND: Balance = 44_000 * UNITS;
const RESERVE: Balance = 60_000 * DOLLAR;
const WINDOW_LIMIT: Balance = 50_000 * DOLLAR;
const FRESHNESS: u32 = 2 * MINUTES;
const PENALTY: Permill = Permill::from_percent(10);
/// Where BHTD is sold for dollars.
const BHTD: Market = Market::Bhtd(USD);
/// The lot of the wholesale book.
const LOT: Balance = 100 * UNITS;

/// What the margin owes for so many smallest units: what compensates for them, and a tenth of that.
fn bonded(amount: Balance) -> Balance {
	amount * RATE + PENALTY * (amount * RATE)
}

/// What who may not gets to hear.
pub const FORBIDDEN: DispatchError = DispatchError::BadOrigin;
/// Dollars, in hundredths, for a BHTD.
fn price(cents: u128) -> FixedU128 {
	FixedU128::from_rational(cents * DOLLAR / 100, UNITS)
}

fn terms() -> TermsOf<Runtime> {
	Terms {
		rate: FixedU128::from(UNITS),
		freshness: FRESHNESS,
		window: MINUTES,
		window_limit: WINDOW_LIMIT,
		redemption_period: MINUTES,
		objection_period: MINUTES,
		arbitration_period: MINUTES,
		penalty: PENALTY,
		minimum_redemption: 10 * DOLLAR,
		holding_limit: None,
	}
}

fn create_currency() -> AnchorCall {
	let code = b"USD".to_vec().try_into().unwrap();
	AnchorCall::create_currency { code, decimals: 6, terms: terms() }
}

fn admit() -> AnchorCall {
	AnchorCall::admit { currency: USD, institution: Bob.to_account_id() }
}

fn attest() -> AnchorCall {
	AnchorCall::attest { currency: USD, reserve: RESERVE, evidence: Default::default() }
}

fn mint(to: Sr25519Keyring, amount: Balance) -> AnchorCall {
	let max_liability = Balance::MAX;
	AnchorCall::mint { currency: USD, to: to.to_account_id(), amount, max_liability }
}

fn send(to: Sr25519Keyring, amount: Balance) -> AnchorCall {
	AnchorCall::transfer { currency: USD, to: to.to_account_id(), amount }
}

fn redeem(amount: Balance) -> AnchorCall {
	AnchorCall::redeem {
		currency: USD,
		institution: Bob.to_account_id(),
		amount,
		min_compensation: amount * RATE,
		reference: b"invoice 7".to_vec().try_into().unwrap(),
	}
}

/// A redemption that Bob has been asked for.
fn redemption(number: u64) -> RedemptionId<AccountId> {
	RedemptionId { currency: USD, institution: Bob.to_account_id(), number }
}

fn lots() -> LotsOf<Runtime> {
	vec![UNITS, LOT].try_into().unwrap()
}

fn quote(side: Side, lot: u8, cents: u128, size: Balance) -> WholesaleCall {
	let expiry = System::block_number() + HOURS;
	WholesaleCall::quote { market: BHTD, side, lot, price: price(cents), size, expiry }
}

/// Bids for BHTD in the wholesale book, so many hundredths of a dollar.
pub fn bid(cents: u128, size: Balance) -> WholesaleCall {
	quote(Side::Bid, 1, cents, size)
}

/// Gives a quote another price and size.
pub fn replace(id: u64, cents: u128, size: Balance) -> WholesaleCall {
	let expiry = System::block_number() + HOURS;
	WholesaleCall::replace { id, price: price(cents), size, expiry }
}

/// Somebody sells BHTD wholesale to a bid or two, for so many hundredths of a dollar at least.
fn wholesale(amount: Balance, cents: u128) -> WholesaleCall {
	let min_out = amount / UNITS * cents * DOLLAR / 100;
	let (currency, deadline) = (USD, System::block_number());
	let (limit, max_fills) = (price(cents), 2);
	WholesaleCall::wholesale { currency, amount, limit, min_out, deadline, max_fills }
}

/// One of every call of the settlement token, in the order of their indices.
pub fn every_call_of_anchor() -> Vec<AnchorCall> {
	let (currency, evidence) = (USD, Default::default());
	vec![
		create_currency(),
		AnchorCall::set_terms { currency, terms: terms() },
		AnchorCall::halt_minting { currency },
		AnchorCall::resume_minting { currency },
		admit(),
		AnchorCall::dismiss { currency, institution: Bob.to_account_id() },
		attest(),
		mint(Ferdie, DOLLAR),
		AnchorCall::retire { currency, amount: DOLLAR },
		send(Ferdie, DOLLAR),
		redeem(DOLLAR),
		AnchorCall::claim_paid { currency, number: 0, evidence },
		AnchorCall::acknowledge { redemption: redemption(0) },
		AnchorCall::object { redemption: redemption(0), evidence },
		AnchorCall::decide { redemption: redemption(0), verdict: Verdict::NotPaid },
		AnchorCall::settle { redemption: redemption(0) },
		AnchorCall::back_objection { redemption: redemption(0) },
	]
}

/// One of every call of the order book, in the order of their indices.
pub fn every_call_of_wholesale() -> Vec<WholesaleCall> {
	let (market, id, amount, currency) = (BHTD, 0, UNITS, USD);
	let (price, min_out, deadline, max_fills) = (price(200), 0, 100, 1);
	let (limit, max_in) = (price, Balance::MAX);
	vec![
		WholesaleCall::open_market { currency: USD, lots: lots() },
		WholesaleCall::open_points_market { class: CLASS },
		WholesaleCall::set_lots { market, lots: lots() },
		WholesaleCall::pause_market { market },
		WholesaleCall::resume_market { market },
		WholesaleCall::close_market { market },
		WholesaleCall::remove_market { market },
		WholesaleCall::quote { market, side: Side::Bid, lot: 0, price, size: amount, expiry: 100 },
		WholesaleCall::reduce { id, size: amount },
		WholesaleCall::replace { id, price, size: amount, expiry: 100 },
		WholesaleCall::cancel { id },
		WholesaleCall::remove_stale { id },
		WholesaleCall::sell { market, amount, limit, min_out, deadline, max_fills },
		WholesaleCall::buy { market, amount, limit, max_in, deadline, max_fills },
		WholesaleCall::wholesale { currency, amount, limit, min_out, deadline, max_fills },
		WholesaleCall::convert_best { class: CLASS, amount, min_out, deadline, max_fills },
		WholesaleCall::remove_record { who: Dave.to_account_id(), market },
	]
}

/// What of dollars somebody has to spend and on hold.
fn dollars(name: Sr25519Keyring) -> (Balance, Balance) {
	let who = name.to_account_id();
	(AnchoredAssets::balance(USD, &who), AnchoredHolder::total_balance_on_hold(USD, &who))
}

fn issued() -> Balance {
	AnchoredAssets::total_supply(USD)
}

fn everybodys_dollars() -> Balance {
	let accounts = frame_system::Account::<Runtime>::iter_keys();
	accounts
		.map(|who| {
			let held = AnchoredHolder::total_balance_on_hold(USD, &who);
			AnchoredAssets::balance(USD, &who) + held
		})
		.sum()
}

/// What Bob is as a bank.
fn bank() -> pallet_anchor::InstitutionViewOf<Runtime> {
	Anchor::institution(USD, Bob.to_account_id()).unwrap()
}

/// What the margin of a bank, or of an operator, owes.
pub fn owed(name: Sr25519Keyring, role: Role) -> Balance {
	Margin::owed(&name.to_account_id(), role)
}

/// Somebody's transaction fails with an error.
pub fn refused(
	name: Sr25519Keyring,
	call: impl Into<RuntimeCall>,
	error: impl Into<DispatchError>,
) {
	let call = call.into();
	let description = format!("{name:?} {call:?}");
	assert_eq!(attempt(name, call).0, Err(error.into()), "{description}");
}

/// The latest registrar of the council, who is Alice, judges somebody's identity.
pub fn identify(name: Sr25519Keyring, judgement: Judgement<Balance>) {
	let account = Alice.to_account_id().into();
	assert_ok!(decide(pallet_identity::Call::add_registrar { account }, &THREE));
	let reg_index = pallet_identity::Registrars::<Runtime>::decode_len().unwrap() as u32 - 1;
	let info = IdentityInfo::default();
	let identity = BlakeTwo256::hash_of(&info);
	apply(name, pallet_identity::Call::set_identity { info: Box::new(info) });
	let target = name.to_account_id().into();
	let judge = pallet_identity::Call::provide_judgement { reg_index, target, judgement, identity };
	apply(Alice, judge);
}

/// Runs a test on a chain where Charlie sells, and Bob is a bank that may mint dollars; see
/// [`with_shop`]. Checks at its end that every dollar has an owner and an institution.
pub fn with_currency(test: impl FnOnce(&mut Chain)) {
	with_shop(|chain| {
		// Nobody has a fortune to begin with that makes a bank.
		let role = Role::CreditInstitution;
		let lower = pallet_margin::Call::set_terms { role, minimum: MINIMUM, notice: MINUTES };
		assert_ok!(decide(lower, &THREE));
		let (amount, profile) = (MINIMUM + BOND, Default::default());
		apply(Bob, pallet_margin::Call::register { role, amount, profile });
		assert_ok!(propose(create_currency(), &THREE));
		assert_ok!(propose(admit(), &THREE));
		chain.until_block(2 + MINUTES);
		for id in [0, 1] {
			assert_eq!(outcome(chain, id), Some(Ok(())));
		}
		apply(Bob, attest());
		test(chain);
		assert_eq!(everybodys_dollars(), issued());
		assert_eq!(bank().institution.outstanding, issued());
	});
}

/// The same where BHTD is traded for dollars, of which Dave, an operator, has 20,000.
pub fn with_market(test: impl FnOnce(&mut Chain)) {
	with_currency(|chain| {
		let open = || WholesaleCall::open_market { currency: USD, lots: lots() };
		for name in ALL {
			refused(name, open(), FORBIDDEN);
		}
		assert_eq!(decide(open(), &TWO), Err(FORBIDDEN));
		assert_ok!(decide(open(), &THREE));
		apply(Bob, mint(Dave, 20_000 * DOLLAR));
		test(chain);
	});
}

#[test]
fn terms_are_set_through_the_councils_list_and_in_no_other_way() {
	with_shop(|chain| {
		let (currency, institution) = (USD, Bob.to_account_id());
		let of_terms = [
			create_currency(),
			AnchorCall::set_terms { currency, terms: terms() },
			admit(),
			AnchorCall::dismiss { currency, institution },
			AnchorCall::resume_minting { currency },
		];
		for call in of_terms {
			// A motion is not root, however many vote for it, and neither is anybody who signs.
			assert_eq!(decide(call.clone(), &ALL), Err(FORBIDDEN), "{call:?}");
			for name in [Alice, Eve] {
				refused(name, call.clone(), FORBIDDEN);
			}
			assert_eq!(propose(call.clone(), &TWO), Err(FORBIDDEN), "{call:?}");
		}
		// Nothing else of the settlement token can be done as root, with the list or without.
		let not_listed = DispatchError::from(pallet_enactment::Error::<Runtime>::NotListed);
		for call in every_call_of_anchor() {
			let name = RuntimeCall::from(call.clone()).get_call_metadata().function_name;
			if !["create_currency", "set_terms", "admit", "dismiss", "resume_minting"]
				.contains(&name)
			{
				assert_eq!(propose(call, &ALL), Err(not_listed), "{name}");
			}
		}

		// WHEN two thirds want it
		assert_ok!(propose(create_currency(), &THREE));
		// THEN everybody has the time to see it coming
		chain.until_block(MINUTES);
		assert_eq!((outcome(chain, 0), Anchor::currency(USD)), (None, None));
		chain.until_block(2 + MINUTES);
		assert_eq!(outcome(chain, 0), Some(Ok(())));
		let view = Anchor::currency(USD).unwrap();
		assert_eq!((view.currency.decimals, view.total), (6, 0));
		assert_eq!(view.currency.terms, terms());
		// The asset is nobody's who has a key.
		let roles = [
			AnchoredAssets::owner(USD),
			AnchoredAssets::issuer(USD),
			AnchoredAssets::admin(USD),
			AnchoredAssets::freezer(USD),
		];
		assert!(roles.iter().all(|holder| *holder == Some(view.account.clone())));
	});
}

#[test]
fn bank_mints_within_its_reserve_its_window_and_its_bond() {
	with_currency(|chain| {
		let exceeds = DispatchError::from(pallet_margin::Error::<Runtime>::ExceedsCapacity);
		refused(Bob, mint(Dave, RESERVE + 1), AnchorError::ExceedsReserve);
		refused(Bob, mint(Dave, WINDOW_LIMIT + 1), AnchorError::ExceedsWindow);
		let all = 40_000 * DOLLAR;
		refused(Bob, mint(Dave, all + 1), exceeds);
		for name in [Alice, Charlie, Dave, Eve] {
			refused(name, mint(name, 1), AnchorError::InstitutionNotFound);
			refused(name, attest(), AnchorError::InstitutionNotFound);
		}
		assert_eq!(issued(), 0);

		assert_eq!((bank().mintable, bank().limit), (all, Limit::Bond));
		apply(Bob, mint(Dave, all));
		assert_eq!((dollars(Dave), issued()), ((all, 0), all));
		assert_eq!(owed(Bob, Role::CreditInstitution), BOND);
		refused(Bob, mint(Dave, 1), exceeds);
		// The bond is not for anything else any more, and the coin counts for one role alone.
		let role = Role::CreditInstitution;
		let withdraw = pallet_margin::Call::withdraw_excess { role, amount: 1 };
		assert!(attempt(Bob, withdraw).0.is_err());

		// WHEN a part is taken back, and the attestation has grown old
		apply(Dave, send(Bob, DOLLAR));
		apply(Bob, AnchorCall::retire { currency: USD, amount: DOLLAR });
		assert_eq!(owed(Bob, role), BOND - bonded(DOLLAR));
		chain.until_block(3 + MINUTES + FRESHNESS);
		// THEN nothing is minted, but redeemed
		refused(Bob, mint(Dave, DOLLAR), AnchorError::AttestationStale);
		apply(Dave, redeem(10 * DOLLAR));
		assert_eq!(issued(), all - 11 * DOLLAR);
		apply(Bob, attest());
		apply(Bob, mint(Dave, DOLLAR));
	});
}

#[test]
fn merchant_sells_wholesale_what_its_sales_have_brought() {
	with_market(|_| {
		// GIVEN a quote whose funds are on hold, and that the operator's margin bounds
		let size = 5_000 * UNITS;
		apply(Dave, bid(198, size));
		assert_eq!(dollars(Dave), (10_100 * DOLLAR, 9_900 * DOLLAR));
		assert_eq!(owed(Dave, Role::Operator), size / 10);
		let exceeds = pallet_margin::Error::<Runtime>::ExceedsCapacity;
		refused(Dave, quote(Side::Ask, 0, 203, 95_000 * UNITS + 10), exceeds);
		refused(Dave, quote(Side::Ask, 1, 203, LOT), WholesaleError::AskNotRetail);
		// And who gives away all else that it has.
		refused(Dave, send(Ferdie, 10_100 * DOLLAR), AnchorError::InsufficientTokens);
		apply(Dave, send(Ferdie, 10_100 * DOLLAR - 1));
		let dest = Ferdie.to_account_id().into();
		apply(Dave, pallet_balances::Call::transfer_all { dest, keep_alive: true });

		refused(Eve, wholesale(LOT, 195), WholesaleError::NotActiveMerchant);
		refused(Charlie, wholesale(LOT - UNITS, 195), WholesaleError::BelowLot);
		refused(Charlie, wholesale(LOT, 199), WholesaleError::NothingFilled);
		let above = WholesaleCall::wholesale {
			currency: USD,
			amount: LOT,
			limit: price(195),
			min_out: 198 * DOLLAR + 1,
			deadline: System::block_number(),
			max_fills: 1,
		};
		refused(Charlie, above, WholesaleError::BelowMinOut);
		assert_eq!(dollars(Charlie), (0, 0));

		// WHEN the merchant sells
		let before = (wealth(Charlie), wealth(Dave), issued());
		let promised =
			Wholesale::quote_wholesale(USD, 1_000 * UNITS, price(195), 2, Charlie.to_account_id());
		let fee = apply(Charlie, wholesale(1_000 * UNITS, 195));
		// THEN it gets the price of the quote, at once, and as it was told
		let outcome = promised.unwrap();
		assert_eq!((outcome.base, outcome.quote), (1_000 * UNITS, 1_980 * DOLLAR));
		assert_eq!(dollars(Charlie), (1_980 * DOLLAR, 0));
		assert_eq!(dollars(Dave), (1, 7_920 * DOLLAR));
		assert_eq!(wealth(Charlie), before.0 - 1_000 * UNITS - fee);
		assert_eq!(wealth(Dave), before.1 + 1_000 * UNITS);
		assert_eq!(issued(), before.2);

		// And the operator sells dearer than it has bought, to whom it sent dollars.
		apply(Ferdie, send(Eve, 500 * DOLLAR));
		apply(Dave, quote(Side::Ask, 0, 202, 100 * UNITS));
		let before = (wealth(Eve), wealth(Dave));
		let fee = apply(
			Eve,
			WholesaleCall::buy {
				market: BHTD,
				amount: 50 * UNITS,
				limit: price(202),
				max_in: 101 * DOLLAR,
				deadline: System::block_number(),
				max_fills: 1,
			},
		);
		assert_eq!(wealth(Eve), before.0 + 50 * UNITS - fee);
		assert_eq!(wealth(Dave), before.1 - 50 * UNITS);
		assert_eq!((dollars(Eve).0, dollars(Dave).0), (399 * DOLLAR, 101 * DOLLAR + 1));
		// WHEN the operator leaves
		apply(Dave, pallet_margin::Call::announce_exit { role: Role::Operator });
		// THEN it buys nothing any more, anybody removes what it has quoted, and no margin is owed for it
		refused(Charlie, wholesale(LOT, 195), WholesaleError::NothingFilled);
		for id in [0, 1] {
			assert_eq!(Wholesale::quote_of(id).unwrap().stale, Some(Departure::OwnerInactive));
			apply(Eve, WholesaleCall::remove_stale { id });
		}
		assert_eq!((dollars(Dave).1, owed(Dave, Role::Operator)), (0, 0));
		// What it has traded stays for everybody to read: four cents between buying and selling.
		let record = Wholesale::record(Dave.to_account_id(), BHTD).unwrap();
		assert_eq!((record.open, record.volume.fills), (vec![], 2));
		assert_eq!(record.spread.map(|spread| spread.into_inner()), Some(40_000_000_000));
	});
}

#[test]
fn holder_who_is_not_paid_is_paid_by_the_margin() {
	with_currency(|chain| {
		let role = Role::CreditInstitution;
		apply(Bob, mint(Charlie, 20_000 * DOLLAR));
		let held = Margin::held(&Bob.to_account_id(), role);

		// GIVEN two redemptions, of which the bank pays one
		let at = System::block_number();
		let before = wealth(Charlie);
		let mut fees = apply(Charlie, redeem(5_000 * DOLLAR));
		fees += apply(Charlie, redeem(1_000 * DOLLAR));
		assert_eq!((dollars(Charlie).0, issued()), (14_000 * DOLLAR, 14_000 * DOLLAR));
		// What was for the tokens is for the holder now.
		assert_eq!(owed(Bob, role), bonded(20_000 * DOLLAR));
		let (number, evidence) = (1, Default::default());
		let deposits = Balances::total_balance_on_hold(&Charlie.to_account_id());
		apply(Bob, AnchorCall::claim_paid { currency: USD, number, evidence });
		fees += apply(Charlie, AnchorCall::acknowledge { redemption: redemption(1) });
		assert_eq!((wealth(Charlie), owed(Bob, role)), (before - fees, bonded(19_000 * DOLLAR)));
		assert!(Balances::total_balance_on_hold(&Charlie.to_account_id()) < deposits);

		// WHEN the time for the other is over. Nobody can hurry it, or stop it.
		let settle = || AnchorCall::settle { redemption: redemption(0) };
		refused(Ferdie, settle(), AnchorError::DeadlineNotReached);
		// The bank takes out of its margin what it can.
		let amount = Margin::capacity(Bob.to_account_id(), role);
		apply(Bob, pallet_margin::Call::withdraw_excess { role, amount });
		let held = held - amount;
		assert_ok!(decide(AnchorCall::halt_minting { currency: USD }, &THREE));
		chain.until_block(at + MINUTES);
		let late = AnchorCall::claim_paid { currency: USD, number: 0, evidence };
		refused(Bob, late, AnchorError::DeadlinePassed);
		apply(Ferdie, settle());

		// THEN the margin pays what it owed, and the penalty
		let compensation = 5_000 * UNITS;
		let penalty = PENALTY * compensation;
		assert_eq!(wealth(Charlie), before - fees + compensation + penalty);
		assert_eq!(Margin::held(&Bob.to_account_id(), role), held - compensation - penalty);
		assert_eq!(owed(Bob, role), bonded(14_000 * DOLLAR));
		let closed = chain.find(|event| match event {
			RuntimeEvent::Anchor(pallet_anchor::Event::RedemptionClosed {
				ground,
				outcome,
				..
			}) => Some((ground, outcome)),
			_ => None,
		});
		let outcome = Outcome::Compensated { compensation, penalty, in_default: true };
		assert_eq!(closed, Some((Ground::Overdue, outcome)));
		refused(Ferdie, settle(), AnchorError::RedemptionNotFound);
		// The bank may not mint until it is admitted again, but has to redeem what there is.
		assert_eq!(bank().institution.standing, Standing::Defaulted);
		refused(Bob, mint(Charlie, DOLLAR), AnchorError::NotAdmitted);
		apply(Charlie, redeem(14_000 * DOLLAR));
		assert_eq!((issued(), bank().institution.pending), (0, 14_000 * DOLLAR));
	});
}

#[test]
fn disputed_payment_is_decided_by_two_thirds_of_the_council() {
	with_currency(|_| {
		apply(Bob, mint(Charlie, 1_000 * DOLLAR));
		let on_hold = || Balances::total_balance_on_hold(&Charlie.to_account_id());
		let before = (wealth(Charlie), on_hold());
		let evidence = Default::default();
		let mut fees = apply(Charlie, redeem(1_000 * DOLLAR));
		apply(Bob, AnchorCall::claim_paid { currency: USD, number: 0, evidence });
		// A tenth of the compensation is at stake, and Eve puts it down.
		let stake = 100 * UNITS;
		let eves = Balances::total_balance_on_hold(&Eve.to_account_id());
		apply(Eve, AnchorCall::back_objection { redemption: redemption(0) });
		assert_eq!(Balances::total_balance_on_hold(&Eve.to_account_id()), eves + stake);
		fees += apply(Charlie, AnchorCall::object { redemption: redemption(0), evidence });
		let call = || AnchorCall::decide { redemption: redemption(0), verdict: Verdict::NotPaid };
		assert_eq!(decide(call(), &TWO), Err(FORBIDDEN));
		for name in [Alice, Bob, Eve] {
			refused(name, call(), FORBIDDEN);
		}
		// Nor is it root's: who has a key of sudo is no judge.
		let root = call().dispatch_bypass_filter(RuntimeOrigin::root());
		assert_eq!(root.unwrap_err().error, FORBIDDEN);
		assert_ok!(decide(call(), &THREE));
		let compensation = 1_000 * UNITS;
		assert_eq!(wealth(Charlie), before.0 - fees + compensation + PENALTY * compensation);
		// The deposit of the redemption is back, and so is the stake.
		assert_eq!(on_hold(), before.1);
		assert_eq!(Balances::total_balance_on_hold(&Eve.to_account_id()), eves);
	});
}

#[test]
fn silent_council_neither_lets_a_bank_off_nor_punishes_it() {
	with_currency(|chain| {
		apply(Bob, mint(Charlie, 1_000 * DOLLAR));
		let evidence = Default::default();
		let before = wealth(Charlie);
		let mut fees = apply(Charlie, redeem(1_000 * DOLLAR));
		apply(Bob, AnchorCall::claim_paid { currency: USD, number: 0, evidence });
		fees += apply(Charlie, AnchorCall::object { redemption: redemption(0), evidence });
		chain.until_block(System::block_number() + MINUTES);
		apply(Ferdie, AnchorCall::settle { redemption: redemption(0) });
		assert_eq!(wealth(Charlie), before - fees + 1_000 * UNITS);
		assert_eq!(owed(Bob, Role::CreditInstitution), 0);
		apply(Bob, attest());
		apply(Bob, mint(Charlie, DOLLAR));
	});
}

#[test]
fn more_than_half_halt_minting_and_nothing_else() {
	with_currency(|chain| {
		apply(Bob, mint(Charlie, 1_000 * DOLLAR));
		let halt = || AnchorCall::halt_minting { currency: USD };
		for name in [Alice, Bob, Eve] {
			refused(name, halt(), FORBIDDEN);
		}
		assert_eq!(decide(halt(), &TWO), Err(FORBIDDEN));
		apply(Bob, mint(Charlie, DOLLAR));
		assert_ok!(decide(halt(), &THREE));
		refused(Bob, mint(Charlie, DOLLAR), AnchorError::MintingHalted);
		assert_eq!(bank().limit, Limit::Halt);
		// What there is goes on from hand to hand, and back.
		apply(Charlie, send(Eve, 100 * DOLLAR));
		apply(Eve, redeem(100 * DOLLAR));

		// It goes on as everything begins: by the list.
		let resume = || AnchorCall::resume_minting { currency: USD };
		assert_eq!(decide(resume(), &ALL), Err(FORBIDDEN));
		assert_ok!(propose(resume(), &THREE));
		let due = System::block_number() + MINUTES;
		refused(Bob, mint(Charlie, DOLLAR), AnchorError::MintingHalted);
		chain.until_block(due);
		assert_eq!(outcome(chain, 2), Some(Ok(())));
		apply(Bob, mint(Charlie, DOLLAR));
	});
}

#[test]
fn limits_are_for_who_is_not_identified_and_for_dollars_alone() {
	with_currency(|chain| {
		let limit = 100 * DOLLAR;
		let terms = Terms { holding_limit: Some(limit), ..terms() };
		assert_ok!(propose(AnchorCall::set_terms { currency: USD, terms }, &THREE));
		chain.until_block(System::block_number() + MINUTES);
		assert_eq!(outcome(chain, 2), Some(Ok(())));

		apply(Bob, mint(Eve, limit));
		refused(Bob, mint(Eve, 1), AnchorError::ExceedsHoldingLimit);
		apply(Bob, mint(Ferdie, limit));
		refused(Ferdie, send(Eve, 1), AnchorError::ExceedsHoldingLimit);
		// What is put aside counts as well.
		assert_ok!(decide(WholesaleCall::open_market { currency: USD, lots: lots() }, &THREE));
		apply(Eve, quote(Side::Bid, 0, 200, 10 * UNITS));
		assert_eq!(dollars(Eve), (80 * DOLLAR, 20 * DOLLAR));
		refused(Ferdie, send(Eve, 1), AnchorError::ExceedsHoldingLimit);
		// And who would get too much for BHTD cannot offer as much.
		refused(Ferdie, quote(Side::Ask, 0, 300, UNITS), WholesaleError::CannotReceive);

		// WHEN a registrar is sure of somebody
		for doubtful in [Judgement::Unknown, Judgement::LowQuality, Judgement::OutOfDate] {
			identify(Eve, doubtful);
			refused(Ferdie, send(Eve, 1), AnchorError::ExceedsHoldingLimit);
		}
		identify(Eve, Judgement::Reasonable);
		// THEN the limit is not for them
		apply(Ferdie, send(Eve, limit));
		assert_eq!(dollars(Eve).0, 180 * DOLLAR);
	});
}

#[test]
fn nobody_has_power_over_anothers_dollars() {
	with_currency(|_| {
		apply(Bob, mint(Eve, 1_000 * DOLLAR));
		apply(Eve, redeem(100 * DOLLAR));
		let before = (dollars(Eve), issued(), wealth(Ferdie), owed(Bob, Role::CreditInstitution));
		let members = pallet_collective::RawOrigin::<_, pallet_collective::Instance1>::Members;
		let origins = || -> Vec<RuntimeOrigin> {
			let signers = [Alice, Charlie, Dave, Ferdie].map(|name| signed(name.to_account_id()));
			let others = [RuntimeOrigin::root(), RuntimeOrigin::none(), members(4, 4).into()];
			signers.into_iter().chain(others).collect()
		};
		for call in every_call_of_anchor().into_iter().filter(|call| {
			use pallet_anchor::Call::*;
			matches!(
				call,
				attest { .. }
					| mint { .. } | retire { .. }
					| transfer { .. }
					| redeem { .. } | claim_paid { .. }
					| acknowledge { .. }
					| object { .. } | decide { .. }
					| settle { .. } | back_objection { .. }
			)
		}) {
			for origin in origins() {
				let outcome = call.clone().dispatch_bypass_filter(origin.clone());
				assert!(outcome.is_err(), "{call:?} by {origin:?}");
			}
		}
		// The institution mints and retires its own, and the council says who is one.
		let all = bank().institution.outstanding;
		refused(
			Bob,
			AnchorCall::retire { currency: USD, amount: 1 },
			AnchorError::InsufficientTokens,
		);
		refused(Bob, send(Ferdie, 1), AnchorError::InsufficientTokens);
		assert_eq!(all, before.1);
		let after = (dollars(Eve), issued(), wealth(Ferdie), owed(Bob, Role::CreditInstitution));
		assert_eq!(after, before);
	});
}

#[test]
fn more_than_half_stop_and_two_thirds_let_go_on() {
	with_market(|_| {
		type Members = pallet_collective::RawOrigin<AccountId, pallet_collective::Instance1>;
		let (market, currency) = (BHTD, USD);
		let by = |call: RuntimeCall, ayes, of| {
			let outcome = call.dispatch_bypass_filter(Members::Members(ayes, of).into());
			outcome.map(|_| ()).map_err(|failure| failure.error)
		};
		let stop: [RuntimeCall; 3] = [
			AnchorCall::halt_minting { currency }.into(),
			WholesaleCall::pause_market { market }.into(),
			pallet_data_rewards::Call::set_opening_paused { paused: true }.into(),
		];
		for call in stop {
			assert_eq!(by(call.clone(), 5, 10), Err(FORBIDDEN), "{call:?}");
			assert_ok!(by(call, 6, 10));
		}
		let go_on: [RuntimeCall; 3] = [
			WholesaleCall::resume_market { market }.into(),
			WholesaleCall::set_lots { market, lots: lots() }.into(),
			WholesaleCall::close_market { market }.into(),
		];
		for call in go_on {
			assert_eq!(by(call.clone(), 6, 10), Err(FORBIDDEN), "{call:?}");
			assert_ok!(by(call, 7, 10));
		}
		let verdict = Verdict::NotPaid;
		let decide = AnchorCall::decide { redemption: redemption(0), verdict };
		assert_eq!(by(decide.clone().into(), 6, 10), Err(FORBIDDEN));
		assert_eq!(by(decide.into(), 7, 10), Err(AnchorError::RedemptionNotFound.into()));
	});
}

#[test]
fn terms_last_for_days_on_live_networks_and_for_minutes_on_others() {
	let times = || {
		let bounds = CurrencyBounds::get();
		[
			bounds.shortest_window,
			bounds.shortest_redemption_period,
			bounds.shortest_objection_period,
			bounds.shortest_arbitration_period,
			<TermsInterval as Get<u32>>::get(),
		]
	};
	sp_io::TestExternalities::new_empty().execute_with(|| {
		assert_eq!(times(), [HOURS, 2 * DAYS, 3 * DAYS, 7 * DAYS, 7 * DAYS]);
	});
	with_shop(|_| assert_eq!(times(), [MINUTES; 5]));
}

#[test]
fn terms_that_do_not_fit_each_other_are_refused() {
	with_currency(|_| {
		let create = |decimals, terms| {
			let code = b"EUR".to_vec().try_into().unwrap();
			let call = AnchorCall::create_currency { code, decimals, terms };
			let outcome = call.dispatch_bypass_filter(RuntimeOrigin::root());
			outcome.map(|_| ()).map_err(|failure| failure.error)
		};
		let out = DispatchError::from(AnchorError::MinimumRedemptionOutOfBounds);
		let terms = terms();
		let zeros = |count| FixedU128::from(10u128.pow(count)) * terms.rate;
		// Ten dollars at least, of which each is worth a BHTD: not if a dollar were worth a hundredth of
		// that, or a hundred, or if there were two decimals more or less.
		for (decimals, rate) in [
			(6, terms.rate / FixedU128::from(100)),
			(6, zeros(2)),
			(8, terms.rate),
			(4, terms.rate),
		] {
			assert_eq!(create(decimals, Terms { rate, ..terms }), Err(out), "{decimals}");
		}
		for rate in [FixedU128::from(RATE), zeros(5)] {
			let out = DispatchError::from(AnchorError::RateOutOfBounds);
			assert_eq!(create(6, Terms { rate, ..terms }), Err(out), "{rate:?}");
		}
		for minimum_redemption in [0, DOLLAR - 1, 100 * DOLLAR + 1] {
			let terms = Terms { minimum_redemption, ..terms };
			assert_eq!(create(6, terms), Err(out), "{minimum_redemption}");
		}
		let bounds = CurrencyBounds::get();
		assert!(bounds.lowest_holding_limit >= bounds.highest_minimum_redemption);
		assert_ok!(create(6, terms));
	});
}
