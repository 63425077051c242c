//! A runtime with data rewards, the real margin beneath it, and fees that can be paid out of claims.

use crate::{self as pallet_data_rewards, ledger::Window, *};
use bhtd_fees::ProceedsPayFee;
use bhtd_primitives::{OnCompletion, OrderId, Receipt, Role};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, Inspect, InspectHold},
		tokens::imbalance::ResolveTo,
		ConstU32, ConstU64, Contains, Footprint, LinearStoragePrice,
	},
	weights::{FixedFee, IdentityFee},
	PalletId,
};
use frame_system::EnsureRoot;
use pallet_transaction_payment::FungibleAdapter;
use sp_runtime::{
	traits::{Convert, IdentityLookup},
	BuildStorage, DispatchResult, Permill,
};

pub type Balance = u128;
/// As wide as a pot's id needs: four bytes of prefix, eight of the pallet's id, four of the campaign's.
pub type AccountId = u128;
pub type Hash = <Test as frame_system::Config>::Hash;

pub const SPONSOR: AccountId = 1;
pub const PROVIDER: AccountId = 2;
pub const MERCHANT: AccountId = 3;
pub const RIVAL: AccountId = 4;
pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
pub const CAROL: AccountId = 13;
/// An operator.
pub const ARBITER: AccountId = 21;
/// A credit institution.
pub const JUDGE: AccountId = 22;
/// Buys reports.
pub const READER: AccountId = 31;
pub const TREASURY: AccountId = 90;

pub const ACTORS: [AccountId; 10] =
	[SPONSOR, PROVIDER, MERCHANT, RIVAL, ALICE, BOB, CAROL, ARBITER, JUDGE, READER];

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const MINIMUM: Balance = 1_000;
pub const ENDOWMENT: Balance = 1_000_000_000;
pub const QUIET: u64 = 10;
pub const AFTERMATH: u64 = 20;
pub const LONGEST: u64 = 1_000;
pub const GRACE: u64 = 60;
pub const DELIVERY: u64 = 10;
pub const OBJECTION: u64 = 15;
pub const ARBITRATION: u64 = 30;
pub const MAX_SLOTS: u32 = 8;

/// The window of [`terms`].
pub const FROM: u64 = 10;
pub const UNTIL: u64 = 110;
pub const CLOSES: u64 = 150;
/// A thousand planck for each block of the window.
pub const FUNDS: Balance = 100_000;
/// The price of [`offer`].
pub const PRICE: Balance = 10_000;

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
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(3)]
	pub type Margin = pallet_margin;
	#[runtime::pallet_index(4)]
	pub type DataRewards = pallet_data_rewards;
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
	type ExistentialDeposit = LowestBalance;
	// Tests freeze what is on hold.
	type FreezeIdentifier = u8;
	type MaxFreezes = ConstU32<1>;
}

#[derive_impl(pallet_transaction_payment::config_preludes::TestDefaultConfig)]
impl pallet_transaction_payment::Config for Test {
	type OnChargeTransaction = ProceedsPayFee<Balances, DataRewards, FungibleAdapter<Balances, ()>>;
	type WeightToFee = FixedFee<30, Balance>;
	type LengthToFee = IdentityFee<Balance>;
}

parameter_types! {
	pub static LowestBalance: Balance = EXISTENTIAL_DEPOSIT;
	pub const ProfileReason: RuntimeHoldReason =
		RuntimeHoldReason::Margin(pallet_margin::HoldReason::Profile);
	pub const DepositReason: RuntimeHoldReason =
		RuntimeHoldReason::DataRewards(HoldReason::Deposit);
	pub const DepositBase: Balance = 100;
	pub const DepositPerByte: Balance = 1;
	pub const DataPalletId: PalletId = PalletId(*b"bhtd/dat");
	pub const LowestMinimum: Balance = 1;
	pub const HighestMinimum: Balance = ENDOWMENT;
	pub const ShortestNotice: u64 = 1;
	pub const LongestNotice: u64 = 1_000;
	pub const PayoutShare: Permill = Permill::from_percent(50);
	pub const Treasury: AccountId = TREASURY;
	/// Who is identified as one person.
	pub static Identified: Vec<AccountId> = Vec::new();
	/// What was sent to the pots by mistake.
	pub static Gifts: Balance = 0;
	/// What tests have burnt.
	pub static Burnt: Balance = 0;
}

