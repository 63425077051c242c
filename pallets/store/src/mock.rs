//! A runtime with the store, and the real margin, points and assets beneath it.

use crate::{self as pallet_store, *};
use bhtd_primitives::{ClassId, Loyalty, MarginLedger, OrderId, Receipt, Role};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, Inspect, InspectHold},
		fungibles::InspectHold as _,
		tokens::imbalance::ResolveTo,
		AsEnsureOriginWithArg, ConstU32, ConstU64, Footprint, LinearStoragePrice,
	},
	weights::Weight,
	PalletId,
};
use frame_system::{EnsureNever, EnsureRoot};
use sp_runtime::{
	traits::{Convert, IdentityLookup},
	BuildStorage, DispatchResult, FixedU128, Permill,
};

pub type Balance = u128;
/// As wide as a vault's id needs: four bytes of prefix, eight of the pallet's id, four of the class's.
pub type AccountId = u128;
pub type Hash = <Test as frame_system::Config>::Hash;

/// Issues class 0.
pub const MERCHANT: AccountId = 1;
/// Issues class 1.
pub const RIVAL: AccountId = 2;
pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
/// Has an account without much in it.
pub const CAROL: AccountId = 13;
/// An operator.
pub const ARBITER: AccountId = 21;
/// A credit institution.
pub const JUDGE: AccountId = 22;
pub const TREASURY: AccountId = 90;

pub const ACTORS: [AccountId; 7] = [MERCHANT, RIVAL, ALICE, BOB, CAROL, ARBITER, JUDGE];

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const MINIMUM: Balance = 1_000;
pub const NOTICE: u64 = 10;
pub const ENDOWMENT: Balance = 1_000_000_000;
/// Planck per point of class 0; those of class 1 are worth one.
pub const FLOOR: Balance = 2;
/// The margin of each merchant beyond the minimum.
pub const MARGIN: Balance = 1_000_000;
pub const SUPPLY: Balance = 1_000_000;
pub const SHORTEST_WINDOW: u64 = 5;
pub const LONGEST_WINDOW: u64 = 100;
pub const ARBITRATION: u64 = 30;
pub const DAY: u64 = 50;
pub const DELIVERY: u64 = 10;
pub const RETURNS: u64 = 20;

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
	pub type Assets = pallet_assets<Instance1>;
	#[runtime::pallet_index(3)]
	pub type AssetsHolder = pallet_assets_holder<Instance1>;
	#[runtime::pallet_index(4)]
	pub type Margin = pallet_margin;
	#[runtime::pallet_index(5)]
	pub type Points = pallet_points;
	#[runtime::pallet_index(6)]
	pub type Store = pallet_store;
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
	type Holder = AssetsHolder;
}

impl pallet_assets_holder::Config<pallet_assets::Instance1> for Test {
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
	pub const DepositReason: RuntimeHoldReason = RuntimeHoldReason::Store(HoldReason::Deposit);
	pub const DepositBase: Balance = 100;
	pub const DepositPerByte: Balance = 1;
	pub const PointsPalletId: PalletId = PalletId(*b"bhtd/pts");
	pub const LowestMinimum: Balance = 1;
	pub const HighestMinimum: Balance = ENDOWMENT;
	pub const ShortestNotice: u64 = 1;
	pub const LongestNotice: u64 = 1_000;
	pub const FeeRate: Permill = Permill::from_percent(1);
	pub const BurntShare: Permill = Permill::from_percent(50);
	pub const Treasury: AccountId = TREASURY;
	/// Planck burnt according to events that have been forgotten.
	pub static BurntBefore: Balance = 0;
	/// The receipts of completed orders.
	pub static Receipts: Vec<Receipt<AccountId, Balance>> = Vec::new();
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
	type Assets = Assets;
	type Margin = Margin;
	type ClassConsideration = Deposit<ClassReason>;
	type BookConsideration = Deposit<BookReason>;
	type PalletId = PointsPalletId;
	type MaxNameLength = ConstU32<50>;
	type MaxDesignLength = ConstU32<256>;
	type MaxAwards = ConstU32<8>;
	type WeightInfo = ();
}

/// What telling of a completed order weighs.
pub const RECEIPT_WEIGHT: Weight = Weight::from_parts(7, 11);

pub struct KeepReceipts;
impl bhtd_primitives::OnCompletion<AccountId, Balance> for KeepReceipts {
	fn completed(receipt: &Receipt<AccountId, Balance>) {
		Receipts::mutate(|receipts| receipts.push(receipt.clone()));
	}

	fn weight() -> Weight {
		RECEIPT_WEIGHT
	}
}

