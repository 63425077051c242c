//! Points turned into BHTD at the best price there is, by consumers who have no BHTD.

use crate::{
	chain::{decide, Chain},
	common::{fee_paid, free, sign, stranger, UNPAYABLE},
	enactment::{THREE, TWO},
	exchange::{owed, refused, with_market, FORBIDDEN},
	store::{apply, attempt, treasurys, CLASS, FLOOR},
};
use bhtd_primitives::Role;
use bhtd_runtime::{
	configs::monetary::TreasuryAccount,
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::{HOURS, MINUTES},
	},
	AccountId, Assets, Balance, Balances, Executive, Runtime, RuntimeCall, System,
	TransactionPayment, Wholesale,
};
use codec::Encode;
use frame_support::{assert_ok, traits::fungible::InspectHold};
use pallet_points::types::Receipt;
use pallet_wholesale::{ConversionOutcome, Market, Side};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{Alice, Charlie, Dave, Eve};
use sp_runtime::{transaction_validity::TransactionSource, FixedU128};

type WholesaleCall = pallet_wholesale::Call<Runtime>;

/// A conversion that meets the desk's bid and no more.
fn convert_best(amount: Balance, min_out: Balance) -> WholesaleCall {
	convert_meeting(1, amount, min_out)
}

/// A conversion that meets so many bids at most.
fn convert_meeting(max_fills: u32, amount: Balance, min_out: Balance) -> WholesaleCall {
	let deadline = System::block_number() + MINUTES;
	WholesaleCall::convert_best { class: CLASS, amount, min_out, deadline, max_fills }
}

/// What a conversion by the stranger costs at first, before it gives back what it has not met.
fn advance_fee(max_fills: u32) -> Balance {
	let transaction = sign(&stranger(), 0, 0, convert_meeting(max_fills, 500, 0));
	let length = transaction.encoded_size() as u32;
	TransactionPayment::query_info(transaction, length).partial_fee
}

fn award(beneficiary: AccountId, amount: Balance, number: u64) -> pallet_points::Call<Runtime> {
	let receipt = Receipt { book: 0, number };
	pallet_points::Call::award { class: CLASS, beneficiary, amount, receipt }
}

/// Dave buys Charlie's points for half more than the floor, and a stranger without any BHTD has 500.
fn with_desk(test: impl FnOnce(&mut Chain, AccountId)) {
	with_market(|chain| {
		let market = Market::Points(CLASS);
		apply(Dave, WholesaleCall::open_points_market { class: CLASS });
		apply(
			Dave,
			WholesaleCall::quote {
				market,
				side: Side::Bid,
				lot: 0,
				price: FixedU128::from(FLOOR * 3 / 2),
				size: 300,
				expiry: System::block_number() + HOURS,
			},
		);
		apply(Charlie, pallet_points::Call::open_receipt_book {});
		let consumer = AccountId::from(stranger().public());
		apply(Charlie, award(consumer.clone(), 500, 0));
		assert_eq!(free(consumer.clone()), 0);
		test(chain, consumer);
	});
}

/// What a node says of a transaction of the stranger's, and a block if it is included all the same.
fn refused_before_inclusion(tip: Balance, call: impl Into<RuntimeCall>) {
	let transaction = sign(&stranger(), 0, tip, call);
	let source = TransactionSource::External;
	let validity = Executive::validate_transaction(source, transaction.clone(), Default::default());
	assert_eq!(validity, Err(UNPAYABLE));
	assert_eq!(Executive::apply_extrinsic(transaction), Err(UNPAYABLE));
}

#[test]
fn consumer_without_bhtd_gets_the_best_price_and_pays_from_the_proceeds() {
	with_desk(|_, consumer| {
		let promised = Wholesale::quote_convert(CLASS, 500, 1, consumer.clone());
		let out = 300 * FLOOR * 3 / 2 + 200 * FLOOR;
		assert_eq!(promised, Some(ConversionOutcome { sold: 300, converted: 200, out }));
		let dave = Dave.to_account_id();
		let before = (Balances::total_balance_on_hold(&dave), free(TreasuryAccount::get()));
		assert_eq!(owed(Charlie, Role::Merchant), 500 * FLOOR);

		let transaction = sign(&stranger(), 0, 0, convert_best(500, out));
		assert_ok!(Executive::validate_transaction(
			TransactionSource::External,
			transaction.clone(),
			Default::default()
		));
		assert_ok!(Executive::apply_extrinsic(transaction).unwrap());

		let (fee, _) = fee_paid();
		assert!(fee > 0);
		assert_eq!(free(consumer.clone()), out - fee);
		assert_eq!(Assets::balance(CLASS, &consumer), 0);
		assert_eq!(free(TreasuryAccount::get()), before.1 + treasurys(fee));
		// What the desk has bought still circulates, the rest is back in the vault.
		assert_eq!(Assets::balance(CLASS, &dave), 300);
		assert_eq!(owed(Charlie, Role::Merchant), 300 * FLOOR);
		// The deposit and the exposure of the quote went with it.
		assert!(Balances::total_balance_on_hold(&dave) < before.0 - 300 * FLOOR * 3 / 2);
		assert_eq!(owed(Dave, Role::Operator), 0);

		// And what it got is its own to spend.
		let dest = Eve.to_account_id().into();
		let pay = pallet_balances::Call::transfer_keep_alive { dest, value: UNITS };
		assert_ok!(Executive::apply_extrinsic(sign(&stranger(), 1, 0, pay)).unwrap());
	});
}