pub struct Judgement;
impl Contains<AccountId> for Judgement {
	fn contains(who: &AccountId) -> bool {
		Identified::get().contains(who)
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
	type LowestMinimum = LowestMinimum;
	type HighestMinimum = HighestMinimum;
	type ShortestNotice = ShortestNotice;
	type LongestNotice = LongestNotice;
	type MaxProfileLength = ConstU32<64>;
	type MaxBeneficiaries = ConstU32<4>;
	type WeightInfo = ();
}

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Judgement = Judgement;
	type Treasury = ResolveTo<Treasury, Balances>;
	type Consideration = Deposit<DepositReason>;
	type PauseOrigin = EnsureRoot<AccountId>;
	type BlockNumberProvider = System;
	type PalletId = DataPalletId;
	type PayoutShare = PayoutShare;
	type QuietPeriod = ConstU64<QUIET>;
	type ShortestAftermath = ConstU64<AFTERMATH>;
	type LongestCampaign = ConstU64<LONGEST>;
	type GracePeriod = ConstU64<GRACE>;
	type DeliveryPeriod = ConstU64<DELIVERY>;
	type ObjectionPeriod = ConstU64<OBJECTION>;
	type ArbitrationPeriod = ConstU64<ARBITRATION>;
	type MaxSlots = ConstU32<MAX_SLOTS>;
	type MaxPurposeLength = ConstU32<32>;
	type MaxCategories = ConstU32<3>;
	type MaxMerchants = ConstU32<3>;
	type MaxPointerLength = ConstU32<16>;
	type MaxArbiters = ConstU32<3>;
	type WeightInfo = ();
}

/// Builds the state of a test, runs it, and checks every invariant at its end.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> sp_io::TestExternalities {
		LowestBalance::set(EXISTENTIAL_DEPOSIT);
		let poor = (TREASURY, EXISTENTIAL_DEPOSIT);
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: ACTORS.map(|who| (who, ENDOWMENT)).into_iter().chain([poor]).collect(),
				..Default::default()
			},
			margin: pallet_margin::GenesisConfig {
				terms: Role::ALL.map(|role| (role, MINIMUM, 10)).to_vec(),
				margins: vec![
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
			Identified::set(Vec::new());
			Gifts::set(0);
			Burnt::set(0);
			System::set_block_number(1);
		});
		ext
	}

	/// In the genesis block, in which a runtime prepares its benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	pub fn build_genesis(self) -> sp_io::TestExternalities {
		let mut ext = self.build();
		ext.execute_with(|| System::set_block_number(0));
		ext
	}

	/// Runs a test and checks every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			let before = Balances::total_issuance();
			test();
			check_invariants(before);
		});
	}

	/// The same, with the campaign of [`terms`] and its [`FUNDS`].
	pub fn with_campaign(self, test: impl FnOnce()) {
		self.build_and_execute(|| {
			open(terms());
			test();
		});
	}
}

/// Every invariant, and no coin made or lost but what a test has burnt.
pub fn check_invariants(issuance_before: Balance) {
	DataRewards::do_try_state().unwrap();
	Margin::do_try_state().unwrap();
	let bhtd: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(bhtd, Balances::total_issuance());
	assert_eq!(bhtd + Burnt::get(), issuance_before);
	check_pots();
	check_deposits();
}

/// The pots have what the ledgers say, to the planck.
fn check_pots() {
	let (mut due, mut there) = (Gifts::get(), 0);
	for (id, campaign) in Campaigns::<Test>::iter() {
		let ledger = Ledgers::<Test>::get(id).unwrap();
		due += campaign.endowment + ledger.held().unwrap();
		there += free(DataRewards::pot(id));
	}
	assert_eq!(there, due);
}