impl Config for Test {
	type Currency = Balances;
	type Points = AssetsHolder;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Loyalty = Points;
	type OnCompletion = KeepReceipts;
	type Treasury = ResolveTo<Treasury, Balances>;
	type Consideration = Deposit<DepositReason>;
	type BlockNumberProvider = System;
	type FeeRate = FeeRate;
	type BurntShare = BurntShare;
	type ShortestWindow = ConstU64<SHORTEST_WINDOW>;
	type LongestWindow = ConstU64<LONGEST_WINDOW>;
	type ArbitrationPeriod = ConstU64<ARBITRATION>;
	type DayLength = ConstU64<DAY>;
	type MaxTitleLength = ConstU32<32>;
	type MaxUriLength = ConstU32<64>;
	type MaxArbiters = ConstU32<3>;
	type MaxMultipliers = ConstU32<3>;
	type WeightInfo = ();
}

/// Builds the state of a test, runs it, and checks every invariant at its end.
pub struct ExtBuilder {
	margin: Balance,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { margin: MARGIN }
	}
}

impl ExtBuilder {
	/// What the margin of `MERCHANT` can bear.
	pub fn margin(mut self, margin: Balance) -> Self {
		self.margin = margin;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let rich = [MERCHANT, RIVAL, ALICE, BOB, ARBITER, JUDGE].map(|who| (who, ENDOWMENT));
		let poor = [CAROL, TREASURY].map(|who| (who, EXISTENTIAL_DEPOSIT));
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: [&rich[..], &poor[..]].concat(),
				..Default::default()
			},
			margin: pallet_margin::GenesisConfig {
				terms: Role::ALL.map(|role| (role, MINIMUM, NOTICE)).to_vec(),
				margins: vec![
					(MERCHANT, Role::Merchant, MINIMUM + self.margin),
					(RIVAL, Role::Merchant, MINIMUM + MARGIN),
					(ARBITER, Role::Operator, MINIMUM),
					(JUDGE, Role::CreditInstitution, MINIMUM),
				],
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			Receipts::set(Vec::new());
			BurntBefore::set(0);
			System::set_block_number(1);
			assert_ok!(create_class(MERCHANT, FLOOR.into()));
			assert_ok!(create_class(RIVAL, 1.into()));
		});
		ext
	}

	/// Runs a test and checks every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			let before = Balances::total_issuance();
			test();
			check_invariants();
			check_conservation(before);
		});
	}
}

pub fn check_invariants() {
	Store::do_try_state().unwrap();
	Points::do_try_state().unwrap();
	Margin::do_try_state().unwrap();
	check_deposits();
}

/// Every account holds the deposits of its records and no other.
fn check_deposits() {
	for who in frame_system::Account::<Test>::iter_keys() {
		let footprints = Products::<Test>::iter()
			.filter(|(_, product)| product.merchant == who)
			.map(|(id, _)| Store::product_footprint(&Listings::<Test>::get(id).unwrap().content))
			.chain(
				Orders::<Test>::iter_values()
					.filter(|order| order.buyer == who)
					.map(|_| Store::order_footprint()),
			)
			.chain(
				Rules::<Test>::iter_values()
					.filter(|rule| rule.owner == who)
					.map(|_| Store::rule_footprint()),
			)
			.chain(
				DayUses::<Test>::iter()
					.filter(|(_, buyer, _)| *buyer == who)
					.map(|_| Store::day_footprint()),
			)
			.chain(
				MissedAwards::<Test>::iter_values()
					.filter(|missed| missed.buyer == who)
					.map(|_| Store::missed_award_footprint()),
			);
		let due = footprints.map(<StoragePrice as Convert<Footprint, Balance>>::convert).sum();
		assert_eq!(Balances::balance_on_hold(&HoldReason::Deposit.into(), &who), due);
	}
}

/// Planck burnt according to the events.
fn burnt() -> Balance {
	let fees = steps().into_iter().map(|(_, step, _)| match step {
		Step::Completed { fee, .. } | Step::Resolved { fee, .. } => fee,
		_ => 0,
	});
	fees.map(|fee| BurntShare::get().mul_ceil(fee)).sum()
}

/// Forgets the events, so that long tests need not read all of them again and again.
pub fn forget_events() {
	BurntBefore::mutate(|before| *before += burnt());
	System::reset_events();
}

/// No coin and no point is made or lost, but for the part of the fees that is burnt.
pub fn check_conservation(issuance_before: Balance) {
	let bhtd: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(bhtd, Balances::total_issuance());
	assert_eq!(bhtd + BurntBefore::get() + burnt(), issuance_before);
	for class in [0, 1] {
		let all: Balance = frame_system::Account::<Test>::iter_keys()
			.map(|who| points(class, who) + points_on_hold(class, who))
			.sum();
		assert_eq!(all, SUPPLY);
	}
}

