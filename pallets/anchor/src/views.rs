//! What wallets and portals read.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use bhtd_primitives::{CurrencyId, MarginLedger, Role};
use frame_support::traits::fungibles::Inspect as _;
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	pub(crate) fn view_currency(currency: CurrencyId) -> Option<CurrencyViewOf<T>> {
		Some(CurrencyView {
			currency: Currencies::<T>::get(currency)?,
			total: T::Assets::total_issuance(currency),
			account: Self::account(currency),
		})
	}

	pub(crate) fn view_institution(
		currency: CurrencyId,
		who: &T::AccountId,
	) -> Option<InstitutionViewOf<T>> {
		let record = Currencies::<T>::get(currency)?;
		let institution = Institutions::<T>::get(currency, who)?;
		let reserve = Self::fresh_reserve(&institution, &record.terms);
		let is_fresh = reserve.is_some();
		let (mintable, limit) = match reserve {
			_ if !institution.standing.may_mint() => (Zero::zero(), Limit::Standing),
			_ if record.halted => (Zero::zero(), Limit::Halt),
			_ if !T::Margin::is_active(who, Role::CreditInstitution) => (Zero::zero(), Limit::Role),
			None => (Zero::zero(), Limit::Attestation),
			Some(reserve) => Self::tightest(currency, who, &record, &institution, reserve),
		};
		Some(InstitutionView { institution, is_fresh, mintable, limit })
	}

	/// The least of the amounts that reserve, margin, window and the range of balances leave.
	fn tightest(
		currency: CurrencyId,
		who: &T::AccountId,
		Currency { terms, decimals, .. }: &CurrencyOf<T>,
		record: &InstitutionOf<T>,
		reserve: BalanceOf<T>,
	) -> (BalanceOf<T>, Limit) {
		let capacity = T::Margin::capacity(who, Role::CreditInstitution);
		let window = record.window.at(Self::now(), terms.window);
		let price = terms.price(*decimals);
		let bond = price.coverable(capacity, record.bond(), record.outstanding);
		let others = [
			(bond, Limit::Bond),
			(window.left(terms.window_limit), Limit::Window),
			(Self::uncounted(currency), Limit::Issuance),
		];
		let first = (Self::unissued(record, reserve), Limit::Reserve);
		others.into_iter().fold(first, |least, other| if other.0 < least.0 { other } else { least })
	}

	pub(crate) fn view_redemption(id: RedemptionIdOf<T>) -> Option<RedemptionViewOf<T>> {
		let redemption = Redemptions::<T>::get(Self::key(&id))?;
		let moves = Action::ALL.into_iter().filter_map(|it| Self::next_move(&id, &redemption, it));
		let moves = moves.collect::<Vec<_>>();
		let stake = Self::stake_of(&redemption);
		Some(RedemptionView { redemption, stake, moves })
	}

	/// Who may do `action` with a redemption from now on, and when.
	fn next_move(
		id: &RedemptionIdOf<T>,
		redemption: &RedemptionOf<T>,
		action: Action,
	) -> Option<MoveOf<T>> {
		if action == Action::Back && redemption.stake.is_some() {
			return None;
		}
		let deadline = redemption.deadline;
		let passed = Self::now() >= deadline;
		let (from, until) = match redemption.state.timing(action)? {
			Timing::Before if passed => return None,
			Timing::Before => (None, Some(deadline)),
			Timing::From => (Some(deadline).filter(|_| !passed), None),
			Timing::Whenever => (None, None),
		};
		let who = match action {
			Action::ClaimPaid => Some(id.institution.clone()),
			Action::Acknowledge | Action::Object => Some(redemption.holder.clone()),
			Action::Back | Action::Decide | Action::Settle => None,
		};
		Some(Move { action, who, from, until })
	}

	pub(crate) fn quote(
		currency: CurrencyId,
		institution: &T::AccountId,
		amount: BalanceOf<T>,
	) -> Option<BalanceOf<T>> {
		let mut record = Institutions::<T>::get(currency, institution)?;
		Self::take_out(&mut record, amount).ok().map(|share| share.compensation)
	}
}
