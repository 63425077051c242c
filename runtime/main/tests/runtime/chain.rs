//! A chain that makes whole blocks, one after another, and a council that decides in them.

use crate::common::{length, signed};
use bhtd_runtime::{
	AccountId, Babe, Council, Executive, Header, Runtime, RuntimeCall, RuntimeEvent, Session,
	System, UncheckedExtrinsic, Witnesses,
};
use codec::Encode;
use frame_support::{assert_ok, weights::Weight};
use polkadot_primitives::InherentData;
use polkadot_runtime_parachains::paras_inherent;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	Digest, DigestItem, DispatchResult,
};

/// A chain with a block in every slot. The latest block is open: what a test does is part of it.
pub struct Chain {
	parent: Header,
	/// Who does not author blocks.
	pub idle: Vec<AccountId>,
	/// What happened in each block that is no longer open.
	pub history: Vec<RuntimeEvent>,
}

impl Chain {
	/// Opens the first block.
	pub fn start() -> Self {
		let parent = Header {
			parent_hash: Default::default(),
			number: 0,
			state_root: Default::default(),
			extrinsics_root: Default::default(),
			digest: Default::default(),
		};
		let mut chain = Self { parent, idle: Vec::new(), history: Vec::new() };
		chain.open();
		chain
	}

	/// Closes the block and opens the next.
	pub fn next(&mut self) {
		self.history.extend(System::events().into_iter().map(|record| record.event));
		self.parent = Executive::finalize_block();
		self.open();
	}

	/// Goes on to a block.
	pub fn until_block(&mut self, number: u32) {
		while System::block_number() < number {
			self.next();
		}
	}

	/// Goes on to the first block of a session.
	pub fn until_session(&mut self, index: u32) {
		while Session::current_index() < index {
			self.next();
		}
	}

	/// Goes on to the first block of an era.
	pub fn until_era(&mut self, index: u32) {
		while pallet_witnesses::CurrentEra::<Runtime>::get() < index {
			self.next();
		}
	}

	/// The latest event that `find` is looking for, in all blocks.
	pub fn find<R>(&self, find: impl Fn(RuntimeEvent) -> Option<R>) -> Option<R> {
		let now = System::events().into_iter().map(|record| record.event);
		self.history.iter().cloned().chain(now).filter_map(find).last()
	}

	/// What of the witnesses `find` is looking for, in all blocks.
	pub fn of_witnesses<R>(
		&self,
		find: impl Fn(pallet_witnesses::Event<Runtime>) -> Option<R>,
	) -> Option<R> {
		self.find(|event| match event {
			RuntimeEvent::Witnesses(event) => find(event),
			_ => None,
		})
	}

	/// Who authors the block with this number: everybody by turns.
	fn author(&self, slot: u64) -> u32 {
		let epoch_ends = slot
			>= u64::from(Babe::current_epoch_start())
				+ <bhtd_runtime::Epochs as frame_support::traits::Get<u64>>::get();
		let (validators, disabled) = if epoch_ends && slot > 1 {
			let queued = Session::queued_keys().into_iter().map(|(who, _)| who).collect();
			(queued, Vec::new())
		} else {
			(Session::validators(), Session::disabled_validators())
		};
		let able: Vec<u32> = (0..)
			.zip(&validators)
			.filter(|(index, who)| !self.idle.contains(who) && !disabled.contains(index))
			.map(|(index, _)| index)
			.collect();
		able[slot as usize % able.len()]
	}

	fn open(&mut self) {
		let number = self.parent.number + 1;
		let slot = u64::from(number);
		let author = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
			authority_index: self.author(slot),
			slot: slot.into(),
		});
		Executive::initialize_block(&Header {
			parent_hash: self.parent.hash(),
			number,
			state_root: Default::default(),
			extrinsics_root: Default::default(),
			digest: Digest { logs: vec![DigestItem::babe_pre_digest(author)] },
		});
		let now = slot * bhtd_runtime::constants::time::SLOT_DURATION;
		let data = InherentData {
			bitfields: Vec::new(),
			backed_candidates: Vec::new(),
			disputes: Vec::new(),
			parent_header: self.parent.clone(),
		};
		let inherents: [RuntimeCall; 2] = [
			pallet_timestamp::Call::set { now }.into(),
			paras_inherent::Call::enter { data }.into(),
		];
		for call in inherents {
			assert_ok!(Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(call)).unwrap());
		}
	}
}

/// What a motion comes to that `ayes` vote for, and that is closed as soon as they have.
pub fn decide(call: impl Into<RuntimeCall>, ayes: &[Sr25519Keyring]) -> DispatchResult {
	let call = call.into();
	let length = length(&call) + 16;
	let hash = BlakeTwo256::hash_of(&call);
	let index = pallet_collective::ProposalCount::<Runtime, pallet_collective::Instance1>::get();
	let member = |name: &Sr25519Keyring| signed(name.to_account_id());
	let threshold = ayes.len() as u32;
	assert_ok!(Council::propose(member(&ayes[0]), threshold, Box::new(call), length));
	if threshold > 1 {
		for name in ayes {
			assert_ok!(Council::vote(member(name), hash, index, true));
		}
		let enough = Weight::from_parts(1_000_000_000_000, u64::MAX / 4);
		assert_ok!(Council::close(member(&ayes[0]), hash, index, enough, length));
	}
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::Council(
				pallet_collective::Event::Executed { proposal_hash, result }
				| pallet_collective::Event::MemberExecuted { proposal_hash, result },
			) if proposal_hash == hash => Some(result),
			_ => None,
		})
		.expect("the motion was executed")
}

/// The members of the council, sorted.
pub fn members() -> Vec<AccountId> {
	pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get()
}

/// Accounts by their names, sorted.
pub fn sorted(names: &[Sr25519Keyring]) -> Vec<AccountId> {
	let mut accounts: Vec<_> = names.iter().map(|name| name.to_account_id()).collect();
	accounts.sort();
	accounts
}

/// The validators of the session, sorted.
pub fn validators() -> Vec<AccountId> {
	let mut validators = Session::validators();
	validators.sort();
	validators
}

/// The hash of the encoding of a call.
pub fn hash_of(call: &RuntimeCall) -> bhtd_runtime::Hash {
	sp_io::hashing::blake2_256(&call.encode()).into()
}

/// Every invariant of our pallets, and with the feature `try-runtime` those of all others.
pub fn check() {
	assert_ok!(Witnesses::do_try_state());
	assert_ok!(bhtd_runtime::Enactment::do_try_state());
	assert_ok!(bhtd_runtime::Margin::do_try_state());
	assert_ok!(bhtd_runtime::Points::do_try_state());
	assert_ok!(bhtd_runtime::Store::do_try_state());
	assert_ok!(bhtd_runtime::Anchor::do_try_state());
	assert_ok!(bhtd_runtime::Wholesale::do_try_state());
	assert_ok!(bhtd_runtime::DataRewards::do_try_state());
	assert_ok!(bhtd_runtime::Dividends::do_try_state());
	assert_ok!(bhtd_runtime::SideChains::do_try_state());
	assert_ok!(bhtd_runtime::Workers::do_try_state());
	#[cfg(feature = "try-runtime")]
	assert_ok!(
		<bhtd_runtime::AllPalletsWithSystem as frame_support::traits::TryState<_>>::try_state(
			System::block_number(),
			frame_support::traits::TryStateSelect::All
		)
	);
}