fn create_class(who: AccountId, floor: FixedU128) -> DispatchResult {
	let name = b"Beans".to_vec();
	Points::create_class(
		signed(who),
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

pub fn advance(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

pub fn id(product: u64, number: u64) -> OrderId {
	OrderId { product, number }
}

/// The first order of the first product.
pub const FIRST: OrderId = OrderId { product: 0, number: 0 };

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// All the BHTD that `who` has, its margin and deposits included.
pub fn wealth(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

pub fn in_escrow(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Escrow.into(), &who)
}

pub fn points(class: ClassId, who: AccountId) -> Balance {
	Assets::balance(class, who)
}

pub fn points_on_hold(class: ClassId, who: AccountId) -> Balance {
	AssetsHolder::balance_on_hold(class, &HoldReason::Escrow.into(), &who)
}

pub fn owed(who: AccountId) -> Balance {
	Margin::owed(&who, Role::Merchant)
}

pub fn held(who: AccountId) -> Balance {
	Margin::held(&who, Role::Merchant)
}

/// Gives points of class 0 to `who`.
pub fn give_points(who: AccountId, amount: Balance) {
	assert_ok!(<Points as Loyalty<_>>::award(&MERCHANT, 0, &who, amount));
}

pub fn bhtd(amount: Balance) -> PriceOf<Test> {
	Price { bhtd: amount, points: None }
}

pub fn beans(amount: Balance) -> PriceOf<Test> {
	mixed(0, amount)
}

pub fn mixed(bhtd: Balance, points: Balance) -> PriceOf<Test> {
	Price { bhtd, points: Some((0, points)) }
}

pub fn content(title: &[u8]) -> ContentOf<Test> {
	Content {
		title: title.to_vec().try_into().unwrap(),
		hash: Hash::repeat_byte(1),
		uri: b"ipfs://x".to_vec().try_into().unwrap(),
	}
}

pub fn arbiter(who: AccountId) -> Arbiter<AccountId> {
	let role = if who == ARBITER { Role::Operator } else { Role::CreditInstitution };
	Arbiter { who, role, fee: Permill::from_percent(10) }
}

pub fn terms() -> TermsOf<Test> {
	Terms {
		category: 7,
		delivery: DELIVERY,
		returns: RETURNS,
		earns: Some(0),
		arbiters: vec![arbiter(ARBITER), arbiter(JUDGE)].try_into().unwrap(),
	}
}

/// `MERCHANT` lists a product of which `stock` pieces are there.
pub fn list(price: PriceOf<Test>, stock: impl Into<Option<u32>>) {
	assert_ok!(Store::list(signed(MERCHANT), content(b"Coffee"), terms(), price, stock.into()));
}

/// Orders of product 0, at any price and in any revision.
pub fn order(buyer: AccountId, quantity: u32) -> DispatchResult {
	order_of(0, buyer, quantity, None)
}

pub fn order_of(
	product: u64,
	buyer: AccountId,
	quantity: u32,
	recipient: Option<AccountId>,
) -> DispatchResult {
	let any = mixed(Balance::MAX, Balance::MAX);
	let revision = Products::<Test>::get(product).map(|product| product.revision);
	let revision = revision.unwrap_or_default();
	Store::order(signed(buyer), product, revision, quantity, any, 0, ARBITER, recipient)
}

/// One point per planck without bounds to speak of.
pub fn rule() -> RuleTermsOf<Test> {
	RuleTerms {
		rate: 1.into(),
		bonus: 0,
		multipliers: Default::default(),
		cap_per_order: SUPPLY,
		cap_per_day: None,
		budget: SUPPLY,
		from: 0,
		until: 1_000_000,
	}
}

pub fn set_rule(rule: RuleTermsOf<Test>) {
	assert_ok!(Store::set_rule(signed(MERCHANT), 0, rule));
}

pub fn budget() -> Balance {
	Store::rule(0).expect("there is a rule").budget
}

pub fn state(order: OrderId) -> Option<State> {
	Orders::<Test>::get(order.product, order.number).map(|order| order.state)
}

/// The last step of any order.
pub fn last_step() -> StepOf<Test> {
	steps().pop().expect("something happened to an order").1
}

/// All steps, with the order and the link of each.
pub fn steps() -> Vec<(OrderId, StepOf<Test>, Hash)> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Store(Event::OrderAdvanced { order, step, record }) => {
				Some((order, step, record))
			}
			_ => None,
		})
		.collect()
}

/// An order of one piece that has been shipped.
pub fn shipped(buyer: AccountId) -> OrderId {
	assert_ok!(order(buyer, 1));
	let (id, ..) = steps().pop().expect("it was placed");
	assert_ok!(Store::ship(signed(MERCHANT), id));
	id
}

/// An order of one piece that is before the arbiter.
pub fn disputed(buyer: AccountId) -> OrderId {
	let id = shipped(buyer);
	assert_ok!(Store::dispute(signed(buyer), id, Hash::repeat_byte(2)));
	id
}

/// An order of one piece that has completed.
pub fn completed(buyer: AccountId) -> OrderId {
	let id = shipped(buyer);
	assert_ok!(Store::confirm(signed(buyer), id));
	id
}

pub fn refund(bhtd: Balance, points: Balance) -> Amounts<Balance> {
	Amounts { bhtd, points }
}
