//! A runtime with the order book, and the real margin, points and anchored token beneath it.

use crate::{self as pallet_wholesale, *};
use bhtd_primitives::{AssetKind, ClassId, CurrencyId, Loyalty, MarginLedger, Role};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	assert_ok, derive_impl,
	dispatch::DispatchResultWithPostInfo,
	parameter_types,
	traits::{
		fungible::{self, HoldConsideration, Inspect as _, InspectHold as _},
		fungibles::{self, Inspect as _, InspectHold as _},
		AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, Contains, Footprint,
		LinearStoragePrice,
	},
	PalletId,
};
use frame_system::{EnsureNever, EnsureRoot, EnsureSignedBy};
use pallet_anchor::types::{Bounds, Terms};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::{Convert, IdentityLookup},
	BuildStorage, DispatchResult, Either, FixedU128, Permill,
};
use std::collections::BTreeSet;

pub type Balance = u128;
/// As wide as a vault's id needs: four bytes of prefix, eight of the pallet's id, four of the class's.
pub type AccountId = u128;

/// Issues class 0.
pub const MERCHANT: AccountId = 1;
/// Operators.
pub const DESK: AccountId = 2;
pub const BROKER: AccountId = 3;
/// Institutions, which issue `USD`.
pub const BANK: AccountId = 4;
pub const RIVAL: AccountId = 5;
/// None of these.
pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
/// Has no BHTD.
pub const NEWCOMER: AccountId = 13;
/// May pause markets and halt minting.
pub const GUARD: AccountId = 21;
/// Decides about redemptions.
pub const ARBITER: AccountId = 22;

pub const ACTORS: [AccountId; 8] = [MERCHANT, DESK, BROKER, BANK, RIVAL, ALICE, BOB, NEWCOMER];

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const MINIMUM: Balance = 1_000;
pub const NOTICE: u64 = 10;
pub const ENDOWMENT: Balance = 1_000_000_000;
/// The margin of everybody who has one, beyond the minimum.
pub const MARGIN: Balance = 10_000_000;
pub const SUPPLY: Balance = 1_000_000;
/// Planck per point of class 0.
pub const FLOOR: Balance = 2;
/// The currency. Its tokens come from institutions only.
pub const USD: CurrencyId = 0;
/// What the margin of each institution bears.
pub const BOND: Balance = 100_000_000;
/// What a default costs beyond the compensation.
const PENALTY: Permill = Permill::from_percent(10);
/// What an account may have of `USD` that is not identified, until a test says otherwise.
pub const HOLDING_LIMIT: Balance = 2 * ENDOWMENT;
/// Planck of the lots of the market of BHTD against `USD`.
pub const RETAIL: Balance = 100;
pub const LOT: Balance = 1_000;
pub const BULK: Balance = 10_000;
/// Points of the only lot of class 0.
pub const POINTS_LOT: Balance = 25;
pub const LIFETIME: u64 = 1_000;
pub const MAX_FILLS: u32 = 8;
pub const MAX_OFFERS: u32 = 500;

pub const BHTD_USD: Market = Market::Bhtd(USD);
pub const POINTS: Market = Market::Points(0);

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type PointAssets = pallet_assets<Instance1>;
	#[runtime::pallet_index(3)]
	pub type PointsHolder = pallet_assets_holder<Instance1>;
	#[runtime::pallet_index(4)]
	pub type Tokens = pallet_assets<Instance2>;
	#[runtime::pallet_index(5)]
	pub type TokensHolder = pallet_assets_holder<Instance2>;
	#[runtime::pallet_index(6)]
	pub type Margin = pallet_margin;
	#[runtime::pallet_index(7)]
	pub type Points = pallet_points;
	#[runtime::pallet_index(8)]
	pub type Wholesale = pallet_wholesale;
	#[runtime::pallet_index(9)]
	pub type Anchor = pallet_anchor;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
	// Tests freeze what is on hold.
	type FreezeIdentifier = u8;
	type MaxFreezes = ConstU32<1>;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config<pallet_assets::Instance1> for Test {
	type Balance = Balance;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureNever<AccountId>>;
	type ForceOrigin = EnsureNever<AccountId>;
	type AssetDeposit = NoDeposit;
	type AssetAccountDeposit = NoDeposit;
	type MetadataDepositBase = NoDeposit;
	type MetadataDepositPerByte = NoDeposit;
	type Freezer = ();
	type Holder = PointsHolder;
}

