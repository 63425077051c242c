//! Products, their descriptions and their stock.

use crate::{pallet::*, types::*, HIGHEST_ARBITER_FEE};
use bhtd_primitives::{ClassId, Loyalty, MarginLedger, Role};
use codec::{Encode, MaxEncodedLen};
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Get},
};
use sp_runtime::{DispatchError, DispatchResult};

/// What the keys of a product and of its description take, in bytes.
const PRODUCT_KEYS: usize = 2 * (32 + 8 + 8);

impl<T: Config> Pallet<T> {
	/// The product, if it is `merchant`'s.
	pub(crate) fn product_of(
		merchant: &T::AccountId,
		product: u64,
	) -> Result<ProductOf<T>, DispatchError> {
		let record = Products::<T>::get(product).ok_or(Error::<T>::ProductNotFound)?;
		ensure!(&record.merchant == merchant, Error::<T>::NotMerchant);
		Ok(record)
	}

	/// What the deposit of a product pays for.
	pub fn product_footprint(content: &ContentOf<T>) -> Footprint {
		let records = ProductOf::<T>::max_encoded_len()
			.saturating_add(T::Consideration::max_encoded_len())
			.saturating_add(content.encoded_size());
		Footprint::from_parts(1, records.saturating_add(PRODUCT_KEYS))
	}

	pub(crate) fn do_list(
		merchant: T::AccountId,
		content: ContentOf<T>,
		terms: TermsOf<T>,
		price: PriceOf<T>,
		stock: Option<u32>,
	) -> DispatchResult {
		ensure!(T::Margin::is_active(&merchant, Role::Merchant), Error::<T>::NotActiveMerchant);
		Self::ensure_content(&content)?;
		Self::ensure_terms(&merchant, &terms)?;
		Self::ensure_price(&merchant, &price)?;
		let product = NextProduct::<T>::get();
		let next = product.checked_add(1).ok_or(Error::<T>::NoProductIdLeft)?;

		let ticket = T::Consideration::new(&merchant, Self::product_footprint(&content))?;
		NextProduct::<T>::put(next);
		Listings::<T>::insert(product, Listing { content, ticket });
		let record = Product {
			merchant: merchant.clone(),
			price,
			stock,
			paused: false,
			revision: 0,
			orders: 0,
			record: T::Hash::default(),
			terms,
		};
		Products::<T>::insert(product, record);
		Self::deposit_event(Event::Listed { product, merchant, price });
		Ok(())
	}

	pub(crate) fn do_edit(
		merchant: T::AccountId,
		product: u64,
		content: ContentOf<T>,
		terms: TermsOf<T>,
	) -> DispatchResult {
		let record = Self::product_of(&merchant, product)?;
		Self::ensure_content(&content)?;
		Self::ensure_terms(&merchant, &terms)?;
		let Listing { ticket, .. } =
			Listings::<T>::get(product).ok_or(Error::<T>::ProductNotFound)?;

		let ticket = ticket.update(&merchant, Self::product_footprint(&content))?;
		Listings::<T>::insert(product, Listing { content, ticket });
		// After four thousand million changes, the first revision cannot be mistaken for this one.
		let revision = record.revision.wrapping_add(1);
		Products::<T>::insert(product, Product { terms, revision, ..record });
		Self::deposit_event(Event::Edited { product, revision });
		Ok(())
	}

	pub(crate) fn do_set_price(
		merchant: T::AccountId,
		product: u64,
		price: PriceOf<T>,
	) -> DispatchResult {
		let record = Self::product_of(&merchant, product)?;
		Self::ensure_price(&merchant, &price)?;

		Products::<T>::insert(product, Product { price, ..record });
		Self::deposit_event(Event::PriceSet { product, price });
		Ok(())
	}

	pub(crate) fn do_set_stock(
		merchant: T::AccountId,
		product: u64,
		change: Restock,
	) -> DispatchResult {
		let record = Self::product_of(&merchant, product)?;
		let limited = || record.stock.ok_or(Error::<T>::UnexpectedStock);
		let stock = match change {
			Restock::Add(pieces) => {
				Some(limited()?.checked_add(pieces).ok_or(Error::<T>::StockTooLarge)?)
			}
			Restock::Take(pieces) => {
				Some(limited()?.checked_sub(pieces).ok_or(Error::<T>::OutOfStock)?)
			}
			Restock::Replace { expected, with } => {
				ensure!(record.stock == expected, Error::<T>::UnexpectedStock);
				with
			}
		};

		Products::<T>::insert(product, Product { stock, ..record });
		Self::deposit_event(Event::StockSet { product, stock });
		Ok(())
	}

	pub(crate) fn do_remove(merchant: T::AccountId, product: u64) -> DispatchResult {
		Self::product_of(&merchant, product)?;

		Products::<T>::remove(product);
		if let Some(listing) = Listings::<T>::take(product) {
			listing.ticket.drop(&merchant)?;
		}
		Self::deposit_event(Event::Removed { product });
		Ok(())
	}

	/// Puts pieces that were not delivered back, unless the product is gone or its stock not limited.
	pub(crate) fn return_to_stock(product: u64, quantity: u32) {
		let Some(mut record) = Products::<T>::get(product) else { return };
		let Some(stock) = record.stock else { return };
		// The merchant may have filled the stock up meanwhile; a refund must not fail for that.
		record.stock = Some(stock.saturating_add(quantity));
		Products::<T>::insert(product, record);
	}

	fn ensure_content(content: &ContentOf<T>) -> DispatchResult {
		ensure!(!content.title.is_empty(), Error::<T>::TitleMissing);
		ensure!(core::str::from_utf8(&content.title).is_ok(), Error::<T>::TitleNotUtf8);
		Ok(())
	}

	fn ensure_price(merchant: &T::AccountId, price: &PriceOf<T>) -> DispatchResult {
		ensure!(price.is_something(), Error::<T>::PriceIsZero);
		match price.points {
			Some((class, _)) => Self::ensure_own(merchant, class),
			None => Ok(()),
		}
	}

	pub(crate) fn ensure_own(merchant: &T::AccountId, class: ClassId) -> DispatchResult {
		ensure!(T::Loyalty::issuer(class).as_ref() == Some(merchant), Error::<T>::ClassNotOwn);
		Ok(())
	}

	fn ensure_terms(merchant: &T::AccountId, terms: &TermsOf<T>) -> DispatchResult {
		let bounds = T::ShortestWindow::get()..=T::LongestWindow::get();
		ensure!(
			bounds.contains(&terms.delivery) && bounds.contains(&terms.returns),
			Error::<T>::WindowOutOfBounds
		);
		ensure!(!terms.arbiters.is_empty(), Error::<T>::NoArbiters);
		for (index, arbiter) in terms.arbiters.iter().enumerate() {
			ensure!(arbiter.who != *merchant, Error::<T>::ArbiterIsParty);
			ensure!(arbiter.fee <= HIGHEST_ARBITER_FEE, Error::<T>::ArbiterFeeTooHigh);
			let mut before = terms.arbiters.iter().take(index);
			ensure!(before.all(|other| other.who != arbiter.who), Error::<T>::DuplicateArbiter);
		}
		match terms.earns {
			Some(class) => Self::ensure_own(merchant, class),
			None => Ok(()),
		}
	}
}
