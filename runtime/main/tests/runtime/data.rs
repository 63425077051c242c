//! Data rewards on whole blocks: from an order of the store to a person who is paid for its receipt.

use crate::{
	chain::{decide, Chain},
	common::{fee_paid, free, sign_as, UNPAYABLE},
	enactment::{THREE, TWO},
	exchange::identify,
	store::{apply, attempt, order, protocol_fee, treasurys, wealth, with_shop, FIRST, PRICE},
};
use bhtd_primitives::{OnCompletion, OrderId};
use bhtd_runtime::{
	configs::{data::PayoutShare, monetary::TreasuryAccount},
	constants::{
		currency::{EXISTENTIAL_DEPOSIT, UNITS},
		time::{DAYS, MINUTES},
	},
	AccountId, Balance, Balances, DataRewards, Executive, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason, System,
};
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	traits::{fungible::InspectHold, Get},
};
use pallet_data_rewards::{
	ledger::Window, Call, Error, Event, HoldReason, KeptReceipt, Offer, Split, Terms, TermsOf,
};
use pallet_identity::Judgement;
use pallet_store::WeightInfo;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{transaction_validity::TransactionSource, DispatchError, Permill};

type DataCall = Call<Runtime>;

pub const CAMPAIGN: u32 = 0;
const FUNDS: Balance = 100 * UNITS;
/// The protocol fee of an order of one piece.
const FEE: Balance = PRICE / 100;

fn terms() -> TermsOf<Runtime> {
	let from = System::block_number();
	Terms {
		purpose: b"Which coffee people like".to_vec().try_into().unwrap(),
		schema: Default::default(),
		categories: Default::default(),
		merchants: vec![Charlie.to_account_id()].try_into().unwrap(),
		window: Window { from, until: from + 3 * MINUTES, closes: from + 4 * MINUTES },
		cap_per_receipt: UNITS,
		cap_per_person: 10 * UNITS,
		provider: Dave.to_account_id(),
		provider_share: Permill::from_percent(10),
		minimum: 1,
		split: Split { contributors: 5_000, provider: 4_000, treasury: 1_000 },
	}
}

/// One of every call, in the order of their indices.
pub fn every_call() -> Vec<DataCall> {
	let (campaign, report, purchase) = (CAMPAIGN, 0, 0);
	let offer = Offer { price: UNITS, content: Default::default(), arbiters: Default::default() };
	let (hash, pointer) = (Default::default(), Default::default);
	vec![
		Call::open_data_account { slots: 4 },
		Call::close_data_account {},
		Call::open_campaign { terms: terms(), funds: FUNDS },
		Call::add_funds { campaign, amount: UNITS },
		Call::lower_provider_share { campaign, share: Permill::zero() },
		Call::close_campaign { campaign },
		Call::consent { campaign, commitment: hash, pointer: pointer() },
		Call::revoke { campaign },
		Call::contribute { campaign, receipts: Default::default(), commitment: hash },
		Call::claim { campaign },
		Call::deliver { campaign, batch: hash, pointer: pointer() },
		Call::offer_report { campaign, offer },
		Call::withdraw_report { report },
		Call::buy_report { report, arbiter: Ferdie.to_account_id(), max_price: UNITS },
		Call::deliver_report { purchase, hash, pointer: pointer() },
		Call::accept_report { purchase },
		Call::dispute { purchase, evidence: hash },
		Call::resolve { purchase, released: Permill::one() },
		Call::settle_purchase { purchase },
		Call::set_opening_paused { paused: true },
		Call::close_record { campaign, who: Ferdie.to_account_id() },
	]
}

/// What of the deposits of this pallet somebody pays.
fn deposits(name: Sr25519Keyring) -> Balance {
	let reason = RuntimeHoldReason::DataRewards(HoldReason::Deposit);
	Balances::balance_on_hold(&reason, &name.to_account_id())
}

/// Somebody buys a piece of Charlie's product, and gets it.
fn purchase(name: Sr25519Keyring, number: u64) -> OrderId {
	let order_id = OrderId { number, ..FIRST };
	order(name, 1);
	apply(Charlie, pallet_store::Call::ship { order: order_id });
	apply(name, pallet_store::Call::confirm { order: order_id });
	order_id
}

