//! The events of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account became a candidate.
		Registered {
			/// The account.
			who: T::AccountId,
			/// Its deposit, in planck.
			deposit: BalanceOf<T>,
			/// What it keeps of its voters' rewards.
			commission: Perbill,
		},
		/// A candidate had to give way to one with a larger deposit. It is leaving.
		Evicted {
			/// The candidate.
			who: T::AccountId,
			/// The era from which its deposit can be withdrawn.
			until: EraIndex,
		},
		/// More was deposited.
		ToppedUp {
			/// The candidate.
			who: T::AccountId,
			/// What was added, in planck.
			amount: BalanceOf<T>,
			/// The era from which it counts.
			era: EraIndex,
		},
		/// A commission was announced.
		CommissionSet {
			/// The candidate.
			who: T::AccountId,
			/// What it will keep of its voters' rewards.
			commission: Perbill,
			/// The era from which it does.
			era: EraIndex,
		},
		/// A candidate has a new profile.
		ProfileSet {
			/// The candidate.
			who: T::AccountId,
		},
		/// A candidate takes no part in elections until it resumes.
		Chilled {
			/// The candidate.
			who: T::AccountId,
		},
		/// A candidate takes part in elections again.
		Resumed {
			/// The candidate.
			who: T::AccountId,
		},
		/// A candidate is leaving.
		LeaveAnnounced {
			/// The candidate.
			who: T::AccountId,
			/// The era from which its deposit can be withdrawn.
			until: EraIndex,
		},
		/// A leaving candidate serves no longer: its pool is frozen.
		Unlisted {
			/// The candidate.
			who: T::AccountId,
		},
		/// A candidate took back its deposit and is none any more.
		DepositWithdrawn {
			/// The account.
			who: T::AccountId,
			/// The deposit, in planck.
			deposit: BalanceOf<T>,
		},
		/// A candidate took what it had earned.
		CandidateClaimed {
			/// The candidate.
			who: T::AccountId,
			/// How much, in planck.
			amount: BalanceOf<T>,
		},
		/// Coins were put behind a candidate.
		Voted {
			/// Whose coins.
			who: T::AccountId,
			/// The candidate.
			candidate: T::AccountId,
			/// How much, in planck.
			amount: BalanceOf<T>,
			/// The era from which they vote.
			era: EraIndex,
		},
		/// Votes last a whole life again.
		Renewed {
			/// Whose.
			who: T::AccountId,
			/// The candidate.
			candidate: T::AccountId,
			/// The era from which they no longer vote.
			lapses: EraIndex,
		},
		/// Votes were moved from one candidate to another.
		Moved {
			/// Whose.
			who: T::AccountId,
			/// The candidate they were behind.
			from: T::AccountId,
			/// The candidate they are behind.
			to: T::AccountId,
			/// What they are worth, in planck.
			amount: BalanceOf<T>,
			/// The era from which they vote again.
			era: EraIndex,
		},
		/// Votes were taken back.
		Unvoted {
			/// Whose.
			who: T::AccountId,
			/// The candidate.
			candidate: T::AccountId,
			/// What they are worth, in planck.
			amount: BalanceOf<T>,
			/// The era from which they are free.
			era: EraIndex,
		},
		/// Coins are free again.
		Withdrawn {
			/// Whose.
			who: T::AccountId,
			/// The candidate they were behind.
			candidate: T::AccountId,
			/// How much, in planck.
			amount: BalanceOf<T>,
		},
		/// A voter was paid rewards.
		Claimed {
			/// The voter.
			who: T::AccountId,
			/// The candidate its votes are behind.
			candidate: T::AccountId,
			/// How much, in planck.
			amount: BalanceOf<T>,
		},
		/// What was slashed of a pool has been collected from a voter.
		LossCollected {
			/// The voter.
			who: T::AccountId,
			/// The candidate its votes are behind.
			candidate: T::AccountId,
			/// How much, in planck.
			amount: BalanceOf<T>,
		},
		/// The witnesses of an era were elected.
		WitnessesElected {
			/// The era.
			era: EraIndex,
			/// How many.
			count: u32,
		},
		/// Too few candidates qualify: the witnesses stay.
		ElectionFailed {
			/// The era.
			era: EraIndex,
			/// How many candidates qualify.
			qualified: u32,
		},
		/// An era has begun.
		EraStarted {
			/// The era.
			era: EraIndex,
		},
		/// The rewards of an era were divided.
		RewardsDivided {
			/// The era they were earned in.
			era: EraIndex,
			/// What was issued, in planck.
			issued: BalanceOf<T>,
			/// What witnesses and voters can claim, in planck.
			divided: BalanceOf<T>,
			/// What is left for the next division, in planck.
			undivided: BalanceOf<T>,
		},
		/// A witness did nothing in a whole era. It was fined and chilled.
		WitnessIdle {
			/// The witness.
			who: T::AccountId,
			/// The fine, in planck.
			fine: BalanceOf<T>,
		},
		/// So many witnesses did nothing in a whole era that it cannot be their fault.
		TooManyIdle {
			/// The era.
			era: EraIndex,
			/// How many.
			idle: u32,
		},
		/// An offence will be punished unless governance cancels it.
		OffenceReported {
			/// The offender.
			who: T::AccountId,
			/// The part of deposit and pool it may cost.
			fraction: Perbill,
			/// The era in which it does.
			era: EraIndex,
		},
		/// A candidate and its voters were slashed.
		Slashed {
			/// The candidate.
			candidate: T::AccountId,
			/// What its deposit lost, in planck.
			deposit: BalanceOf<T>,
			/// What its pool lost, in planck.
			pool: BalanceOf<T>,
		},
		/// A slash will not be applied.
		SlashCancelled {
			/// The era in which it would have been.
			era: EraIndex,
			/// The candidate.
			candidate: T::AccountId,
		},
		/// Parameters were changed.
		ParametersSet {
			/// The era from which they hold.
			era: EraIndex,
			/// What they are then.
			parameters: ParametersOf<T>,
		},
	}
}
