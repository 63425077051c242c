//! What the calls do.

use crate::{
	math,
	pallet::*,
	receipts::{Book, Refusal},
	types::{next_class, Award, AwardQuote, ClassView, Conversion, Design, Receipt},
};
use bhtd_primitives::{ClassId, MarginLedger, Role};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{
		tokens::{
			fungibles::{
				metadata::{Inspect as _, Mutate as _},
				Create, Inspect, Mutate,
			},
			Fortitude, Preservation,
		},
		Consideration, Footprint, Get,
	},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::{
	traits::{AccountIdConversion, CheckedAdd, Saturating, Zero},
	DispatchError, DispatchResult, FixedU128,
};

/// What the asset of a class takes in storage beside its name and symbol, in bytes: its details, the
/// vault's account, the keys. It is counted into the class's deposit, as the assets take none.
const ASSET_FOOTPRINT: usize = 512;

/// What the keys of a receipt book and of its deposit take, in bytes.
const BOOK_KEYS: usize = 2 * (32 + 16 + 32 + 8 + 8);

/// More decimals than this no wallet expects.
const MAX_DECIMALS: u8 = 18;

impl<T: Config> Pallet<T> {
	/// The keyless account that holds the points of `class` which are not in circulation, and all
	/// four roles of its asset.
	pub fn vault(class: ClassId) -> T::AccountId {
		T::PalletId::get().into_sub_account_truncating(class)
	}

	pub(crate) fn class_or_error(class: ClassId) -> Result<ClassOf<T>, DispatchError> {
		Classes::<T>::get(class).ok_or(Error::<T>::ClassNotFound.into())
	}

	pub(crate) fn class_of_signer(
		origin: OriginFor<T>,
		class: ClassId,
	) -> Result<ClassOf<T>, DispatchError> {
		Self::class_of(&ensure_signed(origin)?, class)
	}

	fn class_of(issuer: &T::AccountId, class: ClassId) -> Result<ClassOf<T>, DispatchError> {
		let record = Self::class_or_error(class)?;
		ensure!(&record.issuer == issuer, Error::<T>::NotIssuer);
		Ok(record)
	}

	fn ensure_active(merchant: &T::AccountId) -> DispatchResult {
		ensure!(T::Margin::is_active(merchant, Role::Merchant), Error::<T>::NotActiveMerchant);
		Ok(())
	}

	/// Points outside the vault. The subtraction cannot saturate: the vault cannot hold more than the
	/// issuance, which is the supply.
	pub(crate) fn circulating(class: ClassId, record: &ClassOf<T>) -> BalanceOf<T> {
		record.supply.saturating_sub(T::Assets::balance(class, &Self::vault(class)))
	}

	fn liability(
		circulating: BalanceOf<T>,
		floor: FixedU128,
	) -> Result<BalanceOf<T>, DispatchError> {
		math::liability(circulating, floor).ok_or(Error::<T>::LiabilityTooLarge.into())
	}

	pub(crate) fn do_create_class(
		record: ClassOf<T>,
		name: NameOf<T>,
		symbol: NameOf<T>,
		decimals: u8,
		document: DocumentOf<T>,
	) -> DispatchResult {
		ensure!(record.kind.is_offered(), Error::<T>::KindNotOffered);
		ensure!(record.scope.is_offered(), Error::<T>::ScopeNotOffered);
		ensure!(!name.is_empty() && !symbol.is_empty(), Error::<T>::NameMissing);
		let is_text = |bytes: &[u8]| core::str::from_utf8(bytes).is_ok();
		ensure!(is_text(&name) && is_text(&symbol), Error::<T>::NameNotUtf8);
		ensure!(decimals <= MAX_DECIMALS, Error::<T>::TooManyDecimals);
		ensure!(!record.supply.is_zero(), Error::<T>::SupplyIsZero);
		// Moving points inside the runtime asks the assets whether the receiver's balance fits, and
		// they answer as if it were minted: `supply + amount` must be countable, or the points would
		// leave their sender and arrive nowhere.
		ensure!(record.supply.checked_add(&record.supply).is_some(), Error::<T>::SupplyTooLarge);
		ensure!(!record.floor.is_zero(), Error::<T>::FloorIsZero);
		// Checked for the whole supply, so that no later award can fail for it.
		Self::liability(record.supply, record.floor)?;
		Self::ensure_active(&record.issuer)?;
		let class = NextClass::<T>::get();
		let next = next_class(class).ok_or(Error::<T>::NoClassIdLeft)?;

		let footprint = Self::footprint(name.len() + symbol.len() + document.len());
		let ticket = T::ClassConsideration::new(&record.issuer, footprint)?;
		let vault = Self::vault(class);
		// The smallest balance must be one unit: with any other, an account could be left with dust,
		// which assets burn, and the supply would not be constant.
		T::Assets::create(class, vault.clone(), true, 1u8.into())?;
		T::Assets::set(class, &vault, name.into_inner(), symbol.into_inner(), decimals)?;
		T::Assets::mint_into(class, &vault, record.supply)?;
		Self::deposit_event(Event::ClassCreated {
			class,
			issuer: record.issuer.clone(),
			supply: record.supply,
			floor: record.floor,
		});
		NextClass::<T>::put(next);
		Designs::<T>::insert(class, Design { document, ticket });
		Classes::<T>::insert(class, record);
		Ok(())
	}

