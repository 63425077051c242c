//! A runtime with the anchored token, and the real margin and assets beneath it.

use crate::{self as pallet_anchor, *};
use bhtd_primitives::{CurrencyId, MarginLedger, Role};
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	traits::{
		fungible::{HoldConsideration, Inspect, InspectHold},
		fungibles::Inspect as _,
		AsEnsureOriginWithArg, ConstU128, ConstU32, ConstU64, Contains, Footprint,
		LinearStoragePrice,
	},
	PalletId,
};
use frame_system::{EnsureNever, EnsureRoot, EnsureSignedBy};
use sp_runtime::{
	traits::{Convert, IdentityLookup},
	BuildStorage, DispatchResult, FixedU128, Permill,
};

pub type Balance = u128;
/// As wide as a currency's account id needs: four bytes of prefix, eight of the pallet's id, four of the
/// currency's.
pub type AccountId = u128;
pub type Hash = <Test as frame_system::Config>::Hash;

/// Admitted to currency 0.
pub const BANK: AccountId = 1;
/// Admitted to currency 0 as well.
pub const RIVAL: AccountId = 2;
/// A credit institution that nobody has admitted.
pub const OUTSIDER: AccountId = 3;
pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
/// Is identified.
pub const CAROL: AccountId = 13;
/// Has no account.
pub const NOBODY: AccountId = 50;
/// Can halt minting.
pub const GUARD: AccountId = 98;
/// Decides about objections.
pub const ARBITER: AccountId = 99;

pub const INSTITUTIONS: [AccountId; 3] = [BANK, RIVAL, OUTSIDER];
pub const HOLDERS: [AccountId; 3] = [ALICE, BOB, CAROL];

/// The first currency.
pub const CNY: CurrencyId = 0;

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const MINIMUM: Balance = 1_000;
pub const NOTICE: u64 = 10;
pub const ENDOWMENT: Balance = 1_000_000_000;
/// The margin of each institution beyond the minimum.
pub const MARGIN: Balance = 100_000;
/// Smallest units of a whole token of currency 0.
pub const WHOLE: u128 = 100;
/// Planck per smallest unit.
pub const RATE: u128 = 2;
pub const FRESHNESS: u64 = 100;
pub const WINDOW: u64 = 20;
pub const WINDOW_LIMIT: Balance = 20_000;
pub const REDEMPTION_PERIOD: u64 = 30;
pub const OBJECTION_PERIOD: u64 = 15;
pub const ARBITRATION_PERIOD: u64 = 25;
pub const MINIMUM_REDEMPTION: Balance = 100;
pub const HOLDING_LIMIT: Balance = 15_000;
pub const TERMS_INTERVAL: u64 = 50;
/// The least stake of an objection.
pub const LEAST_OBJECTION: Balance = 50;
/// The stake for the redemption of [`asked`]: a tenth of its compensation.
pub const STAKE: Balance = 80;
/// What the institutions attest at the start.
pub const RESERVE: Balance = 40_000;

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
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
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
	type AssetDeposit = ConstU128<0>;
	type AssetAccountDeposit = ConstU128<0>;
	type MetadataDepositBase = ConstU128<0>;
	type MetadataDepositPerByte = ConstU128<0>;
	type Freezer = ();
	type Holder = AssetsHolder;
}

impl pallet_assets_holder::Config<pallet_assets::Instance1> for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeEvent = RuntimeEvent;
}

ord_parameter_types! {
	pub const Guard: AccountId = GUARD;
	pub const Arbiter: AccountId = ARBITER;
}

parameter_types! {
	pub const ProfileReason: RuntimeHoldReason =
		RuntimeHoldReason::Margin(pallet_margin::HoldReason::Profile);
	pub const DepositReason: RuntimeHoldReason = RuntimeHoldReason::Anchor(HoldReason::Deposit);
	pub const AnchorPalletId: PalletId = PalletId(*b"bhtd/anc");
	pub const ObjectionShare: Permill = Permill::from_percent(10);
	pub static AnchorBounds: BoundsOf<Test> = bounds();
	/// What a deposit costs beside its bytes.
	pub static DepositBase: Balance = 100;
	pub static DepositPerByte: Balance = 1;
}

pub fn bounds() -> BoundsOf<Test> {
	Bounds {
		lowest_rate: FixedU128::from_u32(1),
		highest_rate: FixedU128::from_u32(10_000),
		shortest_window: 6,
		shortest_redemption_period: 7,
		shortest_objection_period: 8,
		shortest_arbitration_period: 9,
		longest_period: 200,
		longest_freshness: 500,
		highest_window_limit: 2_000_000,
		lowest_minimum_redemption: 1,
		highest_minimum_redemption: 20_000,
		lowest_holding_limit: 500,
	}
}

