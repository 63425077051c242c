//! Points that lie on the pool of the main chain, on this chain alone. What the main chain says to them, the tests
//! of the network show.

use crate::common::{apply, attempt, fee_paid, free, on_chain, sign, signed, stranger, Chain};
use bhtd_merchant_runtime::{
	configs::{
		monetary::CollatorPot,
		redemption::{ConversionsHere, MESSAGE_FEE},
	},
	constants::{
		currency::UNITS,
		time::{DAYS, MINUTES},
	},
	weights::ValidationDbWeight,
	AccountId, Balance, Balances, Executive, Margin, Points, Redemption, Runtime, RuntimeCall,
	RuntimeOrigin,
};
use bhtd_primitives::{BringsProceeds, ClassId, Loyalty, MarginLedger, Role};
use bhtd_testing::count;
use frame_support::{assert_noop, assert_ok, weights::Weight};
use pallet_points::types::{Kind, Scope};
use pallet_redemption::{Cover, Error, TheCover};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Eve};
use sp_runtime::{
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	DispatchError, FixedU128,
};
use xcm::latest::prelude::{Location, MaybeErrorCode, Response};

const CLASS: ClassId = 0;
/// Planck of BHTD for the smallest unit.
const FLOOR: Balance = UNITS / 100;
/// What Charlie's margin has beyond the minimum.
const EXCESS: Balance = 49_000 * UNITS;

/// The main chain has confirmed 1,000 BHTD for Charlie's points.
fn with_cover(test: impl FnOnce(&mut Chain)) {
	on_chain("development", |chain| {
		let create = pallet_points::Call::create_class {
			name: b"Coffee".to_vec().try_into().unwrap(),
			symbol: b"CFE".to_vec().try_into().unwrap(),
			decimals: 2,
			supply: 1_000_000,
			floor: FixedU128::from(FLOOR),
			kind: Kind::Value,
			scope: Scope::Global,
			design: Default::default(),
		};
		apply(Charlie, create);
		TheCover::<Runtime>::put(Cover::new(Charlie.to_account_id(), 1_000 * UNITS));
		test(chain);
	});
}

fn award(who: &AccountId, amount: Balance) {
	assert_ok!(<Points as Loyalty<_>>::award(&Charlie.to_account_id(), CLASS, who, amount));
}

fn used() -> Balance {
	TheCover::<Runtime>::get().unwrap().used
}

fn owed_here() -> Balance {
	<Margin as MarginLedger<_>>::owed(&Charlie.to_account_id(), Role::Merchant)
}

fn withdraw(amount: Balance) {
	apply(Charlie, pallet_margin::Call::withdraw_excess { role: Role::Merchant, amount });
}

fn convert(amount: Balance) -> pallet_points::Call<Runtime> {
	pallet_points::Call::convert { class: CLASS, amount, min_out: 0 }
}

#[test]
fn consumer_without_bhtd_converts_what_the_margin_here_covers_and_no_more() {
	with_cover(|_| {
		// GIVEN points on the cover, and a consumer who has nothing but them
		let consumer = AccountId::from(stranger().public());
		award(&consumer, 1_000);
		assert_eq!((used(), owed_here()), (10 * UNITS, 0));

		// WHEN the margin here covers them
		withdraw(EXCESS - 6 * UNITS);
		assert_ok!(Executive::apply_extrinsic(sign(&stranger(), 0, 0, convert(400))).unwrap());

		// THEN they are converted, and the fee comes out of the proceeds
		assert_eq!(free(consumer.clone()), 400 * FLOOR - fee_paid());
		assert_eq!((used(), owed_here()), (6 * UNITS, 0));

		// WHEN it does not
		let poor: AccountId = consumer;
		let all = Balances::free_balance(&poor);
		assert_ok!(Balances::burn(signed(poor.clone()), all, false));
		let proceeds =
			|amount| ConversionsHere::proceeds(&poor, &RuntimeCall::from(convert(amount)));
		assert_eq!(proceeds(200), Some(200 * FLOOR));
		assert_eq!(proceeds(201), None);

		// THEN the pool refuses what would only fail
		let unpayable = TransactionValidityError::Invalid(InvalidTransaction::Payment);
		let outcome = Executive::apply_extrinsic(sign(&stranger(), 1, 0, convert(201)));
		assert_eq!(outcome, Err(unpayable));
		// Neither is anything else free of charge.
		let redeem: RuntimeCall = pallet_redemption::Call::redeem_on_main {
			class: CLASS,
			points: 200,
			min_out: 0,
			beneficiary: poor.clone(),
		}
		.into();
		assert_eq!(ConversionsHere::proceeds(&poor, &redeem), None);
		let outcome = Executive::apply_extrinsic(sign(&stranger(), 1, 0, redeem));
		assert_eq!(outcome, Err(unpayable));
	});
}

