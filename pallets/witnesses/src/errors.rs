//! The errors of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod errors {
	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There are no parameters yet.
		ParametersNotSet,
		/// The account is not a candidate.
		CandidateNotFound,
		/// The account is a candidate already.
		AlreadyCandidate,
		/// Votes from an earlier candidature of the account are left; anybody can settle them.
		OldPool,
		/// The account has not set session keys.
		KeysNotSet,
		/// The deposit is below the minimum.
		BelowMinimumDeposit,
		/// The commission is above the highest.
		CommissionTooHigh,
		/// There are as many candidates as there can be, and none with less behind it than the deposit.
		ListFull,
		/// The candidate is leaving.
		CandidateLeaving,
		/// The candidate is not leaving.
		NotLeaving,
		/// The candidate takes no part in elections already.
		AlreadyChilled,
		/// The candidate is not chilled.
		NotChilled,
		/// The unbonding period has not ended.
		StillUnbonding,
		/// A slash awaits the candidate.
		SlashPending,
		/// An amount is zero, or worth nothing.
		AmountIsZero,
		/// There are no rewards to claim.
		NothingToClaim,
		/// The voter has nothing behind the candidate.
		PositionNotFound,
		/// The voter is behind as many candidates as it can be.
		TooManyPositions,
		/// Votes were taken back in as many eras as can be told apart; what is free must be withdrawn.
		TooManyTranches,
		/// The pool has been slashed so far that it takes no more votes.
		PoolRuined,
		/// Less than the minimum vote would be behind the candidate.
		BelowMinimumVote,
		/// All that the voter has behind the candidate is unbonding.
		AllUnbonding,
		/// Votes cannot be moved to where they are.
		SameCandidate,
		/// The voter has moved votes in this era already.
		MovedThisEra,
		/// The votes still answer for the candidate they were moved from.
		StillCarrying,
		/// Nothing has finished unbonding.
		NothingToWithdraw,
		/// There is no such slash.
		NoSuchSlash,
		/// The number of witnesses, or of the fewest, lies outside its bounds.
		WitnessesOutOfBounds,
		/// The minimum deposit lies outside its bounds.
		DepositOutOfBounds,
		/// The minimum vote lies outside its bounds.
		VoteOutOfBounds,
		/// The maturity lies outside its bounds.
		MaturityOutOfBounds,
		/// The life of votes lies outside its bounds.
		LifeOutOfBounds,
		/// The unbonding period lies outside its bounds, ends before an offence can be punished, or gets
		/// shorter by too much at once.
		UnbondingOutOfBounds,
		/// Slashes would be deferred by no era at all, or for longer than coins taken back before wait.
		DeferralOutOfBounds,
		/// The notice of a raised commission lies outside its bounds.
		NoticeOutOfBounds,
		/// The fine of idle witnesses lies outside its bounds.
		FineOutOfBounds,
		/// The share of reporters lies outside its bounds.
		ReporterShareOutOfBounds,
	}
}
