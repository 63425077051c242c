//! A runtime with dividends, and fees that can be paid out of what the pallet pays.

use crate::{self as pallet_dividends, *};
use bhtd_fees::ProceedsPayFee;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{Balanced, HoldConsideration, Inspect, InspectHold, Mutate},
		tokens::imbalance::ResolveTo,
		ConstU32, Footprint, LinearStoragePrice, OnUnbalanced,
	},
	weights::{FixedFee, IdentityFee},
	PalletId,
};
use pallet_transaction_payment::FungibleAdapter;
use sp_runtime::{
	traits::{Convert, IdentityLookup},
	BuildStorage, DispatchResult,
};

pub type Balance = u128;
/// As wide as the pot's id needs: four bytes of prefix, eight of the pallet's id.
pub type AccountId = u128;

pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
pub const CAROL: AccountId = 13;
pub const DAVE: AccountId = 14;
/// Pays fees.
pub const PAYER: AccountId = 80;
pub const TREASURY: AccountId = 90;

pub const PEOPLE: [AccountId; 4] = [ALICE, BOB, CAROL, DAVE];

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const ENDOWMENT: Balance = 1_000_000_000;
/// A power of two, so that shares of a few times as much come out even.
pub const MINIMUM: Balance = 1_024;
pub const NOTICE: u64 = 50;
pub const STREAM: u64 = 10;
pub const MAX_CHUNKS: u32 = 4;

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
	pub type Dividends = pallet_dividends;
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
	type OnChargeTransaction =
		ProceedsPayFee<Balances, Dividends, FungibleAdapter<Balances, ToDividends<Test>>>;
	type WeightToFee = FixedFee<30, Balance>;
	type LengthToFee = IdentityFee<Balance>;
}

parameter_types! {
	pub static LowestBalance: Balance = EXISTENTIAL_DEPOSIT;
	pub static MinimumLock: Balance = MINIMUM;
	pub static NoticePeriod: u64 = NOTICE;
	pub static StreamPeriod: u64 = STREAM;
	pub const DepositReason: RuntimeHoldReason = RuntimeHoldReason::Dividends(HoldReason::Deposit);
	pub const DepositBase: Balance = 100;
	pub const DepositPerByte: Balance = 1;
	pub const DividendsPalletId: PalletId = PalletId(*b"bhtd/div");
	pub const Treasury: AccountId = TREASURY;
}

pub type StoragePrice = LinearStoragePrice<DepositBase, DepositPerByte, Balance>;

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Treasury = ResolveTo<Treasury, Balances>;
	type Consideration =
		HoldConsideration<AccountId, Balances, DepositReason, StoragePrice, Footprint>;
	type BlockNumberProvider = System;
	type PalletId = DividendsPalletId;
	type MinimumLock = MinimumLock;
	type NoticePeriod = NoticePeriod;
	type StreamPeriod = StreamPeriod;
	type MaxChunks = ConstU32<MAX_CHUNKS>;
	type WeightInfo = ();
}

/// Builds the state of a test, runs it, and checks every invariant at its end.
pub struct ExtBuilder {
	endowment: Balance,
	has_pot: bool,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { endowment: ENDOWMENT, has_pot: true }
	}
}

impl ExtBuilder {
	/// What everybody has at the beginning.
	pub fn endowment(self, endowment: Balance) -> Self {
		Self { endowment, ..self }
	}

	/// The pot does not exist yet.
	pub fn without_pot(self) -> Self {
		Self { has_pot: false, ..self }
	}