#[test]
fn conversion_by_who_can_pay_says_that_it_is_not_covered_here() {
	with_cover(|_| {
		award(&Eve.to_account_id(), 1_000);
		withdraw(EXCESS);
		let (outcome, _) = attempt(Eve, convert(100));
		assert_eq!(outcome, Err(Error::<Runtime>::NotCoveredHere.into()));
	});
}

#[test]
fn redemption_costs_what_was_quoted_and_its_message_leaves() {
	with_cover(|_| {
		award(&Eve.to_account_id(), 1_000);
		let quote = Redemption::quote(CLASS, 500).unwrap();
		let (before, issuance) = (free(Eve.to_account_id()), Balances::total_issuance());
		let pot = free(CollatorPot::get());
		let fee = apply(
			Eve,
			pallet_redemption::Call::redeem_on_main {
				class: CLASS,
				points: 500,
				min_out: 500 * FLOOR,
				beneficiary: Eve.to_account_id(),
			},
		);
		let paid = before - free(Eve.to_account_id()) - fee;
		assert_eq!(Balances::total_issuance(), issuance - MESSAGE_FEE);
		assert_eq!(free(CollatorPot::get()), pot + fee + paid - MESSAGE_FEE);
		assert!(paid <= quote.fee.unwrap() && quote.fee.unwrap() - paid < UNITS / 100);
		assert!(fee < UNITS / 4, "{fee}");
		let waiting = cumulus_pallet_parachain_system::PendingUpwardMessages::<Runtime>::get();
		assert_eq!(waiting.len(), 1);
	});
}

/// What a call accesses is weighed, whether that is counted or measured.
#[test]
fn calls_weigh_at_least_what_they_access() {
	with_cover(|chain| {
		use pallet_redemption::WeightInfo as _;
		type Weights = <Runtime as pallet_redemption::Config>::WeightInfo;
		let (eve, charlie) = (Eve.to_account_id(), Charlie.to_account_id());
		award(&eve, 1_000);
		let check = |(reads, writes): (usize, usize), weight: Weight, name| {
			let accesses = ValidationDbWeight::get().reads_writes(reads as u64, writes as u64);
			assert!(weight.ref_time() > accesses.ref_time(), "{name}: {reads} {writes}");
			assert!(weight.proof_size() > 0, "{name}");
		};
		let redeem = count(eve.clone(), || {
			Redemption::redeem_on_main(signed(eve.clone()), CLASS, 100, 0, eve.clone())
		});
		check(redeem, Weights::redeem_on_main(), "redeem_on_main");
		chain.wait(10 * MINUTES);
		let bob = Bob.to_account_id();
		let retry = count(bob.clone(), || Redemption::retry(signed(bob.clone()), eve.clone(), 0));
		check(retry, Weights::retry(), "retry");
		let query = Redemption::redemptions(eve)[0].1.query;
		let report = count(bob, || {
			let main: RuntimeOrigin = pallet_xcm::Origin::Response(Location::parent()).into();
			let done = Response::DispatchResult(MaybeErrorCode::Success);
			Redemption::report(main, query, done)
		});
		check(report, Weights::report(), "report");
		let declare =
			count(charlie.clone(), || Redemption::declare(signed(charlie), 2_000 * UNITS));
		check(declare, Weights::declare(), "declare");
	});
}

#[test]
fn retry_waits_by_the_blocks_of_the_main_chain() {
	with_cover(|chain| {
		award(&Eve.to_account_id(), 1_000);
		let beneficiary = Eve.to_account_id();
		let call = |points| pallet_redemption::Call::redeem_on_main {
			class: CLASS,
			points,
			min_out: 0,
			beneficiary: beneficiary.clone(),
		};
		apply(Eve, call(500));
		chain.wait(10 * MINUTES - 1);
		let retry = || pallet_redemption::Call::retry { who: Eve.to_account_id(), number: 0 };
		let early = Err(Error::<Runtime>::AnswerMayCome.into());
		assert_eq!(attempt(Bob, retry()).0, early);
		chain.next();
		apply(Bob, retry());
		assert_eq!(attempt(Bob, retry()).0, early);
	});
}

#[test]
fn who_the_issuer_is_the_administration_says() {
	on_chain("development", |chain| {
		assert_eq!(Redemption::cover(), None);
		let issuer = || Charlie.to_account_id();
		for name in [Alice, Bob, Charlie, Eve] as [Sr25519Keyring; 4] {
			assert_noop!(
				Redemption::set_issuer(signed(name.to_account_id()), issuer()),
				DispatchError::BadOrigin
			);
		}
		let call = RuntimeCall::from(pallet_redemption::Call::set_issuer { issuer: issuer() });
		apply(Alice, pallet_sudo::Call::sudo { call: Box::new(call) });
		assert_eq!(Redemption::cover().map(|cover| cover.issuer), Some(issuer()));
		// What the former issuer owes stays where it was; the clock of both is the main chain's.
		assert_ok!(Redemption::declare(signed(issuer()), UNITS));
		chain.wait(DAYS);
		assert_ok!(Redemption::set_issuer(RuntimeOrigin::root(), Bob.to_account_id()));
	});
}