	/// What the deposit of a receipt book pays for.
	pub(crate) fn book_footprint() -> Footprint {
		let values = Book::max_encoded_len() + T::BookConsideration::max_encoded_len();
		Footprint::from_parts(1, BOOK_KEYS + values)
	}

	/// What the deposit of a class pays for, an offer of its stewardship included.
	fn footprint(text: usize) -> Footprint {
		Footprint::from_parts(1, ASSET_FOOTPRINT + ClassOf::<T>::max_encoded_len() + text)
	}

	pub(crate) fn do_award(
		issuer: T::AccountId,
		class: ClassId,
		book: u64,
		awards: &[Award<T::AccountId, BalanceOf<T>>],
	) -> DispatchResult {
		let record = Self::awardable(&issuer, class)?;
		ensure!(!awards.is_empty(), Error::<T>::BatchIsEmpty);
		let vault = Self::vault(class);
		let mut receipts = Books::<T>::get(&issuer, book).ok_or(Error::<T>::BookNotFound)?;
		let mut total = BalanceOf::<T>::zero();
		for award in awards {
			ensure!(!award.amount.is_zero(), Error::<T>::AmountIsZero);
			ensure!(award.beneficiary != vault, Error::<T>::VaultNotEligible);
			total = total.checked_add(&award.amount).ok_or(Error::<T>::SupplyExhausted)?;
			receipts.use_number(award.number).map_err(|refusal| match refusal {
				Refusal::Used => Error::<T>::ReceiptUsed,
				Refusal::TooOld => Error::<T>::ReceiptTooOld,
				Refusal::TooFar => Error::<T>::ReceiptTooFar,
			})?;
		}

		Self::owe_for(class, record, total)?;
		Books::<T>::insert(&issuer, book, receipts);
		for Award { beneficiary, amount, number } in awards {
			Self::hand_out(class, beneficiary, *amount)?;
			Self::deposit_event(Event::Awarded {
				class,
				who: beneficiary.clone(),
				amount: *amount,
				receipt: Receipt { book, number: *number },
			});
		}
		Ok(())
	}

	/// The class, if `issuer` may award points of it now.
	pub(crate) fn awardable(
		issuer: &T::AccountId,
		class: ClassId,
	) -> Result<ClassOf<T>, DispatchError> {
		let record = Self::class_of(issuer, class)?;
		Self::ensure_active(issuer)?;
		ensure!(!record.awards_paused, Error::<T>::AwardsArePaused);
		Ok(record)
	}

	/// Has the issuer owe for `total` points that are about to leave the vault.
	pub(crate) fn owe_for(
		class: ClassId,
		mut record: ClassOf<T>,
		total: BalanceOf<T>,
	) -> DispatchResult {
		let in_vault = T::Assets::balance(class, &Self::vault(class));
		ensure!(in_vault >= total, Error::<T>::SupplyExhausted);

		Self::lift_surplus(class, &mut record)?;
		let circulating = Self::circulating(class, &record).saturating_add(total);
		let liability = Self::liability(circulating, record.floor)?;
		// The ledger is asked even if rounding leaves the liability as it is: no award while the
		// margin is short.
		T::Margin::increase_owed(
			&record.issuer,
			Role::Merchant,
			liability.saturating_sub(record.liability),
		)?;
		record.liability = liability;
		Classes::<T>::insert(class, record);
		Ok(())
	}

	/// Moves points out of the vault that have been owed for.
	pub(crate) fn hand_out(
		class: ClassId,
		to: &T::AccountId,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		let vault = Self::vault(class);
		T::Assets::transfer(class, &vault, to, amount, Preservation::Expendable).map(|_| ())
	}

	/// Lowers the liability of a class to what its circulating points need, and says by how much.
	/// The caller stores the record.
	pub(crate) fn lift_surplus(
		class: ClassId,
		record: &mut ClassOf<T>,
	) -> Result<BalanceOf<T>, DispatchError> {
		let liability = Self::liability(Self::circulating(class, record), record.floor)?;
		let surplus = record.liability.saturating_sub(liability);
		if !surplus.is_zero() {
			T::Margin::decrease_owed(&record.issuer, Role::Merchant, surplus)?;
			record.liability = liability;
		}
		Ok(surplus)
	}

