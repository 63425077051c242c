#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
pub mod math;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
pub mod types;
pub mod weights;

use bhtd_primitives::{MarginLedger, Role};
#[cfg(feature = "runtime-benchmarks")]
use frame_support::traits::fungible::Mutate;
use frame_support::traits::{fungible::MutateHold, Consideration, Footprint};
use sp_runtime::traits::{BlockNumberProvider, MaybeSerializeDeserialize};

/// Calls, storage, events, errors and configuration.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	/// The credit ledger.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of a runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What margins are held in.
		#[cfg(not(feature = "runtime-benchmarks"))]
		type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// What margins are held in; benchmarks also mint it.
		#[cfg(feature = "runtime-benchmarks")]
		type Currency: MutateHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ Mutate<Self::AccountId>;

		/// The hold reasons of the runtime.
		type RuntimeHoldReason: Parameter + From<HoldReason>;

		/// The deposit for a record with its profile. A runtime holds it under
		/// [`HoldReason::Profile`].
		type Consideration: Consideration<Self::AccountId, Footprint>;

		/// Who may decide that margin is paid to those harmed.
		type ArbiterOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may set the terms of a role.
		type TermsOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The clock of notice periods. It must never run backwards: a chain that makes its own blocks
		/// gives `frame_system::Pallet`, one that makes blocks on demand better its relay chain's.
		type BlockNumberProvider: BlockNumberProvider<BlockNumber: MaybeSerializeDeserialize>;

		/// No role's minimum may be set below this.
		#[pallet::constant]
		type LowestMinimum: Get<BalanceOf<Self>>;

		/// No role's minimum may be set above this.
		#[pallet::constant]
		type HighestMinimum: Get<BalanceOf<Self>>;

		/// No role's notice period may be shorter.
		#[pallet::constant]
		type ShortestNotice: Get<ProvidedBlockNumberOf<Self>>;

		/// No role's notice period may be longer.
		#[pallet::constant]
		type LongestNotice: Get<ProvidedBlockNumberOf<Self>>;

		/// The most bytes of a profile. Never reduce it: stored profiles would no longer decode.
		#[pallet::constant]
		type MaxProfileLength: Get<u32>;

		/// The most payments of one penalty.
		#[pallet::constant]
		type MaxBeneficiaries: Get<u32>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// What is owed by an account in a role, and whether it is leaving.
	///
	/// All that is read when liabilities change; how much is held is what the hold says.
	// Roles are not chosen by users, so theirs need no costly hash.
	#[pallet::storage]
	pub type Accounts<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, Role, AccountOf<T>>;

	/// The public profile of an account in a role, with the deposit paid for it and its record.
	///
	/// Apart from [`Accounts`], so that awards and conversions never read it.
	#[pallet::storage]
	pub type Profiles<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, Role, ProfileOf<T>>;

	/// The terms of each role. A role nobody has set any for has the strictest.
	#[pallet::storage]
	pub type RoleTerms<T: Config> =
		StorageMap<_, Twox64Concat, Role, TermsOf<T>, ValueQuery, StrictestTerms<T>>;

	/// The strictest terms the bounds allow.
	#[pallet::type_value]
	pub fn StrictestTerms<T: Config>() -> TermsOf<T> {
		Terms { minimum: T::HighestMinimum::get(), notice: T::LongestNotice::get() }
	}

	/// Terms and margins of the first block.
	///
	/// Margins come out of the balances of the accounts, so the currency's genesis must be built first.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Minimum and notice period; every role exactly once.
		pub terms: Vec<(Role, BalanceOf<T>, ProvidedBlockNumberOf<T>)>,
		/// Who registers with how much, with an empty profile; at least the minimum of the role.
		pub margins: Vec<(T::AccountId, Role, BalanceOf<T>)>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			let Terms { minimum, notice } = StrictestTerms::<T>::get();
			Self {
				terms: Role::ALL.map(|role| (role, minimum, notice)).into(),
				margins: Vec::new(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for (role, minimum, notice) in &self.terms {
				assert!(!RoleTerms::<T>::contains_key(role), "terms of {role:?} are given twice");
				let terms = Terms { minimum: *minimum, notice: *notice };
				let within_bounds = Pallet::<T>::ensure_within_bounds(&terms);
				assert!(within_bounds.is_ok(), "terms of {role:?}: {within_bounds:?}");
				RoleTerms::<T>::insert(role, terms);
			}
			for role in Role::ALL {
				assert!(RoleTerms::<T>::contains_key(role), "terms of {role:?} are missing");
			}
			for (who, role, amount) in &self.margins {
				let registered =
					Pallet::<T>::do_register(who, *role, *amount, ProfileContentOf::<T>::default());
				assert!(registered.is_ok(), "margin of {who:?} as {role:?}: {registered:?}");
			}
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An account took a role.
		Registered {
			/// The account.
			who: T::AccountId,
			/// Its new role.
			role: Role,
			/// The margin locked.
			amount: BalanceOf<T>,
		},
		/// More margin was locked.
		ToppedUp {
			/// The account.
			who: T::AccountId,
			/// The role.
			role: Role,
			/// What was added.
			amount: BalanceOf<T>,
		},
		/// Margin that nothing needed was taken back.
		ExcessWithdrawn {
			/// The account.
			who: T::AccountId,
			/// The role.
			role: Role,
			/// What was taken back.
			amount: BalanceOf<T>,
		},
		/// An account is about to leave a role.
		ExitAnnounced {
			/// The account.
			who: T::AccountId,
			/// The role.
			role: Role,
			/// The block from which margin can be withdrawn.
			until: ProvidedBlockNumberOf<T>,
		},
		/// An account stays in its role after all.
		ExitCancelled {
			/// The account.
			who: T::AccountId,
			/// The role.
			role: Role,
		},
		/// A leaving account took back what it does not owe.
		Withdrawn {
			/// The account.
			who: T::AccountId,
			/// The role.
			role: Role,
			/// What was taken back.
			amount: BalanceOf<T>,
			/// What is still owed, and held.
			owed: BalanceOf<T>,
		},
		/// An account has left a role and everything has been given back.
		Left {
			/// The account.
			who: T::AccountId,
			/// The role it no longer has.
			role: Role,
		},
		/// Margin was paid to those harmed. The currency's events say how much to whom.
		Penalised {
			/// The account that paid.
			who: T::AccountId,
			/// The role whose margin paid.
			role: Role,
			/// The sum of the payments.
			amount: BalanceOf<T>,
		},
		/// A role has new terms.
		TermsSet {
			/// The role.
			role: Role,
			/// The margin needed.
			minimum: BalanceOf<T>,
			/// The notice period of exits announced from now on.
			notice: ProvidedBlockNumberOf<T>,
		},
		/// An account has a new profile.
		ProfileSet {
			/// The account.
			who: T::AccountId,
			/// The role.
			role: Role,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The account does not have the role.
		NotRegistered,
		/// The account already has the role.
		AlreadyRegistered,
		/// The margin is below the role's minimum.
		BelowMinimum,
		/// An amount is zero.
		ZeroAmount,
		/// More than the minimum and the liabilities leave.
		ExceedsCapacity,
		/// The account is leaving the role.
		ExitPending,
		/// No exit has been announced.
		ExitNotAnnounced,
		/// The notice period has not ended.
		NoticeRunning,
		/// Everything held is owed.
		NothingToWithdraw,
		/// More than is owed.
		ExceedsOwed,
		/// A payout exceeds the liability it settles.
		PayoutExceedsSettled,
		/// More than is held beyond what is owed.
		ExceedsUnowed,
		/// A penalty without payments.
		NoPayments,
		/// A penalty that pays the account it is taken from.
		PaymentToPenalised,
		/// The minimum lies outside its bounds.
		MinimumOutOfBounds,
		/// The notice period lies outside its bounds.
		NoticeOutOfBounds,
	}

	/// Why BHTD is on hold.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The margin of a merchant.
		#[codec(index = 0)]
		Merchant,
		/// The margin of a group merchant.
		#[codec(index = 1)]
		GroupMerchant,
		/// The margin of an operator.
		#[codec(index = 2)]
		Operator,
		/// The margin of a credit institution.
		#[codec(index = 3)]
		CreditInstitution,
		/// The deposit for a record and its profile.
		#[codec(index = 4)]
		Profile,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(
				T::LowestMinimum::get() > BalanceOf::<T>::default(),
				"LowestMinimum must not be zero: a role without a bond cannot be penalised"
			);
			assert!(
				T::LowestMinimum::get() <= T::HighestMinimum::get(),
				"LowestMinimum must not exceed HighestMinimum"
			);
			assert!(
				T::ShortestNotice::get() > ProvidedBlockNumberOf::<T>::default(),
				"ShortestNotice must not be zero: margin could leave in the block of a bank run"
			);
			assert!(
				T::ShortestNotice::get() <= T::LongestNotice::get(),
				"ShortestNotice must not exceed LongestNotice"
			);
			assert!(T::MaxProfileLength::get() > 0, "MaxProfileLength must not be zero");
			assert!(T::MaxBeneficiaries::get() > 0, "MaxBeneficiaries must not be zero");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Takes `role` by locking `amount` as its margin.
		///
		/// ## Dispatch Origin
		/// Signed by the account that takes the role.
		///
		/// ## Details
		/// The margin is held under the reason of the role, and a deposit for the record and the
		/// public `profile` under another. Both come back when the role is left.
		///
		/// ## Errors
		/// - [`Error::AlreadyRegistered`]: the account has the role, perhaps on its way out.
		/// - [`Error::BelowMinimum`]: `amount` is less than the role's minimum.
		/// - A `TokenError` if the balance does not suffice for margin and deposit.
		///
		/// ## Events
		/// - [`Event::Registered`]
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			role: Role,
			amount: BalanceOf<T>,
			profile: ProfileContentOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(&who, role, amount, profile)
		}

		/// Locks `amount` more.
		///
		/// ## Dispatch Origin
		/// Signed by an account with the role, leaving or not.
		///
		/// ## Errors
		/// - [`Error::NotRegistered`]: the account does not have the role.
		/// - [`Error::ZeroAmount`]: `amount` is zero.
		/// - A `TokenError` if the balance does not suffice.
		///
		/// ## Events
		/// - [`Event::ToppedUp`]
		#[pallet::call_index(1)]
		pub fn top_up(origin: OriginFor<T>, role: Role, amount: BalanceOf<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_top_up(&who, role, amount)
		}

		/// Takes back `amount` of the margin at once.
		///
		/// ## Dispatch Origin
		/// Signed by an account that has the role and is not leaving it.
		///
		/// ## Details
		/// What remains covers the minimum and everything owed.
		///
		/// ## Errors
		/// - [`Error::NotRegistered`]: the account does not have the role.
		/// - [`Error::ZeroAmount`]: `amount` is zero.
		/// - [`Error::ExitPending`]: the account is leaving: margin comes back through
		///   [`withdraw`](Call::withdraw) only.
		/// - [`Error::ExceedsCapacity`]: `amount` exceeds `held - minimum - owed`.
		///
		/// ## Events
		/// - [`Event::ExcessWithdrawn`]
		#[pallet::call_index(2)]
		pub fn withdraw_excess(
			origin: OriginFor<T>,
			role: Role,
			amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_excess(&who, role, amount)
		}

		/// Starts leaving `role`.
		///
		/// ## Dispatch Origin
		/// Signed by an account with the role.
		///
		/// ## Details
		/// From now on no liability can be added; those there are go on being paid. The notice period
		/// in force now is what counts, whatever becomes of the terms meanwhile.
		///
		/// ## Errors
		/// - [`Error::NotRegistered`]: the account does not have the role.
		/// - [`Error::ExitPending`]: the account is leaving already.
		///
		/// ## Events
		/// - [`Event::ExitAnnounced`]
		#[pallet::call_index(3)]
		pub fn announce_exit(origin: OriginFor<T>, role: Role) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_announce_exit(&who, role)
		}

		/// Stays in `role` after all.
		///
		/// ## Dispatch Origin
		/// Signed by an account that is leaving the role.
		///
		/// ## Details
		/// Possible at any time, even when the notice has ended, for whoever could register as well:
		/// what has been withdrawn of the minimum is to be topped up before. A later exit has its
		/// whole notice period again.
		///
		/// ## Errors
		/// - [`Error::NotRegistered`]: the account does not have the role.
		/// - [`Error::ExitNotAnnounced`]: the account is not leaving.
		/// - [`Error::BelowMinimum`]: less is held than the role's minimum beyond what is owed.
		///
		/// ## Events
		/// - [`Event::ExitCancelled`]
		#[pallet::call_index(4)]
		pub fn cancel_exit(origin: OriginFor<T>, role: Role) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_exit(&who, role)
		}

		/// Takes back all that is not owed when the notice has ended.
		///
		/// ## Dispatch Origin
		/// Signed by an account that is leaving the role.
		///
		/// ## Details
		/// What counts is what is owed in this block. If that is nothing, all margin and the deposit
		/// come back and the role is left; otherwise the account goes on leaving, and may call this
		/// again when more has been settled.
		///
		/// ## Errors
		/// - [`Error::NotRegistered`]: the account does not have the role.
		/// - [`Error::ExitNotAnnounced`]: the account is not leaving.
		/// - [`Error::NoticeRunning`]: the notice period has not ended.
		/// - [`Error::NothingToWithdraw`]: everything held is owed.
		///
		/// ## Events
		/// - [`Event::Withdrawn`]
		/// - [`Event::Left`] if nothing is owed.
		#[pallet::call_index(5)]
		pub fn withdraw(origin: OriginFor<T>, role: Role) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(&who, role)
		}

		/// Pays those harmed by `who` out of its margin.
		///
		/// ## Dispatch Origin
		/// [`Config::ArbiterOrigin`].
		///
		/// ## Details
		/// Takes at most what is held beyond what is owed, the minimum included, so that no penalty can
		/// make points insolvent. All payments are made or none.
		///
		/// ## Errors
		/// - `BadOrigin`: somebody else tries.
		/// - [`Error::NotRegistered`]: `who` does not have the role.
		/// - [`Error::NoPayments`], [`Error::ZeroAmount`], [`Error::PaymentToPenalised`]: there is
		///   no payment, an empty one, or one to `who`.
		/// - [`Error::ExceedsUnowed`]: the sum exceeds `held - owed`.
		/// - A `TokenError` if a payment is too small to bring an account into existence.
		///
		/// ## Events
		/// - [`Event::Penalised`]
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::penalise(payments.len() as u32))]
		pub fn penalise(
			origin: OriginFor<T>,
			who: T::AccountId,
			role: Role,
			payments: PaymentsOf<T>,
		) -> DispatchResult {
			T::ArbiterOrigin::ensure_origin(origin)?;
			Self::do_penalise(&who, role, &payments)
		}

		/// Sets the minimum and the notice period of `role`.
		///
		/// ## Dispatch Origin
		/// [`Config::TermsOrigin`].
		///
		/// ## Details
		/// A role that holds less than a raised minimum keeps its liabilities and cannot add any until
		/// it is topped up. Exits announced before keep their date.
		///
		/// ## Errors
		/// - `BadOrigin`: somebody else tries.
		/// - [`Error::MinimumOutOfBounds`], [`Error::NoticeOutOfBounds`]
		///
		/// ## Events
		/// - [`Event::TermsSet`]
		#[pallet::call_index(7)]
		pub fn set_terms(
			origin: OriginFor<T>,
			role: Role,
			minimum: BalanceOf<T>,
			notice: ProvidedBlockNumberOf<T>,
		) -> DispatchResult {
			T::TermsOrigin::ensure_origin(origin)?;
			Self::do_set_terms(role, Terms { minimum, notice })
		}

		/// Replaces the public profile. The deposit follows its length.
		///
		/// ## Dispatch Origin
		/// Signed by an account with the role, leaving or not.
		///
		/// ## Errors
		/// - [`Error::NotRegistered`]: the account does not have the role.
		/// - A `TokenError` if the balance does not suffice for a larger deposit.
		///
		/// ## Events
		/// - [`Event::ProfileSet`]
		#[pallet::call_index(8)]
		pub fn set_profile(
			origin: OriginFor<T>,
			role: Role,
			profile: ProfileContentOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_set_profile(&who, role, profile)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Everything about `who` in `role`; `None` without the role.
		pub fn account(who: T::AccountId, role: Role) -> Option<AccountViewOf<T>> {
			Self::view(&who, role)
		}

		/// How much more could be owed by `who` in `role` now; zero if the role is not active.
		pub fn capacity(who: T::AccountId, role: Role) -> BalanceOf<T> {
			<Self as MarginLedger<T::AccountId>>::capacity(&who, role)
		}

		/// The minimum and the notice period of `role`.
		pub fn terms(role: Role) -> TermsOf<T> {
			RoleTerms::<T>::get(role)
		}

		/// What would have to be locked before `who` could take on a further `liability` in `role`;
		/// zero if enough is held already.
		///
		/// Without the role, what to register with. It speaks of money only: an account that is leaving
		/// must cancel its exit as well.
		pub fn margin_needed(
			who: T::AccountId,
			role: Role,
			liability: BalanceOf<T>,
		) -> BalanceOf<T> {
			Self::position(&who, role).needed(RoleTerms::<T>::get(role).minimum, liability)
		}
	}
}