impl pallet_assets_holder::Config<pallet_assets::Instance1> for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeEvent = RuntimeEvent;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config<pallet_assets::Instance2> for Test {
	type Balance = Balance;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureNever<AccountId>>;
	type ForceOrigin = EnsureNever<AccountId>;
	type AssetDeposit = NoDeposit;
	type AssetAccountDeposit = NoDeposit;
	type MetadataDepositBase = NoDeposit;
	type MetadataDepositPerByte = NoDeposit;
	type Freezer = ();
	type Holder = TokensHolder;
}

impl pallet_assets_holder::Config<pallet_assets::Instance2> for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeEvent = RuntimeEvent;
}

parameter_types! {
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
	pub const NoDeposit: Balance = 0;
	pub const ClassReason: RuntimeHoldReason =
		RuntimeHoldReason::Points(pallet_points::HoldReason::Class);
	pub const BookReason: RuntimeHoldReason =
		RuntimeHoldReason::Points(pallet_points::HoldReason::ReceiptBook);
	pub const ProfileReason: RuntimeHoldReason =
		RuntimeHoldReason::Margin(pallet_margin::HoldReason::Profile);
	pub const DepositReason: RuntimeHoldReason = RuntimeHoldReason::Wholesale(HoldReason::Deposit);
	pub const DepositBase: Balance = 100;
	pub const DepositPerByte: Balance = 1;
	pub const AnchorReason: RuntimeHoldReason =
		RuntimeHoldReason::Anchor(pallet_anchor::HoldReason::Deposit);
	pub const PointsPalletId: PalletId = PalletId(*b"bhtd/pts");
	pub const AnchorPalletId: PalletId = PalletId(*b"bhtd/anc");
	pub const LowestMinimum: Balance = 1;
	pub const HighestMinimum: Balance = ENDOWMENT;
	pub const ShortestNotice: u64 = 1;
	pub const LongestNotice: u64 = 1_000;
	pub const ExposureRate: Permill = Permill::from_percent(10);
	pub const ObjectionShare: Permill = Permill::from_percent(10);
	pub const LowestLot: Balance = 50;
	pub const HighestLot: Balance = 1_000_000;
	pub AnchorBounds: pallet_anchor::BoundsOf<Test> = bounds();
	/// To whom the holding limit does not apply.
	pub static Identified: BTreeSet<AccountId> = BTreeSet::new();
}

/// Hardly any, so that tests can set what terms they need.
fn bounds() -> pallet_anchor::BoundsOf<Test> {
	Bounds {
		lowest_rate: cents(1),
		highest_rate: 100.into(),
		shortest_window: 1,
		shortest_redemption_period: 1,
		shortest_objection_period: 1,
		shortest_arbitration_period: 1,
		longest_period: 1_000,
		longest_freshness: 1_000_000,
		highest_window_limit: Balance::MAX,
		lowest_minimum_redemption: 1,
		highest_minimum_redemption: ENDOWMENT,
		lowest_holding_limit: 0,
	}
}

type StoragePrice = LinearStoragePrice<DepositBase, DepositPerByte, Balance>;
type Deposit<Reason> = HoldConsideration<AccountId, Balances, Reason, StoragePrice, Footprint>;

impl pallet_margin::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = Deposit<ProfileReason>;
	type ArbiterOrigin = EnsureRoot<AccountId>;
	type TermsOrigin = EnsureRoot<AccountId>;
	type BlockNumberProvider = System;
	type LowestMinimum = LowestMinimum;
	type HighestMinimum = HighestMinimum;
	type ShortestNotice = ShortestNotice;
	type LongestNotice = LongestNotice;
	type MaxProfileLength = ConstU32<64>;
	type MaxBeneficiaries = ConstU32<4>;
	type WeightInfo = ();
}

impl pallet_points::Config for Test {
	type Assets = PointAssets;
	type Margin = Margin;
	type ClassConsideration = Deposit<ClassReason>;
	type BookConsideration = Deposit<BookReason>;
	type PalletId = PointsPalletId;
	type MaxNameLength = ConstU32<50>;
	type MaxDesignLength = ConstU32<256>;
	type MaxAwards = ConstU32<8>;
	type WeightInfo = ();
}

