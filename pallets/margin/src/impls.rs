//! What the calls do, and the ledger as other pallets see it.

use crate::{math::Position, *};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{
		fungible::InspectHold,
		tokens::{Fortitude, Precision, Restriction},
		Get,
	},
};
use sp_runtime::{
	traits::{CheckedAdd, EnsureAdd, EnsureSub, Saturating, Zero},
	DispatchError, DispatchResult,
};

impl From<Role> for HoldReason {
	fn from(role: Role) -> Self {
		match role {
			Role::Merchant => Self::Merchant,
			Role::GroupMerchant => Self::GroupMerchant,
			Role::Operator => Self::Operator,
			Role::CreditInstitution => Self::CreditInstitution,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// What the deposit of a role pays for.
	pub fn footprint(profile: &ProfileContentOf<T>) -> Footprint {
		// One item of the whole size: prices multiply the two.
		let size = AccountOf::<T>::max_encoded_len().saturating_add(profile.encoded_size());
		Footprint::from_parts(1, size)
	}

	pub(crate) fn do_register(
		who: &T::AccountId,
		role: Role,
		amount: BalanceOf<T>,
		profile: ProfileContentOf<T>,
	) -> DispatchResult {
		ensure!(!Accounts::<T>::contains_key(who, role), Error::<T>::AlreadyRegistered);
		ensure!(amount >= RoleTerms::<T>::get(role).minimum, Error::<T>::BelowMinimum);

		T::Currency::hold(&Self::reason(role), who, amount)?;
		let ticket = T::Consideration::new(who, Self::footprint(&profile))?;
		Profiles::<T>::insert(who, role, Profile { content: profile, ticket });
		Accounts::<T>::insert(who, role, Account { owed: Zero::zero(), status: Status::Active });
		Self::deposit_event(Event::Registered { who: who.clone(), role, amount });
		Ok(())
	}

	pub(crate) fn do_top_up(
		who: &T::AccountId,
		role: Role,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(Accounts::<T>::contains_key(who, role), Error::<T>::NotRegistered);
		ensure!(!amount.is_zero(), Error::<T>::ZeroAmount);

		T::Currency::hold(&Self::reason(role), who, amount)?;
		Self::deposit_event(Event::ToppedUp { who: who.clone(), role, amount });
		Ok(())
	}

	pub(crate) fn do_withdraw_excess(
		who: &T::AccountId,
		role: Role,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		let account = Self::registered(who, role)?;
		ensure!(!amount.is_zero(), Error::<T>::ZeroAmount);
		ensure!(account.status.is_active(), Error::<T>::ExitPending);
		let capacity =
			Self::position_of(who, role, &account).capacity(RoleTerms::<T>::get(role).minimum);
		ensure!(amount <= capacity, Error::<T>::ExceedsCapacity);

		Self::release(who, role, amount)?;
		Self::deposit_event(Event::ExcessWithdrawn { who: who.clone(), role, amount });
		Ok(())
	}

	pub(crate) fn do_announce_exit(who: &T::AccountId, role: Role) -> DispatchResult {
		let account = Self::registered(who, role)?;
		ensure!(account.status.is_active(), Error::<T>::ExitPending);

		// Saturates only at the end of time: the notice is bounded by a constant.
		let until = T::BlockNumberProvider::current_block_number()
			.saturating_add(RoleTerms::<T>::get(role).notice);
		let status = Status::Exiting { until };
		Accounts::<T>::insert(who, role, Account { status, ..account });
		Self::deposit_event(Event::ExitAnnounced { who: who.clone(), role, until });
		Ok(())
	}

	pub(crate) fn do_cancel_exit(who: &T::AccountId, role: Role) -> DispatchResult {
		let account = Self::registered(who, role)?;
		ensure!(!account.status.is_active(), Error::<T>::ExitNotAnnounced);
		let unowed = Self::position_of(who, role, &account).unowed();
		ensure!(unowed >= RoleTerms::<T>::get(role).minimum, Error::<T>::BelowMinimum);

		Accounts::<T>::insert(who, role, Account { status: Status::Active, ..account });
		Self::deposit_event(Event::ExitCancelled { who: who.clone(), role });
		Ok(())
	}

	pub(crate) fn do_withdraw(who: &T::AccountId, role: Role) -> DispatchResult {
		let account = Self::registered(who, role)?;
		let Status::Exiting { until } = account.status else {
			return Err(Error::<T>::ExitNotAnnounced.into());
		};
		ensure!(T::BlockNumberProvider::current_block_number() >= until, Error::<T>::NoticeRunning);
		let owed = account.owed;
		let amount = Self::position_of(who, role, &account).unowed();
		// A margin that has been paid out to the last coin leaves a record to remove.
		ensure!(owed.is_zero() || !amount.is_zero(), Error::<T>::NothingToWithdraw);

		Self::release(who, role, amount)?;
		Self::deposit_event(Event::Withdrawn { who: who.clone(), role, amount, owed });
		if owed.is_zero() {
			Accounts::<T>::remove(who, role);
			if let Some(profile) = Profiles::<T>::take(who, role) {
				profile.ticket.drop(who)?;
			}
			Self::deposit_event(Event::Left { who: who.clone(), role });
		}
		Ok(())
	}

	pub(crate) fn do_penalise(
		who: &T::AccountId,
		role: Role,
		payments: &PaymentsOf<T>,
	) -> DispatchResult {
		let account = Self::registered(who, role)?;
		ensure!(!payments.is_empty(), Error::<T>::NoPayments);
		let mut sum = BalanceOf::<T>::zero();
		for (beneficiary, amount) in payments {
			ensure!(!amount.is_zero(), Error::<T>::ZeroAmount);
			ensure!(beneficiary != who, Error::<T>::PaymentToPenalised);
			// A sum that cannot be written down is more than anybody holds.
			sum = sum.checked_add(amount).ok_or(Error::<T>::ExceedsUnowed)?;
		}
		ensure!(sum <= Self::position_of(who, role, &account).unowed(), Error::<T>::ExceedsUnowed);

		for (beneficiary, amount) in payments {
			Self::pay(who, role, beneficiary, *amount)?;
		}
		Self::penalised(who, role, sum);
		Ok(())
	}

	fn penalised(who: &T::AccountId, role: Role, amount: BalanceOf<T>) {
		Self::deposit_event(Event::Penalised { who: who.clone(), role, amount });
	}

	pub(crate) fn do_set_terms(role: Role, terms: TermsOf<T>) -> DispatchResult {
		Self::ensure_within_bounds(&terms)?;

		RoleTerms::<T>::insert(role, terms);
		let Terms { minimum, notice } = terms;
		Self::deposit_event(Event::TermsSet { role, minimum, notice });
		Ok(())
	}

	pub(crate) fn do_set_profile(
		who: &T::AccountId,
		role: Role,
		content: ProfileContentOf<T>,
	) -> DispatchResult {
		let Profile { ticket, .. } =
			Profiles::<T>::get(who, role).ok_or(Error::<T>::NotRegistered)?;

		let ticket = ticket.update(who, Self::footprint(&content))?;
		Profiles::<T>::insert(who, role, Profile { content, ticket });
		Self::deposit_event(Event::ProfileSet { who: who.clone(), role });
		Ok(())
	}

	pub(crate) fn ensure_within_bounds(terms: &TermsOf<T>) -> Result<(), Error<T>> {
		ensure!(
			(T::LowestMinimum::get()..=T::HighestMinimum::get()).contains(&terms.minimum),
			Error::<T>::MinimumOutOfBounds
		);
		ensure!(
			(T::ShortestNotice::get()..=T::LongestNotice::get()).contains(&terms.notice),
			Error::<T>::NoticeOutOfBounds
		);
		Ok(())
	}

	pub(crate) fn view(who: &T::AccountId, role: Role) -> Option<AccountViewOf<T>> {
		let account = Accounts::<T>::get(who, role)?;
		let position = Self::position_of(who, role, &account);
		let minimum = RoleTerms::<T>::get(role).minimum;
		let capacity =
			if account.status.is_active() { position.capacity(minimum) } else { Zero::zero() };
		Some(AccountView {
			held: position.held,
			owed: position.owed,
			minimum,
			capacity,
			status: account.status,
			profile: Profiles::<T>::get(who, role)
				.map(|profile| profile.content)
				.unwrap_or_default(),
		})
	}

	/// What `who` holds and owes in `role`; nothing without the role.
	pub(crate) fn position(who: &T::AccountId, role: Role) -> Position<BalanceOf<T>> {
		match Accounts::<T>::get(who, role) {
			Some(account) => Self::position_of(who, role, &account),
			None => Position { held: Zero::zero(), owed: Zero::zero() },
		}
	}

	fn position_of(
		who: &T::AccountId,
		role: Role,
		account: &AccountOf<T>,
	) -> Position<BalanceOf<T>> {
		Position {
			held: T::Currency::balance_on_hold(&Self::reason(role), who),
			owed: account.owed,
		}
	}

	fn reason(role: Role) -> T::RuntimeHoldReason {
		HoldReason::from(role).into()
	}

	fn registered(who: &T::AccountId, role: Role) -> Result<AccountOf<T>, Error<T>> {
		Accounts::<T>::get(who, role).ok_or(Error::<T>::NotRegistered)
	}

	/// What is owed after `amount` of it has been lifted.
	fn lifted(account: &AccountOf<T>, amount: BalanceOf<T>) -> Result<BalanceOf<T>, DispatchError> {
		ensure!(amount <= account.owed, Error::<T>::ExceedsOwed);
		Ok(account.owed.ensure_sub(amount)?)
	}

	/// Gives back `amount` of the margin.
	fn release(who: &T::AccountId, role: Role, amount: BalanceOf<T>) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		T::Currency::release(&Self::reason(role), who, amount, Precision::Exact).map(|_| ())
	}

	/// Pays `amount` of the margin to the free balance of `beneficiary`.
	fn pay(
		who: &T::AccountId,
		role: Role,
		beneficiary: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		if amount.is_zero() {
			return Ok(());
		}
		// By force, because freezes lie over holds as well: otherwise a merchant could freeze its whole
		// balance and its points would no longer convert.
		T::Currency::transfer_on_hold(
			&Self::reason(role),
			who,
			beneficiary,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Force,
		)
		.map(|_| ())
	}
}

impl<T: Config> MarginLedger<T::AccountId> for Pallet<T> {
	type Balance = BalanceOf<T>;

