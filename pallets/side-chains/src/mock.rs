//! A runtime for the tests: accounts with numbers, small amounts, the real margin beneath.

pub mod relay;

use crate::{self as pallet_side_chains, *};
use bhtd_primitives::{MarginLedger, Role};
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	traits::{
		fungible::{Balanced, Credit, HoldConsideration, InspectHold},
		ConstU128, ConstU32, ConstU64, EnsureOrigin, Hooks, LinearStoragePrice, OnUnbalanced,
	},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSignedBy, RawOrigin};
use sp_runtime::{BuildStorage, DispatchResult, Permill};

pub type AccountId = u64;
pub type Balance = u128;
pub type Hash = <Test as frame_system::Config>::Hash;

/// A group merchant.
pub const MERCHANT: AccountId = 1;
/// Another.
pub const RIVAL: AccountId = 2;
/// A merchant without a group.
pub const SHOP: AccountId = 3;
pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
/// Where tanks are held, in most tests.
pub const TREASURER: AccountId = 13;
/// Has no account.
pub const NOBODY: AccountId = 50;
/// Gets the fees.
pub const POT: AccountId = 90;
/// May pause registrations.
pub const GUARD: AccountId = 97;
/// May recover chains.
pub const COLLECTIVE: AccountId = 98;
/// Accounts from here on stand for chains.
pub const CHAINS: AccountId = 1_000_000;

/// The chain that is registered first.
pub const FIRST: ChainId = relay::FIRST_ID;
pub const SECOND: ChainId = FIRST + 1;

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const ENDOWMENT: Balance = 10_000_000;
pub const MINIMUM: Balance = 1_000;
pub const NOTICE: u64 = 50;
/// The margin of each group merchant beyond the minimum.
pub const MARGIN: Balance = 100_000;
pub const CHAIN_DEPOSIT: Balance = 5_000;
pub const PERIOD: u64 = 20;
pub const FEE: Balance = 100;
pub const LEAST_TANK: Balance = 300;
pub const STALL_PERIOD: u64 = 40;
pub const RECOVERY_PERIOD: u64 = 30;
pub const LIMIT_SHARE: Permill = Permill::from_percent(10);
pub const LOWEST_LIMIT: Balance = 200;
pub const LIMIT_WINDOW: u64 = 100;
pub const LEAST_REDEMPTION: Balance = 50;
pub const LOWERING_NOTICE: u64 = 150;
pub const UPGRADE_INTERVAL: u64 = 60;
pub const MAX_CHAINS: u32 = 5;
pub const MAX_CORES: u32 = 4;
pub const MAX_QUEUE: u32 = 4;
/// What most chains promise; a tenth of it can be redeemed at once.
pub const POOL: Balance = 20_000;
pub const LIMIT: Balance = 2_000;
/// What most tanks hold.
pub const TANK: Balance = 1_000;

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
	#[runtime::pallet_index(3)]
	pub type SideChains = pallet_side_chains;
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

parameter_types! {
	pub const ProfileReason: RuntimeHoldReason =
		RuntimeHoldReason::Margin(pallet_margin::HoldReason::Profile);
	pub const LimitShare: Permill = LIMIT_SHARE;
}

ord_parameter_types! {
	pub const Guard: AccountId = GUARD;
	pub const Collective: AccountId = COLLECTIVE;
}

impl pallet_margin::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		ProfileReason,
		LinearStoragePrice<ConstU128<20>, ConstU128<1>, Balance>,
	>;
	type ArbiterOrigin = EnsureRoot<AccountId>;
	type TermsOrigin = EnsureRoot<AccountId>;
	type BlockNumberProvider = System;
	type LowestMinimum = ConstU128<100>;
	type HighestMinimum = ConstU128<50_000>;
	type ShortestNotice = ConstU64<10>;
	type LongestNotice = ConstU64<1_000>;
	type MaxProfileLength = ConstU32<32>;
	type MaxBeneficiaries = ConstU32<3>;
	type WeightInfo = ();
}

/// Takes signatures of the accounts that stand for chains.
pub struct EnsureChain;

impl EnsureOrigin<RuntimeOrigin> for EnsureChain {
	type Success = ChainId;

	fn try_origin(origin: RuntimeOrigin) -> Result<ChainId, RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::Signed(who)) if who >= CHAINS => Ok((who - CHAINS) as ChainId),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(by(FIRST))
	}
}

/// Gives the fees to the pot.
pub struct ToPot;

