//! A runtime with workers, and fees that can be paid out of what they claim.

use crate::{self as pallet_workers, *};
use bhtd_fees::ProceedsPayFee;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, Inspect, InspectHold},
		ConstU32, EitherOf, EitherOfDiverse, Footprint, Hooks, LinearStoragePrice,
	},
	weights::{FixedFee, IdentityFee, Weight},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess, EnsureSignedBy, EnsureWithSuccess};
use pallet_transaction_payment::FungibleAdapter;
use sp_runtime::{
	traits::{Convert, IdentityLookup},
	BuildStorage, DispatchResult,
};

pub type Balance = u128;
/// As wide as the pot's id needs: four bytes of prefix, eight of the pallet's id.
pub type AccountId = u128;
pub type Hash = <Test as frame_system::Config>::Hash;

pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
pub const CAROL: AccountId = 13;
pub const DAVE: AccountId = 14;
/// May approve little.
pub const COUNCIL: AccountId = 70;
/// May stop, and nothing else.
pub const GUARD: AccountId = 71;
pub const TREASURY: AccountId = 90;

pub const PEOPLE: [AccountId; 4] = [ALICE, BOB, CAROL, DAVE];

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const ENDOWMENT: Balance = 1_000_000;
/// What is in the treasury at the beginning.
pub const FUNDS: Balance = 100_000_000;
pub const ERA: u64 = 10;
pub const BUDGET: Balance = 1 << 20;
pub const PER_WORKER: Balance = 4 * BUDGET;
/// What the council may grant a worker for an era.
pub const LIMIT: Balance = BUDGET / 2;
pub const MOST_ERAS: u32 = 20;
pub const MAX_WORKERS: u32 = 5;
/// A power of two, so that shares of a few times as much come out even.
pub const PAY: Balance = 1_024;

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
	pub type Work = pallet_workers;
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
	// Tests freeze what is in the treasury.
	type FreezeIdentifier = u8;
	type MaxFreezes = ConstU32<1>;
}

#[derive_impl(pallet_transaction_payment::config_preludes::TestDefaultConfig)]
impl pallet_transaction_payment::Config for Test {
	type OnChargeTransaction = ProceedsPayFee<Balances, Work, FungibleAdapter<Balances, ()>>;
	type WeightToFee = FixedFee<30, Balance>;
	type LengthToFee = IdentityFee<Balance>;
}

parameter_types! {
	pub static LowestBalance: Balance = EXISTENTIAL_DEPOSIT;
	pub static EraLength: u64 = ERA;
	pub static MaxPayPerEra: Balance = BUDGET;
	pub static MaxPayPerWorker: Balance = PER_WORKER;
	pub static MaxEras: u32 = MOST_ERAS;
	/// What tests have burnt.
	pub static Burnt: Balance = 0;
	pub const DepositReason: RuntimeHoldReason = RuntimeHoldReason::Work(HoldReason::Deposit);
	pub const DepositBase: Balance = 100;
	pub const DepositPerByte: Balance = 1;
	pub const WorkersPalletId: PalletId = PalletId(*b"bhtd/wrk");
	pub const Treasury: AccountId = TREASURY;
	pub const Unlimited: Balance = Balance::MAX;
	pub const CouncilLimit: Balance = LIMIT;
}

frame_support::ord_parameter_types! {
	pub const Council: AccountId = COUNCIL;
	pub const Guard: AccountId = GUARD;
}

type EnsureCouncil = EnsureSignedBy<Council, AccountId>;

pub type StoragePrice = LinearStoragePrice<DepositBase, DepositPerByte, Balance>;

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration =
		HoldConsideration<AccountId, Balances, DepositReason, StoragePrice, Footprint>;
	type ApproveOrigin = EitherOf<
		EnsureWithSuccess<EnsureCouncil, AccountId, CouncilLimit>,
		EnsureRootWithSuccess<AccountId, Unlimited>,
	>;
	type StopOrigin = EitherOfDiverse<EnsureRoot<AccountId>, EnsureSignedBy<Guard, AccountId>>;
	type BlockNumberProvider = System;
	type Treasury = Treasury;
	type PalletId = WorkersPalletId;
	type EraLength = EraLength;
	type MaxPayPerEra = MaxPayPerEra;
	type MaxPayPerWorker = MaxPayPerWorker;
	type MaxEras = MaxEras;
	type MaxWorkers = ConstU32<MAX_WORKERS>;
	type MaxTitleLength = ConstU32<16>;
	type MaxUrlLength = ConstU32<32>;
	type WeightInfo = ();
}