	fn is_active(who: &T::AccountId, role: Role) -> bool {
		Accounts::<T>::get(who, role).is_some_and(|account| account.status.is_active())
	}

	fn held(who: &T::AccountId, role: Role) -> Self::Balance {
		T::Currency::balance_on_hold(&Self::reason(role), who)
	}

	fn owed(who: &T::AccountId, role: Role) -> Self::Balance {
		Accounts::<T>::get(who, role).map(|account| account.owed).unwrap_or_default()
	}

	fn minimum(role: Role) -> Self::Balance {
		RoleTerms::<T>::get(role).minimum
	}

	fn capacity(who: &T::AccountId, role: Role) -> Self::Balance {
		match Accounts::<T>::get(who, role) {
			Some(account) if account.status.is_active() => {
				Self::position_of(who, role, &account).capacity(RoleTerms::<T>::get(role).minimum)
			}
			_ => Zero::zero(),
		}
	}

	fn increase_owed(who: &T::AccountId, role: Role, amount: Self::Balance) -> DispatchResult {
		let account = Self::registered(who, role)?;
		ensure!(account.status.is_active(), Error::<T>::ExitPending);
		// Asked of the minimum as well, so that nothing is registered, not even a liability of zero
		// that rounding left, while the margin is short.
		let minimum = RoleTerms::<T>::get(role).minimum;
		let missing = Self::position_of(who, role, &account).needed(minimum, amount);
		ensure!(missing.is_zero(), Error::<T>::ExceedsCapacity);
		let owed = account.owed.ensure_add(amount)?;

		Accounts::<T>::insert(who, role, Account { owed, ..account });
		Ok(())
	}

