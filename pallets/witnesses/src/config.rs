//! What the pallet needs of a runtime.

use sp_runtime::Perbill;

/// What the pallet asks of the sessions of a runtime.
pub trait Sessions<AccountId> {
	/// Whether `who` has set session keys.
	fn has_keys(who: &AccountId) -> bool;
	/// Takes an offender out of service as far as the runtime's disabling strategy goes.
	fn disable(who: &AccountId, severity: Perbill);
	/// Proofs of keys used before `session` are needed no more.
	fn forget_before(session: sp_staking::SessionIndex);
	/// Sets some session keys of `who`.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_keys(who: &AccountId);
}

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod config {
	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What deposits and votes are held in, and rewards paid.
		type Currency: Mutate<Self::AccountId>
			+ MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ Balanced<Self::AccountId>
			+ BalancedHold<Self::AccountId>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The deposit for a candidate's record with its profile. A runtime holds it under
		/// [`HoldReason::Profile`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// The account that keeps rewards until they are claimed comes from this. Nobody has its key.
		#[pallet::constant]
		type PalletId: Get<frame_support::PalletId>;

		/// Who may change parameters, within the bounds below.
		type ParametersOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may cancel slashes before they are applied.
		type CancelOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Where slashes and fines go, but for what a reporter gets.
		type Slashed: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

		/// Who follows the elected set: the members of the council. Told at the start of every era, and at
		/// the genesis, when it must have no members yet.
		type Members: ChangeMembers<Self::AccountId>;

		/// Session keys, and how offenders are taken out of service.
		type Sessions: Sessions<Self::AccountId>;

		/// How many sessions an era has. Never change it: eras are counted by it.
		#[pallet::constant]
		type SessionsPerEra: Get<sp_staking::SessionIndex>;

		/// For how many sessions after its own an offence can be reported.
		#[pallet::constant]
		type ReportableSessions: Get<sp_staking::SessionIndex>;

		/// The blocks of a year: what the yearly issuance is spread over.
		#[pallet::constant]
		type BlocksPerYear: Get<BlockNumberFor<Self>>;

		/// The issuance curve, as parts of the total issuance at the beginning of a year: the first
		/// year's, the part by which it shrinks every year, and the least.
		#[pallet::constant]
		type Issuance: Get<issuance::IssuanceCurve>;

		/// The most candidates at a time; every era looks at all of them. Never reduce it: the stored list
		/// would no longer decode.
		#[pallet::constant]
		type MaxCandidates: Get<u32>;

		/// The most witnesses that may be elected. Never reduce it: stored sets would no longer decode.
		#[pallet::constant]
		type MaxWitnesses: Get<u32>;

		/// The most candidates a voter can be behind.
		#[pallet::constant]
		type MaxPositions: Get<u32>;

		/// The most eras of maturity and of unbonding, and so the most tranches of a position. Never
		/// reduce it: stored positions would no longer decode.
		#[pallet::constant]
		type MaxPeriod: Get<u32>;

		/// The fewest eras after which a vote may count; at least one.
		#[pallet::constant]
		type ShortestMaturity: Get<EraIndex>;

		/// The fewest eras of unbonding.
		#[pallet::constant]
		type ShortestUnbonding: Get<EraIndex>;

		/// The most eras a vote lasts without renewal.
		#[pallet::constant]
		type LongestLife: Get<EraIndex>;

		/// After how many eras changed parameters hold; at least one.
		#[pallet::constant]
		type ParametersDelay: Get<EraIndex>;

		/// The lowest and the highest minimum deposit, in planck.
		#[pallet::constant]
		type DepositBounds: Get<(BalanceOf<Self>, BalanceOf<Self>)>;

		/// The lowest and the highest minimum vote, in planck.
		#[pallet::constant]
		type VoteBounds: Get<(BalanceOf<Self>, BalanceOf<Self>)>;

		/// The highest part of its deposit that an idle witness may lose.
		#[pallet::constant]
		type HighestFine: Get<Perbill>;

		/// The highest part of a slashed deposit that a reporter may get.
		#[pallet::constant]
		type HighestReporterShare: Get<Perbill>;

		/// The most bytes of a profile. Never reduce it: stored profiles would no longer decode.
		#[pallet::constant]
		type MaxProfileLength: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why BHTD is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The deposit of a candidate.
		#[codec(index = 0)]
		Deposit,
		/// Votes, unbonding ones included.
		#[codec(index = 1)]
		Vote,
		/// The deposit for a candidate's record and its profile.
		#[codec(index = 2)]
		Profile,
	}
}
