//! Conversion by accounts that have no BHTD yet.

use crate::{BalanceOf, Call, Config, Pallet};
use bhtd_primitives::BringsProceeds;
use frame_support::traits::IsSubType;

impl<T: Config, RuntimeCall: IsSubType<Call<T>>>
	BringsProceeds<T::AccountId, RuntimeCall, BalanceOf<T>> for Pallet<T>
{
	fn proceeds(who: &T::AccountId, call: &RuntimeCall) -> Option<BalanceOf<T>> {
		let Some(Call::convert { class, amount, min_out }) = call.is_sub_type() else {
			return None;
		};
		let conversion = Self::check_convert(who, *class, *amount, *min_out).ok()?;
		Some(conversion.out)
	}
}
