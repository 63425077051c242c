//! What the calls cost in the worst case: a currency with a holding limit that receivers are just within,
//! codes and references as long as they may be, tokens that go to new accounts and leave others empty,
//! backers whose stakes are lost or given back, and defaults with a penalty.

use crate::*;
use alloc::vec;
use bhtd_primitives::{CurrencyId, MarginLedger, Role};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{
		fungible::{Inspect, InspectHold},
		fungibles::Inspect as _,
		Consideration, EnsureOrigin, Get,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{
	helpers_128bit::multiply_by_rational_with_rounding,
	traits::{BlockNumberProvider, Bounded, Saturating, Zero},
	DispatchError, FixedPointNumber, FixedU128, Permill, Rounding,
};

/// How many decimals the currencies have.
const DECIMALS: u8 = 6;

const CURRENCY: CurrencyId = 0;

/// Units that are minted and redeemed: as much as is just worth the least of a holding limit, and of a
/// redemption.
fn amount<T: Config>() -> BalanceOf<T> {
	let bounds = T::Bounds::get();
	units::<T>(bounds.lowest_holding_limit.max(bounds.lowest_minimum_redemption), Rounding::Up)
}

/// Units that are worth so many planck at the lowest rate.
fn units<T: Config>(planck: BalanceOf<T>, rounding: Rounding) -> BalanceOf<T> {
	let units = multiply_by_rational_with_rounding(
		planck.try_into().unwrap_or(u128::MAX),
		10u128.pow(DECIMALS.into()) * FixedU128::DIV,
		T::Bounds::get().lowest_rate.into_inner(),
		rounding,
	);
	units.and_then(|units| units.try_into().ok()).unwrap_or_else(BalanceOf::<T>::max_value)
}

/// The loosest terms that the bounds of the runtime allow, at the lowest rate so that they take little BHTD,
/// with or without a holding limit.
fn terms<T: Config>(holding_limit: Option<BalanceOf<T>>) -> TermsOf<T> {
	let bounds = T::Bounds::get();
	Terms {
		rate: bounds.lowest_rate,
		freshness: bounds.longest_freshness,
		window: bounds.shortest_window,
		window_limit: units::<T>(bounds.highest_window_limit, Rounding::Down),
		redemption_period: bounds.shortest_redemption_period,
		objection_period: bounds.shortest_objection_period,
		arbitration_period: bounds.shortest_arbitration_period,
		penalty: HIGHEST_PENALTY,
		minimum_redemption: units::<T>(bounds.lowest_minimum_redemption, Rounding::Up),
		holding_limit,
	}
}

fn code<T: Config>(letter: u8) -> CodeOf<T> {
	BoundedVec::truncate_from(vec![letter; T::MaxCodeLength::get() as usize])
}

fn reference<T: Config>() -> ReferenceOf<T> {
	BoundedVec::truncate_from(vec![b'x'; T::MaxReferenceLength::get() as usize])
}

/// An institution whose margin bears `amount` units.
fn institution<T: Config>(amount: BalanceOf<T>, terms: &TermsOf<T>) -> T::AccountId {
	let who: T::AccountId = account("institution", 0, 0);
	let bond = terms.price(DECIMALS).bond(amount, Default::default(), Zero::zero());
	let margin = bond.and_then(|bond| bond.total()).unwrap_or_default();
	assert_ok!(T::Margin::set_up_margin(&who, Role::CreditInstitution, margin));
	who
}

/// For [`bhtd_primitives::Settlement::set_up_currency`].
pub(crate) fn set_up_currency<T: Config>(
	who: &T::AccountId,
	amount: BalanceOf<T>,
) -> Result<CurrencyId, DispatchError> {
	// With a limit that nobody reaches: looking whether somebody does is what it costs.
	let terms = terms::<T>(Some(BalanceOf::<T>::max_value()));
	let number = NextCurrency::<T>::get();
	// A code of its own for each: the digits of the number.
	let mut digits = vec![];
	let mut rest = number;
	while rest > 0 || digits.is_empty() {
		digits.push(b'0'.saturating_add((rest % 10) as u8));
		rest /= 10;
	}
	let code = BoundedVec::truncate_from(digits);
	let currency = Pallet::<T>::do_create_currency(code, DECIMALS, terms)?;
	let institution = institution::<T>(amount, &terms);
	Pallet::<T>::do_admit(currency, institution.clone())?;
	let reserve = BalanceOf::<T>::max_value();
	Pallet::<T>::do_attest(currency, institution.clone(), reserve, Default::default())?;
	// Others need more at once than any terms would let an institution mint.
	let limit_window = |limit| {
		Currencies::<T>::mutate(currency, |record| {
			if let Some(record) = record {
				record.terms.window_limit = limit;
			}
		})
	};
	limit_window(reserve);
	Pallet::<T>::do_mint(currency, institution, who.clone(), amount, reserve)?;
	limit_window(terms.window_limit);
	Ok(currency)
}

/// A currency, and an institution that is admitted and has attested its reserve.
fn issuer<T: Config>() -> T::AccountId {
	let terms = terms::<T>(Some(amount::<T>()));
	assert_ok!(Pallet::<T>::do_create_currency(code::<T>(b'C'), DECIMALS, terms));
	let who = institution::<T>(amount::<T>(), &terms);
	assert_ok!(Pallet::<T>::do_admit(CURRENCY, who.clone()));
	let reserve = BalanceOf::<T>::max_value();
	assert_ok!(Pallet::<T>::do_attest(CURRENCY, who.clone(), reserve, Default::default()));
	who
}

fn minted<T: Config>(to: &T::AccountId) -> T::AccountId {
	let issuer = issuer::<T>();
	let any = BalanceOf::<T>::max_value();
	assert_ok!(Pallet::<T>::do_mint(CURRENCY, issuer.clone(), to.clone(), amount::<T>(), any));
	issuer
}

/// Somebody with money for the deposit and the stake of an objection.
fn rich<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	T::Consideration::ensure_successful(&who, Pallet::<T>::redemption_footprint());
	// This pallet cannot make BHTD: it comes out of somebody's margin. No stake is more than what its
	// redemption is worth, or than the least.
	let bounds = T::Bounds::get();
	let worth = bounds.lowest_holding_limit.max(bounds.lowest_minimum_redemption);
	let coins = worth.saturating_mul(2u8.into()).saturating_add(T::LeastObjection::get());
	let coins = coins.saturating_add(T::Currency::minimum_balance());
	let role = Role::Operator;
	let payer: T::AccountId = account("payer", 0, 0);
	assert_ok!(T::Margin::set_up_margin(&payer, role, coins));
	assert_ok!(T::Margin::penalise(&payer, role, &who, coins));
	who
}

