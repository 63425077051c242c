//! The events of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A chain was registered. Its code is checked, unless it is known.
		Registered {
			/// The chain.
			chain: ChainId,
			/// The group merchant whose margin stands for it.
			manager: T::AccountId,
			/// What is promised to its consumers.
			pool: BalanceOf<T>,
		},
		/// A chain describes itself anew.
		Described {
			/// The chain.
			chain: ChainId,
		},
		/// A chain has started.
		Started {
			/// The chain.
			chain: ChainId,
		},
		/// The witnesses have rejected the code of a chain.
		Rejected {
			/// The chain.
			chain: ChainId,
		},
		/// A chain was given a core.
		CoreAssigned {
			/// The chain.
			chain: ChainId,
			/// The core.
			core: CoreIndex,
		},
		/// A core runs nothing any more.
		CoreReleased {
			/// The chain that had it.
			chain: ChainId,
			/// The core.
			core: CoreIndex,
		},
		/// Somebody filled a tank.
		TankFilled {
			/// The chain.
			chain: ChainId,
			/// Who paid.
			who: T::AccountId,
			/// How much.
			amount: BalanceOf<T>,
		},
		/// A chain paid for a period.
		FeePaid {
			/// The chain.
			chain: ChainId,
			/// How much.
			amount: BalanceOf<T>,
		},
		/// A chain has lost its core.
		Suspended {
			/// The chain.
			chain: ChainId,
			/// Why.
			reason: Suspension,
		},
		/// A chain has a core again.
		Resumed {
			/// The chain.
			chain: ChainId,
		},
		/// The turn of a core failed and is repeated after a period.
		TurnFailed {
			/// The chain that has the core.
			chain: ChainId,
			/// What failed.
			error: DispatchError,
		},
		/// More was promised to the consumers of a chain.
		PoolRaised {
			/// The chain.
			chain: ChainId,
			/// How much more.
			amount: BalanceOf<T>,
		},
		/// Less will be promised to the consumers of a chain.
		LoweringAnnounced {
			/// The chain.
			chain: ChainId,
			/// How much less at most.
			amount: BalanceOf<T>,
			/// From which block on.
			from: BlockNumberFor<T>,
		},
		/// The pool will not be lowered.
		LoweringCancelled {
			/// The chain.
			chain: ChainId,
		},
		/// Less is promised to the consumers of a chain.
		PoolLowered {
			/// The chain.
			chain: ChainId,
			/// How much less.
			amount: BalanceOf<T>,
		},
		/// A chain has said what its points are worth.
		OwedDeclared {
			/// The chain.
			chain: ChainId,
			/// What they are worth.
			owed: BalanceOf<T>,
		},
		/// What a stalled chain owes was reduced.
		OwedWrittenOff {
			/// The chain.
			chain: ChainId,
			/// What it owes now.
			owed: BalanceOf<T>,
		},
		/// A redemption was paid.
		Redeemed {
			/// The chain.
			chain: ChainId,
			/// The number of the redemption.
			nonce: u64,
			/// Who was paid.
			beneficiary: T::AccountId,
			/// How much.
			amount: BalanceOf<T>,
		},
		/// A redemption waits in the queue.
		Queued {
			/// The chain.
			chain: ChainId,
			/// The number of the redemption.
			nonce: u64,
			/// Who will be paid.
			beneficiary: T::AccountId,
			/// How much.
			amount: BalanceOf<T>,
		},
		/// A redemption whose beneficiary cannot be paid now lets those behind it go first.
		Deferred {
			/// The chain.
			chain: ChainId,
			/// The number of the redemption.
			nonce: u64,
			/// What failed.
			error: DispatchError,
		},
		/// A chain has authorised a new code.
		UpgradeAuthorized {
			/// The chain.
			chain: ChainId,
			/// The hash of the code.
			hash: T::Hash,
		},
		/// The code of a chain will be replaced.
		UpgradeScheduled {
			/// The chain.
			chain: ChainId,
			/// The hash of the code.
			hash: T::Hash,
		},
		/// A stalled chain has another head.
		HeadRecovered {
			/// The chain.
			chain: ChainId,
			/// The hash of the head.
			hash: T::Hash,
		},
		/// A chain is about to leave.
		LeavingStarted {
			/// The chain.
			chain: ChainId,
			/// What was left in its tank and has been returned.
			refunded: BalanceOf<T>,
		},
		/// A chain has left, and its margin is free.
		Left {
			/// The chain.
			chain: ChainId,
		},
		/// A runtime can be registered by its hash.
		RuntimeBlessed {
			/// The hash of its code.
			hash: T::Hash,
		},
		/// A runtime can no longer be registered by its hash. Chains that run it go on.
		RuntimeUnblessed {
			/// The hash of its code.
			hash: T::Hash,
		},
		/// Registrations were paused, or are possible again.
		RegistrationsPauseSet {
			/// Whether they are paused.
			paused: bool,
		},
	}
}