impl OnUnbalanced<Credit<AccountId, Balances>> for ToPot {
	fn on_nonzero_unbalanced(fees: Credit<AccountId, Balances>) {
		assert!(Balances::resolve(&POT, fees).is_ok());
	}
}

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Registry = relay::Paras;
	type Cores = relay::Scheduler;
	type Fees = ToPot;
	type ChainOrigin = EnsureChain;
	type BlessOrigin = EnsureRoot<AccountId>;
	type PauseOrigin = EnsureSignedBy<Guard, AccountId>;
	type RecoveryOrigin = EnsureSignedBy<Collective, AccountId>;
	type ChainDeposit = ConstU128<CHAIN_DEPOSIT>;
	type Period = ConstU64<PERIOD>;
	type PeriodFee = ConstU128<FEE>;
	type LeastTank = ConstU128<LEAST_TANK>;
	type StallPeriod = ConstU64<STALL_PERIOD>;
	type RecoveryPeriod = ConstU64<RECOVERY_PERIOD>;
	type LimitShare = LimitShare;
	type LowestLimit = ConstU128<LOWEST_LIMIT>;
	type LimitWindow = ConstU64<LIMIT_WINDOW>;
	type LeastRedemption = ConstU128<LEAST_REDEMPTION>;
	type LoweringNotice = ConstU64<LOWERING_NOTICE>;
	type UpgradeInterval = ConstU64<UPGRADE_INTERVAL>;
	type MaxChains = ConstU32<MAX_CHAINS>;
	type MaxCores = ConstU32<MAX_CORES>;
	type MaxQueue = ConstU32<MAX_QUEUE>;
	type MaxBlessed = ConstU32<2>;
	type MaxHeadLength = ConstU32<16>;
	type MaxCodeLength = ConstU32<64>;
	type MaxNameLength = ConstU32<16>;
	type MaxUriLength = ConstU32<16>;
	type WeightInfo = ();
}

/// Builds the first block of a test: two group merchants and a shop with margin, a blessed runtime, and
/// witnesses for as many cores as there may be.
pub struct ExtBuilder {
	witnesses: u32,
	chains: Vec<GenesisChain<AccountId, Balance>>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { witnesses: MAX_CORES, chains: Vec::new() }
	}
}

impl ExtBuilder {
	pub fn witnesses(mut self, count: u32) -> Self {
		self.witnesses = count;
		self
	}

