//! What stands for the registry of parachains and the scheduler of cores, with their delays and moods.
//!
//! As in the originals: a code that is not known is checked before its chain may onboard, two sessions
//! later; chains are removed after two sessions, and not while they onboard or messages of theirs wait,
//! which is noticed only after something has been written; more cores are there after two sessions, and
//! what was asked for last counts; assignments of a core can only be appended, begin a few blocks from
//! now if the core was in use, and add up if they begin in the same block.

use super::{Hash, System};
use crate::{
	traits::{Cores, Registry},
	ChainId, Code, CoreIndex, Onboarding,
};
use codec::{Decode, Encode};
use frame_support::{ensure, storage_alias, Twox64Concat};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	DispatchError, DispatchResult,
};

/// Blocks of a session.
pub const SESSION: u64 = 10;
/// How many sessions ahead everything happens.
pub const DELAY: u32 = 2;
/// How far ahead assignments in use are fixed.
pub const LOOKAHEAD: u64 = 3;
/// The first id that is given.
pub const FIRST_ID: ChainId = 2_000;
/// Codes are at least as long.
pub const SHORTEST_CODE: u32 = 4;
/// Codes and heads are at most as long.
pub const LONGEST_CODE: u32 = 48;
/// Heads are at most as long.
pub const LONGEST_HEAD: u32 = 12;

type Number = BlockNumberFor<super::Test>;

#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq)]
pub enum Lifecycle {
	Checking,
	Onboarding { session: u32 },
	Live,
	Offboarding { session: u32 },
}

#[storage_alias]
type NextId = StorageValue<Relay, ChainId>;
#[storage_alias]
type Lifecycles = StorageMap<Relay, Twox64Concat, ChainId, Lifecycle>;
#[storage_alias]
type Heads = StorageMap<Relay, Twox64Concat, ChainId, Vec<u8>>;
#[storage_alias]
type LastIncluded = StorageMap<Relay, Twox64Concat, ChainId, Number>;
#[storage_alias]
type CodeHashes = StorageMap<Relay, Twox64Concat, ChainId, Hash>;
#[storage_alias]
type Lengths = StorageMap<Relay, Twox64Concat, Hash, u32>;
#[storage_alias]
type Messages = StorageMap<Relay, Twox64Concat, ChainId, u32>;
#[storage_alias]
type Upgrades = StorageMap<Relay, Twox64Concat, ChainId, Hash>;
#[storage_alias]
type Silent = StorageMap<Relay, Twox64Concat, ChainId, bool>;
#[storage_alias]
type Witnesses = StorageValue<Relay, u32>;
#[storage_alias]
type ActiveCores = StorageValue<Relay, u32>;
#[storage_alias]
type PendingCores = StorageValue<Relay, (u32, u32)>;
/// What a core runs from which block on.
#[storage_alias]
type Schedules = StorageMap<Relay, Twox64Concat, CoreIndex, Vec<(u64, Vec<Option<ChainId>>)>>;
#[storage_alias]
type Broken = StorageValue<Relay, bool>;

pub fn session() -> u32 {
	(System::block_number() / SESSION) as u32
}

/// How many cores the witnesses can serve.
pub fn set_witnesses(count: u32) {
	Witnesses::put(count);
}

/// Makes the scheduler refuse everything, after it has written.
pub fn set_broken(broken: bool) {
	Broken::put(broken);
}

/// Messages of the chain that have not been processed.
pub fn set_messages(chain: ChainId, count: u32) {
	Messages::insert(chain, count);
}

/// A silent chain produces no blocks.
pub fn set_silent(chain: ChainId, silent: bool) {
	Silent::insert(chain, silent);
}

/// A chain that is live from the first block on, on a core of its own.
pub fn found(chain: ChainId, core: CoreIndex) {
	Lifecycles::insert(chain, Lifecycle::Live);
	CodeHashes::insert(chain, BlakeTwo256::hash(b"genesis"));
	NextId::put(chain + 1);
	ActiveCores::put(u32::from(core) + 1);
	Schedules::insert(core, vec![(0, vec![Some(chain)])]);
}