/// What is not BHTD.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub enum Issued {
	Anchored(CurrencyId),
	Points(ClassId),
}

pub struct ByLayer;

impl Convert<AssetKind, Either<(), Issued>> for ByLayer {
	fn convert(asset: AssetKind) -> Either<(), Issued> {
		match asset {
			AssetKind::Bhtd => Either::Left(()),
			AssetKind::Anchored(currency) => Either::Right(Issued::Anchored(currency)),
			AssetKind::Points(class) => Either::Right(Issued::Points(class)),
		}
	}
}

impl Convert<Issued, Either<CurrencyId, ClassId>> for ByLayer {
	fn convert(asset: Issued) -> Either<CurrencyId, ClassId> {
		match asset {
			Issued::Anchored(currency) => Either::Left(currency),
			Issued::Points(class) => Either::Right(class),
		}
	}
}

type Union<Bhtd, Anchored, Points> = fungible::UnionOf<
	Bhtd,
	fungibles::UnionOf<Anchored, Points, ByLayer, Issued, AccountId>,
	ByLayer,
	AssetKind,
	AccountId,
>;
pub type Assets = Union<Balances, Tokens, PointAssets>;
pub type Holds = Union<Balances, TokensHolder, PointsHolder>;

pub struct IsIdentified;

impl Contains<AccountId> for IsIdentified {
	fn contains(who: &AccountId) -> bool {
		Identified::get().contains(who)
	}
}

impl pallet_anchor::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Assets = Tokens;
	type Margin = Margin;
	type Judgement = IsIdentified;
	type Consideration = Deposit<AnchorReason>;
	type TermsOrigin = EnsureRoot<AccountId>;
	type HaltOrigin = EnsureSignedBy<Guarding, AccountId>;
	type ArbiterOrigin = EnsureSignedBy<Arbitrating, AccountId>;
	type BlockNumberProvider = System;
	type Bounds = AnchorBounds;
	// Limits and rates change whenever a test wants them to.
	type TermsInterval = ConstU64<0>;
	type ObjectionShare = ObjectionShare;
	type LeastObjection = ConstU128<500>;
	type PalletId = AnchorPalletId;
	type MaxCodeLength = ConstU32<8>;
	type MaxReferenceLength = ConstU32<32>;
	type WeightInfo = ();
}

impl Config for Test {
	type Assets = Assets;
	type Holds = Holds;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Loyalty = Points;
	type Settlement = Anchor;
	type Consideration = Deposit<DepositReason>;
	type MarketOrigin = EnsureRoot<AccountId>;
	type PauseOrigin = EnsureSignedBy<Guarding, AccountId>;
	type BlockNumberProvider = System;
	type ExposureRate = ExposureRate;
	type LongestLifetime = ConstU64<LIFETIME>;
	type LowestLot = LowestLot;
	type HighestLot = HighestLot;
	type MaxFills = ConstU32<MAX_FILLS>;
	type MaxOffers = ConstU32<MAX_OFFERS>;
	type WeightInfo = ();
}

frame_support::ord_parameter_types! {
	pub const Guarding: AccountId = GUARD;
	pub const Arbitrating: AccountId = ARBITER;
}

/// Builds the state of a test, runs it, and checks every invariant at its end.
pub struct ExtBuilder {
	margin: Balance,
	markets: bool,
	bond: Balance,
	rate: FixedU128,
	tokens: Balance,
	issues: bool,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			margin: MARGIN,
			markets: true,
			bond: BOND,
			rate: cents(1),
			tokens: ENDOWMENT,
			issues: false,
		}
	}
}

impl ExtBuilder {
	/// What the margin of each operator can bear.
	pub fn margin(mut self, margin: Balance) -> Self {
		self.margin = margin;
		self
	}

	/// Without markets.
	pub fn without_markets(mut self) -> Self {
		self.markets = false;
		self
	}

	/// Institutions issue and redeem in the course of the test. The margin of each can bear `bond` at
	/// `rate` planck per unit, and whoever has BHTD gets `tokens` at the start.
	pub fn issuing(mut self, bond: Balance, rate: FixedU128, tokens: Balance) -> Self {
		(self.bond, self.rate, self.tokens, self.issues) = (bond, rate, tokens, true);
		self
	}