#[test]
fn conversions_that_do_not_cover_their_fee_are_refused_before_inclusion() {
	with_desk(|_, consumer| {
		let out = Wholesale::quote_convert(CLASS, 500, 1, consumer.clone()).unwrap().out;
		let late = WholesaleCall::convert_best {
			class: CLASS,
			amount: 500,
			min_out: 0,
			deadline: 1,
			max_fills: 1,
		};
		let sell = WholesaleCall::sell {
			market: Market::Points(CLASS),
			amount: 300,
			limit: FixedU128::from(FLOOR),
			min_out: 0,
			deadline: System::block_number(),
			max_fills: 1,
		};
		// The fee is more than all that it brings.
		refused_before_inclusion(out, convert_best(500, 0));
		for call in [
			// More than there is, better than the best, nothing at all, too late.
			convert_best(501, 0),
			convert_best(500, out + 1),
			convert_best(0, 0),
			late,
			// Meeting nobody, or more than one can.
			convert_meeting(0, 500, 0),
			convert_meeting(33, 500, 0),
			// It would bring as much, but it might be that nobody buys.
			sell,
		] {
			refused_before_inclusion(0, call);
		}
		let hidden = vec![convert_best(500, out).into()];
		refused_before_inclusion(0, pallet_utility::Call::<Runtime>::batch { calls: hidden });
		assert_eq!((free(consumer.clone()), Assets::balance(CLASS, &consumer)), (0, 500));
	});
}

#[test]
fn floor_is_paid_while_the_market_is_paused() {
	with_desk(|_, consumer| {
		let market = Market::Points(CLASS);
		let pause = || WholesaleCall::pause_market { market };
		refused(Alice, pause(), FORBIDDEN);
		assert_eq!(decide(pause(), &TWO), Err(FORBIDDEN));
		assert_ok!(decide(pause(), &THREE));
		// What stops is not what lets it go on.
		let resume = || WholesaleCall::resume_market { market };
		assert_eq!(decide(resume(), &TWO), Err(FORBIDDEN));

		let out = 500 * FLOOR;
		let promised = Wholesale::quote_convert(CLASS, 500, 1, consumer.clone());
		assert_eq!(promised, Some(ConversionOutcome { sold: 0, converted: 500, out }));
		let transaction = sign(&stranger(), 0, 0, convert_best(500, out));
		assert_ok!(Executive::apply_extrinsic(transaction).unwrap());
		assert_eq!(free(consumer), out - fee_paid().0);
		assert_eq!(owed(Charlie, Role::Merchant), 0);
		assert_ok!(decide(resume(), &THREE));
	});
}

#[test]
fn points_worth_less_than_many_fills_weigh_are_converted_if_few_are_met() {
	with_desk(|_, consumer| {
		// The fee is first that of as many bids as the conversion may meet.
		let (one, most) = (advance_fee(1), advance_fee(32));
		let amount = most / FLOOR;
		let quote = |fills| Wholesale::quote_convert(CLASS, amount, fills, consumer.clone());
		let out = amount * FLOOR;
		// GIVEN points that are worth too little for the fee of many bids, and enough for that of one
		assert!(out < most && out >= one + EXISTENTIAL_DEPOSIT, "{one} {out} {most}");
		let promised = ConversionOutcome { sold: 0, converted: amount, out };
		assert_eq!([quote(1), quote(32)], [Some(promised); 2]);
		refused_before_inclusion(0, convert_meeting(32, amount, out));
		// Who has no more than that says to meet one bid at most, and gets no less for it.
		let convert = convert_meeting(1, amount, out);
		assert_ok!(Executive::apply_extrinsic(sign(&stranger(), 0, 0, convert)).unwrap());
		let (fee, _) = fee_paid();
		assert!(fee <= one);
		assert_eq!(free(consumer), out - fee);
	});
}

#[test]
fn calls_give_back_the_fee_for_the_bids_they_have_not_met() {
	with_desk(|_, _| {
		apply(Charlie, award(Eve.to_account_id(), 300, 1));
		let out = 100 * FLOOR * 3 / 2;
		// WHEN a conversion meets one bid, whether it succeeds or fails
		for (min_out, succeeds) in [(out + 1, false), (out, true)] {
			let fees = [1, 2, 32].map(|fills| {
				let (result, fee) = attempt(Eve, convert_meeting(fills, 100, min_out));
				assert_eq!(result.is_ok(), succeeds, "{result:?}");
				fee
			});
			// THEN how many it might have met makes no difference
			assert_eq!(fees, [fees[0]; 3]);
			assert!(fees[0] > 0 && fees[0] <= advance_fee(1), "{fees:?}");
		}
	});
}
