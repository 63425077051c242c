//! Data accounts and the receipts they keep.

use crate::{pallet::*, types::*, WeightInfo};
use bhtd_primitives::{OnCompletion, Receipt};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Get},
	weights::Weight,
};
use sp_runtime::{
	traits::{BlockNumberProvider, Saturating, Zero},
	DispatchResult,
};

/// What the keys of a data account and of its receipts take beside the account id, in bytes.
const DATA_ACCOUNT_KEYS: usize = 2 * (32 + 16);

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> ProvidedBlockNumberOf<T> {
		T::BlockNumberProvider::current_block_number()
	}

	/// What the deposit of a data account of `slots` receipts pays for.
	pub fn data_account_footprint(slots: u32) -> Footprint {
		let receipts = KeptReceiptOf::<T>::max_encoded_len().saturating_mul(slots as usize);
		let size = DataAccountOf::<T>::max_encoded_len()
			.saturating_add(receipts)
			.saturating_add(T::AccountId::max_encoded_len().saturating_mul(2))
			.saturating_add(DATA_ACCOUNT_KEYS);
		Footprint::from_parts(1, size)
	}

	pub(crate) fn do_open_data_account(who: T::AccountId, slots: u32) -> DispatchResult {
		ensure!(!DataAccounts::<T>::contains_key(&who), Error::<T>::DataAccountExists);
		ensure!((1..=T::MaxSlots::get()).contains(&slots), Error::<T>::SlotsOutOfBounds);

		let ticket = T::Consideration::new(&who, Self::data_account_footprint(slots))?;
		let (fees, paid) = (Zero::zero(), Zero::zero());
		let account = DataAccount { slots, next: 0, records: 0, fees, paid, ticket };
		DataAccounts::<T>::insert(&who, account);
		Self::deposit_event(Event::DataAccountOpened { who, slots });
		Ok(())
	}

	pub(crate) fn do_close_data_account(who: T::AccountId) -> DispatchResult {
		let account = DataAccounts::<T>::get(&who).ok_or(Error::<T>::DataAccountNotFound)?;
		ensure!(account.records == 0, Error::<T>::RecordsOpen);

		DataAccounts::<T>::remove(&who);
		Receipts::<T>::remove(&who);
		account.ticket.drop(&who)?;
		Self::deposit_event(Event::DataAccountClosed { who });
		Ok(())
	}
}

impl<T: Config> OnCompletion<T::AccountId, BalanceOf<T>> for Pallet<T> {
	fn completed(receipt: &Receipt<T::AccountId, BalanceOf<T>>) {
		// Without a fee there is no weight, and no reason to push another receipt out.
		if receipt.fee.is_zero() {
			return;
		}
		let Receipt { order, merchant, buyer, category, net, fee } = receipt.clone();
		let Some(mut account) = DataAccounts::<T>::get(&buyer) else { return };
		let number = account.next;
		// Nobody completes so many orders, nor are there so many planck.
		account.next = number.saturating_add(1);
		account.fees = account.fees.saturating_add(fee);
		let kept = KeptReceipt { number, order, merchant, category, net, fee, block: Self::now() };
		Receipts::<T>::mutate(&buyer, |receipts| {
			let room = account.slots.saturating_sub(1) as usize;
			let surplus = receipts.len().saturating_sub(room);
			receipts.drain(..surplus);
			// There is room now, as no account has more slots than the most.
			let _ = receipts.try_push(kept);
		});
		DataAccounts::<T>::insert(&buyer, account);
		Self::deposit_event(Event::ReceiptKept { who: buyer, number, order });
	}

	fn weight() -> Weight {
		T::WeightInfo::completed()
	}
}
