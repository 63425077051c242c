//! The side chains of merchants: where they are registered, what runs them, and what that costs.
//!
//! The pallet knows neither parachains nor XCM. What it asks for is done here, on the pallets of the relay
//! chain.

use super::{
	governance::{RootOrHalf, RootOrTwoThirds},
	witnesses::MAX_WITNESSES,
};
use crate::{
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::{DAYS, HOURS, MINUTES},
	},
	epochs::ByEpochs,
	weights, AccountId, Balances, BlockNumber, Hash, Margin, ParaId, Runtime, RuntimeHoldReason,
	RuntimeOrigin, Session, System,
};
use alloc::{vec, vec::Vec};
use codec::{Compact, Decode};
use frame_support::{
	ensure, parameter_types,
	traits::{ConstU128, ConstU32, EnsureOrigin},
	PalletId,
};
use pallet_side_chains::{
	traits::{Cores, Registry},
	ChainId, Code, CoreIndex, Onboarding,
};
use pallet_witnesses::FeesToWitnesses;
use polkadot_parachain_primitives::primitives::LOWEST_PUBLIC_ID;
use polkadot_primitives::{HeadData, ValidationCode, ValidationCodeHash, MAX_CODE_SIZE};
use polkadot_runtime_common::paras_registrar;
use polkadot_runtime_parachains::{
	configuration, coretime, origin,
	paras::{self, ParaLifecycle, UpgradeStrategy},
	runtime_api_impl::v13::pvfs_require_precheck,
	schedule_code_upgrade,
	scheduler::{CoreAssignment, PartsOf57600},
	set_current_head, shared,
};
use registrar_primitives::ParachainRegistrar;
use sp_runtime::{
	traits::AccountIdConversion, ArithmeticError, DispatchError, DispatchResult, Permill,
};

/// The most bytes that the length of a code takes where it is stored.
const MAX_LENGTH_BYTES: usize = 5;

parameter_types! {
	/// As whom chains are registered with the registrar. It has no key: the registrar lets its managers
	/// replace the head and the code of their chain and take it away, whatever that owes.
	pub RegistrarAccount: AccountId = PalletId(*b"bhtd/reg").into_account_truncating();
}

/// A side chain that speaks for itself, in a message that is executed with its own origin.
pub struct EnsureChain;

impl EnsureOrigin<RuntimeOrigin> for EnsureChain {
	type Success = ChainId;

	fn try_origin(outer: RuntimeOrigin) -> Result<Self::Success, RuntimeOrigin> {
		let origin: Result<origin::Origin, RuntimeOrigin> = outer.into();
		origin.map(|origin::Origin::Parachain(chain)| chain.into())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(origin::Origin::Parachain(2_000.into()).into())
	}
}

/// The registrar of the relay chain, and what its parachains pallet knows of chains.
pub struct Parachains;

impl Parachains {
	/// A code, wherever it is.
	fn bytes(code: Code<Vec<u8>, Hash>) -> Result<Vec<u8>, DispatchError> {
		match code {
			Code::Own(bytes) => Ok(bytes),
			Code::Stored(hash) => paras::CodeByHash::<Runtime>::get(ValidationCodeHash::from(hash))
				.map(|code| code.0)
				.ok_or(DispatchError::CannotLookup),
		}
	}
}

impl Registry<BlockNumber, Hash> for Parachains {
	fn reserve_id() -> Result<ChainId, DispatchError> {
		paras_registrar::NextFreeParaId::<Runtime>::try_mutate(|next| {
			let id = (*next).max(LOWEST_PUBLIC_ID);
			let after = ChainId::from(id).checked_add(1).ok_or(ArithmeticError::Overflow)?;
			*next = after.into();
			Ok(id.into())
		})
	}

	fn fits(head: u32, code: u32) -> bool {
		paras_registrar::Pallet::<Runtime>::check_onboarding(head, code).is_ok()
	}