	fn decrease_owed(who: &T::AccountId, role: Role, amount: Self::Balance) -> DispatchResult {
		let account = Self::registered(who, role)?;
		let owed = Self::lifted(&account, amount)?;

		Accounts::<T>::insert(who, role, Account { owed, ..account });
		Ok(())
	}

	fn settle(
		who: &T::AccountId,
		role: Role,
		beneficiary: &T::AccountId,
		payout: Self::Balance,
		settled: Self::Balance,
	) -> DispatchResult {
		let account = Self::registered(who, role)?;
		ensure!(payout <= settled, Error::<T>::PayoutExceedsSettled);
		let owed = Self::lifted(&account, settled)?;

		// First what can fail: a payout may be too small to bring the beneficiary into existence.
		Self::pay(who, role, beneficiary, payout)?;
		Accounts::<T>::insert(who, role, Account { owed, ..account });
		Ok(())
	}

	fn penalise(
		who: &T::AccountId,
		role: Role,
		beneficiary: &T::AccountId,
		amount: Self::Balance,
	) -> Result<Self::Balance, DispatchError> {
		ensure!(beneficiary != who, Error::<T>::PaymentToPenalised);
		let excess = Self::position(who, role).capacity(RoleTerms::<T>::get(role).minimum);
		let taken = amount.min(excess);
		if taken.is_zero() {
			return Ok(taken);
		}
		Self::pay(who, role, beneficiary, taken)?;
		Self::penalised(who, role, taken);
		Ok(taken)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_margin(who: &T::AccountId, role: Role, amount: Self::Balance) -> DispatchResult {
		use frame_support::traits::fungible::Inspect;
		// On top of the lowest minimum, so that all of `amount` can be owed.
		let minimum = T::LowestMinimum::get();
		RoleTerms::<T>::insert(role, Terms { minimum, notice: T::ShortestNotice::get() });
		let margin = amount.ensure_add(minimum)?;
		T::Currency::mint_into(who, margin.ensure_add(T::Currency::minimum_balance())?)?;
		if Accounts::<T>::contains_key(who, role) {
			return Self::do_top_up(who, role, margin);
		}
		let profile = ProfileContentOf::<T>::default();
		T::Consideration::ensure_successful(who, Self::footprint(&profile));
		Self::do_register(who, role, margin, profile)
	}
}

/// Checks of the invariants. Natively they are always there, so that the tests of other pallets can end
/// with them.
#[cfg(any(feature = "std", feature = "try-runtime"))]
impl<T: Config> Pallet<T> {
	/// Checks every invariant of the pallet.
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		Self::try_state_accounts()?;
		Self::try_state_profiles()?;
		Self::try_state_holds()?;
		Self::try_state_terms()
	}

