#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use config::Sessions;
pub use pallet::*;
pub use rewards::FeesToWitnesses;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod candidates;
mod config;
mod elections;
mod eras;
mod errors;
mod events;
mod governance;
pub mod issuance;
pub mod math;
#[cfg(test)]
mod mock;
mod offences;
mod positions;
mod rewards;
mod storage;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
mod votes;
pub mod weights;

use frame_support::{
	pallet_macros::import_section,
	traits::{
		fungible::{Balanced, BalancedHold, Credit, Mutate, MutateHold},
		ChangeMembers, Consideration, Footprint, OnUnbalanced,
	},
};
use sp_runtime::Perbill;

/// Calls, storage, events, errors and configuration.
#[import_section(config::config)]
#[import_section(storage::storage)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// Elected witnesses.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			Self::check_constants();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	// Candidates 0-9, voters 10-19, governance 20-29.
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Becomes a candidate with `deposit`, in planck.
		///
		/// ## Dispatch Origin
		/// Signed by the account that becomes a candidate. It has set its session keys before.
		///
		/// ## Details
		/// The deposit is held, and counts in elections once it has matured. A deposit for the record and
		/// the public `profile` is held beside it. Where the list is full, the candidate with the least
		/// behind it that does not serve has to leave, if `deposit` alone is more than that.
		///
		/// ## Errors
		/// - [`Error::AlreadyCandidate`]: the account is a candidate, perhaps on its way out.
		/// - [`Error::OldPool`]: votes from an earlier candidature are left. Anybody can
		///   [`settle`](Call::settle) them.
		/// - [`Error::ParametersNotSet`]: the pallet is not in use.
		/// - [`Error::BelowMinimumDeposit`]: `deposit` is below the minimum.
		/// - [`Error::CommissionTooHigh`]: `commission` is above the highest.
		/// - [`Error::KeysNotSet`]: the account has no session keys.
		/// - [`Error::ListFull`]: nobody has to leave for this deposit.
		/// - A `TokenError` if the balance does not suffice for both deposits.
		///
		/// ## Events
		/// - [`Event::Evicted`], and [`Event::Unlisted`], if somebody else has to leave.
		/// - [`Event::Registered`]
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			#[pallet::compact] deposit: BalanceOf<T>,
			commission: Perbill,
			profile: ProfileContentOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(&who, deposit, commission, profile)
		}

		/// Adds `amount`, in planck, to the deposit.
		///
		/// ## Dispatch Origin
		/// Signed by a candidate that is not leaving.
		///
		/// ## Details
		/// What is added counts once it has matured.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`]: the account is not a candidate.
		/// - [`Error::AmountIsZero`]: `amount` is zero.
		/// - [`Error::CandidateLeaving`]: the candidate is leaving.
		/// - A `TokenError` if the balance does not suffice.
		///
		/// ## Events
		/// - [`Event::ToppedUp`]
		#[pallet::call_index(1)]
		pub fn top_up(
			origin: OriginFor<T>,
			#[pallet::compact] amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_top_up(&who, amount)
		}

		/// Announces a commission.
		///
		/// ## Dispatch Origin
		/// Signed by a candidate that is not leaving.
		///
		/// ## Details
		/// A lower one holds from the next era, a higher one after the notice of the parameters, so that
		/// voters can leave before. What was announced before and does not hold yet is replaced. A
		/// commission is never above the highest: where governance lowers that, it is lowered as well.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`]: the account is not a candidate.
		/// - [`Error::CandidateLeaving`]: the candidate is leaving.
		/// - [`Error::CommissionTooHigh`]: `commission` is above the highest.
		///
		/// ## Events
		/// - [`Event::CommissionSet`]
		#[pallet::call_index(2)]
		pub fn set_commission(origin: OriginFor<T>, commission: Perbill) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_commission(&who, commission)
		}

		/// Replaces the public profile. The deposit for it follows its length.
		///
		/// ## Dispatch Origin
		/// Signed by a candidate, leaving or not.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`]: the account is not a candidate.
		/// - A `TokenError` if the balance does not suffice for a larger deposit.
		///
		/// ## Events
		/// - [`Event::ProfileSet`]
		#[pallet::call_index(3)]
		pub fn set_profile(origin: OriginFor<T>, profile: ProfileContentOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_profile(&who, profile)
		}

		/// Takes no part in elections until [`resume`](Call::resume).
		///
		/// ## Dispatch Origin
		/// Signed by an active candidate.
		///
		/// ## Details
		/// A witness drops out within two sessions, as long as enough others are left. If it did nothing
		/// in the whole era it is fined all the same.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`]: the account is not a candidate.
		/// - [`Error::AlreadyChilled`]: it takes no part already.
		/// - [`Error::CandidateLeaving`]: it is leaving.
		///
		/// ## Events
		/// - [`Event::Chilled`]
		#[pallet::call_index(4)]
		pub fn chill(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_chill(&who)
		}

		/// Takes part in elections again.
		///
		/// ## Dispatch Origin
		/// Signed by a chilled candidate, whoever chilled it.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`]: the account is not a candidate.
		/// - [`Error::NotChilled`]: it takes part already.
		/// - [`Error::CandidateLeaving`]: it is leaving.
		/// - [`Error::BelowMinimumDeposit`]: the deposit has been slashed or the minimum raised:
		///   [`top_up`](Call::top_up) first.
		/// - [`Error::KeysNotSet`]: it has no session keys.
		/// - [`Error::SlashPending`]: a slash awaits it.
		///
		/// ## Events
		/// - [`Event::Resumed`]
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resume(&who)
		}

		/// Starts leaving for good.
		///
		/// ## Dispatch Origin
		/// Signed by a candidate, chilled or not.
		///
		/// ## Details
		/// It is never elected again. A witness serves until the first era for which others are elected.
		/// From then on its votes neither count nor earn. Deposit and votes are slashed for offences found
		/// until they are withdrawn. The unbonding period in force now is what counts.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`]: the account is not a candidate.
		/// - [`Error::CandidateLeaving`]: it is leaving already.
		///
		/// ## Events
		/// - [`Event::LeaveAnnounced`]
		/// - [`Event::Unlisted`], now or when it no longer serves.
		#[pallet::call_index(6)]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_leave(&who)
		}

		/// Takes back both deposits and all rewards when the unbonding period is over.
		///
		/// ## Dispatch Origin
		/// Signed by a leaving candidate.
		///
		/// ## Details
		/// The account is no candidate any more. Votes that are left can be withdrawn at once.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`]: the account is not a candidate.
		/// - [`Error::NotLeaving`]: it is not leaving.
		/// - [`Error::StillUnbonding`]: the unbonding period has not ended.
		/// - [`Error::SlashPending`]: a slash awaits it.
		///
		/// ## Events
		/// - [`Event::Unlisted`] if elections have failed for so long that it still served.
		/// - [`Event::CandidateClaimed`] if there were rewards.
		/// - [`Event::DepositWithdrawn`]
		#[pallet::call_index(7)]
		pub fn withdraw_deposit(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_deposit(&who)
		}

		/// Takes what a candidate has earned by its deposit and its commission.
		///
		/// ## Dispatch Origin
		/// Signed by a candidate, leaving or not.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`]: the account is not a candidate.
		/// - [`Error::NothingToClaim`]: there are no rewards.
		///
		/// ## Events
		/// - [`Event::CandidateClaimed`]
		#[pallet::call_index(8)]
		pub fn claim_as_candidate(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim_as_candidate(&who)
		}

		/// Puts `amount` behind `candidate`, and renews what is there.
		///
		/// ## Dispatch Origin
		/// Signed by anybody, the candidate included.
		///
		/// ## Details
		/// The coins are held where they are. They vote from the era of the event on, together with what
		/// had lapsed, and everything behind the candidate lasts a whole life from now.
		///
		/// ## Errors
		/// - [`Error::AmountIsZero`]: `amount` is zero.
		/// - [`Error::CandidateNotFound`], [`Error::CandidateLeaving`]: nobody can vote for `candidate`.
		/// - [`Error::SlashPending`]: a slash awaits `candidate`.
		/// - [`Error::TooManyPositions`]: the caller is behind as many candidates as it can be.
		/// - [`Error::PoolRuined`]: slashes have left less than a thousandth of the pool.
		/// - [`Error::BelowMinimumVote`]: all that is behind `candidate` would be less than the minimum.
		/// - A `TokenError` if the balance does not suffice.
		///
		/// ## Events
		/// - [`Event::LossCollected`] if something was slashed since the last call.
		/// - [`Event::Voted`]
		#[pallet::call_index(10)]
		pub fn vote(
			origin: OriginFor<T>,
			candidate: T::AccountId,
			#[pallet::compact] amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_vote(&who, &candidate, amount)
		}

		/// Makes the votes behind `candidate` last a whole life again.
		///
		/// ## Dispatch Origin
		/// Signed by a voter.
		///
		/// ## Details
		/// What has lapsed matures anew; the rest goes on voting.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`], [`Error::CandidateLeaving`]: `candidate` will not be elected
		///   again.
		/// - [`Error::PositionNotFound`]: the caller has nothing behind `candidate`.
		/// - [`Error::AllUnbonding`]: all of it has been taken back.
		///
		/// ## Events
		/// - [`Event::LossCollected`] if something was slashed since the last call.
		/// - [`Event::Renewed`]
		#[pallet::call_index(11)]
		pub fn renew(origin: OriginFor<T>, candidate: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_renew(&who, &candidate)
		}

		/// Puts `amount` of the votes behind `from` behind `to` instead.
		///
		/// ## Dispatch Origin
		/// Signed by a voter, once in an era.
		///
		/// ## Details
		/// `amount` is in planck; all votes are moved if they are worth no more. They mature anew, and
		/// everything behind `to` is renewed. For as long as unbonding would have taken they answer for
		/// slashes of `from` as well, and neither they nor what they have joined can be moved on.
		///
		/// ## Errors
		/// - [`Error::SameCandidate`]: `from` is `to`.
		/// - [`Error::MovedThisEra`]: the caller has moved votes in this era.
		/// - [`Error::SlashPending`]: a slash awaits `from` or `to`.
		/// - [`Error::CandidateNotFound`], [`Error::CandidateLeaving`]: nobody can vote for `to`, or `from`
		///   is gone and its votes are free.
		/// - [`Error::PositionNotFound`], [`Error::AllUnbonding`]: the caller has no votes behind `from`.
		/// - [`Error::StillCarrying`]: what is behind `from` or `to` still answers for another candidate.
		/// - [`Error::AmountIsZero`]: `amount` is zero, or the votes are worth nothing.
		/// - [`Error::BelowMinimumVote`]: something would stay behind `from`, or be behind `to`, that is
		///   less than the minimum.
		/// - [`Error::PoolRuined`]: slashes have left less than a thousandth of the pool of `to`.
		/// - [`Error::TooManyPositions`]: the caller is behind as many candidates as it can be.
		///
		/// ## Events
		/// - [`Event::LossCollected`] if something was slashed since the last call.
		/// - [`Event::Claimed`] if nothing stays behind `from`.
		/// - [`Event::Moved`]
		#[pallet::call_index(12)]
		pub fn move_votes(
			origin: OriginFor<T>,
			from: T::AccountId,
			to: T::AccountId,
			#[pallet::compact] amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_move_votes(&who, &from, &to, amount)
		}

		/// Takes back `amount` of the votes behind `candidate`; it is free after the unbonding period.
		///
		/// ## Dispatch Origin
		/// Signed by a voter.
		///
		/// ## Details
		/// `amount` is in planck; all votes are taken back if they are worth no more. Those that mature
		/// last go first, then what has lapsed, then what votes. They no longer vote and earn, but are
		/// slashed like the rest until they are withdrawn. If `candidate` is gone, they are free at once.
		///
		/// ## Errors
		/// - [`Error::PositionNotFound`], [`Error::AllUnbonding`]: the caller has no votes behind
		///   `candidate`.
		/// - [`Error::AmountIsZero`]: `amount` is zero.
		/// - [`Error::BelowMinimumVote`]: something would stay that is less than the minimum.
		/// - [`Error::TooManyTranches`]: the caller has unvoted in too many eras without a
		///   [`withdraw`](Call::withdraw).
		///
		/// ## Events
		/// - [`Event::LossCollected`] if something was slashed since the last call.
		/// - [`Event::Unvoted`], or [`Event::Withdrawn`] if `candidate` is gone.
		#[pallet::call_index(13)]
		pub fn unvote(
			origin: OriginFor<T>,
			candidate: T::AccountId,
			#[pallet::compact] amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unvote(&who, &candidate, amount)
		}

		/// Frees all that has finished unbonding.
		///
		/// ## Dispatch Origin
		/// Signed by a voter.
		///
		/// ## Details
		/// If `candidate` is gone, everything is free.
		///
		/// ## Errors
		/// - [`Error::PositionNotFound`]: the caller has nothing behind `candidate`.
		/// - [`Error::NothingToWithdraw`]: nothing has finished unbonding.
		///
		/// ## Events
		/// - [`Event::LossCollected`] if something was slashed since the last call.
		/// - [`Event::Claimed`] if nothing is left behind `candidate`, and there were rewards.
		/// - [`Event::Withdrawn`]
		#[pallet::call_index(14)]
		pub fn withdraw(origin: OriginFor<T>, candidate: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(&who, &candidate)
		}

		/// Takes the rewards of the votes behind `candidate`.
		///
		/// ## Dispatch Origin
		/// Signed by a voter.
		///
		/// ## Errors
		/// - [`Error::PositionNotFound`]: the caller has nothing behind `candidate`.
		/// - [`Error::NothingToClaim`]: there are no rewards.
		///
		/// ## Events
		/// - [`Event::LossCollected`] if something was slashed since the last call.
		/// - [`Event::Claimed`]
		#[pallet::call_index(15)]
		pub fn claim(origin: OriginFor<T>, candidate: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_claim(&who, &candidate)
		}

		/// Votes with the rewards of the votes behind `candidate`.
		///
		/// ## Dispatch Origin
		/// Signed by a voter.
		///
		/// ## Details
		/// As [`claim`](Call::claim) and then [`vote`](Call::vote) with what it paid.
		///
		/// ## Errors
		/// - [`Error::CandidateNotFound`], [`Error::CandidateLeaving`], [`Error::SlashPending`],
		///   [`Error::PoolRuined`], [`Error::BelowMinimumVote`]: as for [`vote`](Call::vote).
		/// - [`Error::PositionNotFound`]: the caller has nothing behind `candidate`.
		/// - [`Error::NothingToClaim`]: there are no rewards.
		///
		/// ## Events
		/// - [`Event::Claimed`]
		/// - [`Event::LossCollected`] if something was slashed since the last call.
		/// - [`Event::Voted`]
		#[pallet::call_index(16)]
		pub fn compound(origin: OriginFor<T>, candidate: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_compound(&who, &candidate)
		}

		/// Brings what `voter` has behind `candidate` up to date.
		///
		/// ## Dispatch Origin
		/// Signed by anybody.
		///
		/// ## Details
		/// Collects what was slashed and, if `candidate` is gone, gives everything back with all rewards.
		/// The last one settled removes the pool, so that the account can register again.
		///
		/// ## Errors
		/// - [`Error::PositionNotFound`]: `voter` has nothing behind `candidate`.
		///
		/// ## Events
		/// - [`Event::LossCollected`] if something was slashed since the last call.
		/// - [`Event::Claimed`] and [`Event::Withdrawn`] if `candidate` is gone.
		#[pallet::call_index(17)]
		pub fn settle(
			origin: OriginFor<T>,
			voter: T::AccountId,
			candidate: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_settle(&voter, &candidate)
		}

		/// Changes the parameters after a delay.
		///
		/// ## Dispatch Origin
		/// [`Config::ParametersOrigin`].
		///
		/// ## Details
		/// A change that does not hold yet is replaced. Whatever has its era already, of votes, deposits,
		/// commissions or slashes, keeps it. So that nothing is free before it has been punished, unbonding
		/// gets shorter by no more eras at a time than an offence can be reported in, and slashes are
		/// deferred for no longer than today's unbonding allows.
		///
		/// ## Errors
		/// - `BadOrigin`: somebody else tries.
		/// - [`Error::WitnessesOutOfBounds`], [`Error::DepositOutOfBounds`],
		///   [`Error::VoteOutOfBounds`], [`Error::MaturityOutOfBounds`], [`Error::LifeOutOfBounds`],
		///   [`Error::DeferralOutOfBounds`], [`Error::UnbondingOutOfBounds`],
		///   [`Error::NoticeOutOfBounds`], [`Error::FineOutOfBounds`],
		///   [`Error::ReporterShareOutOfBounds`]: see [`Parameters`] for the bounds.
		///
		/// ## Events
		/// - [`Event::ParametersSet`]
		#[pallet::call_index(20)]
		pub fn set_parameters(origin: OriginFor<T>, parameters: ParametersOf<T>) -> DispatchResult {
			T::ParametersOrigin::ensure_origin(origin)?;
			Self::do_set_parameters(parameters)
		}

		/// Cancels the slash of `candidate` that would be applied when `era` begins.
		///
		/// ## Dispatch Origin
		/// [`Config::CancelOrigin`].
		///
		/// ## Details
		/// The candidate stays chilled until it resumes.
		///
		/// ## Errors
		/// - `BadOrigin`: somebody else tries.
		/// - [`Error::NoSuchSlash`]: there is none, or it has been applied.
		///
		/// ## Events
		/// - [`Event::SlashCancelled`]
		#[pallet::call_index(21)]
		pub fn cancel_slash(
			origin: OriginFor<T>,
			era: EraIndex,
			candidate: T::AccountId,
		) -> DispatchResult {
			T::CancelOrigin::ensure_origin(origin)?;
			Self::do_cancel_slash(era, &candidate)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Everything about a candidate; `None` for anybody else.
		pub fn candidate(who: T::AccountId) -> Option<CandidateViewOf<T>> {
			Self::view_candidate(&who)
		}

		/// What `voter` has behind `candidate`, brought up to date; `None` if nothing.
		pub fn position(voter: T::AccountId, candidate: T::AccountId) -> Option<PositionViewOf<T>> {
			Self::view_position(&voter, &candidate)
		}

		/// The candidates that `who` is behind, and when it last moved votes.
		pub fn voter(who: T::AccountId) -> VoterView<T::AccountId> {
			Self::view_voter(&who)
		}

		/// What a candidate would need more than in planck, deposit and votes together, to be elected
		/// now. Zero if there are fewer candidates than seats.
		pub fn smallest_backing() -> BalanceOf<T> {
			Self::view_smallest_backing()
		}

		/// The parameters in force, and those that will be.
		pub fn parameters() -> ParametersViewOf<T> {
			Self::view_parameters()
		}

		/// The era that runs, who serves in it, and what it will divide.
		pub fn era() -> EraViewOf<T> {
			Self::view_era()
		}
	}
}