	fn code_length(hash: &Hash) -> Option<u32> {
		let hash = ValidationCodeHash::from(*hash);
		// A code is stored from the moment the witnesses are asked about it.
		if pvfs_require_precheck::<Runtime>().contains(&hash) {
			return None;
		}
		// Megabytes need not be read to know how many they are: the length stands before them.
		let mut start = [0; MAX_LENGTH_BYTES];
		sp_io::storage::read(&paras::CodeByHash::<Runtime>::hashed_key_for(hash), &mut start, 0)?;
		Compact::<u32>::decode(&mut &start[..]).ok().map(Into::into)
	}

	fn register(chain: ChainId, head: Vec<u8>, code: Code<Vec<u8>, Hash>) -> DispatchResult {
		<paras_registrar::Pallet<Runtime> as ParachainRegistrar>::register(
			RegistrarAccount::get(),
			chain,
			head,
			Self::bytes(code)?,
		)
	}

	fn onboarding(chain: ChainId) -> Onboarding {
		let id = ParaId::from(chain);
		match paras::Pallet::<Runtime>::lifecycle(id) {
			None => Onboarding::Absent,
			Some(ParaLifecycle::Onboarding) => {
				// Nothing is scheduled for later than what would be scheduled now.
				let now = shared::CurrentSessionIndex::<Runtime>::get();
				(now..=shared::Pallet::<Runtime>::scheduled_session())
					.find(|session| paras::ActionsQueue::<Runtime>::get(session).contains(&id))
					.map_or(Onboarding::Checking, |session| Onboarding::Scheduled { session })
			}
			Some(state) if state.is_offboarding() => Onboarding::Offboarding,
			Some(_) => Onboarding::Live,
		}
	}

	fn deregister(chain: ChainId) -> DispatchResult {
		paras_registrar::Pallet::<Runtime>::deregister(RuntimeOrigin::root(), chain.into())
	}

	fn code_hash(chain: ChainId) -> Option<Hash> {
		paras::CurrentCodeHash::<Runtime>::get(ParaId::from(chain))
			.map(|hash| Hash::from_slice(hash.as_ref()))
	}

	fn schedule_upgrade(chain: ChainId, code: Code<Vec<u8>, Hash>) -> DispatchResult {
		schedule_code_upgrade::<Runtime>(
			chain.into(),
			ValidationCode(Self::bytes(code)?),
			// The chain has asked for it, and need not be alive to get it.
			UpgradeStrategy::ApplyAtExpectedBlock,
		)
	}

	fn head(chain: ChainId) -> Option<Vec<u8>> {
		paras::Heads::<Runtime>::get(ParaId::from(chain)).map(|head| head.0)
	}

	fn set_head(chain: ChainId, head: Vec<u8>) -> DispatchResult {
		let id = ParaId::from(chain);
		ensure!(paras::Pallet::<Runtime>::is_valid_para(id), DispatchError::CannotLookup);
		set_current_head::<Runtime>(id, HeadData(head));
		Ok(())
	}