	/// Adds a chain to the first block.
	pub fn chain(mut self, chain: GenesisChain<AccountId, Balance>) -> Self {
		self.chains.push(chain);
		self
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let accounts = [MERCHANT, RIVAL, SHOP, ALICE, BOB, TREASURER, POT];
		let storage = RuntimeGenesisConfig {
			system: Default::default(),
			balances: pallet_balances::GenesisConfig {
				balances: accounts.map(|who| (who, ENDOWMENT)).into(),
				..Default::default()
			},
			margin: pallet_margin::GenesisConfig {
				terms: Role::ALL.map(|role| (role, MINIMUM, NOTICE)).into(),
				margins: vec![
					(MERCHANT, Role::GroupMerchant, MINIMUM + MARGIN),
					(RIVAL, Role::GroupMerchant, MINIMUM + MARGIN),
					(SHOP, Role::Merchant, MINIMUM + MARGIN),
				],
			},
			side_chains: pallet_side_chains::GenesisConfig {
				blessed: vec![hash_of(TEMPLATE)],
				chains: self.chains.clone(),
			},
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			// No events are kept in block zero.
			System::set_block_number(1);
			relay::set_witnesses(self.witnesses);
			relay::store_code(TEMPLATE);
			for genesis in self.chains {
				relay::found(genesis.chain, genesis.core);
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
	SideChains::do_try_state().unwrap();
	Margin::do_try_state().unwrap();
	relay::check();
	for slot in Slots::<Test>::get() {
		assert_eq!(relay::assigned(slot.core), slot.chain);
	}
}

/// No coin is made or lost: fees go to the pot.
pub fn check_conservation(before: Balance) {
	let sum: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!((sum, Balances::total_issuance()), (before, before));
}

/// The code of the blessed runtime.
pub const TEMPLATE: &[u8] = b"template";
/// A code that nobody knows.
pub const OWN: &[u8] = b"my own";

pub fn template() -> CodeOf<Test> {
	Code::Stored(hash_of(TEMPLATE))
}

pub fn own(bytes: &[u8]) -> CodeOf<Test> {
	Code::Own(bytes.to_vec().try_into().expect("short enough"))
}

pub fn hash_of(bytes: &[u8]) -> Hash {
	use sp_runtime::traits::Hash as _;
	<Test as frame_system::Config>::Hashing::hash(bytes)
}

pub fn head(bytes: &[u8]) -> HeadOf<Test> {
	bytes.to_vec().try_into().expect("short enough")
}

pub fn details(name: &[u8]) -> DetailsOf<Test> {
	Details {
		name: name.to_vec().try_into().expect("short enough"),
		uri: b"ipfs://x".to_vec().try_into().expect("short enough"),
	}
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// The origin of a chain.
pub fn by(chain: ChainId) -> RuntimeOrigin {
	signed(CHAINS + AccountId::from(chain))
}

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// What `who` has on hold for tanks.
pub fn in_tanks(who: AccountId) -> Balance {
	Balances::balance_on_hold(&HoldReason::Tank.into(), &who)
}

pub fn owed(who: AccountId) -> Balance {
	<Margin as MarginLedger<AccountId>>::owed(&who, Role::GroupMerchant)
}

pub fn held(who: AccountId) -> Balance {
	<Margin as MarginLedger<AccountId>>::held(&who, Role::GroupMerchant)
}

pub fn chain(id: ChainId) -> ChainOf<Test> {
	Chains::<Test>::get(id).expect("the chain is there")
}

pub fn pool(id: ChainId) -> PoolOf<Test> {
	Pools::<Test>::get(id).expect("the chain is there")
}

pub fn register(
	who: AccountId,
	code: CodeOf<Test>,
	tank: Balance,
	pool: Balance,
) -> DispatchResult {
	SideChains::register(signed(who), head(b"head"), code, details(b"Shop"), TREASURER, tank, pool)
}

/// Makes blocks with everything that happens in them by itself.
pub fn run_blocks(blocks: u64) {
	for _ in 0..blocks {
		System::set_block_number(System::block_number() + 1);
		relay::on_block();
		let now = System::block_number();
		SideChains::on_initialize(now);
		SideChains::on_idle(now, Weight::MAX);
	}
}

/// The same without serving any queue.
pub fn run_busy_blocks(blocks: u64) {
	for _ in 0..blocks {
		System::set_block_number(System::block_number() + 1);
		relay::on_block();
		SideChains::on_initialize(System::block_number());
	}
}

/// Makes blocks until the next turn of the core of a chain that has one is over.
pub fn run_to_turn(id: ChainId) {
	let slots = Slots::<Test>::get();
	let place = slots.iter().position(|slot| slot.chain == Some(id)).expect("it has a core");
	run_blocks(1);
	while System::block_number() % PERIOD != place as u64 {
		run_blocks(1);
	}
}

/// Registers a chain with the blessed runtime and runs it until it is active.
pub fn launch(who: AccountId) -> ChainId {
	launch_with(who, TANK, POOL)
}

pub fn launch_with(who: AccountId, tank: Balance, pool: Balance) -> ChainId {
	assert_ok!(register(who, template(), tank, pool));
	let id = Chains::<Test>::iter_keys().max().expect("it is registered");
	while chain(id).status == Status::Onboarding {
		run_blocks(1);
	}
	assert!(matches!(chain(id).status, Status::Active { .. }));
	id
}

/// Lets a chain fall silent until it loses its core for that.
pub fn stall(id: ChainId) {
	relay::set_silent(id, true);
	while chain(id).status.has_core() {
		run_to_turn(id);
	}
	assert_eq!(chain(id).status, suspended(Suspension::Stalled));
}

pub fn redeem(id: ChainId, who: AccountId, amount: Balance, nonce: u64) -> DispatchResult {
	SideChains::redeem(by(id), who, amount, nonce)
}

pub fn suspended(reason: Suspension) -> Status<u64> {
	Status::Suspended { reason }
}

pub fn last_event() -> Event<Test> {
	match System::events().pop().map(|record| record.event) {
		Some(RuntimeEvent::SideChains(event)) => event,
		other => panic!("the last event is {other:?}"),
	}
}

/// The events of this pallet, since the last time.
pub fn events() -> Vec<Event<Test>> {
	let events = System::events();
	System::reset_events();
	let ours = events.into_iter().filter_map(|record| match record.event {
		RuntimeEvent::SideChains(event) => Some(event),
		_ => None,
	});
	ours.collect()
}