/// A redemption of all tokens.
fn asked<T: Config>() -> RedemptionIdOf<T> {
	let holder = rich::<T>("holder");
	let institution = minted::<T>(&holder);
	assert_ok!(Pallet::<T>::do_redeem(
		CURRENCY,
		institution.clone(),
		holder,
		amount::<T>(),
		Zero::zero(),
		reference::<T>()
	));
	RedemptionId { currency: CURRENCY, institution, number: 0 }
}

fn claimed<T: Config>() -> RedemptionIdOf<T> {
	let id = asked::<T>();
	assert_ok!(Pallet::<T>::do_claim_paid(id.clone(), Default::default()));
	id
}

/// An objection with the stake of somebody else than the holder.
fn disputed<T: Config>() -> RedemptionIdOf<T> {
	let id = claimed::<T>();
	let holder: T::AccountId = account("holder", 0, 0);
	let backer = rich::<T>("backer");
	assert_ok!(Pallet::<T>::do_back_objection(backer, id.clone()));
	assert_ok!(Pallet::<T>::do_object(holder, id.clone(), Default::default()));
	id
}

fn is_open<T: Config>(id: &RedemptionIdOf<T>) -> bool {
	Redemptions::<T>::contains_key(Pallet::<T>::key(id))
}

fn standing<T: Config>(who: &T::AccountId) -> Option<Standing> {
	Institutions::<T>::get(CURRENCY, who).map(|record| record.standing)
}

fn wait<T: Config>(blocks: ProvidedBlockNumberOf<T>) {
	let now = T::BlockNumberProvider::current_block_number();
	T::BlockNumberProvider::set_block_number(now.saturating_add(blocks));
}