fn contribute(receipts: Vec<u64>) -> DataCall {
	let commitment = Default::default();
	Call::contribute { campaign: CAMPAIGN, receipts: receipts.try_into().unwrap(), commitment }
}

pub fn claim() -> DataCall {
	Call::claim { campaign: CAMPAIGN }
}

/// Alice has paid for a campaign of which Dave is the provider, and Eve contributes the receipt of an
/// order.
pub fn with_contribution(test: impl FnOnce(&mut Chain)) {
	with_shop(|chain| {
		apply(Alice, Call::open_campaign { terms: terms(), funds: FUNDS });
		apply(Eve, Call::open_data_account { slots: 4 });
		let (commitment, pointer) = (Default::default(), Default::default());
		apply(Eve, Call::consent { campaign: CAMPAIGN, commitment, pointer });
		purchase(Eve, 0);
		apply(Eve, contribute(vec![0]));
		test(chain);
	});
}

/// What a claim of Eve's brings now, in planck.
fn payable() -> Balance {
	DataRewards::claimable(CAMPAIGN, Eve.to_account_id()).unwrap().payable
}

#[test]
fn receipts_of_completed_orders_are_kept_for_who_wants_them() {
	with_shop(|_| {
		let of = |name: Sr25519Keyring| DataRewards::data_account(name.to_account_id());
		apply(Eve, Call::open_data_account { slots: 1 });
		assert!(deposits(Eve) > 0);
		// GIVEN an order that is paid but not delivered
		order(Eve, 1);
		assert!(of(Eve).unwrap().receipts.is_empty());
		// WHEN it completes
		apply(Charlie, pallet_store::Call::ship { order: FIRST });
		apply(Eve, pallet_store::Call::confirm { order: FIRST });
		// THEN its receipt says what was paid to whom, and the fee
		let kept = |number, order, net| KeptReceipt {
			number,
			order,
			merchant: Charlie.to_account_id(),
			category: 0,
			net,
			fee: protocol_fee(net),
			block: System::block_number(),
		};
		assert_eq!(protocol_fee(PRICE), FEE);
		assert_eq!(of(Eve).unwrap().receipts, [kept(0, FIRST, PRICE)]);

		// One that is cancelled leaves none, and whoever has no data account keeps none.
		let second = OrderId { number: 1, ..FIRST };
		order(Eve, 1);
		apply(Charlie, pallet_store::Call::cancel { order: second });
		purchase(Ferdie, 2);
		assert_eq!(of(Ferdie), None);
		// The next one makes the oldest leave.
		let third = purchase(Eve, 3);
		assert_eq!(of(Eve).unwrap().receipts, [kept(1, third, PRICE)]);
		assert_eq!(of(Eve).unwrap().account.fees, 2 * FEE);

		apply(Eve, Call::close_data_account {});
		assert_eq!((of(Eve), deposits(Eve)), (None, 0));
	});
}

