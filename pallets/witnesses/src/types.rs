//! The records of candidates, pools, votes and eras.

use crate::Config;
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::fungible::Inspect, BoundedVec};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_runtime::{
	traits::{One, Zero},
	FixedU128, Perbill,
};

/// Eras are counted from the genesis; an era is a fixed number of sessions.
pub type EraIndex = u32;

/// The balance of a [`Config::Currency`].
pub type BalanceOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// What a candidate tells the public about itself.
pub type ProfileContentOf<T> = BoundedVec<u8, <T as Config>::MaxProfileLength>;

/// A [`Candidate`] of a runtime.
pub type CandidateOf<T> = Candidate<BalanceOf<T>>;

/// A [`Profile`] of a runtime.
pub type ProfileOf<T> = Profile<ProfileContentOf<T>, <T as Config>::Consideration>;

/// A [`Pool`] of a runtime.
pub type PoolOf<T> = Pool<BalanceOf<T>>;

/// A [`Bucket`] of a runtime.
pub type BucketOf<T> = Bucket<BalanceOf<T>>;

/// A [`Position`] of a runtime.
pub type PositionOf<T> =
	Position<<T as frame_system::Config>::AccountId, BalanceOf<T>, <T as Config>::MaxPeriod>;

/// A [`Parameters`] of a runtime.
pub type ParametersOf<T> = Parameters<BalanceOf<T>>;

/// A [`CandidateView`] of a runtime.
pub type CandidateViewOf<T> = CandidateView<BalanceOf<T>, ProfileContentOf<T>>;

/// A [`PositionView`] of a runtime.
pub type PositionViewOf<T> = PositionView<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// A [`ParametersView`] of a runtime.
pub type ParametersViewOf<T> = ParametersView<BalanceOf<T>>;

/// A [`EraView`] of a runtime.
pub type EraViewOf<T> =
	EraView<<T as frame_system::Config>::AccountId, BalanceOf<T>, BlockNumberFor<T>>;

/// A list of witnesses of a runtime.
pub type WitnessesOf<T> =
	BoundedVec<<T as frame_system::Config>::AccountId, <T as Config>::MaxWitnesses>;

/// Whether a candidate can be elected.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub enum Status {
	/// Takes part in elections.
	#[codec(index = 0)]
	Active,
	/// Does not, until it resumes.
	#[codec(index = 1)]
	Chilled {
		/// The era in which it stopped.
		since: EraIndex,
	},
	/// Never will again: the deposit comes back from the given era.
	#[codec(index = 2)]
	Leaving {
		/// The first era in which the deposit can be withdrawn.
		until: EraIndex,
	},
}

impl Status {
	/// Whether the candidate takes part in elections.
	pub const fn is_active(&self) -> bool {
		matches!(self, Self::Active)
	}

	/// Whether the candidate is leaving for good.
	pub const fn is_leaving(&self) -> bool {
		matches!(self, Self::Leaving { .. })
	}
}

/// Somebody who may be elected, and has put up a deposit for it.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Candidate<Balance> {
	/// The number of the registration; the earlier wins a tie.
	pub number: u64,
	/// Whether it can be elected.
	pub status: Status,
	/// The deposit, in planck; exactly what is on hold.
	pub deposit: Balance,
	/// The part of it that counts in elections; never more than `deposit`.
	pub matured_deposit: Balance,
	/// What it keeps of the rewards of its voters.
	pub commission: Perbill,
	/// A commission that was announced, and the era from which it holds.
	pub next_commission: Option<(Perbill, EraIndex)>,
	/// Rewards that it has not claimed.
	pub rewards: Balance,
}

/// A public profile and the deposit paid for it and the candidate's record.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Profile<Content, Ticket> {
	/// What the candidate says about itself; the pallet does not read it.
	pub content: Content,
	/// The deposit for the record and its profile.
	pub ticket: Ticket,
}

/// The votes behind a candidate.
///
/// A share is worth `balance / shares`. Only a slash lowers that; rewards go to `index` instead, so
/// that only coins that voters hold ever vote.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Pool<Balance> {
	/// What all shares are worth.
	pub balance: Balance,
	/// All shares: maturing, matured, lapsed and unbonding.
	pub shares: Balance,
	/// The shares that vote and earn.
	pub matured: Balance,
	/// The rewards that a share matured ever since the first vote has earned.
	pub index: FixedU128,
	/// The part of a coin voted at the beginning that all slashes since have left. Unlike the price of
	/// a share it knows of slashes that found the pool empty.
	pub kept: FixedU128,
	/// How many positions moved away from here and still answer for what happened here.
	pub watchers: u32,
	/// The candidate has left: nothing matures, lapses or earns any more.
	pub frozen: bool,
}