	pub fn build(&self) -> sp_io::TestExternalities {
		let holders = [MERCHANT, DESK, BROKER, ALICE, BOB, GUARD];
		let rich = holders.into_iter().chain([BANK, RIVAL, ARBITER]);
		// What compensates for tokens, and the penalty for not paying them.
		let institution = MINIMUM + self.bond + PENALTY.mul_ceil(self.bond);
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: rich.map(|who| (who, ENDOWMENT)).collect(),
				..Default::default()
			},
			margin: pallet_margin::GenesisConfig {
				terms: Role::ALL.map(|role| (role, MINIMUM, NOTICE)).to_vec(),
				margins: vec![
					(MERCHANT, Role::Merchant, MINIMUM + MARGIN),
					(DESK, Role::Operator, MINIMUM + self.margin),
					(BROKER, Role::Operator, MINIMUM + self.margin),
					(BANK, Role::CreditInstitution, institution),
					(RIVAL, Role::CreditInstitution, institution),
				],
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			Identified::set(ACTORS.into());
			System::set_block_number(1);
			let code = b"USD".to_vec().try_into().unwrap();
			assert_ok!(Anchor::create_currency(root(), code, 0, terms(self.rate)));
			for who in [BANK, RIVAL] {
				assert_ok!(Anchor::admit(root(), USD, who));
				assert_ok!(Anchor::attest(signed(who), USD, Balance::MAX / 4, Default::default()));
			}
			for who in holders {
				assert_ok!(mint(BANK, who, self.tokens));
			}
			assert_ok!(create_class(FLOOR.into()));
			if self.markets {
				assert_ok!(Wholesale::open_market(root(), USD, lots(&[RETAIL, LOT, BULK])));
				assert_ok!(Wholesale::open_points_market(signed(DESK), 0));
			}
		});
		ext
	}

	/// Runs a test and checks every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			let before = issuance();
			test();
			check_invariants();
			let after = issuance();
			assert_eq!([after[0], after[2]], [before[0], before[2]]);
			assert!(self.issues || after[1] == before[1]);
		});
	}
}

/// What the currency demands in the tests.
fn terms(rate: FixedU128) -> pallet_anchor::TermsOf<Test> {
	Terms {
		rate,
		freshness: 1_000_000,
		window: 1_000,
		window_limit: Balance::MAX / 4,
		redemption_period: 5,
		objection_period: 5,
		arbitration_period: 5,
		penalty: PENALTY,
		minimum_redemption: 100,
		holding_limit: Some(HOLDING_LIMIT),
	}
}

/// How much there is of everything.
pub fn issuance() -> [Balance; 3] {
	[Balances::total_issuance(), Tokens::total_issuance(USD), PointAssets::total_issuance(0)]
}

/// What institutions have minted and neither retired nor redeemed.
fn outstanding() -> Balance {
	pallet_anchor::Institutions::<Test>::iter_prefix_values(USD).map(|it| it.outstanding).sum()
}

/// What merchants owe for the points of their classes.
fn liability(who: AccountId) -> Balance {
	let classes = pallet_points::Classes::<Test>::iter_values();
	classes.filter(|class| class.issuer == who).map(|class| class.liability).sum()
}

pub fn check_invariants() {
	Wholesale::do_try_state().unwrap();
	Points::do_try_state().unwrap();
	Anchor::do_try_state().unwrap();
	Margin::do_try_state().unwrap();
	for who in ACTORS {
		assert_eq!(Margin::owed(&who, Role::Merchant), liability(who));
	}
	check_sums();
	check_deposits();
}

/// All accounts together have what was issued.
fn check_sums() {
	let accounts = || frame_system::Account::<Test>::iter_keys();
	let bhtd: Balance = accounts().map(|who| Balances::total_balance(&who)).sum();
	assert_eq!(bhtd, Balances::total_issuance());
	let tokens: Balance = accounts().map(|who| Tokens::total_balance(USD, &who)).sum();
	assert_eq!((tokens, tokens), (Tokens::total_issuance(USD), outstanding()));
	let points: Balance = accounts().map(|who| PointAssets::total_balance(0, &who)).sum();
	assert_eq!(points, PointAssets::total_issuance(0));
}