#[test]
fn campaign_pays_for_a_receipt_and_never_more_than_its_fee_allows() {
	with_contribution(|chain| {
		let pot = DataRewards::pot(CAMPAIGN);
		assert_eq!(free(pot.clone()), FUNDS + EXISTENTIAL_DEPOSIT);
		// WHEN much more has accrued than the fee of the receipt
		chain.until_block(5);
		let bound = PayoutShare::get() * FEE;
		let view = DataRewards::claimable(CAMPAIGN, Eve.to_account_id()).unwrap();
		assert_eq!((view.weight, view.payable), (FEE, bound));
		assert!(view.reserved > UNITS);
		// THEN she is paid the bound, out of the pot, and no more for the time being
		let before = (wealth(Eve), free(pot.clone()), Balances::total_issuance());
		let fee = apply(Eve, claim());
		assert_eq!(wealth(Eve), before.0 + bound - fee);
		assert_eq!(free(pot.clone()), before.1 - bound);
		assert_eq!(Balances::total_issuance(), before.2);
		assert_eq!(attempt(Eve, claim()).0, Err(Error::<Runtime>::NothingToClaim.into()));
		// Of what the purchase has cost her, no part that counts is back: the fee burns more than that.
		assert!(bound < FEE / 2);

		// The provider is paid for what it delivers.
		let dave = wealth(Dave);
		let (batch, pointer) = (Default::default(), Default::default());
		let fee = apply(Dave, Call::deliver { campaign: CAMPAIGN, batch, pointer });
		let delivered = DataRewards::campaign(CAMPAIGN).unwrap().ledger.delivered;
		assert!(delivered > 0);
		assert_eq!(wealth(Dave), dave + delivered - fee);

		// WHEN the campaign is over. The first block of a session has room for nothing but itself.
		chain.until_block(2 + 4 * MINUTES);
		let held = Balances::total_balance_on_hold(&Alice.to_account_id());
		let treasury = free(TreasuryAccount::get());
		let fee = apply(Eve, claim());
		// THEN what accrued to her beyond the bound is the treasury's: no sponsor gains by the bound
		let forfeited = chain.find(|event| match event {
			RuntimeEvent::DataRewards(Event::RecordClosed { forfeited, .. }) => Some(forfeited),
			_ => None,
		});
		let forfeited = forfeited.expect("the record was closed");
		assert!(forfeited > 0);
		assert_eq!(free(TreasuryAccount::get()), treasury + forfeited + treasurys(fee));
		let alice = wealth(Alice);
		apply(Ferdie, Call::close_campaign { campaign: CAMPAIGN });
		// And the sponsor has back what was for nobody.
		let left = FUNDS - bound - delivered - forfeited;
		assert!(left > 0);
		assert_eq!(wealth(Alice), alice + left + EXISTENTIAL_DEPOSIT);
		assert!(Balances::total_balance_on_hold(&Alice.to_account_id()) < held);
		assert_eq!((free(pot), DataRewards::campaign(CAMPAIGN)), (0, None));
		apply(Eve, Call::close_data_account {});
		assert_eq!((deposits(Eve), deposits(Alice)), (0, 0));
	});
}

#[test]
fn person_whom_a_registrar_knows_is_paid_all_that_has_accrued() {
	with_contribution(|chain| {
		chain.next();
		let bound = PayoutShare::get() * FEE;
		let accrued = || {
			let view = DataRewards::claimable(CAMPAIGN, Eve.to_account_id()).unwrap();
			view.payable + view.reserved
		};
		// It is not enough that somebody looks plausible: so does everybody with many accounts.
		for judgement in [Judgement::Unknown, Judgement::LowQuality, Judgement::Reasonable] {
			identify(Eve, judgement);
			assert_eq!(payable(), bound);
		}
		identify(Eve, Judgement::KnownGood);
		// What streams in a block is shared by nobody else.
		assert!(payable() > bound && payable() == accrued());
		let (before, paid) = (wealth(Eve), payable());
		let fee = apply(Eve, claim());
		assert_eq!(wealth(Eve), before + paid - fee);
	});
}

#[test]
fn contributor_without_spendable_bhtd_pays_for_the_claim_from_what_it_brings() {
	with_contribution(|chain| {
		// GIVEN a contributor who has nothing but her deposits, and what keeps her account
		let eve: AccountId = Eve.to_account_id();
		let dest = Ferdie.to_account_id().into();
		apply(Eve, pallet_balances::Call::transfer_all { dest, keep_alive: true });
		assert_eq!(free(eve.clone()), EXISTENTIAL_DEPOSIT);
		let unpayable = |tip, call: RuntimeCall| {
			let transaction = sign_as(Eve, tip, call);
			let source = TransactionSource::External;
			let validity =
				Executive::validate_transaction(source, transaction.clone(), Default::default());
			assert_eq!(validity, Err(UNPAYABLE));
			assert_eq!(Executive::apply_extrinsic(transaction), Err(UNPAYABLE));
		};
		// Nothing has accrued in the block of the contribution.
		assert_eq!(payable(), 0);
		assert_eq!(Executive::apply_extrinsic(sign_as(Eve, 0, claim())), Err(UNPAYABLE));

		// WHEN something has
		chain.next();
		let payout = payable();
		assert_eq!(payout, PayoutShare::get() * FEE);
		unpayable(payout, claim().into());
		unpayable(0, Call::<Runtime>::claim { campaign: 7 }.into());
		unpayable(0, Call::<Runtime>::revoke { campaign: CAMPAIGN }.into());
		unpayable(0, pallet_utility::Call::batch { calls: vec![claim().into()] }.into());
		assert_eq!(free(eve.clone()), EXISTENTIAL_DEPOSIT);

		// THEN the fee comes out of it
		let treasury = free(TreasuryAccount::get());
		assert_ok!(Executive::apply_extrinsic(sign_as(Eve, 0, claim())).unwrap());
		let (fee, _) = fee_paid();
		assert!(fee > 0 && fee < payout);
		assert_eq!(free(eve), EXISTENTIAL_DEPOSIT + payout - fee);
		assert_eq!(free(TreasuryAccount::get()), treasury + treasurys(fee));
	});
}

