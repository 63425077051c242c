//! The events of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A class was created and its whole supply minted into its vault.
		ClassCreated {
			/// The class.
			class: ClassId,
			/// The merchant who awards the points.
			issuer: T::AccountId,
			/// Points there are, in smallest units.
			supply: BalanceOf<T>,
			/// Planck of BHTD per smallest unit.
			floor: FixedU128,
		},
		/// A receipt book was opened.
		ReceiptBookOpened {
			/// Whose.
			issuer: T::AccountId,
			/// The book.
			book: u64,
		},
		/// A receipt book was closed and its deposit returned.
		ReceiptBookClosed {
			/// Whose.
			issuer: T::AccountId,
			/// The book.
			book: u64,
		},
		/// Points were awarded.
		Awarded {
			/// The class.
			class: ClassId,
			/// Who received them.
			who: T::AccountId,
			/// How many, in smallest units.
			amount: BalanceOf<T>,
			/// For which receipt.
			receipt: Receipt,
		},
		/// Points were awarded for a purchase, by the pallet that records it.
		Earned {
			/// The class.
			class: ClassId,
			/// Who received them.
			who: T::AccountId,
			/// How many, in smallest units.
			amount: BalanceOf<T>,
		},
		/// Points were paid for a purchase and are back in the vault.
		Redeemed {
			/// The class.
			class: ClassId,
			/// Who paid with them.
			who: T::AccountId,
			/// How many, in smallest units.
			amount: BalanceOf<T>,
		},
		/// Points were converted into BHTD and are back in the vault.
		Converted {
			/// The class.
			class: ClassId,
			/// Who converted them.
			who: T::AccountId,
			/// How many, in smallest units.
			amount: BalanceOf<T>,
			/// Planck of BHTD paid.
			out: BalanceOf<T>,
		},
		/// The floor of a class was raised.
		FloorRaised {
			/// The class.
			class: ClassId,
			/// Planck of BHTD per smallest unit.
			floor: FixedU128,
		},
		/// Awards of a class were paused.
		AwardsPaused {
			/// The class.
			class: ClassId,
		},
		/// Awards of a class were resumed.
		AwardsResumed {
			/// The class.
			class: ClassId,
		},
		/// The stewardship of a class was offered, or the offer withdrawn.
		StewardshipOffered {
			/// The class.
			class: ClassId,
			/// To whom; to nobody if the offer was withdrawn.
			to: Option<T::AccountId>,
		},
		/// Another merchant awards and backs the points of a class from now on.
		StewardshipAccepted {
			/// The class.
			class: ClassId,
			/// The issuer so far.
			from: T::AccountId,
			/// The issuer from now on.
			to: T::AccountId,
		},
		/// The liability of a class was lowered to what its circulating points need.
		Reconciled {
			/// The class.
			class: ClassId,
			/// Planck of BHTD that are no longer owed.
			released: BalanceOf<T>,
		},
		/// The design of a class was changed.
		DesignSet {
			/// The class.
			class: ClassId,
		},
	}
}