pub type StoragePrice = LinearStoragePrice<DepositBase, DepositPerByte, Balance>;
type Deposit<Reason> = HoldConsideration<AccountId, Balances, Reason, StoragePrice, Footprint>;

impl pallet_margin::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = Deposit<ProfileReason>;
	type ArbiterOrigin = EnsureRoot<AccountId>;
	type TermsOrigin = EnsureRoot<AccountId>;
	type BlockNumberProvider = System;
	type LowestMinimum = ConstU128<1>;
	type HighestMinimum = ConstU128<ENDOWMENT>;
	type ShortestNotice = ConstU64<1>;
	type LongestNotice = ConstU64<1_000>;
	type MaxProfileLength = ConstU32<64>;
	type MaxBeneficiaries = ConstU32<4>;
	type WeightInfo = ();
}

pub struct Identified;
impl Contains<AccountId> for Identified {
	fn contains(who: &AccountId) -> bool {
		*who == CAROL
	}
}

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Assets = Assets;
	type Margin = Margin;
	type Judgement = Identified;
	type Consideration = Deposit<DepositReason>;
	type TermsOrigin = EnsureRoot<AccountId>;
	type HaltOrigin = EnsureSignedBy<Guard, AccountId>;
	type ArbiterOrigin = EnsureSignedBy<Arbiter, AccountId>;
	type BlockNumberProvider = System;
	type Bounds = AnchorBounds;
	type TermsInterval = ConstU64<TERMS_INTERVAL>;
	type ObjectionShare = ObjectionShare;
	type LeastObjection = ConstU128<LEAST_OBJECTION>;
	type PalletId = AnchorPalletId;
	type MaxCodeLength = ConstU32<8>;
	type MaxReferenceLength = ConstU32<32>;
	type WeightInfo = ();
}

/// Builds the state of a test, runs it, and checks every invariant at its end.
pub struct ExtBuilder {
	margin: Balance,
	terms: Option<TermsOf<Test>>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { margin: MARGIN, terms: Some(terms()) }
	}
}

impl ExtBuilder {
	/// What the margin of every institution can bear.
	pub fn margin(mut self, margin: Balance) -> Self {
		self.margin = margin;
		self
	}

	/// The terms of currency 0.
	pub fn terms(mut self, terms: TermsOf<Test>) -> Self {
		self.terms = Some(terms);
		self
	}

