//! Opening, changing and removing markets.

use crate::{matching, pallet::*, types::*};
use bhtd_primitives::{ClassId, CurrencyId, Loyalty, MarginLedger, Role, Settlement};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	traits::{Consideration, Footprint, Get},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// What the deposit of a market pays for.
	pub fn market_footprint() -> Footprint {
		let size = MarketOf::<T>::max_encoded_len()
			.saturating_add(T::AccountId::max_encoded_len())
			.saturating_add(T::Consideration::max_encoded_len())
			.saturating_add(Market::max_encoded_len().saturating_mul(2));
		Footprint::from_parts(1, size)
	}

	pub(crate) fn market_record(market: Market) -> Result<MarketOf<T>, DispatchError> {
		Markets::<T>::get(market).ok_or(Error::<T>::MarketNotFound.into())
	}

	/// The record of a market that is open.
	pub(crate) fn open_market_record(market: Market) -> Result<MarketOf<T>, DispatchError> {
		let record = Self::market_record(market)?;
		match record.status {
			Status::Open => Ok(record),
			Status::Paused => Err(Error::<T>::MarketPaused.into()),
			Status::Closed => Err(Error::<T>::MarketClosed.into()),
		}
	}

	/// The lot of that number.
	pub(crate) fn lot_of(record: &MarketOf<T>, lot: u8) -> Result<BalanceOf<T>, DispatchError> {
		record.lots.get(usize::from(lot)).copied().ok_or(Error::<T>::LotNotFound.into())
	}

	pub(crate) fn do_open_market(currency: CurrencyId, lots: LotsOf<T>) -> DispatchResult {
		ensure!(T::Settlement::exists(currency), Error::<T>::CurrencyNotFound);
		let market = Market::Bhtd(currency);
		ensure!(!Markets::<T>::contains_key(market), Error::<T>::MarketExists);
		Self::ensure_lots(market, &lots)?;

		Self::insert_market(market, lots);
		Ok(())
	}

	pub(crate) fn do_open_points_market(operator: T::AccountId, class: ClassId) -> DispatchResult {
		ensure!(T::Margin::is_active(&operator, Role::Operator), Error::<T>::NotActiveOperator);
		let floor = T::Loyalty::floor(class).ok_or(Error::<T>::ClassNotFound)?;
		let market = Market::Points(class);
		ensure!(!Markets::<T>::contains_key(market), Error::<T>::MarketExists);
		let lot =
			matching::least_worth(T::LowestLot::get(), floor).ok_or(Error::<T>::LotOutOfBounds)?;
		let mut lots = LotsOf::<T>::default();
		lots.try_push(lot).map_err(|_| Error::<T>::LotOutOfBounds)?;

		let ticket = T::Consideration::new(&operator, Self::market_footprint())?;
		Openers::<T>::insert(market, (operator, ticket));
		Self::insert_market(market, lots);
		Ok(())
	}

	fn insert_market(market: Market, lots: LotsOf<T>) {
		let record = MarketRecord {
			status: Status::Open,
			lots: lots.clone(),
			bids: Default::default(),
			asks: Default::default(),
		};
		Markets::<T>::insert(market, record);
		Self::deposit_event(Event::MarketOpened { market, lots });
	}

	/// Whether a market can have these lots.
	fn ensure_lots(market: Market, lots: &LotsOf<T>) -> DispatchResult {
		ensure!(!lots.is_empty(), Error::<T>::NoLots);
		ensure!(
			lots.windows(2).all(|pair| matches!(pair, [lot, next] if lot < next)),
			Error::<T>::LotsNotRising
		);
		let bounds = T::LowestLot::get()..=T::HighestLot::get();
		let is_within = |lot: &BalanceOf<T>| match market {
			Market::Bhtd(_) => bounds.contains(lot),
			Market::Points(class) => bounds.contains(&T::Loyalty::value(class, *lot)),
		};
		ensure!(lots.iter().all(is_within), Error::<T>::LotOutOfBounds);
		Ok(())
	}

	pub(crate) fn do_set_lots(market: Market, lots: LotsOf<T>) -> DispatchResult {
		let mut record = Self::market_record(market)?;
		Self::ensure_lots(market, &lots)?;
		// Nobody would meet the quotes in the books of a lot that is gone.
		ensure!(lots.len() >= record.lots.len(), Error::<T>::LotRemoved);
		// There is no wholesale of points: nobody would meet the quotes of another lot.
		let is_single = lots.len() == 1 || matches!(market, Market::Bhtd(_));
		ensure!(is_single, Error::<T>::LotOutOfBounds);

		record.lots = lots.clone();
		Markets::<T>::insert(market, record);
		Self::deposit_event(Event::LotsSet { market, lots });
		Ok(())
	}

	pub(crate) fn do_remove_market(who: T::AccountId, market: Market) -> DispatchResult {
		let record = Self::market_record(market)?;
		ensure!(record.is_empty(), Error::<T>::MarketNotEmpty);
		let opener = Openers::<T>::get(market);
		match record.status {
			Status::Closed => (),
			Status::Paused => return Err(Error::<T>::MarketPaused.into()),
			Status::Open => {
				let is_opener = opener.as_ref().is_some_and(|(opener, _)| *opener == who);
				ensure!(is_opener, Error::<T>::NotOpener);
			}
		}

		Markets::<T>::remove(market);
		if let Some((opener, ticket)) = opener {
			Openers::<T>::remove(market);
			ticket.drop(&opener)?;
		}
		Self::deposit_event(Event::MarketRemoved { market });
		Ok(())
	}
}