impl<Balance: Zero> Default for Pool<Balance> {
	fn default() -> Self {
		Self {
			balance: Zero::zero(),
			shares: Zero::zero(),
			matured: Zero::zero(),
			index: FixedU128::zero(),
			kept: FixedU128::one(),
			watchers: 0,
			frozen: false,
		}
	}
}

/// What happens to a pool at the start of an era.
///
/// Positions take out what they put in when they next see that the era has begun, so a bucket is gone
/// when nobody needs its snapshot any more.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Bucket<Balance> {
	/// The shares that begin to vote.
	pub maturing: Balance,
	/// The shares whose vote lapses.
	pub lapsing: Balance,
	/// The part of the candidate's deposit that begins to count.
	pub maturing_deposit: Balance,
	/// How many moved positions stop answering for this pool.
	pub watchers: u32,
	/// The pool as it was then; `None` until the era begins.
	pub snapshot: Option<Snapshot>,
}

/// What positions need to know about a pool at the start of an era.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Snapshot {
	/// [`Pool::index`].
	pub index: FixedU128,
	/// [`Pool::kept`].
	pub kept: FixedU128,
}

/// Shares for which something happens at the start of an era.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Tranche<Balance> {
	/// How many.
	pub shares: Balance,
	/// When.
	pub era: EraIndex,
}

/// What shares moved from another pool still answer for.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Carried<AccountId, Balance> {
	/// The candidate they voted for.
	pub from: AccountId,
	/// How many shares of the new pool they became.
	pub shares: Balance,
	/// [`Pool::kept`] of the old pool when they last answered.
	pub kept: FixedU128,
	/// The era in which they stop answering.
	pub until: EraIndex,
}

/// Tranches in the order of their eras, at most one of each.
pub type TranchesOf<Balance, MaxPeriod> = BoundedVec<Tranche<Balance>, MaxPeriod>;

/// What a voter has behind a candidate.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
#[scale_info(skip_type_params(MaxPeriod))]
#[codec(mel_bound(AccountId: MaxEncodedLen, Balance: MaxEncodedLen))]
pub struct Position<AccountId, Balance, MaxPeriod: frame_support::traits::Get<u32>> {
	/// The coins on hold for it. What its shares are worth less than that was slashed and is collected
	/// when the position is next touched.
	pub held: Balance,
	/// The shares that vote and earn until `lapses`.
	pub matured: Balance,
	/// The shares that will.
	pub maturing: TranchesOf<Balance, MaxPeriod>,
	/// The shares whose vote has lapsed.
	pub lapsed: Balance,
	/// The shares that were taken back and wait for their era; still slashed.
	pub unbonding: TranchesOf<Balance, MaxPeriod>,
	/// The era from which matured shares no longer vote.
	pub lapses: EraIndex,
	/// [`Pool::index`] up to which `matured` has been rewarded.
	pub index: FixedU128,
	/// Rewards not claimed yet.
	pub rewards: Balance,
	/// What some of the shares answer for elsewhere.
	pub carried: Option<Carried<AccountId, Balance>>,
}

/// What a voter has in all pools.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Voter {
	/// How many positions.
	pub positions: u32,
	/// The era of the last move between pools.
	pub moved: Option<EraIndex>,
}

/// An offence that will be punished unless governance cancels it.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Slash<AccountId> {
	/// The part of deposit and pool that is taken.
	pub fraction: Perbill,
	/// Who is rewarded for the report.
	pub reporter: Option<AccountId>,
}

