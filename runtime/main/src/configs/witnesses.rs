//! The witnesses: how they are elected, what they earn, and what they answer for.
//!
//! `Witnesses` names the validators of every session, so nothing else in the runtime knows how they come
//! about. The council is the elected set, and no vote of the council can change that.

use super::{governance::RootOrTwoThirds, monetary::ToTreasury};
use crate::{
	configs::bhtd::RecordConsideration,
	constants::{
		currency::UNITS,
		eras, issuance,
		time::{DAYS, YEARS},
	},
	epochs::ByEpochs,
	weights, AccountId, Balance, Balances, Council, Historical, Runtime, RuntimeHoldReason,
	Session,
};
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use pallet_session::NextKeys;
use pallet_witnesses::{issuance::IssuanceCurve, EraIndex};
use sp_runtime::{traits::Convert, Perbill};
use sp_staking::{offence::OffenceSeverity, SessionIndex};

/// How many sessions an era has: a day on live networks, three minutes on those with short epochs.
pub type SessionsPerEra = ByEpochs<{ eras::SESSIONS }, { eras::FAST_SESSIONS }>;

/// For how many sessions the owner of a key can be proved, and an offence reported: a week on live
/// networks, two eras on those with short epochs.
pub type ReportableSessions =
	ByEpochs<{ eras::REPORTABLE_SESSIONS }, { eras::FAST_REPORTABLE_SESSIONS }>;

/// The fewest eras after which a vote may count. On live networks eight, because a vote given at the
/// end of an era waits for a day less than it says: nobody can change the set of witnesses with coins
/// bought less than a week before.
pub type ShortestMaturity = ByEpochs<8, 2>;

/// The fewest eras of unbonding: long enough for an offence of the last day to be reported and its slash
/// to be decided on.
pub type ShortestUnbonding = ByEpochs<16, 5>;

/// After how many eras changed parameters hold: as long as an offence can be reported.
pub type ParametersDelay = ByEpochs<7, 2>;

/// The most eras of maturity and of unbonding. Never reduce it.
pub const MAX_PERIOD: u32 = 32;
/// The most witnesses that may be elected. The council has room for as many.
pub const MAX_WITNESSES: u32 = 50;
/// The most candidates at a time.
pub const MAX_CANDIDATES: u32 = 100;
/// The most eras that a vote lasts: four years of live eras.
const LONGEST_LIFE: EraIndex = 4 * YEARS / DAYS;

parameter_types! {
	/// The account that keeps rewards until they are claimed comes from this.
	pub const WitnessesPalletId: PalletId = PalletId(*b"bhtd/wit");
	/// Why the deposit for a candidate's record and its profile is held.
	pub const CandidateHold: RuntimeHoldReason =
		RuntimeHoldReason::Witnesses(pallet_witnesses::HoldReason::Profile);
	/// What a year may issue.
	pub const Issuance: IssuanceCurve = IssuanceCurve {
		first: issuance::FIRST,
		shrink: issuance::SHRINK,
		least: issuance::LEAST,
	};
	/// The lowest and the highest deposit that may be demanded of witnesses.
	pub const DepositBounds: (Balance, Balance) = (1_000 * UNITS, 10_000_000 * UNITS);
	/// The lowest and the highest minimum vote that may be set.
	pub const VoteBounds: (Balance, Balance) = (UNITS, 10_000 * UNITS);
	/// The most of its deposit that an idle witness may lose.
	pub const HighestFine: Perbill = Perbill::from_percent(10);
	/// The most of a slashed deposit that the reporter may get.
	pub const HighestReporterShare: Perbill = Perbill::from_percent(20);
}

impl pallet_witnesses::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = RecordConsideration<CandidateHold>;
	type PalletId = WitnessesPalletId;
	type ParametersOrigin = RootOrTwoThirds;
	type CancelOrigin = RootOrTwoThirds;
	type Slashed = ToTreasury;
	type Members = Council;
	type Sessions = RuntimeSessions;
	type SessionsPerEra = SessionsPerEra;
	type ReportableSessions = ReportableSessions;
	type BlocksPerYear = ConstU32<YEARS>;
	type Issuance = Issuance;
	type MaxCandidates = ConstU32<MAX_CANDIDATES>;
	type MaxWitnesses = ConstU32<MAX_WITNESSES>;
	type MaxPositions = ConstU32<16>;
	type MaxPeriod = ConstU32<MAX_PERIOD>;
	type ShortestMaturity = ShortestMaturity;
	type ShortestUnbonding = ShortestUnbonding;
	type LongestLife = ConstU32<LONGEST_LIFE>;
	type ParametersDelay = ParametersDelay;
	type DepositBounds = DepositBounds;
	type VoteBounds = VoteBounds;
	type HighestFine = HighestFine;
	type HighestReporterShare = HighestReporterShare;
	type MaxProfileLength = ConstU32<1_024>;
	type WeightInfo = weights::pallet_witnesses::WeightInfo<Runtime>;
}

/// The sessions as the witnesses see them.
pub struct RuntimeSessions;

impl pallet_witnesses::Sessions<AccountId> for RuntimeSessions {
	fn has_keys(who: &AccountId) -> bool {
		NextKeys::<Runtime>::contains_key(who)
	}

	/// Takes an offender out of block production, backing and disputes for the rest of the session. At
	/// most a third of the validators is ever disabled, so that nobody can halt the chain by making
	/// others appear to offend.
	fn disable(who: &AccountId, severity: Perbill) {
		Session::report_offence(who.clone(), OffenceSeverity(severity));
	}

	fn forget_before(session: SessionIndex) {
		Historical::prune_up_to(session);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_keys(who: &AccountId) {
		use codec::Decode;
		use sp_runtime::traits::TrailingZeroInput;

		if let Ok(keys) = crate::SessionKeys::decode(&mut TrailingZeroInput::new(who.as_ref())) {
			NextKeys::<Runtime>::insert(who, keys);
		}
	}
}

/// What proofs of key ownership say about a validator beside its account: nothing.
pub struct NoIdentification;

impl Convert<AccountId, Option<()>> for NoIdentification {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}