	/// No currency, and nobody admitted.
	pub fn no_currency(mut self) -> Self {
		self.terms = None;
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let rich = INSTITUTIONS.into_iter().chain(HOLDERS).chain([GUARD, ARBITER]);
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: rich.map(|who| (who, ENDOWMENT)).collect(),
				..Default::default()
			},
			margin: pallet_margin::GenesisConfig {
				terms: Role::ALL.map(|role| (role, MINIMUM, NOTICE)).to_vec(),
				margins: INSTITUTIONS
					.map(|who| (who, Role::CreditInstitution, MINIMUM + self.margin))
					.to_vec(),
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			AnchorBounds::set(bounds());
			DepositBase::set(100);
			DepositPerByte::set(1);
			System::set_block_number(1);
			if let Some(terms) = self.terms {
				let root = RuntimeOrigin::root();
				assert_ok!(Anchor::create_currency(root.clone(), code(b"CNY"), 2, terms));
				for who in [BANK, RIVAL] {
					assert_ok!(Anchor::admit(root.clone(), CNY, who));
					attest(who, RESERVE);
				}
				System::reset_events();
			}
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
	Anchor::do_try_state().unwrap();
	Margin::do_try_state().unwrap();
	check_deposits();
}

/// Every account holds the deposits of its redemptions and no other.
fn check_deposits() {
	let price = <StoragePrice as Convert<Footprint, Balance>>::convert;
	for who in frame_system::Account::<Test>::iter_keys() {
		let open = Redemptions::<Test>::iter_values().filter(|it| it.holder == who).count();
		let due = price(Anchor::redemption_footprint()) * open as Balance;
		assert_eq!(Balances::balance_on_hold(&HoldReason::Deposit.into(), &who), due);
	}
}

/// No coin is made or lost, and nobody has tokens beside those that are issued.
pub fn check_conservation(issuance_before: Balance) {
	let bhtd: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!((bhtd, Balances::total_issuance()), (issuance_before, issuance_before));
	for currency in Currencies::<Test>::iter_keys() {
		let all: Balance = frame_system::Account::<Test>::iter_keys()
			.map(|who| Assets::total_balance(currency, &who))
			.sum();
		assert_eq!(all, Assets::total_supply(currency));
	}
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

pub fn advance(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

pub fn code(code: &[u8]) -> CodeOf<Test> {
	code.to_vec().try_into().expect("short enough")
}

pub fn reference() -> ReferenceOf<Test> {
	b"invoice 7".to_vec().try_into().expect("short enough")
}

pub fn hash(byte: u8) -> Hash {
	Hash::repeat_byte(byte)
}

/// The rate of currency 0 at which a smallest unit is worth so many planck.
pub fn per_unit(planck: FixedU128) -> FixedU128 {
	planck * WHOLE.into()
}

pub fn terms() -> TermsOf<Test> {
	Terms {
		rate: per_unit(RATE.into()),
		freshness: FRESHNESS,
		window: WINDOW,
		window_limit: WINDOW_LIMIT,
		redemption_period: REDEMPTION_PERIOD,
		objection_period: OBJECTION_PERIOD,
		arbitration_period: ARBITRATION_PERIOD,
		penalty: Permill::from_percent(10),
		minimum_redemption: MINIMUM_REDEMPTION,
		holding_limit: Some(HOLDING_LIMIT),
	}
}

/// Waits until terms may be set, and sets them.
pub fn set_terms(terms: TermsOf<Test>) {
	advance(TERMS_INTERVAL);
	assert_ok!(Anchor::set_terms(root(), CNY, terms));
}

/// Waits, and sets the rate in planck per smallest unit.
pub fn set_rate(rate: FixedU128) {
	set_terms(Terms { rate: per_unit(rate), ..terms() });
}

pub fn attest(who: AccountId, reserve: Balance) {
	assert_ok!(Anchor::attest(signed(who), CNY, reserve, hash(1)));
}

/// Mints without a limit for the liability.
pub fn mint(who: AccountId, to: AccountId, amount: Balance) -> DispatchResult {
	Anchor::mint(signed(who), CNY, to, amount, Balance::MAX)
}

/// Redeems at `BANK`.
pub fn redeem(holder: AccountId, amount: Balance) -> DispatchResult {
	redeem_at(BANK, holder, amount)
}

pub fn redeem_at(institution: AccountId, holder: AccountId, amount: Balance) -> DispatchResult {
	Anchor::redeem(signed(holder), CNY, institution, amount, 0, reference())
}

/// A redemption of currency 0 at `BANK`.
pub fn id(number: u64) -> RedemptionIdOf<Test> {
	RedemptionId { currency: CNY, institution: BANK, number }
}

/// `ALICE` has 1,000 units of `BANK` and redeems 400 of them.
pub fn asked() -> RedemptionIdOf<Test> {
	assert_ok!(mint(BANK, ALICE, 1_000));
	assert_ok!(redeem(ALICE, 400));
	id(0)
}

/// And `BANK` says that it has paid.
pub fn claimed() -> RedemptionIdOf<Test> {
	let id = asked();
	assert_ok!(Anchor::claim_paid(signed(BANK), CNY, id.number, hash(2)));
	id
}

/// And `ALICE` denies it.
pub fn disputed() -> RedemptionIdOf<Test> {
	let id = claimed();
	assert_ok!(Anchor::object(signed(ALICE), id.clone(), hash(3)));
	id
}

pub fn record(who: AccountId) -> InstitutionOf<Test> {
	Institutions::<Test>::get(CNY, who).expect("it was admitted")
}

pub fn open(id: &RedemptionIdOf<Test>) -> Option<RedemptionOf<Test>> {
	Redemptions::<Test>::get((id.currency, id.institution, id.number))
}

pub fn tokens(who: AccountId) -> Balance {
	Assets::balance(CNY, who)
}

pub fn supply() -> Balance {
	Assets::total_supply(CNY)
}

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// All the BHTD that `who` has, its margin and deposits included.
pub fn wealth(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

pub fn owed(who: AccountId) -> Balance {
	Margin::owed(&who, Role::CreditInstitution)
}

pub fn held(who: AccountId) -> Balance {
	Margin::held(&who, Role::CreditInstitution)
}

pub fn in_objection(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Objection.into(), &who)
}

/// How the last redemption to be closed was.
pub fn last_outcome() -> (RedemptionIdOf<Test>, Ground, Outcome<Balance>) {
	let events = System::events().into_iter().rev();
	let closed = events.filter_map(|record| match record.event {
		RuntimeEvent::Anchor(Event::RedemptionClosed { redemption, ground, outcome }) => {
			Some((redemption, ground, outcome))
		}
		_ => None,
	});
	closed.take(1).next().expect("a redemption was closed")
}

pub fn assert_event(event: Event<Test>) {
	System::assert_has_event(event.into());
}