/// Every account holds the deposits of its records and no other.
fn check_deposits() {
	let pointer = |id, who| Consents::<Test>::get(id, who).map_or(0, |it| it.pointer.len());
	for who in frame_system::Account::<Test>::iter_keys() {
		let account = DataAccounts::<Test>::get(who);
		let footprints = account
			.map(|account| DataRewards::data_account_footprint(account.slots))
			.into_iter()
			.chain(
				Campaigns::<Test>::iter_values()
					.filter(|campaign| campaign.sponsor == who)
					.map(|campaign| DataRewards::campaign_footprint(&campaign.terms)),
			)
			.chain(
				Contributors::<Test>::iter_keys()
					.filter(|(_, contributor)| *contributor == who)
					.map(|(id, _)| DataRewards::contributor_footprint(pointer(id, who))),
			)
			.chain(
				Reports::<Test>::iter_values()
					.filter(|report| report.provider == who)
					.map(|report| DataRewards::report_footprint(&report.offer)),
			)
			.chain(
				Purchases::<Test>::iter_values()
					.filter(|purchase| purchase.buyer == who)
					.map(|_| DataRewards::purchase_footprint()),
			);
		let due: Balance =
			footprints.map(<StoragePrice as Convert<Footprint, Balance>>::convert).sum();
		assert_eq!(Balances::balance_on_hold(&HoldReason::Deposit.into(), &who), due);
	}
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn advance_to(block: u64) {
	assert!(block >= System::block_number(), "the clock never runs backwards");
	System::set_block_number(block);
}

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// All the BHTD that `who` has, its margin and deposits included.
pub fn wealth(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

pub fn identify(who: AccountId) {
	Identified::mutate(|identified| identified.push(who));
}

pub fn hash(byte: u8) -> Hash {
	Hash::repeat_byte(byte)
}

pub fn pointer() -> PointerOf<Test> {
	b"ipfs://x".to_vec().try_into().unwrap()
}

pub fn window() -> Window<u64> {
	Window { from: FROM, until: UNTIL, closes: CLOSES }
}

/// Everything counts, nothing is capped soon, and the provider has no share.
pub fn terms() -> TermsOf<Test> {
	Terms {
		purpose: b"Which coffee people like".to_vec().try_into().unwrap(),
		schema: hash(1),
		categories: Default::default(),
		merchants: Default::default(),
		window: window(),
		cap_per_receipt: 1_000_000,
		cap_per_person: 10_000_000,
		provider: PROVIDER,
		provider_share: Permill::zero(),
		minimum: 1,
		split: Split { contributors: 5_000, provider: 3_000, treasury: 2_000 },
	}
}

pub fn open(terms: TermsOf<Test>) -> u32 {
	let campaign = NextCampaign::<Test>::get();
	assert_ok!(DataRewards::open_campaign(signed(SPONSOR), terms, FUNDS));
	campaign
}

/// The money of campaign 0 as of now.
pub fn ledger() -> LedgerOf<Test> {
	DataRewards::campaign(0).expect("there is the campaign").ledger
}

/// A receipt as the store would give one.
pub fn receipt(buyer: AccountId, fee: Balance) -> Receipt<AccountId, Balance> {
	let order = OrderId { product: 5, number: 6 };
	Receipt { order, merchant: MERCHANT, buyer, category: 7, net: fee * 100, fee }
}

/// An order of `buyer` completes for which `fee` is paid. Says which number the receipt has.
pub fn buy(buyer: AccountId, fee: Balance) -> u64 {
	<DataRewards as OnCompletion<_, _>>::completed(&receipt(buyer, fee));
	DataAccounts::<Test>::get(buyer).map_or(0, |account| account.next.saturating_sub(1))
}

pub fn contribute(who: AccountId, receipts: &[u64]) -> DispatchResult {
	contribute_to(0, who, receipts)
}

pub fn contribute_to(campaign: u32, who: AccountId, receipts: &[u64]) -> DispatchResult {
	let receipts = receipts.to_vec().try_into().unwrap();
	DataRewards::contribute(signed(who), campaign, receipts, hash(3))
}

pub fn consent(who: AccountId) -> DispatchResult {
	DataRewards::consent(signed(who), 0, hash(2), pointer())
}

/// `who` keeps receipts and has consented to campaign 0.
pub fn join(who: AccountId) {
	assert_ok!(DataRewards::open_data_account(signed(who), MAX_SLOTS));
	assert_ok!(consent(who));
}

/// `who` joins campaign 0 with a receipt of this fee, now or when the window begins.
pub fn join_with(who: AccountId, fee: Balance) {
	join(who);
	advance_to(System::block_number().max(FROM));
	let number = buy(who, fee);
	assert_ok!(contribute(who, &[number]));
}

pub fn claim(who: AccountId) -> DispatchResult {
	DataRewards::claim(signed(who), 0)
}

pub fn claimable(who: AccountId) -> Claimable<Balance> {
	DataRewards::claimable(0, who).expect("there is a record")
}

/// What `who` has accrued and not been paid, within the bound or beyond.
pub fn accrued(who: AccountId) -> Balance {
	let Claimable { payable, reserved, .. } = claimable(who);
	payable + reserved
}

pub fn arbiter(who: AccountId) -> Arbiter<AccountId> {
	let role = if who == ARBITER { Role::Operator } else { Role::CreditInstitution };
	Arbiter { who, role, fee: Permill::from_percent(10) }
}

pub fn offer() -> OfferOf<Test> {
	let arbiters = vec![arbiter(ARBITER), arbiter(JUDGE)].try_into().unwrap();
	Offer { price: PRICE, content: hash(4), arbiters }
}

pub fn offer_report() {
	assert_ok!(DataRewards::offer_report(signed(PROVIDER), 0, offer()));
}

pub fn buy_report(buyer: AccountId) -> DispatchResult {
	DataRewards::buy_report(signed(buyer), 0, ARBITER, Balance::MAX)
}

/// The reader buys report 0, which is delivered. Says which purchase it is.
pub fn delivered() -> u64 {
	assert_ok!(buy_report(READER));
	let purchase = NextPurchase::<Test>::get() - 1;
	assert_ok!(DataRewards::deliver_report(signed(PROVIDER), purchase, hash(5), pointer()));
	purchase
}

/// The same, and it is disputed.
pub fn disputed() -> u64 {
	let purchase = delivered();
	assert_ok!(DataRewards::dispute(signed(READER), purchase, hash(6)));
	purchase
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().expect("something happened").event
}