/// Builds the state of a test, runs it, and checks every invariant at its end.
pub struct ExtBuilder {
	funds: Balance,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { funds: FUNDS }
	}
}

impl ExtBuilder {
	/// What is in the treasury at the beginning.
	pub fn funds(self, funds: Balance) -> Self {
		Self { funds }
	}

	pub fn build(self) -> sp_io::TestExternalities {
		LowestBalance::set(EXISTENTIAL_DEPOSIT);
		EraLength::set(ERA);
		MaxPayPerEra::set(BUDGET);
		MaxPayPerWorker::set(PER_WORKER);
		MaxEras::set(MOST_ERAS);
		Burnt::set(0);
		let people = PEOPLE.into_iter().chain([COUNCIL, GUARD]).map(|who| (who, ENDOWMENT));
		let balances = people.chain([(TREASURY, self.funds)]).filter(|(_, amount)| *amount > 0);
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: balances.collect(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| System::set_block_number(1));
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

/// Every invariant, and no coin made or lost but what a test has burnt.
pub fn check_invariants(issuance_before: Balance) {
	Work::do_try_state().unwrap();
	let bhtd: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(bhtd, Balances::total_issuance());
	assert_eq!(bhtd + Burnt::get(), issuance_before);
	check_deposits();
}

/// Every account holds the deposits of its workers and no other.
fn check_deposits() {
	for who in frame_system::Account::<Test>::iter_keys() {
		let workers = Workers::<Test>::iter_values().filter(|worker| worker.proposer == who);
		let due: Balance = workers.map(|worker| deposit(&worker.terms)).sum();
		assert_eq!(Balances::balance_on_hold(&HoldReason::Deposit.into(), &who), due);
	}
}

/// The deposit of a worker.
pub fn deposit(terms: &TermsOf<Test>) -> Balance {
	<StoragePrice as Convert<Footprint, Balance>>::convert(Work::worker_footprint(terms))
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The beginning of one block.
pub fn begin_block(block: u64) -> Weight {
	System::set_block_number(block);
	Work::on_initialize(block)
}

/// Every block up to `block` begins.
pub fn advance_to(block: u64) {
	while System::block_number() < block {
		begin_block(System::block_number() + 1);
	}
}

/// The first block of the next era begins, and that of so many eras more.
pub fn next_eras(eras: u32) {
	for _ in 0..eras {
		advance_to(Work::era().end);
	}
}

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// All the BHTD that `who` has, what is on hold included.
pub fn wealth(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}

/// So much for so many eras.
pub fn terms(pay: Balance, eras: u32) -> TermsOf<Test> {
	Terms {
		document: Hash::repeat_byte(1),
		title: b"A better wallet".to_vec().try_into().unwrap(),
		url: b"ipfs://x".to_vec().try_into().unwrap(),
		pay,
		eras,
	}
}

/// `who` offers to work, and would be paid itself. Says which worker it is.
pub fn propose(who: AccountId, pay: Balance, eras: u32) -> u32 {
	let worker = NextWorker::<Test>::get();
	assert_ok!(Work::propose(signed(who), terms(pay, eras), who));
	worker
}

pub fn approve(worker: u32) -> DispatchResult {
	Work::approve(RuntimeOrigin::root(), worker)
}

/// The same, and it is approved.
pub fn engage(who: AccountId, pay: Balance, eras: u32) -> u32 {
	let worker = propose(who, pay, eras);
	assert_ok!(approve(worker));
	worker
}

pub fn stop(worker: u32) -> DispatchResult {
	Work::stop(signed(GUARD), worker)
}

pub fn claim(worker: u32) -> DispatchResult {
	Work::claim(signed(DAVE), worker)
}

pub fn claimable(worker: u32) -> Balance {
	Work::worker(worker).map_or(0, |worker| worker.claimable)
}

pub fn stage(worker: u32) -> Option<Stage> {
	Work::worker(worker).map(|worker| worker.stage)
}

pub fn ledger() -> LedgerOf<Test> {
	Totals::<Test>::get()
}

pub fn last_event() -> RuntimeEvent {
	System::events().pop().expect("something happened").event
}

/// Whether this has happened.
pub fn happened(event: Event<Test>) -> bool {
	System::events().into_iter().any(|record| record.event == event.clone().into())
}
