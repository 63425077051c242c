//! A runtime with points, the real margin pallet and the real assets beneath them.

use crate as pallet_points;
use crate::types::*;
use bhtd_fees::ProceedsPayFee;
use bhtd_primitives::{ClassId, MarginLedger, Role};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::HoldConsideration, AsEnsureOriginWithArg, ConstU32, Contains, Footprint,
		GetCallMetadata, LinearStoragePrice,
	},
	weights::{FixedFee, IdentityFee},
	PalletId,
};
use frame_system::{EnsureNever, EnsureRoot};
use pallet_transaction_payment::FungibleAdapter;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchResult, FixedU128};

pub type Balance = u128;
/// As wide as a vault's id needs: four bytes of prefix, eight of the pallet's id, four of the class's.
pub type AccountId = u128;

pub const MERCHANT: AccountId = 1;
pub const RIVAL: AccountId = 2;
pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
/// Has points at most, never BHTD to begin with.
pub const NEWCOMER: AccountId = 13;

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const MINIMUM: Balance = 1_000;
pub const NOTICE: u64 = 10;
pub const ENDOWMENT: Balance = 1_000_000_000;
pub const SUPPLY: Balance = 1_000_000;

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
	pub type Assets = pallet_assets<Instance1>;
	#[runtime::pallet_index(4)]
	pub type Margin = pallet_margin;
	#[runtime::pallet_index(5)]
	pub type Points = pallet_points;
}

pub type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type BaseCallFilter = OnlyMoving;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
}

/// The calls of the assets that a runtime with points may let through.
pub const ALLOWED_ASSETS_CALLS: [&str; 6] = [
	"transfer",
	"transfer_keep_alive",
	"transfer_all",
	"approve_transfer",
	"cancel_approval",
	"transfer_approved",
];

pub struct OnlyMoving;
impl Contains<RuntimeCall> for OnlyMoving {
	fn contains(call: &RuntimeCall) -> bool {
		!matches!(call, RuntimeCall::Assets(_))
			|| ALLOWED_ASSETS_CALLS.contains(&call.get_call_metadata().function_name)
	}
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
}

#[derive_impl(pallet_transaction_payment::config_preludes::TestDefaultConfig)]
impl pallet_transaction_payment::Config for Test {
	type OnChargeTransaction = ProceedsPayFee<Balances, Points, FungibleAdapter<Balances, ()>>;
	type WeightToFee = FixedFee<30, Balance>;
	type LengthToFee = IdentityFee<Balance>;
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
	pub const DepositBase: Balance = 100;
	pub const DepositPerByte: Balance = 1;
	pub const PointsPalletId: PalletId = PalletId(*b"bhtd/pts");
	pub const LowestMinimum: Balance = 1;
	pub const HighestMinimum: Balance = ENDOWMENT;
	pub const ShortestNotice: u64 = 1;
	pub const LongestNotice: u64 = 1_000;
}

type Deposit<Reason> = HoldConsideration<
	AccountId,
	Balances,
	Reason,
	LinearStoragePrice<DepositBase, DepositPerByte, Balance>,
	Footprint,
>;

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

impl crate::Config for Test {
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

/// Builds the state of a test, runs it, and checks the invariants of both pallets at its end.
#[derive(Default)]
pub struct ExtBuilder {
	margin: Balance,
	class_floor: Option<FixedU128>,
}

impl ExtBuilder {
	/// `MERCHANT` registers with `margin` and opens book 0.
	pub fn margin(mut self, margin: Balance) -> Self {
		self.margin = margin;
		self
	}

	/// `MERCHANT` creates class 0 with [`SUPPLY`] points of this floor.
	pub fn class(mut self, floor: impl Into<FixedU128>) -> Self {
		self.class_floor = Some(floor.into());
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: [MERCHANT, RIVAL, ALICE, BOB].map(|who| (who, ENDOWMENT)).to_vec(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		pallet_margin::GenesisConfig::<Test> {
			terms: Role::ALL.map(|role| (role, MINIMUM, NOTICE)).to_vec(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			if self.margin > 0 {
				assert_ok!(register(MERCHANT, self.margin));
				assert_ok!(Points::open_receipt_book(signed(MERCHANT)));
			}
			if let Some(floor) = self.class_floor {
				assert_ok!(create(MERCHANT, SUPPLY, floor));
			}
		});
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check_invariants();
		});
	}
}

/// A merchant with 1,000,000 planck of margin beyond the minimum, a book and a class of floor 2.
pub fn shop() -> ExtBuilder {
	ExtBuilder::default().margin(MINIMUM + 1_000_000).class(2)
}

pub fn check_invariants() {
	Points::do_try_state().unwrap();
	Margin::do_try_state().unwrap();
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn register(who: AccountId, margin: Balance) -> DispatchResult {
	Margin::register(signed(who), Role::Merchant, margin, Default::default())
}

pub fn text<Max: frame_support::traits::Get<u32>>(
	text: &str,
) -> frame_support::BoundedVec<u8, Max> {
	text.as_bytes().to_vec().try_into().unwrap()
}

pub fn create(who: AccountId, supply: Balance, floor: impl Into<FixedU128>) -> DispatchResult {
	Points::create_class(
		signed(who),
		text("Beans"),
		text("BEAN"),
		2,
		supply,
		floor.into(),
		Kind::Value,
		Scope::Global,
		text("{}"),
	)
}

pub fn receipt(number: u64) -> Receipt {
	Receipt { book: 0, number }
}

/// Awards `amount` points of class 0 for receipt `number` of book 0.
pub fn award(who: AccountId, amount: Balance, number: u64) -> DispatchResult {
	Points::award(signed(MERCHANT), 0, who, amount, receipt(number))
}

pub fn points(class: ClassId, who: AccountId) -> Balance {
	Assets::balance(class, who)
}

pub fn owed(who: AccountId) -> Balance {
	Margin::owed(&who, Role::Merchant)
}

pub fn held(who: AccountId) -> Balance {
	Margin::held(&who, Role::Merchant)
}