	fn last_included(chain: ChainId) -> Option<BlockNumber> {
		// It is noted as the genesis until there is one.
		paras::MostRecentContext::<Runtime>::get(ParaId::from(chain)).filter(|block| *block > 0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn new_code(length: u32) -> Vec<u8> {
		use polkadot_primitives::MIN_CODE_SIZE;
		vec![1; length.max(MIN_CODE_SIZE) as usize]
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_code(code: Vec<u8>) -> Hash {
		let code = ValidationCode(code);
		let hash = Hash::from_slice(code.hash().as_ref());
		paras::Pallet::<Runtime>::add_trusted_validation_code(RuntimeOrigin::root(), code)
			.expect("root trusts it");
		hash
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_live(chain: ChainId) {
		use polkadot_runtime_common::traits::Registrar;
		paras_registrar::Pallet::<Runtime>::execute_pending_transitions();
		paras::MostRecentContext::<Runtime>::insert(ParaId::from(chain), System::block_number());
	}
}

/// The cores of the relay chain. Coretime is not sold on another chain: it is assigned here, by root.
pub struct RelayCores;

impl RelayCores {
	/// Uses a core for one thing from the next block on.
	fn dedicate(core: CoreIndex, to: CoreAssignment) -> DispatchResult {
		coretime::Pallet::<Runtime>::assign_core(
			RuntimeOrigin::root(),
			core,
			System::block_number().saturating_add(1),
			vec![(to, PartsOf57600::FULL)],
			None,
		)
	}
}

impl Cores for RelayCores {
	fn capacity() -> u32 {
		// A core without a witness of its own would never have a block backed.
		Session::validators().len() as u32
	}

	fn count() -> u32 {
		// Changes add up on the last one that is pending, not on what is in force.
		configuration::PendingConfigs::<Runtime>::get()
			.last()
			.map(|(_, pending)| pending.scheduler_params.num_cores)
			.unwrap_or_else(|| {
				configuration::ActiveConfig::<Runtime>::get().scheduler_params.num_cores
			})
	}

	fn add() -> Result<CoreIndex, DispatchError> {
		let count = Self::count();
		let core = count.try_into().map_err(|_| ArithmeticError::Overflow)?;
		let more = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		configuration::Pallet::<Runtime>::set_coretime_cores_unchecked(more)?;
		Ok(core)
	}

	fn assign(core: CoreIndex, chain: ChainId) -> DispatchResult {
		Self::dedicate(core, CoreAssignment::Task(chain))
	}

	fn release(core: CoreIndex) -> DispatchResult {
		Self::dedicate(core, CoreAssignment::Idle)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_capacity(count: u32) {
		let witnesses = (0..count).map(|index| frame_benchmarking::account("witness", index, 0));
		pallet_session::Validators::<Runtime>::put(witnesses.collect::<Vec<AccountId>>());
	}
}

parameter_types! {
	/// How much of a pool can be redeemed at once.
	pub const LimitShare: Permill = Permill::from_percent(10);
}

impl pallet_side_chains::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Margin = Margin;
	type Registry = Parachains;
	type Cores = RelayCores;
	type Fees = FeesToWitnesses<Runtime>;
	type ChainOrigin = EnsureChain;
	type BlessOrigin = RootOrTwoThirds;
	type PauseOrigin = RootOrHalf;
	type RecoveryOrigin = RootOrTwoThirds;
	type ChainDeposit = ConstU128<{ 10_000 * UNITS }>;
	type Period = ByEpochs<HOURS, { 6 * MINUTES }>;
	type PeriodFee = ConstU128<UNITS>;
	type LeastTank = ConstU128<{ 100 * UNITS }>;
	type StallPeriod = ByEpochs<DAYS, { 10 * MINUTES }>;
	type RecoveryPeriod = ByEpochs<{ 6 * HOURS }, { 5 * MINUTES }>;
	type LimitShare = LimitShare;
	type LowestLimit = ConstU128<{ 1_000 * UNITS }>;
	type LimitWindow = ByEpochs<DAYS, { 5 * MINUTES }>;
	type LeastRedemption = ConstU128<EXISTENTIAL_DEPOSIT>;
	type LoweringNotice = ByEpochs<{ 14 * DAYS }, { 5 * MINUTES }>;
	type UpgradeInterval = ByEpochs<DAYS, MINUTES>;
	type MaxChains = ConstU32<200>;
	type MaxCores = ConstU32<MAX_WITNESSES>;
	type MaxQueue = ConstU32<1_024>;
	type MaxBlessed = ConstU32<32>;
	type MaxHeadLength = ConstU32<{ 32 * 1024 }>;
	type MaxCodeLength = ConstU32<MAX_CODE_SIZE>;
	type MaxNameLength = ConstU32<64>;
	type MaxUriLength = ConstU32<256>;
	type WeightInfo = weights::pallet_side_chains::WeightInfo<Runtime>;
}