fn no_origin() -> BenchmarkError {
	BenchmarkError::Stop("the origin of the runtime cannot be made")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create_currency() -> Result<(), BenchmarkError> {
		let origin = T::TermsOrigin::try_successful_origin().map_err(|_| no_origin())?;
		let terms = terms::<T>(Some(amount::<T>()));
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, code::<T>(b'C'), DECIMALS, terms);
		assert!(Currencies::<T>::contains_key(CURRENCY));
		Ok(())
	}

	#[benchmark]
	fn set_terms() -> Result<(), BenchmarkError> {
		let origin = T::TermsOrigin::try_successful_origin().map_err(|_| no_origin())?;
		issuer::<T>();
		wait::<T>(T::TermsInterval::get());
		let terms = Terms { penalty: Permill::zero(), ..terms::<T>(None) };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, CURRENCY, terms);
		assert_eq!(Currencies::<T>::get(CURRENCY).map(|record| record.terms), Some(terms));
		Ok(())
	}

	#[benchmark]
	fn halt_minting() -> Result<(), BenchmarkError> {
		let origin = T::HaltOrigin::try_successful_origin().map_err(|_| no_origin())?;
		issuer::<T>();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, CURRENCY);
		assert_eq!(Currencies::<T>::get(CURRENCY).map(|record| record.halted), Some(true));
		Ok(())
	}

	#[benchmark]
	fn resume_minting() -> Result<(), BenchmarkError> {
		let origin = T::TermsOrigin::try_successful_origin().map_err(|_| no_origin())?;
		issuer::<T>();
		let halt = T::HaltOrigin::try_successful_origin().map_err(|_| no_origin())?;
		assert_ok!(Pallet::<T>::halt_minting(halt, CURRENCY));
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, CURRENCY);
		assert_eq!(Currencies::<T>::get(CURRENCY).map(|record| record.halted), Some(false));
		Ok(())
	}

	#[benchmark]
	fn admit() -> Result<(), BenchmarkError> {
		let origin = T::TermsOrigin::try_successful_origin().map_err(|_| no_origin())?;
		let who = minted::<T>(&account("holder", 0, 0));
		assert_ok!(Pallet::<T>::do_dismiss(CURRENCY, who.clone()));
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, CURRENCY, who.clone());
		assert_eq!(standing::<T>(&who), Some(Standing::Admitted));
		Ok(())
	}

	#[benchmark]
	fn dismiss() -> Result<(), BenchmarkError> {
		let origin = T::TermsOrigin::try_successful_origin().map_err(|_| no_origin())?;
		let who = minted::<T>(&account("holder", 0, 0));
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, CURRENCY, who.clone());
		assert_eq!(standing::<T>(&who), Some(Standing::Dismissed));
		Ok(())
	}

	#[benchmark]
	fn attest() {
		let who = issuer::<T>();
		let reserve = amount::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), CURRENCY, reserve, Default::default());
		let attestation = Institutions::<T>::get(CURRENCY, who).and_then(|it| it.attestation);
		assert_eq!(attestation.map(|it| it.reserve), Some(reserve));
	}

	#[benchmark]
	fn mint() {
		let who = issuer::<T>();
		let to: T::AccountId = account("holder", 0, 0);
		let (amount, any) = (amount::<T>(), BalanceOf::<T>::max_value());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), CURRENCY, to.clone(), amount, any);
		assert_eq!(T::Assets::balance(CURRENCY, &to), amount);
	}

	#[benchmark]
	fn retire() {
		let who: T::AccountId = account("institution", 0, 0);
		minted::<T>(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), CURRENCY, amount::<T>());
		assert!(T::Assets::total_issuance(CURRENCY).is_zero());
	}

	#[benchmark]
	fn transfer() {
		let from: T::AccountId = whitelisted_caller();
		minted::<T>(&from);
		let to: T::AccountId = account("receiver", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(from), CURRENCY, to.clone(), amount::<T>());
		assert_eq!(T::Assets::balance(CURRENCY, &to), amount::<T>());
	}

	#[benchmark]
	fn redeem() {
		let holder = rich::<T>("holder");
		let institution = minted::<T>(&holder);
		let (amount, any) = (amount::<T>(), BalanceOf::<T>::zero());
		let origin = RawOrigin::Signed(holder);
		#[extrinsic_call]
		_(origin, CURRENCY, institution.clone(), amount, any, reference::<T>());
		assert!(is_open::<T>(&RedemptionId { currency: CURRENCY, institution, number: 0 }));
	}

	#[benchmark]
	fn claim_paid() {
		let id = asked::<T>();
		let institution = id.institution.clone();
		#[extrinsic_call]
		_(RawOrigin::Signed(institution), CURRENCY, id.number, Default::default());
		let state = Redemptions::<T>::get(Pallet::<T>::key(&id)).map(|it| it.state);
		assert_eq!(state, Some(State::Claimed));
	}

	#[benchmark]
	fn acknowledge() {
		let id = disputed::<T>();
		let holder: T::AccountId = account("holder", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(holder), id.clone());
		assert!(!is_open::<T>(&id));
	}

	#[benchmark]
	fn object() {
		let id = claimed::<T>();
		let holder: T::AccountId = account("holder", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(holder.clone()), id, Default::default());
		let held = T::Currency::balance_on_hold(&HoldReason::Objection.into(), &holder);
		assert!(held >= T::LeastObjection::get());
	}

	#[benchmark]
	fn decide() -> Result<(), BenchmarkError> {
		let origin = T::ArbiterOrigin::try_successful_origin().map_err(|_| no_origin())?;
		let id = disputed::<T>();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id.clone(), Verdict::NotPaid);
		assert_eq!(standing::<T>(&id.institution), Some(Standing::Defaulted));
		Ok(())
	}

	#[benchmark]
	fn settle() {
		let id = disputed::<T>();
		wait::<T>(T::Bounds::get().shortest_arbitration_period);
		let anyone: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), id.clone());
		assert!(!is_open::<T>(&id));
	}

	#[benchmark]
	fn back_objection() {
		let id = claimed::<T>();
		let backer = rich::<T>("backer");
		#[extrinsic_call]
		_(RawOrigin::Signed(backer.clone()), id);
		let held = T::Currency::balance_on_hold(&HoldReason::Objection.into(), &backer);
		assert!(held >= T::LeastObjection::get());
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().no_currency().build(),
		crate::mock::Test
	);
}