/// The witnesses have checked the code of a chain.
pub fn conclude_check(chain: ChainId, accepted: bool) {
	assert_eq!(Lifecycles::get(chain), Some(Lifecycle::Checking));
	if accepted {
		Lifecycles::insert(chain, Lifecycle::Onboarding { session: session() + DELAY });
	} else {
		Lifecycles::remove(chain);
		Heads::remove(chain);
		CodeHashes::remove(chain);
	}
}

/// Stores a code as checked.
pub fn store_code(code: &[u8]) -> Hash {
	let hash = BlakeTwo256::hash(code);
	Lengths::insert(hash, code.len() as u32);
	hash
}

pub fn forget_code(hash: Hash) {
	Lengths::remove(hash);
}

pub fn upgrade_of(chain: ChainId) -> Option<Hash> {
	Upgrades::get(chain)
}

/// Root removes a chain at once.
pub fn remove_by_force(chain: ChainId) {
	Lifecycles::remove(chain);
	Heads::remove(chain);
	LastIncluded::remove(chain);
	CodeHashes::remove(chain);
}

pub fn is_registered(chain: ChainId) -> bool {
	Lifecycles::contains_key(chain)
}

pub fn is_live(chain: ChainId) -> bool {
	Lifecycles::get(chain) == Some(Lifecycle::Live)
}

/// What a core runs now.
pub fn running(core: CoreIndex) -> Option<ChainId> {
	if u32::from(core) >= ActiveCores::get().unwrap_or_default() {
		return None;
	}
	let now = System::block_number();
	let schedule = Schedules::get(core).unwrap_or_default();
	schedule.into_iter().rev().find(|(begin, _)| *begin <= now).and_then(|(_, it)| it[0])
}

/// What a core runs in the end.
pub fn assigned(core: CoreIndex) -> Option<ChainId> {
	Schedules::get(core).unwrap_or_default().last().and_then(|(_, it)| it[0])
}

/// No core was ever given two things to run at the same time, nor the same chain to two cores.
pub fn check() {
	let mut chains = Vec::new();
	for (core, schedule) in Schedules::iter() {
		assert!(schedule.iter().all(|(_, it)| it.len() == 1), "assignments of a core add up");
		chains.extend(assigned(core));
	}
	let count = chains.len();
	chains.sort();
	chains.dedup();
	assert_eq!(chains.len(), count, "a chain on two cores");
}

/// What happens in a block before anything else.
pub fn on_block() {
	let now = System::block_number();
	if now.is_multiple_of(SESSION) {
		on_session();
	}
	for core in Schedules::iter_keys().collect::<Vec<_>>() {
		let Some(chain) = running(core) else { continue };
		let live = Lifecycles::get(chain) == Some(Lifecycle::Live);
		if live && !Silent::get(chain).unwrap_or_default() {
			LastIncluded::insert(chain, now - 1);
			Heads::insert(chain, now.encode());
		}
	}
}

fn on_session() {
	if let Some((at, count)) = PendingCores::get().filter(|(at, _)| *at <= session()) {
		assert!(at <= session());
		ActiveCores::put(count);
		PendingCores::kill();
	}
	for (chain, lifecycle) in Lifecycles::iter().collect::<Vec<_>>() {
		match lifecycle {
			Lifecycle::Onboarding { session: at } if at <= session() => {
				Lifecycles::insert(chain, Lifecycle::Live)
			}
			Lifecycle::Offboarding { session: at } if at <= session() => remove_by_force(chain),
			_ => {}
		}
	}
}

/// The registry of the tests.
pub struct Paras;

impl Registry<Number, Hash> for Paras {
	fn reserve_id() -> Result<ChainId, DispatchError> {
		let id = NextId::get().unwrap_or(FIRST_ID);
		NextId::put(id + 1);
		Ok(id)
	}

	fn fits(head: u32, code: u32) -> bool {
		head <= LONGEST_HEAD && (SHORTEST_CODE..=LONGEST_CODE).contains(&code)
	}

	fn code_length(hash: &Hash) -> Option<u32> {
		Lengths::get(hash)
	}