/// What governance may change, within bounds.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Deserialize,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	Serialize,
	TypeInfo,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Parameters<Balance> {
	/// How many witnesses are elected; from `fewest_witnesses` to `MaxWitnesses`.
	pub witnesses: u32,
	/// The old set stays where fewer candidates qualify; at least one.
	pub fewest_witnesses: u32,
	/// The deposit a candidate needs to be elected, in planck; within `DepositBounds`.
	pub minimum_deposit: Balance,
	/// The least that can be put behind a candidate, in planck; within `VoteBounds`.
	pub minimum_vote: Balance,
	/// After how many eras a vote counts; from `ShortestMaturity` to `MaxPeriod`.
	pub maturity: EraIndex,
	/// After how many eras without renewal it no longer does; above `maturity`, at most `LongestLife`.
	pub life: EraIndex,
	/// After how many eras votes and deposits taken back are free; from `ShortestUnbonding` to
	/// `MaxPeriod`, and more than the deferral of slashes and the time an offence can be reported in.
	pub unbonding: EraIndex,
	/// How many eras governance has to cancel a slash; at least one.
	pub slash_deferral: EraIndex,
	/// How many eras before it holds a raised commission is announced; at most `MaxPeriod`.
	pub commission_notice: EraIndex,
	/// The highest commission.
	pub highest_commission: Perbill,
	/// The part of its deposit an idle witness loses; at most `HighestFine`.
	pub idle_fine: Perbill,
	/// The part of a slashed deposit the reporter of the offence gets; at most `HighestReporterShare`.
	pub reporter_share: Perbill,
}

/// The issuance of a year.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Year<Balance> {
	/// The year, counted from the genesis.
	pub index: u32,
	/// The most that may be issued in it.
	pub budget: Balance,
	/// What was.
	pub issued: Balance,
}

/// Everything a wallet shows about a candidate. Amounts are in planck.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct CandidateView<Balance, Profile> {
	/// Whether it can be elected.
	pub status: Status,
	/// The deposit held.
	pub deposit: Balance,
	/// The part of it that counts in elections.
	pub matured_deposit: Balance,
	/// What all votes are worth: those that count, those that will or did, and those taken back.
	pub votes: Balance,
	/// What the votes that count are worth.
	pub voting: Balance,
	/// How many stand before it in an election held now; `None` if it could not be elected.
	pub rank: Option<u32>,
	/// Whether it is a witness of the era that runs.
	pub elected: bool,
	/// Whether it was elected in the latest election.
	pub planned: bool,
	/// The points it has earned in the era that runs.
	pub points: u32,
	/// What it keeps of the rewards of its voters.
	pub commission: Perbill,
	/// A commission that was announced, and the era from which it holds.
	pub next_commission: Option<(Perbill, EraIndex)>,
	/// Rewards that it has not claimed.
	pub rewards: Balance,
	/// The slashes that await it, and the eras in which they are applied.
	pub slashes: Vec<(EraIndex, Perbill)>,
	/// What it says about itself.
	pub profile: Profile,
}

/// Everything a wallet shows about what a voter has behind a candidate. Amounts are in planck.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct PositionView<AccountId, Balance> {
	/// What all of it is worth.
	pub value: Balance,
	/// What the votes that count are worth.
	pub voting: Balance,
	/// The eras from which others will, and what those are worth.
	pub maturing: Vec<(EraIndex, Balance)>,
	/// What votes are worth that count no more.
	pub lapsed: Balance,
	/// The era from which none count unless they are renewed.
	pub lapses: EraIndex,
	/// The eras from which votes taken back are free, and what they are worth.
	pub unbonding: Vec<(EraIndex, Balance)>,
	/// Rewards that can be claimed.
	pub claimable: Balance,
	/// What was slashed and is still on hold.
	pub uncollected: Balance,
	/// The candidate for whose offences it still answers, and the era in which that ends.
	pub answers_for: Option<(AccountId, EraIndex)>,
}

/// What a voter has in all pools.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct VoterView<AccountId> {
	/// The candidates it is behind.
	pub candidates: Vec<AccountId>,
	/// The era in which it last moved votes.
	pub moved: Option<EraIndex>,
}

/// The parameters in force, and those that will be.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct ParametersView<Balance> {
	/// Those in force; `None` if the pallet is not in use.
	pub current: Option<Parameters<Balance>>,
	/// The era from which others hold, and those.
	pub next: Option<(EraIndex, Parameters<Balance>)>,
}

/// An era. Amounts are in planck.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct EraView<AccountId, Balance, BlockNumber> {
	/// Its number.
	pub index: EraIndex,
	/// The block in which it began.
	pub start: BlockNumber,
	/// Its witnesses.
	pub elected: Vec<AccountId>,
	/// Those of the latest election: of the next era, once that has been held.
	pub planned: Vec<AccountId>,
	/// What will be divided when it ends, beside what is issued for its blocks.
	pub undivided: Balance,
	/// What all witnesses and voters can claim.
	pub unclaimed: Balance,
	/// The issuance of the year.
	pub year: Year<Balance>,
}
