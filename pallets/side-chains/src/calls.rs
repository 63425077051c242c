//! The calls of the pallet.

/// Imported into the pallet.
#[frame_support::pallet_macros::pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Registers a side chain.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an active group merchant, the manager of the chain from now on.
		///
		/// ## Details
		///
		/// The chain starts from `head` with `code`: its own, which the witnesses check first, or a
		/// blessed runtime by its hash. It gets an id and a core. No deposit is taken: the margin owes
		/// [`Config::ChainDeposit`] for as long as the chain is registered, and `pool`, which is promised
		/// to its consumers. `tank` planck, which the caller pays, are held in the account of `refund`
		/// and pay for the core; what is left of them in the end stays there.
		///
		/// ## Errors
		///
		/// - [`Error::RegistrationsPaused`]: If registrations are paused.
		/// - [`Error::NotActiveGroupMerchant`], [`Error::ExceedsMargin`]: If the caller is not an active
		///   group merchant, or its margin does not cover deposit and pool.
		/// - [`Error::TankTooLow`]: If the tank is less than [`Config::LeastTank`].
		/// - [`Error::NameMissing`], [`Error::NameNotUtf8`]: If the name is no text.
		/// - [`Error::TooManyChains`], [`Error::NoCoreFree`]: If there is no room for a chain.
		/// - [`Error::CodeNotBlessed`], [`Error::CodeNotStored`], [`Error::SizesOutOfBounds`]: If the code
		///   cannot be used.
		/// - The currency's error, if the caller cannot fill the tank or `refund` has no account.
		/// - The registry's error, if it refuses the chain.
		///
		/// ## Events
		///
		/// - [`Event::Registered`], [`Event::CoreAssigned`], [`Event::TankFilled`]
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register(Pallet::<T>::weighed_length(code)))]
		pub fn register(
			origin: OriginFor<T>,
			head: HeadOf<T>,
			code: CodeOf<T>,
			details: DetailsOf<T>,
			refund: T::AccountId,
			tank: BalanceOf<T>,
			pool: BalanceOf<T>,
		) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_register(manager, head, code, details, refund, tank, pool)
		}

		/// Changes what a chain says about itself.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the manager of the chain.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::NotManager`]: If the chain is not the caller's.
		/// - [`Error::NameMissing`], [`Error::NameNotUtf8`]: If the name is no text.
		///
		/// ## Events
		///
		/// - [`Event::Described`]
		#[pallet::call_index(1)]
		pub fn describe(
			origin: OriginFor<T>,
			chain: ChainId,
			details: DetailsOf<T>,
		) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_describe(manager, chain, details)
		}

		/// Puts `amount` planck of the caller into the tank of a chain.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Details
		///
		/// The caller does not get them back: what is left in the end is the refund account's. A chain
		/// whose tank was empty gets a core again, if the tank can pay for a period and a core is free.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::ChainLeaving`]: If there is no chain to pay for.
		/// - [`Error::ZeroAmount`]: If the amount is zero.
		/// - The currency's error, if the caller cannot pay, or not without ending its account.
		///
		/// ## Events
		///
		/// - [`Event::TankFilled`]
		/// - [`Event::CoreAssigned`], [`Event::FeePaid`] and [`Event::Resumed`], if it has a core again.
		#[pallet::call_index(2)]
		pub fn fill_tank(
			origin: OriginFor<T>,
			chain: ChainId,
			amount: BalanceOf<T>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_fill_tank(who, chain, amount)
		}

		/// Gives a suspended chain a core again, for the fee of a period.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the manager of the chain.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::NotManager`]: If the chain is not the caller's.
		/// - [`Error::NotSuspended`]: If it is not suspended.
		/// - [`Error::TankTooLow`]: If the tank cannot pay the fee.
		/// - [`Error::NoCoreFree`]: If no core is free.
		///
		/// ## Events
		///
		/// - [`Event::CoreAssigned`], [`Event::FeePaid`], [`Event::Resumed`]
		#[pallet::call_index(3)]
		pub fn resume(origin: OriginFor<T>, chain: ChainId) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_resume(manager, chain)
		}

		/// Promises `amount` planck more of the margin to the consumers of a chain.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the manager of the chain.
		///
		/// ## Details
		///
		/// The limit on redemptions grows with the pool; it does not shrink.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::NotManager`]: If the chain is not the caller's.
		/// - [`Error::ChainLeaving`]: If it is leaving.
		/// - [`Error::ZeroAmount`]: If the amount is zero.
		/// - [`Error::NotActiveGroupMerchant`], [`Error::ExceedsMargin`]: If the margin does not cover it.
		///
		/// ## Events
		///
		/// - [`Event::PoolRaised`]
		#[pallet::call_index(4)]
		pub fn raise_pool(
			origin: OriginFor<T>,
			chain: ChainId,
			amount: BalanceOf<T>,
		) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_raise_pool(manager, chain, amount)
		}

		/// Announces that up to `amount` planck will no longer be promised, or with zero that they will.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the manager of the chain.
		///
		/// ## Details
		///
		/// Consumers redeem as before until the pool is lowered. An earlier announcement is replaced and
		/// its notice begins anew. An announcement lapses when its notice has passed once more, so that
		/// none can be kept in store.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::NotManager`]: If the chain is not the caller's.
		/// - [`Error::LoweringNotAnnounced`]: If there is nothing to cancel.
		///
		/// ## Events
		///
		/// - [`Event::LoweringAnnounced`] or [`Event::LoweringCancelled`]
		#[pallet::call_index(5)]
		pub fn announce_lowering(
			origin: OriginFor<T>,
			chain: ChainId,
			amount: BalanceOf<T>,
		) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_announce_lowering(manager, chain, amount)
		}

		/// Lowers a pool as announced, as far as it is neither owed nor queued.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the manager of the chain.
		///
		/// ## Details
		///
		/// The limit shrinks with the pool, unless redemptions wait.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::NotManager`]: If the chain is not the caller's.
		/// - [`Error::LoweringNotAnnounced`], [`Error::NoticeRunning`], [`Error::NoticeLapsed`]: If it was
		///   not announced, or not long enough ago, or too long.
		/// - [`Error::NothingToLower`]: If everything is owed or queued.
		///
		/// ## Events
		///
		/// - [`Event::PoolLowered`]
		#[pallet::call_index(6)]
		pub fn lower_pool(origin: OriginFor<T>, chain: ChainId) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_lower_pool(manager, chain)
		}

		/// Pays `amount` planck of the pool to `beneficiary`, now or in its turn.
		///
		/// ## Dispatch Origin
		///
		/// The chain itself: [`Config::ChainOrigin`].
		///
		/// ## Details
		///
		/// Success is final for the chain: the redemption was paid, or waits in a queue that always can
		/// be paid. It waits if others do, or if the limit does not let it through yet. On failure nothing
		/// has happened, and the chain gives the points back. A number is used by success alone, and looked at
		/// before anything else: a chain that has had no answer asks again with the same one, and any error
		/// but that it was used, or is too old to know, says that it was not paid.
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If anybody but a chain tries.
		/// - [`Error::ChainNotFound`]: If the chain is not registered here.
		/// - [`Error::NonceUsed`], [`Error::NonceTooOld`], [`Error::NonceTooFar`]: If the number is not
		///   accepted.
		/// - [`Error::BelowLeastRedemption`], [`Error::PoolExhausted`], [`Error::AboveLimit`]: If the
		///   amount is too small, more than the pool has left, or more than the limit.
		/// - [`Error::BeneficiaryNotPayable`]: If the beneficiary cannot be paid.
		/// - [`Error::QueueFull`]: If it would have to wait and no more can.
		///
		/// ## Events
		///
		/// - [`Event::Redeemed`] or [`Event::Queued`]
		#[pallet::call_index(7)]
		pub fn redeem(
			origin: OriginFor<T>,
			beneficiary: T::AccountId,
			amount: BalanceOf<T>,
			nonce: u64,
		) -> DispatchResult {
			let chain = T::ChainOrigin::ensure_origin(origin)?;
			Self::do_redeem(chain, beneficiary, amount, nonce)
		}

		/// Says what all points of the chain that are out are worth, in planck.
		///
		/// ## Dispatch Origin
		///
		/// The chain itself: [`Config::ChainOrigin`].
		///
		/// ## Details
		///
		/// The pool cannot be lowered below it. Redemptions reduce it by themselves. A chain that says
		/// so before it gives points away is backed; one that lies misleads nobody but its own
		/// consumers.
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If anybody but a chain tries.
		/// - [`Error::ChainNotFound`]: If the chain is not registered here.
		/// - [`Error::ExceedsPool`]: If the pool, without what is queued, does not cover it.
		///
		/// ## Events
		///
		/// - [`Event::OwedDeclared`]
		#[pallet::call_index(8)]
		pub fn declare_owed(origin: OriginFor<T>, owed: BalanceOf<T>) -> DispatchResult {
			let chain = T::ChainOrigin::ensure_origin(origin)?;
			Self::do_declare_owed(chain, owed)
		}

		/// Pays up to `most` redemptions of a chain that wait, as far as the limit allows.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody. What blocks have room for happens by itself.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`]: If there is no such chain.
		/// - [`Error::NothingToServe`]: If none could be paid.
		///
		/// ## Events
		///
		/// - [`Event::Redeemed`] for each one paid, [`Event::Deferred`] for one that cannot be.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::serve((*most).min(T::MaxQueue::get())))]
		pub fn serve(origin: OriginFor<T>, chain: ChainId, most: u32) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_serve(chain, most)
		}

		/// Authorises a new code for the chain.
		///
		/// ## Dispatch Origin
		///
		/// The chain itself: [`Config::ChainOrigin`].
		///
		/// ## Details
		///
		/// A message cannot carry a code, so this names its hash, and anybody supplies it with
		/// [`Pallet::apply_upgrade`]. An earlier authorisation that was not used is replaced.
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If anybody but a chain tries.
		/// - [`Error::ChainNotFound`], [`Error::ChainLeaving`]: If the chain is not registered here, or
		///   leaving.
		/// - [`Error::SameCode`]: If it runs this code.
		/// - [`Error::UpgradeTooSoon`]: If less than [`Config::UpgradeInterval`] has passed since the last
		///   authorisation.
		///
		/// ## Events
		///
		/// - [`Event::UpgradeAuthorized`]
		#[pallet::call_index(10)]
		pub fn authorize_upgrade(origin: OriginFor<T>, hash: T::Hash) -> DispatchResult {
			let chain = T::ChainOrigin::ensure_origin(origin)?;
			Self::do_authorize_upgrade(chain, hash)
		}

		/// Supplies the code that a chain has authorised, or says that it is stored already.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::ChainLeaving`]: If there is no chain to upgrade.
		/// - [`Error::UpgradeNotAuthorized`], [`Error::WrongCode`]: If the chain has not authorised any, or
		///   another.
		/// - [`Error::SameCode`]: If it runs this code by now.
		/// - [`Error::CodeNotStored`], [`Error::SizesOutOfBounds`]: If the code cannot be used.
		/// - The registry's error, if the chain cannot be upgraded now.
		///
		/// ## Events
		///
		/// - [`Event::UpgradeScheduled`]
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::apply_upgrade(Pallet::<T>::weighed_length(code)))]
		pub fn apply_upgrade(
			origin: OriginFor<T>,
			chain: ChainId,
			code: CodeOf<T>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_apply_upgrade(chain, code)
		}

		/// Ends a chain.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the manager of the chain.
		///
		/// ## Details
		///
		/// The core is released and the tank returned at once. The chain is removed and the margin freed
		/// as soon as the registry lets it go: now, or with [`Pallet::clean_up`]. A chain that
		/// has not started owes nobody anything, and its pool is released without notice.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::NotManager`]: If the chain is not the caller's.
		/// - [`Error::ChainLeaving`]: If it is leaving already.
		/// - [`Error::RedemptionsQueued`], [`Error::PointsOwed`], [`Error::PoolPromised`]: If redemptions
		///   wait, or its points are worth something, or the pool was not lowered to zero.
		/// - [`Error::CoreJustAssigned`]: If it got its core in this block.
		///
		/// ## Events
		///
		/// - [`Event::LeavingStarted`]
		/// - [`Event::CoreReleased`], if it had a core.
		/// - [`Event::Left`], if the registry let it go.
		#[pallet::call_index(12)]
		pub fn leave(origin: OriginFor<T>, chain: ChainId) -> DispatchResult {
			let manager = ensure_signed(origin)?;
			Self::do_leave(manager, chain)
		}

		/// Removes a chain that is leaving.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody.
		///
		/// ## Errors
		///
		/// - [`Error::ChainNotFound`], [`Error::NotLeaving`]: If there is no chain to remove.
		/// - [`Error::CleanUpRefused`]: If something still hangs on it: messages that have not been
		///   processed, a code that is being checked, an onboarding that is under way.
		///
		/// ## Events
		///
		/// - [`Event::Left`]
		#[pallet::call_index(13)]
		pub fn clean_up(origin: OriginFor<T>, chain: ChainId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_clean_up(chain)
		}

		/// Lets every group merchant register the runtime whose code has this hash.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::BlessOrigin`].
		///
		/// ## Details
		///
		/// The code itself need not be stored yet; it must be when a chain is registered.
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If somebody else tries.
		/// - [`Error::AlreadyBlessed`], [`Error::TooManyBlessed`]: If it is on the list, or the list full.
		///
		/// ## Events
		///
		/// - [`Event::RuntimeBlessed`]
		#[pallet::call_index(14)]
		pub fn bless(origin: OriginFor<T>, hash: T::Hash) -> DispatchResult {
			T::BlessOrigin::ensure_origin(origin)?;
			Self::do_bless(hash)
		}

		/// Takes a runtime from the list. Chains that run it go on.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::BlessOrigin`].
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If somebody else tries.
		/// - [`Error::NotBlessed`]: If it is not on the list.
		///
		/// ## Events
		///
		/// - [`Event::RuntimeUnblessed`]
		#[pallet::call_index(15)]
		pub fn unbless(origin: OriginFor<T>, hash: T::Hash) -> DispatchResult {
			T::BlessOrigin::ensure_origin(origin)?;
			Self::do_unbless(hash)
		}

		/// Pauses the registration of chains, or ends the pause. Nothing else is ever paused.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::PauseOrigin`].
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If somebody else tries.
		///
		/// ## Events
		///
		/// - [`Event::RegistrationsPauseSet`]
		#[pallet::call_index(16)]
		pub fn set_registrations_paused(origin: OriginFor<T>, paused: bool) -> DispatchResult {
			T::PauseOrigin::ensure_origin(origin)?;
			RegistrationsPaused::<T>::put(paused);
			Self::deposit_event(Event::RegistrationsPauseSet { paused });
			Ok(())
		}

		/// Gives a stalled chain another head to go on from.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RecoveryOrigin`].
		///
		/// ## Details
		///
		/// Stalled is a chain that had a core for [`Config::RecoveryPeriod`] and produced no block, or has
		/// lost the core for that.
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If somebody else tries.
		/// - [`Error::ChainNotFound`]: If there is no such chain.
		/// - [`Error::NotStalled`]: If it is not stalled.
		/// - The registry's error, if it does not take the head.
		///
		/// ## Events
		///
		/// - [`Event::HeadRecovered`]
		#[pallet::call_index(17)]
		pub fn recover_head(
			origin: OriginFor<T>,
			chain: ChainId,
			head: HeadOf<T>,
		) -> DispatchResult {
			T::RecoveryOrigin::ensure_origin(origin)?;
			Self::do_recover_head(chain, head)
		}

		/// Reduces what a stalled chain owes to `owed`, so that a chain that will not come back does not
		/// bind the margin for ever.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RecoveryOrigin`], when the consumers have been satisfied.
		///
		/// ## Details
		///
		/// The pool is not lowered by this: its manager does that, with notice.
		///
		/// ## Errors
		///
		/// - `BadOrigin`: If somebody else tries.
		/// - [`Error::ChainNotFound`]: If there is no such chain.
		/// - [`Error::NotStalled`]: If it is not stalled.
		/// - [`Error::ExceedsOwed`]: If that is not less than is owed.
		///
		/// ## Events
		///
		/// - [`Event::OwedWrittenOff`]
		#[pallet::call_index(18)]
		pub fn write_off(
			origin: OriginFor<T>,
			chain: ChainId,
			owed: BalanceOf<T>,
		) -> DispatchResult {
			T::RecoveryOrigin::ensure_origin(origin)?;
			Self::do_write_off(chain, owed)
		}
	}
}
