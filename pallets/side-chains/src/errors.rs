//! The errors of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such chain.
		ChainNotFound,
		/// Only the manager of the chain may do this.
		NotManager,
		/// No chain can be registered for the time being.
		RegistrationsPaused,
		/// The account is not a group merchant, or about to leave.
		NotActiveGroupMerchant,
		/// The margin does not cover what would be owed.
		ExceedsMargin,
		/// The tank would hold too little.
		TankTooLow,
		/// A chain needs a name.
		NameMissing,
		/// A name is not UTF-8.
		NameNotUtf8,
		/// There are as many chains as there may be.
		TooManyChains,
		/// The runtime is not on the list of those that can be registered by their hash.
		CodeNotBlessed,
		/// No code with this hash is stored.
		CodeNotStored,
		/// The head or the code is too long, or the code too short.
		SizesOutOfBounds,
		/// Every core the witnesses can serve is taken, or was given up in this very block.
		NoCoreFree,
		/// The chain was given its core in this very block, and can lose it in the next.
		CoreJustAssigned,
		/// An amount is zero.
		ZeroAmount,
		/// The chain is leaving.
		ChainLeaving,
		/// The chain is not leaving.
		NotLeaving,
		/// The chain is not suspended.
		NotSuspended,
		/// The amount is too small to be paid on its own.
		BelowLeastRedemption,
		/// The number was used before.
		NonceUsed,
		/// The number is so old that whether it was used is not known any more.
		NonceTooOld,
		/// The number is too far beyond those used.
		NonceTooFar,
		/// More than the pool has left.
		PoolExhausted,
		/// More than the limit ever lets through at once.
		AboveLimit,
		/// The beneficiary cannot be paid.
		BeneficiaryNotPayable,
		/// As many redemptions wait as may.
		QueueFull,
		/// No redemption waits, or the limit does not let the next one through yet.
		NothingToServe,
		/// More than the pool has beyond what is queued.
		ExceedsPool,
		/// No lowering of the pool was announced.
		LoweringNotAnnounced,
		/// The notice of the lowering has not ended.
		NoticeRunning,
		/// The announcement of the lowering has lapsed.
		NoticeLapsed,
		/// All of the pool is owed or queued.
		NothingToLower,
		/// The chain says that its points are worth something.
		PointsOwed,
		/// Redemptions wait.
		RedemptionsQueued,
		/// The pool has been promised: it is lowered first, with notice.
		PoolPromised,
		/// The registry does not let the chain go yet.
		CleanUpRefused,
		/// The chain has authorised another code not long ago.
		UpgradeTooSoon,
		/// The chain has not authorised a code.
		UpgradeNotAuthorized,
		/// The code is not the one the chain has authorised.
		WrongCode,
		/// The chain runs this code.
		SameCode,
		/// The chain has no core, or has produced a block not long ago.
		NotStalled,
		/// More than is owed.
		ExceedsOwed,
		/// The runtime is on the list already.
		AlreadyBlessed,
		/// The runtime is not on the list.
		NotBlessed,
		/// The list of runtimes is full.
		TooManyBlessed,
	}
}
