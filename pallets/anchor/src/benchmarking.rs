//! What the calls cost in the worst case: a currency with a holding limit that receivers are just within,
//! codes and references as long as they may be, tokens that go to new accounts and leave others empty,
//! objections that are lost, and defaults with a penalty.

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
	traits::{BlockNumberProvider, Bounded, One, Saturating, Zero},
	DispatchError, Permill,
};

/// Units that are minted and redeemed.
const AMOUNT: u32 = 1_000;

const CURRENCY: CurrencyId = 0;

/// The loosest terms that the bounds of the runtime allow, with or without a holding limit of `limit`.
fn terms<T: Config>(limit: Option<BalanceOf<T>>) -> TermsOf<T> {
	let bounds = T::Bounds::get();
	Terms {
		rate: bounds.highest_rate,
		freshness: bounds.longest_freshness,
		window: bounds.shortest_period,
		window_limit: bounds.highest_window_limit,
		redemption_period: bounds.shortest_period,
		objection_period: bounds.shortest_period,
		arbitration_period: bounds.shortest_period,
		penalty: HIGHEST_PENALTY,
		minimum_redemption: Zero::zero(),
		holding_limit: limit.map(|limit| limit.max(bounds.lowest_holding_limit)),
	}
}

fn code<T: Config>(letter: u8) -> CodeOf<T> {
	BoundedVec::truncate_from(vec![letter; T::MaxCodeLength::get() as usize])
}

fn reference<T: Config>() -> ReferenceOf<T> {
	BoundedVec::truncate_from(vec![b'x'; T::MaxReferenceLength::get() as usize])
}

/// An institution whose margin bears `amount` units, and as much for penalties.
fn institution<T: Config>(amount: BalanceOf<T>, rate: sp_runtime::FixedU128) -> T::AccountId {
	let who: T::AccountId = account("institution", 0, 0);
	let nothing = BalanceOf::<T>::zero();
	let liability = math::liability(amount, rate, nothing, nothing).unwrap_or_default();
	let margin = liability.saturating_mul(2u8.into()).saturating_add(One::one());
	assert_ok!(T::Margin::set_up_margin(&who, Role::CreditInstitution, margin));
	who
}

/// For [`bhtd_primitives::Settlement::set_up_currency`].
pub(crate) fn set_up_currency<T: Config>(
	who: &T::AccountId,
	amount: BalanceOf<T>,
) -> Result<CurrencyId, DispatchError> {
	// With the lowest rate, so that it takes little BHTD, and a limit that nobody reaches: looking whether
	// somebody does is what it costs.
	let highest = Some(BalanceOf::<T>::max_value());
	let terms = Terms { rate: T::Bounds::get().lowest_rate, ..terms::<T>(highest) };
	let number = NextCurrency::<T>::get();
	// A code of its own for each: the digits of the number.
	let mut digits = vec![];
	let mut rest = number;
	while rest > 0 || digits.is_empty() {
		digits.push(b'0'.saturating_add((rest % 10) as u8));
		rest /= 10;
	}
	let currency = Pallet::<T>::do_create_currency(BoundedVec::truncate_from(digits), 2, terms)?;
	let institution = institution::<T>(amount, terms.rate);
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
	let limit = Some(AMOUNT.into());
	let terms = terms::<T>(limit);
	assert_ok!(Pallet::<T>::do_create_currency(code::<T>(b'C'), MOST_DECIMALS, terms));
	let who = institution::<T>(AMOUNT.into(), terms.rate);
	assert_ok!(Pallet::<T>::do_admit(CURRENCY, who.clone()));
	let reserve = BalanceOf::<T>::max_value();
	assert_ok!(Pallet::<T>::do_attest(CURRENCY, who.clone(), reserve, Default::default()));
	who
}

fn minted<T: Config>(to: &T::AccountId) -> T::AccountId {
	let issuer = issuer::<T>();
	let any = BalanceOf::<T>::max_value();
	assert_ok!(Pallet::<T>::do_mint(CURRENCY, issuer.clone(), to.clone(), AMOUNT.into(), any));
	issuer
}

/// A holder with money for the deposit and an objection.
fn holder<T: Config>() -> T::AccountId {
	let who: T::AccountId = account("holder", 0, 0);
	T::Consideration::ensure_successful(&who, Pallet::<T>::redemption_footprint());
	// This pallet cannot make BHTD: it comes out of somebody's margin.
	let coins = T::ObjectionDeposit::get().saturating_add(T::Currency::minimum_balance());
	let role = Role::Operator;
	let payer: T::AccountId = account("payer", 0, 0);
	assert_ok!(T::Margin::set_up_margin(&payer, role, coins));
	assert_ok!(T::Margin::penalise(&payer, role, &who, coins));
	who
}

/// A redemption of all tokens.
fn asked<T: Config>() -> RedemptionIdOf<T> {
	let holder = holder::<T>();
	let institution = minted::<T>(&holder);
	assert_ok!(Pallet::<T>::do_redeem(
		CURRENCY,
		institution.clone(),
		holder,
		AMOUNT.into(),
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

fn disputed<T: Config>() -> RedemptionIdOf<T> {
	let id = claimed::<T>();
	let holder: T::AccountId = account("holder", 0, 0);
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
		let terms = terms::<T>(Some(AMOUNT.into()));
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, code::<T>(b'C'), MOST_DECIMALS, terms);
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
		let reserve = BalanceOf::<T>::from(AMOUNT);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), CURRENCY, reserve, Default::default());
		let attestation = Institutions::<T>::get(CURRENCY, who).and_then(|it| it.attestation);
		assert_eq!(attestation.map(|it| it.reserve), Some(reserve));
	}

	#[benchmark]
	fn mint() {
		let who = issuer::<T>();
		let to: T::AccountId = account("holder", 0, 0);
		let (amount, any) = (BalanceOf::<T>::from(AMOUNT), BalanceOf::<T>::max_value());
		#[extrinsic_call]
		_(RawOrigin::Signed(who), CURRENCY, to.clone(), amount, any);
		assert_eq!(T::Assets::balance(CURRENCY, &to), amount);
	}

	#[benchmark]
	fn retire() {
		let who: T::AccountId = account("institution", 0, 0);
		minted::<T>(&who);
		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), CURRENCY, AMOUNT.into());
		assert!(T::Assets::total_issuance(CURRENCY).is_zero());
	}

	#[benchmark]
	fn transfer() {
		let from: T::AccountId = whitelisted_caller();
		minted::<T>(&from);
		let to: T::AccountId = account("receiver", 0, 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(from), CURRENCY, to.clone(), AMOUNT.into());
		assert_eq!(T::Assets::balance(CURRENCY, &to), AMOUNT.into());
	}

	#[benchmark]
	fn redeem() {
		let holder = holder::<T>();
		let institution = minted::<T>(&holder);
		let (amount, any) = (BalanceOf::<T>::from(AMOUNT), BalanceOf::<T>::zero());
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
		assert_eq!(held, T::ObjectionDeposit::get());
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
		wait::<T>(T::Bounds::get().shortest_period);
		let anyone: T::AccountId = whitelisted_caller();
		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), id.clone());
		assert_eq!(standing::<T>(&id.institution), Some(Standing::Defaulted));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().no_currency().build(),
		crate::mock::Test
	);
}