	pub fn build(self) -> sp_io::TestExternalities {
		LowestBalance::set(EXISTENTIAL_DEPOSIT);
		MinimumLock::set(MINIMUM);
		NoticePeriod::set(NOTICE);
		StreamPeriod::set(STREAM);
		let people = PEOPLE.into_iter().chain([PAYER]).map(|who| (who, self.endowment));
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: people.chain([(TREASURY, EXISTENTIAL_DEPOSIT)]).collect(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			if !self.has_pot {
				let pot = Dividends::pot();
				assert_ok!(Balances::transfer_all(signed(pot), PAYER, false));
				System::reset_events();
			}
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
}

/// Every invariant, and no coin made or lost.
pub fn check_invariants(issuance_before: Balance) {
	Dividends::do_try_state().unwrap();
	let bhtd: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(bhtd, Balances::total_issuance());
	assert_eq!(bhtd, issuance_before);
	check_pot();
	check_deposits();
}

/// What is in the pot is reserved, waits, or keeps it alive.
fn check_pot() {
	let ledger = Totals::<Test>::get();
	let pot = free(Dividends::pot());
	let waiting = waiting();
	let alive = pot.min(LowestBalance::get());
	assert!(pot == alive + ledger.reserved + waiting, "{pot} {ledger:?} {waiting}");
}

/// Every account holds the deposit of its record and no other.
fn check_deposits() {
	for who in frame_system::Account::<Test>::iter_keys() {
		let due = if Locks::<Test>::contains_key(who) { deposit() } else { 0 };
		assert_eq!(Balances::balance_on_hold(&HoldReason::Deposit.into(), &who), due);
	}
}

/// The deposit of a record.
pub fn deposit() -> Balance {
	<StoragePrice as Convert<Footprint, Balance>>::convert(Dividends::lock_footprint())
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn advance_to(block: u64) {
	assert!(block >= System::block_number(), "the clock never runs backwards");
	System::set_block_number(block);
}

pub fn advance(blocks: u64) {
	advance_to(System::block_number() + blocks);
}

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// All the BHTD that `who` has, what is on hold included.
pub fn wealth(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

pub fn on_hold(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Lock.into(), &who)
}

/// What is in the pot and has not streamed, as it is stored.
pub fn waiting() -> Balance {
	let alive = LowestBalance::get();
	let there = free(Dividends::pot());
	there.saturating_sub(alive).saturating_sub(Totals::<Test>::get().reserved)
}

/// Fees arrive as the runtime's splitter brings them.
pub fn fees(amount: Balance) {
	let fees = <Balances as Balanced<AccountId>>::withdraw(
		&PAYER,
		amount,
		frame_support::traits::tokens::Precision::Exact,
		frame_support::traits::tokens::Preservation::Preserve,
		frame_support::traits::tokens::Fortitude::Polite,
	);
	ToDividends::<Test>::on_unbalanced(fees.expect("the payer can pay"));
}

/// So much arrives that it all has streamed before the next block that is tried.
pub fn pay_out(amount: Balance) {
	fees(amount);
	advance(STREAM);
}

/// Somebody new has this much.
pub fn endow(who: AccountId, amount: Balance) {
	<Balances as Mutate<AccountId>>::transfer(
		&PAYER,
		&who,
		amount,
		frame_support::traits::tokens::Preservation::Preserve,
	)
	.expect("the payer can pay");
}

pub fn lock(who: AccountId, amount: Balance) -> DispatchResult {
	Dividends::lock(signed(who), amount)
}

pub fn unlock(who: AccountId, amount: Balance) -> DispatchResult {
	Dividends::unlock(signed(who), amount)
}

pub fn relock(who: AccountId, amount: Balance) -> DispatchResult {
	Dividends::relock(signed(who), amount)
}

pub fn withdraw(who: AccountId) -> DispatchResult {
	Dividends::withdraw(signed(who))
}

pub fn claim(who: AccountId) -> DispatchResult {
	Dividends::claim(signed(who))
}

pub fn position(who: AccountId) -> LockView<Balance, u64> {
	Dividends::position(who).expect("there is a record")
}

pub fn claimable(who: AccountId) -> Balance {
	Dividends::position(who).map_or(0, |position| position.claimable)
}

pub fn ledger() -> LedgerOf<Test> {
	Totals::<Test>::get()
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().expect("something happened").event
}
