//! Who validates until witnesses are elected: the accounts of the genesis, for as long as they keep
//! their session keys.
//!
//! This is the whole seam to an election. A pallet that elects takes the places of
//! [`GenesisValidators`] (whom to choose), of [`DisableOffenders`] (what an offence costs) and of the
//! unit type that the parachains pallets are configured to reward; the rest of the runtime asks
//! `Session` and `Historical` and does not notice.

use crate::{AccountId, Historical, Runtime, Session};
use alloc::vec::Vec;
use frame_support::weights::Weight;
use pallet_session::{historical::IdentificationTuple, NextKeys};
use sp_runtime::{traits::Convert, Perbill};
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

/// For how many sessions the owner of a key can be proved, and an offence reported: a week of live
/// epochs.
pub const BONDING_SESSIONS: SessionIndex = 7 * 24;

/// Keeps the validators of the genesis.
pub struct GenesisValidators;

impl pallet_session::SessionManager<AccountId> for GenesisValidators {
	fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
		// The genesis itself names the validators of its first two sessions.
		if index < 2 {
			return None;
		}
		// Naming the same set again every session makes `Historical` note the keys it uses now. Whoever
		// gave up their keys has left: without keys, anybody could sign for them.
		let mut validators = Session::validators();
		validators.retain(|validator| NextKeys::<Runtime>::contains_key(validator));
		(!validators.is_empty()).then_some(validators)
	}

	fn start_session(_: SessionIndex) {}

	fn end_session(index: SessionIndex) {
		Historical::prune_up_to(index.saturating_sub(BONDING_SESSIONS));
	}
}

impl pallet_session::historical::SessionManager<AccountId, ()> for GenesisValidators {
	fn new_session(index: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		<Self as pallet_session::SessionManager<_>>::new_session(index)
			.map(|validators| validators.into_iter().map(|validator| (validator, ())).collect())
	}

	fn start_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::start_session(index)
	}

	fn end_session(index: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::end_session(index)
	}
}

/// Without deposits there is nothing to know about a validator but its account.
pub struct NoIdentification;

impl Convert<AccountId, Option<()>> for NoIdentification {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

/// Takes offenders out of block production, backing and disputes for the rest of the session.
///
/// There is no deposit to slash yet. At most a third of the validators is ever disabled, so that
/// nobody can halt the chain by making others appear to offend.
pub struct DisableOffenders;

impl OnOffenceHandler<AccountId, IdentificationTuple<Runtime>, Weight> for DisableOffenders {
	fn on_offence(
		offenders: &[OffenceDetails<AccountId, IdentificationTuple<Runtime>>],
		fractions: &[Perbill],
		_: SessionIndex,
	) -> Weight {
		for (details, fraction) in offenders.iter().zip(fractions) {
			let (validator, ()) = &details.offender;
			Session::report_offence(validator.clone(), OffenceSeverity(*fraction));
		}
		<Runtime as frame_system::Config>::DbWeight::get()
			.reads_writes(2, 1)
			.saturating_mul(offenders.len() as u64)
	}
}
