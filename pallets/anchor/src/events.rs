//! The events of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod events {
	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// There is a new currency.
		CurrencyCreated {
			/// The currency.
			currency: CurrencyId,
			/// Its name and symbol.
			code: CodeOf<T>,
			/// How many decimals its units are written with.
			decimals: u8,
			/// Its terms.
			terms: TermsOf<T>,
		},
		/// A currency has new terms.
		TermsSet {
			/// The currency.
			currency: CurrencyId,
			/// Its terms.
			terms: TermsOf<T>,
		},
		/// Nobody can mint a currency for the time being.
		MintingHalted {
			/// The currency.
			currency: CurrencyId,
		},
		/// A currency can be minted again.
		MintingResumed {
			/// The currency.
			currency: CurrencyId,
		},
		/// An institution may mint a currency.
		Admitted {
			/// The currency.
			currency: CurrencyId,
			/// The institution.
			institution: T::AccountId,
		},
		/// An institution may no longer mint a currency.
		Dismissed {
			/// The currency.
			currency: CurrencyId,
			/// The institution.
			institution: T::AccountId,
		},
		/// An institution said what it has in reserve.
		Attested {
			/// The currency.
			currency: CurrencyId,
			/// The institution.
			institution: T::AccountId,
			/// Smallest units.
			reserve: BalanceOf<T>,
			/// The hash of the evidence.
			evidence: T::Hash,
		},
		/// An institution minted tokens.
		Minted {
			/// The currency.
			currency: CurrencyId,
			/// The institution.
			institution: T::AccountId,
			/// Who got them.
			to: T::AccountId,
			/// Smallest units.
			amount: BalanceOf<T>,
			/// Planck of BHTD that its margin owes for them.
			liability: BalanceOf<T>,
		},
		/// An institution burnt tokens of its own.
		Retired {
			/// The currency.
			currency: CurrencyId,
			/// The institution.
			institution: T::AccountId,
			/// Smallest units.
			amount: BalanceOf<T>,
			/// Planck of BHTD that its margin owes less.
			lifted: BalanceOf<T>,
		},
		/// A holder gave tokens back, and an institution has to pay for them.
		RedemptionAsked {
			/// The redemption.
			redemption: RedemptionId<T::AccountId>,
			/// Who is to be paid.
			holder: T::AccountId,
			/// Smallest units.
			amount: BalanceOf<T>,
			/// Planck of BHTD that the holder gets if it is not paid.
			compensation: BalanceOf<T>,
			/// Planck of BHTD that it gets beside them if the institution is in default.
			penalty: BalanceOf<T>,
			/// The institution has to claim the payment before this block.
			deadline: ProvidedBlockNumberOf<T>,
			/// What the institution needs to find the payee.
			reference: ReferenceOf<T>,
		},
		/// An institution says that it has paid.
		PaymentClaimed {
			/// The redemption.
			redemption: RedemptionId<T::AccountId>,
			/// The hash of the evidence.
			evidence: T::Hash,
			/// The holder may object before this block.
			deadline: ProvidedBlockNumberOf<T>,
		},
		/// Somebody has put down for a holder what an objection takes.
		ObjectionBacked {
			/// The redemption.
			redemption: RedemptionId<T::AccountId>,
			/// Who.
			backer: T::AccountId,
			/// Planck of BHTD.
			amount: BalanceOf<T>,
		},
		/// A holder denies that it was paid.
		Objected {
			/// The redemption.
			redemption: RedemptionId<T::AccountId>,
			/// The hash of the evidence.
			evidence: T::Hash,
			/// The arbiter may decide before this block.
			deadline: ProvidedBlockNumberOf<T>,
		},
		/// A redemption was closed.
		RedemptionClosed {
			/// The redemption.
			redemption: RedemptionId<T::AccountId>,
			/// Why.
			ground: Ground,
			/// How it ended.
			outcome: Outcome<BalanceOf<T>>,
		},
	}
}