	/// Everything that can refuse a conversion, without writing anything.
	///
	/// [`BringsProceeds`](bhtd_primitives::BringsProceeds) relies on it: a conversion that passes succeeds,
	/// provided that `who` can receive the proceeds.
	pub(crate) fn check_convert(
		who: &T::AccountId,
		class: ClassId,
		amount: BalanceOf<T>,
		min_out: BalanceOf<T>,
	) -> Result<Conversion<T::AccountId, BalanceOf<T>>, DispatchError> {
		let mut record = Self::class_or_error(class)?;
		ensure!(!amount.is_zero(), Error::<T>::AmountIsZero);
		let available =
			T::Assets::reducible_balance(class, who, Preservation::Expendable, Fortitude::Polite);
		ensure!(available >= amount && *who != Self::vault(class), Error::<T>::InsufficientPoints);
		let out = math::proceeds(amount, record.floor).ok_or(Error::<T>::LiabilityTooLarge)?;
		ensure!(!out.is_zero(), Error::<T>::ProceedsAreZero);
		ensure!(out >= min_out, Error::<T>::BelowMinOut);
		let circulating = Self::circulating(class, &record).saturating_sub(amount);
		let liability = Self::liability(circulating, record.floor)?;
		let settled = record.liability.saturating_sub(liability);
		ensure!(settled >= out, Error::<T>::LiabilityMissing);
		record.liability = liability;
		Ok(Conversion { class: record, out, settled })
	}

	pub(crate) fn do_convert(
		who: T::AccountId,
		class: ClassId,
		amount: BalanceOf<T>,
		min_out: BalanceOf<T>,
	) -> Result<BalanceOf<T>, DispatchError> {
		let Conversion { class: record, out, settled } =
			Self::check_convert(&who, class, amount, min_out)?;
		T::Margin::settle(&record.issuer, Role::Merchant, &who, out, settled)?;
		let vault = Self::vault(class);
		T::Assets::transfer(class, &who, &vault, amount, Preservation::Expendable)?;
		Classes::<T>::insert(class, record);
		Self::deposit_event(Event::Converted { class, who, amount, out });
		Ok(out)
	}

	pub(crate) fn do_raise_floor(
		issuer: T::AccountId,
		class: ClassId,
		floor: FixedU128,
	) -> DispatchResult {
		let mut record = Self::class_of(&issuer, class)?;
		Self::ensure_active(&issuer)?;
		ensure!(floor > record.floor, Error::<T>::FloorNotRaised);
		Self::liability(record.supply, floor)?;
		Self::lift_surplus(class, &mut record)?;
		let liability = Self::liability(Self::circulating(class, &record), floor)?;
		T::Margin::increase_owed(
			&issuer,
			Role::Merchant,
			liability.saturating_sub(record.liability),
		)?;
		record.liability = liability;
		record.floor = floor;
		Classes::<T>::insert(class, record);
		Self::deposit_event(Event::FloorRaised { class, floor });
		Ok(())
	}

	pub(crate) fn do_accept_stewardship(
		successor: T::AccountId,
		class: ClassId,
		max_liability: BalanceOf<T>,
	) -> DispatchResult {
		let mut record = Self::class_or_error(class)?;
		ensure!(Offers::<T>::get(class).as_ref() == Some(&successor), Error::<T>::NotOffered);
		Self::ensure_active(&successor)?;
		Self::lift_surplus(class, &mut record)?;
		ensure!(record.liability <= max_liability, Error::<T>::LiabilityAboveLimit);
		T::Margin::increase_owed(&successor, Role::Merchant, record.liability)?;
		// An issuer that owes nothing any more may have left, and the ledger not know it.
		if !record.liability.is_zero() {
			T::Margin::decrease_owed(&record.issuer, Role::Merchant, record.liability)?;
		}
		let from = core::mem::replace(&mut record.issuer, successor.clone());
		Designs::<T>::try_mutate_exists(class, |design| {
			let Design { document, ticket } = design.take().ok_or(Error::<T>::ClassNotFound)?;
			let text = Self::text_length(class, &document);
			*design = Some(Design {
				document,
				ticket: T::ClassConsideration::new(&successor, Self::footprint(text))?,
			});
			ticket.drop(&from)
		})?;
		Offers::<T>::remove(class);
		Classes::<T>::insert(class, record);
		Self::deposit_event(Event::StewardshipAccepted { class, from, to: successor });
		Ok(())
	}

	fn text_length(class: ClassId, document: &DocumentOf<T>) -> usize {
		T::Assets::name(class).len() + T::Assets::symbol(class).len() + document.len()
	}