/// Every account holds the deposits of its records and no other.
fn check_deposits() {
	for who in frame_system::Account::<Test>::iter_keys() {
		let quotes = Quotes::<Test>::iter_values().filter(|quote| quote.owner == who);
		let records = Records::<Test>::iter_prefix(who);
		let markets = Openers::<Test>::iter_values().filter(|(opener, _)| *opener == who);
		let footprints = quotes
			.map(|_| Wholesale::quote_footprint())
			.chain(records.map(|_| Wholesale::record_footprint()))
			.chain(markets.map(|_| Wholesale::market_footprint()));
		let due = footprints.map(<StoragePrice as Convert<Footprint, Balance>>::convert).sum();
		assert_eq!(Balances::balance_on_hold(&HoldReason::Deposit.into(), &who), due);
	}
}

fn create_class(floor: FixedU128) -> DispatchResult {
	let name = b"Beans".to_vec();
	Points::create_class(
		signed(MERCHANT),
		name.clone().try_into().unwrap(),
		name.try_into().unwrap(),
		2,
		SUPPLY,
		floor,
		pallet_points::types::Kind::Value,
		pallet_points::types::Scope::Global,
		Default::default(),
	)
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn lots(lots: &[Balance]) -> LotsOf<Test> {
	lots.to_vec().try_into().unwrap()
}

pub fn advance(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

/// A price in hundredths.
pub fn cents(price: u128) -> FixedU128 {
	FixedU128::from_rational(price, 100)
}

pub fn any_price(side: Side) -> FixedU128 {
	FixedU128::from_inner(match side {
		Side::Bid => 0,
		Side::Ask => u128::MAX,
	})
}

pub fn bhtd(who: AccountId) -> Balance {
	Balances::balance(&who)
}

pub fn usd(who: AccountId) -> Balance {
	Tokens::balance(USD, who)
}

pub fn points(who: AccountId) -> Balance {
	PointAssets::balance(0, who)
}

/// All of everything an account has, on hold or not.
pub fn wealth(who: AccountId) -> [Balance; 3] {
	[
		Balances::total_balance(&who),
		Tokens::total_balance(USD, &who),
		PointAssets::total_balance(0, &who),
	]
}

pub fn on_hold(asset: AssetKind, who: AccountId) -> Balance {
	Holds::balance_on_hold(asset, &HoldReason::Quote.into(), &who)
}

pub fn owed(who: AccountId) -> Balance {
	Margin::owed(&who, Role::Operator)
}

/// Lets an account have so much of the currency at most, as everybody whom nobody has identified.
pub fn limit(who: AccountId, most: Balance) {
	Identified::mutate(|identified| identified.remove(&who));
	assert_ok!(set_terms(|terms| terms.holding_limit = Some(most)));
}

/// Lets an account have as much of the currency as there is.
pub fn no_limit(who: AccountId) {
	Identified::mutate(|identified| identified.insert(who));
}

/// Changes the terms of the currency.
pub fn set_terms(change: impl FnOnce(&mut pallet_anchor::TermsOf<Test>)) -> DispatchResult {
	let mut terms = pallet_anchor::Currencies::<Test>::get(USD).unwrap().terms;
	change(&mut terms);
	Anchor::set_terms(root(), USD, terms)
}

/// Mints without a limit for the liability.
pub fn mint(who: AccountId, to: AccountId, amount: Balance) -> DispatchResult {
	Anchor::mint(signed(who), USD, to, amount, Balance::MAX)
}

pub fn send_usd(from: AccountId, to: AccountId, amount: Balance) -> DispatchResult {
	Anchor::transfer(signed(from), USD, to, amount)
}

/// Gives points of class 0 to `who`.
pub fn give_points(who: AccountId, amount: Balance) {
	assert_ok!(<Points as Loyalty<_>>::award(&MERCHANT, 0, &who, amount));
}

/// Quotes for as long as can be.
pub fn quote(
	who: AccountId,
	market: Market,
	side: Side,
	lot: u8,
	price: FixedU128,
	size: Balance,
) -> DispatchResult {
	let expiry = System::block_number() + LIFETIME;
	Wholesale::quote(signed(who), market, side, lot, price, size, expiry)
}

/// A quote that is placed, and its id.
pub fn placed(
	who: AccountId,
	market: Market,
	side: Side,
	lot: u8,
	price: u128,
	size: Balance,
) -> u64 {
	let id = NextQuote::<Test>::get();
	assert_ok!(quote(who, market, side, lot, cents(price), size));
	id
}

/// A retail bid for BHTD, at hundredths of `USD` per planck.
pub fn bid(who: AccountId, price: u128, size: Balance) -> u64 {
	placed(who, BHTD_USD, Side::Bid, 0, price, size)
}

/// A retail ask for BHTD, at hundredths of `USD` per planck.
pub fn ask(who: AccountId, price: u128, size: Balance) -> u64 {
	placed(who, BHTD_USD, Side::Ask, 0, price, size)
}

/// A bid for points, at hundredths of a planck per point.
pub fn points_bid(who: AccountId, price: u128, size: Balance) -> u64 {
	placed(who, POINTS, Side::Bid, 0, price, size)
}

/// What a call answers, without what it weighs.
pub fn plain(result: DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|error| error.error)
}

/// Sells, and meets as many quotes as can be.
pub fn try_sell(
	who: AccountId,
	market: Market,
	amount: Balance,
	limit: FixedU128,
	min_out: Balance,
	deadline: u64,
) -> DispatchResult {
	plain(Wholesale::sell(signed(who), market, amount, limit, min_out, deadline, MAX_FILLS))
}

/// Buys, and meets as many quotes as can be.
pub fn try_buy(
	who: AccountId,
	market: Market,
	amount: Balance,
	limit: FixedU128,
	max_in: Balance,
	deadline: u64,
) -> DispatchResult {
	plain(Wholesale::buy(signed(who), market, amount, limit, max_in, deadline, MAX_FILLS))
}

/// Sells wholesale, and meets as many quotes as can be.
pub fn try_wholesale(
	who: AccountId,
	amount: Balance,
	limit: FixedU128,
	min_out: Balance,
	deadline: u64,
) -> DispatchResult {
	plain(Wholesale::wholesale(signed(who), USD, amount, limit, min_out, deadline, MAX_FILLS))
}

/// Converts, and meets as many quotes as can be.
pub fn try_convert(
	who: AccountId,
	class: ClassId,
	amount: Balance,
	min_out: Balance,
	deadline: u64,
) -> DispatchResult {
	plain(Wholesale::convert_best(signed(who), class, amount, min_out, deadline, MAX_FILLS))
}

/// Sells at any price.
pub fn sell(who: AccountId, market: Market, amount: Balance) -> DispatchResult {
	try_sell(who, market, amount, any_price(Side::Bid), 0, System::block_number())
}

/// Buys at any price.
pub fn buy(who: AccountId, market: Market, amount: Balance) -> DispatchResult {
	try_buy(who, market, amount, any_price(Side::Ask), Balance::MAX, System::block_number())
}

/// Sells wholesale at any price.
pub fn wholesale(who: AccountId, amount: Balance) -> DispatchResult {
	try_wholesale(who, amount, any_price(Side::Bid), 0, System::block_number())
}

pub fn convert(who: AccountId, amount: Balance, min_out: Balance) -> DispatchResult {
	try_convert(who, 0, amount, min_out, System::block_number())
}

/// What is left of a quote; `None` if it has left.
pub fn rest(id: u64) -> Option<Balance> {
	Quotes::<Test>::get(id).map(|quote| quote.remaining)
}

/// The fills since the last reset of the events: quote, base and quote leg.
pub fn fills() -> Vec<(u64, Balance, Balance)> {
	events(|event| match event {
		Event::Filled { id, base, quote, .. } => Some((id, base, quote)),
		_ => None,
	})
}

/// The quotes that have left since the last reset of the events, and why.
pub fn departures() -> Vec<(u64, Departure)> {
	events(|event| match event {
		Event::Left { id, reason } => Some((id, reason)),
		_ => None,
	})
}

pub fn events<R>(pick: impl Fn(Event<Test>) -> Option<R>) -> Vec<R> {
	let own = System::events().into_iter().filter_map(|record| match record.event {
		RuntimeEvent::Wholesale(event) => Some(event),
		_ => None,
	});
	own.filter_map(pick).collect()
}
