//! A runtime for the tests: accounts with numbers, small amounts, an existential deposit of 10.

use crate::{self as pallet_margin, *};
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU128, ConstU32, ConstU64, LinearStoragePrice,
	},
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_runtime::BuildStorage;

pub type AccountId = u64;
pub type Balance = u128;

pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;
/// Has no account.
pub const NOBODY: AccountId = 50;

pub const START_BALANCE: Balance = 100_000;
pub const EXISTENTIAL_DEPOSIT: Balance = 10;
/// The minimum of every role, unless a test says otherwise.
pub const MINIMUM: Balance = 1_000;
pub const LOWEST_MINIMUM: Balance = 100;
pub const HIGHEST_MINIMUM: Balance = 50_000;
/// The notice period of every role, unless a test says otherwise.
pub const NOTICE: u64 = 20;
pub const SHORTEST_NOTICE: u64 = 10;
pub const LONGEST_NOTICE: u64 = 1_000;

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
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Margin = pallet_margin;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
	// Tests freeze what is on hold.
	type FreezeIdentifier = u8;
	type MaxFreezes = ConstU32<1>;
}

ord_parameter_types! {
	pub const Arbiter: AccountId = 99;
}

parameter_types! {
	pub const ProfileReason: RuntimeHoldReason = RuntimeHoldReason::Margin(HoldReason::Profile);
}

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		ProfileReason,
		LinearStoragePrice<ConstU128<20>, ConstU128<1>, Balance>,
	>;
	type ArbiterOrigin = EnsureSignedBy<Arbiter, AccountId>;
	type TermsOrigin = EnsureRoot<AccountId>;
	type BlockNumberProvider = System;
	type LowestMinimum = ConstU128<LOWEST_MINIMUM>;
	type HighestMinimum = ConstU128<HIGHEST_MINIMUM>;
	type ShortestNotice = ConstU64<SHORTEST_NOTICE>;
	type LongestNotice = ConstU64<LONGEST_NOTICE>;
	type MaxProfileLength = ConstU32<32>;
	type MaxBeneficiaries = ConstU32<3>;
	type WeightInfo = ();
}

/// Builds the first block of a test.
pub struct ExtBuilder {
	terms: Vec<(Role, Balance, u64)>,
	margins: Vec<(AccountId, Role, Balance)>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { terms: Role::ALL.map(|role| (role, MINIMUM, NOTICE)).into(), margins: Vec::new() }
	}
}

impl ExtBuilder {
	pub fn terms(mut self, terms: Vec<(Role, Balance, u64)>) -> Self {
		self.terms = terms;
		self
	}

	/// Adds a margin to the first block.
	pub fn margin(mut self, who: AccountId, role: Role, amount: Balance) -> Self {
		self.margins.push((who, role, amount));
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let storage = RuntimeGenesisConfig {
			system: Default::default(),
			balances: pallet_balances::GenesisConfig {
				balances: [ALICE, BOB, CHARLIE, DAVE].map(|who| (who, START_BALANCE)).into(),
				..Default::default()
			},
			margin: pallet_margin::GenesisConfig { terms: self.terms, margins: self.margins },
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		// No events are kept in block zero.
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	/// Runs a test and checks every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(Margin::do_try_state());
			check_deposits();
			check_issuance();
		});
	}
}

/// Every account holds the deposits of its profiles and no other.
fn check_deposits() {
	for who in frame_system::Account::<Test>::iter_keys() {
		let due: Balance = Profiles::<Test>::iter_prefix_values(who)
			.map(|profile| deposit(profile.content.len()))
			.sum();
		assert_eq!(Balances::balance_on_hold(&HoldReason::Profile.into(), &who), due);
	}
}

/// No coin is made or lost.
fn check_issuance() {
	let sum: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(sum, 4 * START_BALANCE);
	assert_eq!(Balances::total_issuance(), sum);
}

/// The deposit for a profile of `length` bytes: 20 for the item, 25 for the record, one for the length,
/// and the profile.
pub fn deposit(length: usize) -> Balance {
	46 + length as Balance
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn arbiter() -> RuntimeOrigin {
	signed(Arbiter::get())
}

pub fn profile(content: &[u8]) -> ProfileContentOf<Test> {
	content.to_vec().try_into().expect("short enough")
}

pub fn payments(list: &[(AccountId, Balance)]) -> PaymentsOf<Test> {
	list.to_vec().try_into().expect("few enough")
}

pub fn held(who: AccountId, role: Role) -> Balance {
	Balances::balance_on_hold(&HoldReason::from(role).into(), &who)
}

pub fn owed(who: AccountId, role: Role) -> Balance {
	<Margin as MarginLedger<AccountId>>::owed(&who, role)
}

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// Registers a liability as another pallet would.
pub fn owe(who: AccountId, role: Role, amount: Balance) {
	assert_ok!(Margin::increase_owed(&who, role, amount));
}

pub fn advance(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

/// Announces an exit and waits until its notice has ended.
pub fn serve_notice(who: AccountId, role: Role) {
	assert_ok!(Margin::announce_exit(signed(who), role));
	advance(RoleTerms::<Test>::get(role).notice);
}
