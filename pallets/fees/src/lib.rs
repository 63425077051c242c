//! # Fees
//!
//! How accounts that have no BHTD yet pay for their first transaction.

#![cfg_attr(not(feature = "std"), no_std)]

use bhtd_primitives::BringsProceeds;
use core::marker::PhantomData;
use frame_support::traits::tokens::{fungible, Fortitude, Preservation};
use pallet_transaction_payment::{OnChargeTransaction, TxCreditHold};
use sp_runtime::{
	traits::{CheckedAdd, DispatchInfoOf, PostDispatchInfoOf, Saturating},
	transaction_validity::{InvalidTransaction, TransactionValidityError},
};

/// Charges fees through `Inner`; an account that cannot pay the fee of one of `Calls` pays it out of the
/// proceeds instead.
///
/// It is never free, and never a way to fill blocks: such a call enters the pool, and a block, only if
/// every check of the call passes in the present state and the proceeds cover the fee and the existential
/// deposit. Only the call itself qualifies, not one wrapped into a batch or a proxy, as their outcome
/// cannot be told beforehand. Should the fee not be payable after all, the whole transaction is invalid
/// and leaves no trace.
///
/// `Currency` is what fees are paid in. It must not be possible to freeze more of it than an account
/// has, as the proceeds would then be frozen on arrival.
pub struct ProceedsPayFee<Currency, Calls, Inner>(PhantomData<(Currency, Calls, Inner)>);

/// What is known of a fee between validation and the end of the call.
pub enum Liquidity<Info, RuntimeCall> {
	/// It was withdrawn before the call.
	Withdrawn(Info),
	/// It is to be withdrawn after this call.
	FromProceeds(RuntimeCall),
}

impl<Info: Default, RuntimeCall> Default for Liquidity<Info, RuntimeCall> {
	fn default() -> Self {
		Self::Withdrawn(Info::default())
	}
}

impl<Currency, Calls, Inner> ProceedsPayFee<Currency, Calls, Inner> {
	/// Whether `call` will succeed and leave `who` with the fee and the existential deposit.
	fn proceeds_cover<AccountId, RuntimeCall>(
		who: &AccountId,
		call: &RuntimeCall,
		fee: Currency::Balance,
	) -> bool
	where
		Calls: BringsProceeds<AccountId, RuntimeCall, Currency::Balance>,
		Currency: fungible::Inspect<AccountId>,
	{
		let Some(proceeds) = Calls::proceeds(who, call) else {
			return false;
		};
		let deposit = Currency::minimum_balance();
		// What can be spent leaves out the existential deposit of an account that has one.
		let own = Currency::reducible_balance(who, Preservation::Preserve, Fortitude::Polite)
			.saturating_add(Currency::balance(who).min(deposit));
		let needed = fee.checked_add(&deposit);
		needed.is_some_and(|needed| own.saturating_add(proceeds) >= needed)
	}
}

impl<T, Currency, Calls, Inner> OnChargeTransaction<T> for ProceedsPayFee<Currency, Calls, Inner>
where
	T: pallet_transaction_payment::Config,
	T::RuntimeCall: Clone,
	T::OnChargeTransaction: TxCreditHold<T, Credit = Inner::Credit>,
	Currency: fungible::Inspect<T::AccountId>,
	Calls: BringsProceeds<T::AccountId, T::RuntimeCall, Currency::Balance>,
	Inner: OnChargeTransaction<T, Balance = Currency::Balance>,
{
	type Balance = Inner::Balance;
	type LiquidityInfo = Liquidity<Inner::LiquidityInfo, T::RuntimeCall>;

	fn withdraw_fee(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		dispatch_info: &DispatchInfoOf<T::RuntimeCall>,
		fee_with_tip: Self::Balance,
		tip: Self::Balance,
	) -> Result<Self::LiquidityInfo, TransactionValidityError> {
		match Inner::withdraw_fee(who, call, dispatch_info, fee_with_tip, tip) {
			Ok(info) => Ok(Liquidity::Withdrawn(info)),
			Err(_) if Self::proceeds_cover(who, call, fee_with_tip) => {
				Ok(Liquidity::FromProceeds(call.clone()))
			}
			Err(error) => Err(error),
		}
	}

	fn can_withdraw_fee(
		who: &T::AccountId,
		call: &T::RuntimeCall,
		dispatch_info: &DispatchInfoOf<T::RuntimeCall>,
		fee_with_tip: Self::Balance,
		tip: Self::Balance,
	) -> Result<(), TransactionValidityError> {
		match Inner::can_withdraw_fee(who, call, dispatch_info, fee_with_tip, tip) {
			Err(_) if Self::proceeds_cover(who, call, fee_with_tip) => Ok(()),
			result => result,
		}
	}

	fn correct_and_deposit_fee(
		who: &T::AccountId,
		dispatch_info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		corrected_fee_with_tip: Self::Balance,
		tip: Self::Balance,
		liquidity_info: Self::LiquidityInfo,
	) -> Result<(), TransactionValidityError> {
		let info = match liquidity_info {
			Liquidity::Withdrawn(info) => info,
			Liquidity::FromProceeds(call) => {
				Inner::withdraw_fee(who, &call, dispatch_info, corrected_fee_with_tip, tip)
					.map_err(|_| InvalidTransaction::Payment)?
			}
		};
		Inner::correct_and_deposit_fee(
			who,
			dispatch_info,
			post_info,
			corrected_fee_with_tip,
			tip,
			info,
		)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn endow_account(who: &T::AccountId, amount: Self::Balance) {
		Inner::endow_account(who, amount)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn minimum_balance() -> Self::Balance {
		Inner::minimum_balance()
	}
}

impl<T, Currency, Calls, Inner> TxCreditHold<T> for ProceedsPayFee<Currency, Calls, Inner>
where
	T: pallet_transaction_payment::Config,
	Inner: TxCreditHold<T>,
{
	type Credit = Inner::Credit;
}