	fn register(chain: ChainId, head: Vec<u8>, code: Code<Vec<u8>, Hash>) -> DispatchResult {
		ensure!(Lifecycles::get(chain).is_none(), "registered already");
		let hash = match code {
			Code::Own(bytes) => BlakeTwo256::hash(&bytes),
			Code::Stored(hash) => hash,
		};
		let lifecycle = match Lengths::contains_key(hash) {
			true => Lifecycle::Onboarding { session: session() + DELAY },
			false => Lifecycle::Checking,
		};
		Lifecycles::insert(chain, lifecycle);
		Heads::insert(chain, head);
		CodeHashes::insert(chain, hash);
		Ok(())
	}

	fn onboarding(chain: ChainId) -> Onboarding {
		match Lifecycles::get(chain) {
			None => Onboarding::Absent,
			Some(Lifecycle::Checking) => Onboarding::Checking,
			Some(Lifecycle::Onboarding { session }) => Onboarding::Scheduled { session },
			Some(Lifecycle::Live) => Onboarding::Live,
			Some(Lifecycle::Offboarding { .. }) => Onboarding::Offboarding,
		}
	}

	fn deregister(chain: ChainId) -> DispatchResult {
		match Lifecycles::get(chain) {
			None => Ok(()),
			Some(Lifecycle::Live) => {
				let session = session() + DELAY;
				Lifecycles::insert(chain, Lifecycle::Offboarding { session });
				ensure!(Messages::get(chain).unwrap_or_default() == 0, "messages wait");
				Ok(())
			}
			Some(_) => Err("not live".into()),
		}
	}

	fn code_hash(chain: ChainId) -> Option<Hash> {
		CodeHashes::get(chain)
	}

	fn schedule_upgrade(chain: ChainId, code: Code<Vec<u8>, Hash>) -> DispatchResult {
		ensure!(Lifecycles::get(chain) == Some(Lifecycle::Live), "not live");
		let hash = match code {
			Code::Own(bytes) => store_code(&bytes),
			Code::Stored(hash) => hash,
		};
		Upgrades::insert(chain, hash);
		CodeHashes::insert(chain, hash);
		Ok(())
	}

	fn head(chain: ChainId) -> Option<Vec<u8>> {
		Heads::get(chain)
	}

	fn set_head(chain: ChainId, head: Vec<u8>) -> DispatchResult {
		ensure!(Lifecycles::get(chain) == Some(Lifecycle::Live), "not live");
		Heads::insert(chain, head);
		Ok(())
	}

	fn last_included(chain: ChainId) -> Option<Number> {
		LastIncluded::get(chain)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn new_code(length: u32) -> Vec<u8> {
		vec![1; length.clamp(SHORTEST_CODE, LONGEST_CODE) as usize]
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_code(code: Vec<u8>) -> Hash {
		store_code(&code)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_live(chain: ChainId) {
		Lifecycles::insert(chain, Lifecycle::Live);
		LastIncluded::insert(chain, System::block_number());
	}
}

/// The cores of the tests.
pub struct Scheduler;

impl Scheduler {
	fn append(core: CoreIndex, what: Option<ChainId>) -> DispatchResult {
		let now = System::block_number();
		let mut schedule = Schedules::get(core).unwrap_or_default();
		let begin = if schedule.is_empty() { now + 1 } else { now + 1 + LOOKAHEAD };
		match schedule.last_mut() {
			Some((last, _)) if *last > begin => return Err("not at the end".into()),
			Some((last, assignments)) if *last == begin => assignments.push(what),
			_ => schedule.push((begin, vec![what])),
		}
		Schedules::insert(core, schedule);
		ensure!(!Broken::get().unwrap_or_default(), "broken");
		Ok(())
	}
}

impl Cores for Scheduler {
	fn capacity() -> u32 {
		Witnesses::get().unwrap_or_default()
	}

	fn count() -> u32 {
		let pending = PendingCores::get().map(|(_, count)| count);
		pending.or_else(ActiveCores::get).unwrap_or_default()
	}

	fn add() -> Result<CoreIndex, DispatchError> {
		let core = Self::count();
		PendingCores::put((session() + DELAY, core + 1));
		Ok(core as CoreIndex)
	}

	fn assign(core: CoreIndex, chain: ChainId) -> DispatchResult {
		Self::append(core, Some(chain))
	}

	fn release(core: CoreIndex) -> DispatchResult {
		Self::append(core, None)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_capacity(count: u32) {
		set_witnesses(count);
	}
}