	/// Whatever is owed is held, and every record has a profile.
	fn try_state_accounts() -> Result<(), sp_runtime::TryRuntimeError> {
		for (who, role, account) in Accounts::<T>::iter() {
			let held = T::Currency::balance_on_hold(&Self::reason(role), &who);
			ensure!(held >= account.owed, "margin: less is held than owed");
			ensure!(Profiles::<T>::contains_key(&who, role), "margin: a record without a profile");
		}
		Ok(())
	}

	/// Every profile has a record.
	fn try_state_profiles() -> Result<(), sp_runtime::TryRuntimeError> {
		for (who, role) in Profiles::<T>::iter_keys() {
			ensure!(Accounts::<T>::contains_key(&who, role), "margin: a profile without a record");
		}
		Ok(())
	}

	/// Nobody holds a margin without a record.
	fn try_state_holds() -> Result<(), sp_runtime::TryRuntimeError> {
		for who in frame_system::Account::<T>::iter_keys() {
			for role in Role::ALL {
				let held = T::Currency::balance_on_hold(&Self::reason(role), &who);
				ensure!(
					held.is_zero() || Accounts::<T>::contains_key(&who, role),
					"margin: a hold without a record"
				);
			}
		}
		Ok(())
	}

	/// Terms lie within their bounds.
	fn try_state_terms() -> Result<(), sp_runtime::TryRuntimeError> {
		for terms in RoleTerms::<T>::iter_values() {
			ensure!(Self::ensure_within_bounds(&terms).is_ok(), "margin: terms out of bounds");
		}
		Ok(())
	}
}