	pub(crate) fn do_set_design(
		issuer: T::AccountId,
		class: ClassId,
		document: DocumentOf<T>,
	) -> DispatchResult {
		Designs::<T>::try_mutate_exists(class, |design| {
			let Design { ticket, .. } = design.take().ok_or(Error::<T>::ClassNotFound)?;
			let footprint = Self::footprint(Self::text_length(class, &document));
			*design = Some(Design { document, ticket: ticket.update(&issuer, footprint)? });
			Ok::<_, DispatchError>(())
		})?;
		Self::deposit_event(Event::DesignSet { class });
		Ok(())
	}

	pub(crate) fn view(class: ClassId) -> Option<ClassViewOf<T>> {
		let record = Classes::<T>::get(class)?;
		Some(ClassView {
			vault: Self::vault(class),
			name: T::Assets::name(class),
			symbol: T::Assets::symbol(class),
			decimals: T::Assets::decimals(class),
			circulating: Self::circulating(class, &record),
			offered_to: Offers::<T>::get(class),
			design: Designs::<T>::get(class)?.document.into_inner(),
			issuer: record.issuer,
			supply: record.supply,
			floor: record.floor,
			liability: record.liability,
			kind: record.kind,
			scope: record.scope,
			awards_paused: record.awards_paused,
		})
	}

	pub(crate) fn quote(class: ClassId, amount: BalanceOf<T>) -> Option<AwardQuote<BalanceOf<T>>> {
		let record = Classes::<T>::get(class)?;
		let circulating = Self::circulating(class, &record);
		let now = math::liability(circulating, record.floor)?;
		let then = math::liability(circulating.checked_add(&amount)?, record.floor)?;
		let liability_increase = then.saturating_sub(now);
		// The award itself would first lift what is owed for points sent straight to the vault.
		let role = Role::Merchant;
		let owed = T::Margin::owed(&record.issuer, role)
			.saturating_sub(record.liability.saturating_sub(now));
		let bound = owed.saturating_add(T::Margin::minimum(role));
		let held = T::Margin::held(&record.issuer, role);
		let active = T::Margin::is_active(&record.issuer, role);
		let allowed = active
			&& !amount.is_zero()
			&& !record.awards_paused
			&& T::Assets::balance(class, &Self::vault(class)) >= amount
			&& bound.checked_add(&liability_increase).is_some_and(|needed| held >= needed);
		let capacity = if active { held.saturating_sub(bound) } else { Zero::zero() };
		Some(AwardQuote { liability_increase, capacity, allowed })
	}

	/// Checks the invariants of the crate's documentation, in their order.
	#[cfg(any(feature = "std", feature = "try-runtime"))]
	pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
		use alloc::collections::BTreeMap;
		use frame_support::traits::tokens::fungibles::roles::Inspect as _;

		let mut owed = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
		for (class, record) in Classes::<T>::iter() {
			ensure!(class < NextClass::<T>::get(), "a class beyond the next id");
			ensure!(Designs::<T>::contains_key(class), "a class without a design");
			ensure!(
				T::Assets::total_issuance(class) == record.supply,
				"the issuance of a class is not its supply"
			);
			let needed = math::liability(Self::circulating(class, &record), record.floor);
			ensure!(
				needed.is_some_and(|needed| needed <= record.liability),
				"a class owes less than its circulating points need"
			);
			ensure!(
				T::Assets::minimum_balance(class) == 1u8.into(),
				"points of a class could become dust"
			);
			let vault = Some(Self::vault(class));
			ensure!(
				T::Assets::owner(class) == vault
					&& T::Assets::issuer(class) == vault
					&& T::Assets::admin(class) == vault
					&& T::Assets::freezer(class) == vault,
				"a role of a class's asset is not its vault"
			);
			let sum = owed.entry(record.issuer).or_default();
			*sum = sum.checked_add(&record.liability).ok_or("liabilities overflow")?;
		}
		for (issuer, sum) in owed {
			ensure!(
				T::Margin::owed(&issuer, Role::Merchant) >= sum,
				"a margin owes less than the classes it backs"
			);
			ensure!(
				T::Margin::held(&issuer, Role::Merchant) >= sum,
				"a margin holds less than the classes it backs owe"
			);
		}
		ensure!(
			Designs::<T>::iter_keys().all(Classes::<T>::contains_key),
			"a design without a class"
		);
		ensure!(
			Offers::<T>::iter_keys().all(Classes::<T>::contains_key),
			"an offer without a class"
		);
		for (issuer, book, _) in Books::<T>::iter() {
			ensure!(book < NextBook::<T>::get(), "a book beyond the next id");
			ensure!(BookTickets::<T>::contains_key(&issuer, book), "a book without a deposit");
		}
		ensure!(
			BookTickets::<T>::iter_keys().count() == Books::<T>::iter_keys().count(),
			"a deposit without a book"
		);
		Ok(())
	}
}
