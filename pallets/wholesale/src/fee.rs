//! Conversion by accounts that have no BHTD yet.

use crate::{BalanceOf, Call, Config, Pallet};
use bhtd_primitives::BringsProceeds;
use frame_support::traits::IsSubType;

impl<T: Config, RuntimeCall: IsSubType<Call<T>>>
	BringsProceeds<T::AccountId, RuntimeCall, BalanceOf<T>> for Pallet<T>
{
	fn proceeds(who: &T::AccountId, call: &RuntimeCall) -> Option<BalanceOf<T>> {
		let Some(Call::convert_best { class, amount, min_out, deadline, max_fills }) =
			call.is_sub_type()
		else {
			return None;
		};
		Self::check_convert_best(who, *class, *amount, *min_out, *deadline, *max_fills).ok()
	}
}
