//! What is stored, and the genesis.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod storage {
	/// What may be changed, as it is now.
	#[pallet::storage]
	pub type CurrentParameters<T: Config> = StorageValue<_, ParametersOf<T>, OptionQuery>;

	/// Changed parameters, and the era from which they hold.
	#[pallet::storage]
	pub type NextParameters<T: Config> = StorageValue<_, (EraIndex, ParametersOf<T>), OptionQuery>;

	/// Everybody who may be elected or waits for the deposit.
	#[pallet::storage]
	pub type Candidates<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, CandidateOf<T>>;

	/// The candidates that every era looks at: all that are not leaving, and those that are and still
	/// serve.
	#[pallet::storage]
	pub type Listed<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, T::MaxCandidates>, ValueQuery>;

	/// The public profiles of candidates. Apart from [`Candidates`], so that elections never read them.
	#[pallet::storage]
	pub type Profiles<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, ProfileOf<T>>;

	/// How many candidates have ever registered.
	#[pallet::storage]
	pub type Registrations<T: Config> = StorageValue<_, u64, ValueQuery>;

	/// The votes behind each candidate. A pool outlives its candidate until the last voter is out.
	#[pallet::storage]
	pub type Pools<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, PoolOf<T>>;

	/// What happens to a pool at the start of an era.
	#[pallet::storage]
	pub type Buckets<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		EraIndex,
		Blake2_128Concat,
		T::AccountId,
		BucketOf<T>,
		ValueQuery,
	>;

	/// What a voter has behind a candidate.
	#[pallet::storage]
	pub type Positions<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		T::AccountId,
		PositionOf<T>,
	>;

	/// What each voter has in all pools.
	#[pallet::storage]
	pub type Voters<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Voter, ValueQuery>;

	/// The era that runs.
	#[pallet::storage]
	pub type CurrentEra<T: Config> = StorageValue<_, EraIndex, ValueQuery>;

	/// The block in which it began.
	#[pallet::storage]
	pub type EraStart<T: Config> = StorageValue<_, BlockNumberFor<T>, ValueQuery>;

	/// The witnesses of the era that runs.
	#[pallet::storage]
	pub type Elected<T: Config> = StorageValue<_, WitnessesOf<T>, ValueQuery>;

	/// The witnesses of the latest election: those of the next era in the last session of an era, and
	/// those of the era that runs before.
	#[pallet::storage]
	pub type Planned<T: Config> = StorageValue<_, WitnessesOf<T>, ValueQuery>;

	/// The points each witness has earned in this era.
	#[pallet::storage]
	pub type Points<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The issuance of the year that runs.
	#[pallet::storage]
	pub type CurrentYear<T: Config> = StorageValue<_, Year<BalanceOf<T>>, ValueQuery>;

	/// What the next division of rewards has besides the issuance: fees, and what the last division
	/// could not divide.
	#[pallet::storage]
	pub type Undivided<T: Config> = StorageValue<_, BalanceOf<T>, ValueQuery>;

	/// What was divided and not claimed yet.
	#[pallet::storage]
	pub type Unclaimed<T: Config> = StorageValue<_, BalanceOf<T>, ValueQuery>;

	/// Slashes by the era in which they are applied.
	#[pallet::storage]
	pub type Slashes<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		EraIndex,
		Blake2_128Concat,
		T::AccountId,
		Slash<T::AccountId>,
	>;

	/// How many slashes await each candidate.
	#[pallet::storage]
	pub type PendingSlashes<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The parameters and the candidates of the first block.
	///
	/// Deposits come out of the balances of the accounts, so the currency's genesis must be built
	/// first, and that of the sessions after this one. The deposits of the genesis count at once.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// What may be changed later. `None` only where the pallet is not used at all.
		pub parameters: Option<ParametersOf<T>>,
		/// Who registers with what deposit and commission, with an empty profile.
		pub candidates: Vec<(T::AccountId, BalanceOf<T>, Perbill)>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { parameters: None, candidates: Vec::new() }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::build_genesis(self);
		}
	}
}