#[test]
fn buying_from_oneself_for_the_rewards_loses_money() {
	with_shop(|chain| {
		// GIVEN a merchant who also is the buyer, and a campaign that nobody else contributes to
		apply(Alice, Call::open_campaign { terms: terms(), funds: FUNDS });
		let together = || wealth(Charlie) + wealth(Ferdie);
		let before = together();
		let (commitment, pointer) = (Default::default(), Default::default());
		let mut fees = apply(Ferdie, Call::open_data_account { slots: 4 });
		fees += apply(Ferdie, Call::consent { campaign: CAMPAIGN, commitment, pointer });
		for number in 0..4 {
			let order_id = OrderId { number, ..FIRST };
			fees += order(Ferdie, 1);
			fees += apply(Charlie, pallet_store::Call::ship { order: order_id });
			fees += apply(Ferdie, pallet_store::Call::confirm { order: order_id });
			fees += apply(Ferdie, contribute(vec![number]));
		}
		chain.until_block(5);
		fees += apply(Ferdie, claim());
		// THEN what was paid is less than what was burnt
		let paid = PayoutShare::get() * (4 * FEE);
		assert_eq!(together(), before + paid - 4 * FEE - fees);
		assert!(paid < 4 * FEE / 2);
	});
}

#[test]
fn completing_an_order_weighs_what_keeping_its_receipt_does() {
	type Store = <Runtime as pallet_store::Config>::WeightInfo;
	let hook = <DataRewards as OnCompletion<AccountId, Balance>>::weight();
	assert!(hook.ref_time() > 0);
	let weight =
		|call: pallet_store::Call<Runtime>| RuntimeCall::from(call).get_dispatch_info().call_weight;
	let order = FIRST;
	assert_eq!(weight(pallet_store::Call::confirm { order }), Store::confirm() + hook);
	assert_eq!(weight(pallet_store::Call::settle { order }), Store::settle() + hook);
	assert_eq!(weight(pallet_store::Call::cancel { order }), Store::cancel());
}

#[test]
fn more_than_half_stop_new_campaigns_and_nothing_else() {
	with_contribution(|chain| {
		let pause = |paused| Call::<Runtime>::set_opening_paused { paused };
		let open = || Call::<Runtime>::open_campaign { terms: terms(), funds: FUNDS };
		for name in [Alice, Bob, Eve] {
			assert_eq!(attempt(name, pause(true)).0, Err(DispatchError::BadOrigin));
		}
		assert_eq!(decide(pause(true), &TWO), Err(DispatchError::BadOrigin));
		assert_ok!(decide(pause(true), &THREE));
		let paused = Error::<Runtime>::OpeningPaused;
		assert_eq!(attempt(Bob, open()).0, Err(paused.into()));
		chain.next();
		apply(Eve, claim());
		assert_ok!(decide(pause(false), &THREE));
		apply(Bob, open());
	});
}

#[test]
fn periods_are_days_on_live_networks_and_minutes_on_others() {
	let periods = || -> [u32; 6] {
		[
			<Runtime as pallet_data_rewards::Config>::QuietPeriod::get(),
			<Runtime as pallet_data_rewards::Config>::ShortestAftermath::get(),
			<Runtime as pallet_data_rewards::Config>::GracePeriod::get(),
			<Runtime as pallet_data_rewards::Config>::DeliveryPeriod::get(),
			<Runtime as pallet_data_rewards::Config>::ObjectionPeriod::get(),
			<Runtime as pallet_data_rewards::Config>::ArbitrationPeriod::get(),
		]
	};
	sp_io::TestExternalities::new_empty().execute_with(|| {
		assert_eq!(periods(), [DAYS, 7 * DAYS, 30 * DAYS, 30 * DAYS, 7 * DAYS, 14 * DAYS]);
	});
	with_shop(|_| {
		assert_eq!(periods(), [MINUTES, MINUTES, MINUTES, 2 * MINUTES, MINUTES, 2 * MINUTES]);
	});
}
