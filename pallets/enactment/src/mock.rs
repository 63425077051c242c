//! A runtime for the tests: a council of accounts with numbers, a scheduler, and a short list.

use crate::{self as pallet_enactment, *};
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	traits::{ConstU32, ConstU64, EitherOfDiverse, EqualPrivilegeOnly, Hooks},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	BuildStorage,
};

pub type AccountId = u64;

/// Stands for more than half of the council.
pub const HALF: AccountId = 50;
/// Stands for two thirds of it.
pub const TWO_THIRDS: AccountId = 66;
/// Stands for four fifths of it.
pub const FOUR_FIFTHS: AccountId = 80;
/// Is no majority of anything.
pub const ALICE: AccountId = 1;

pub const UPGRADE_DELAY: u64 = 20;
pub const SETTING_DELAY: u64 = 10;
pub const MAX_PENDING: u32 = 5;
/// How many tasks the scheduler takes in a block.
pub const MAX_TASKS: u32 = 8;

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
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(2)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(3)]
	pub type Enactment = pallet_enactment;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl pallet_preimage::Config for Test {
	type WeightInfo = ();
	type RuntimeEvent = RuntimeEvent;
	type Currency = ();
	type ManagerOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
}

parameter_types! {
	/// What scheduled calls may take of a block.
	pub static ScheduledWeight: Weight = Weight::from_parts(1_000_000_000_000, u64::MAX);
	/// Whether remarks are still on the list, and as what.
	pub static Remarks: Option<Kind> = Some(Kind::Setting);
}

impl pallet_scheduler::Config for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeEvent = RuntimeEvent;
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type MaximumWeight = ScheduledWeight;
	type ScheduleOrigin =
		EitherOfDiverse<EnsureRoot<AccountId>, EnsureSignedBy<TwoThirds, AccountId>>;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type MaxScheduledPerBlock = ConstU32<MAX_TASKS>;
	type WeightInfo = ();
	type Preimages = Preimage;
	type BlockNumberProvider = System;
}

ord_parameter_types! {
	pub const Half: AccountId = HALF;
	pub const TwoThirds: AccountId = TWO_THIRDS;
	pub const FourFifths: AccountId = FOUR_FIFTHS;
}

/// A list with remarks as settings and authorised code as an upgrade.
pub struct List;

impl Classify<RuntimeCall> for List {
	fn classify(call: &RuntimeCall) -> Option<Kind> {
		use frame_system::Call as System;
		match call {
			RuntimeCall::System(System::remark { .. }) => Remarks::get(),
			RuntimeCall::System(System::authorize_upgrade { .. }) => Some(Kind::Upgrade),
			// Fails when nothing is authorised.
			RuntimeCall::System(System::apply_authorized_upgrade { .. }) => Some(Kind::Setting),
			// A mistake that the pallet has to make good.
			RuntimeCall::Enactment(_) => Some(Kind::Setting),
			_ => None,
		}
	}
}

impl Config for Test {
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type Scheduler = Scheduler;
	type Preimages = Preimage;
	type Kinds = List;
	type UpgradeOrigin = EnsureSignedBy<FourFifths, AccountId>;
	type SettingOrigin = EnsureSignedBy<TwoThirds, AccountId>;
	type CancelOrigin = EnsureSignedBy<Half, AccountId>;
	type BlockNumberProvider = System;
	type UpgradeDelay = ConstU64<UPGRADE_DELAY>;
	type SettingDelay = ConstU64<SETTING_DELAY>;
	type MaxPending = ConstU32<MAX_PENDING>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = List;
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<RuntimeCall> for List {
	fn call(length: u32) -> RuntimeCall {
		remark(length as usize)
	}
}

/// Builds the first block of a test.
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> sp_io::TestExternalities {
		let storage = RuntimeGenesisConfig::default()
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
			assert_ok!(Enactment::do_try_state());
			check_preimages();
		});
	}
}

/// Of long calls nothing is kept but what is scheduled, each asked for once.
fn check_preimages() {
	let mut scheduled: Vec<_> = pallet_scheduler::Agenda::<Test>::iter_values()
		.flatten()
		.flatten()
		.filter_map(|task| task.call.lookup_hash())
		.collect();
	let mut kept = Vec::new();
	for (hash, status) in pallet_preimage::RequestStatusFor::<Test>::iter() {
		assert!(
			matches!(status, pallet_preimage::RequestStatus::Requested { count: 1, .. }),
			"{status:?}"
		);
		kept.push(hash);
	}
	let mut stored: Vec<_> =
		pallet_preimage::PreimageFor::<Test>::iter_keys().map(|(hash, _)| hash).collect();
	scheduled.sort();
	kept.sort();
	stored.sort();
	assert_eq!(kept, scheduled);
	assert_eq!(stored, scheduled);
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// A setting of about so many bytes.
pub fn remark(length: usize) -> RuntimeCall {
	frame_system::Call::remark { remark: vec![7; length] }.into()
}

/// A setting that can only fail.
pub fn doomed() -> RuntimeCall {
	frame_system::Call::apply_authorized_upgrade { code: vec![1, 2, 3] }.into()
}

/// An upgrade.
pub fn upgrade() -> RuntimeCall {
	frame_system::Call::authorize_upgrade { code_hash: hash_of(&remark(0)) }.into()
}

pub fn hash_of(call: &RuntimeCall) -> <Test as frame_system::Config>::Hash {
	BlakeTwo256::hash_of(call)
}

/// Proposes a setting, and gives its number.
pub fn propose(call: RuntimeCall) -> ProposalId {
	let id = NextId::<Test>::get();
	assert_ok!(Enactment::propose(signed(TWO_THIRDS), Box::new(call)));
	id
}

/// Goes to a block, with the work of the scheduler in each on the way.
pub fn run_to(block: u64) {
	while System::block_number() < block {
		System::set_block_number(System::block_number() + 1);
		Scheduler::on_initialize(System::block_number());
	}
}

/// What came of the enactment of `id`; `None` if it was not tried.
pub fn outcome(id: ProposalId) -> Option<sp_runtime::DispatchResult> {
	System::events().into_iter().find_map(|record| match record.event {
		RuntimeEvent::Enactment(Event::Enacted { id: of, result }) if of == id => Some(result),
		_ => None,
	})
}
