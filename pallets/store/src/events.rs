//! The events of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A product can be ordered.
		Listed {
			/// The product.
			product: u64,
			/// Who sells it.
			merchant: T::AccountId,
			/// What one piece costs.
			price: PriceOf<T>,
		},
		/// Description or terms of a product were changed.
		Edited {
			/// The product.
			product: u64,
			/// The revision it has now.
			revision: u32,
		},
		/// A product has a new price.
		PriceSet {
			/// The product.
			product: u64,
			/// What one piece costs.
			price: PriceOf<T>,
		},
		/// A product has a new stock.
		StockSet {
			/// The product.
			product: u64,
			/// Pieces left; `None` if their number is not limited.
			stock: Option<u32>,
		},
		/// A product cannot be ordered for the time being.
		Paused {
			/// The product.
			product: u64,
		},
		/// A product can be ordered again.
		Resumed {
			/// The product.
			product: u64,
		},
		/// A product was removed, and its deposit returned.
		Removed {
			/// The product.
			product: u64,
		},
		/// Something happened to an order. Everything that ever does is one such event.
		OrderAdvanced {
			/// The order.
			order: OrderId,
			/// What happened.
			step: StepOf<T>,
			/// The link of this step; see [`Step`].
			record: T::Hash,
		},
		/// The points an order earned could not be awarded, but are due.
		AwardMissed {
			/// The order.
			order: OrderId,
			/// The class.
			class: ClassId,
			/// To whom they are due.
			who: T::AccountId,
			/// How many, in smallest units.
			amount: BalanceOf<T>,
			/// Why they could not be awarded.
			error: DispatchError,
		},
		/// Points that had been missed were awarded.
		AwardClaimed {
			/// The order.
			order: OrderId,
		},
		/// Points that had been missed are no longer due.
		AwardForgone {
			/// The order.
			order: OrderId,
		},
		/// A class has a new earning rule.
		RuleSet {
			/// The class.
			class: ClassId,
			/// The rule's serial number.
			serial: u32,
		},
		/// A class has no earning rule any more.
		RuleRemoved {
			/// The class.
			class: ClassId,
		},
		/// The record of a buyer's day was removed, and its deposit returned.
		DayCleared {
			/// The class.
			class: ClassId,
			/// The buyer.
			who: T::AccountId,
		},
	}
}
