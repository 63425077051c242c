//! Reports and their purchases: promise X5.

use super::*;
use sp_runtime::DispatchResult;

fn start(test: impl FnOnce()) {
	ExtBuilder.with_campaign(|| {
		identify(ALICE);
		join_with(ALICE, 1_000);
		offer_report();
		test();
	});
}

fn accept(who: AccountId, purchase: u64) -> DispatchResult {
	DataRewards::accept_report(signed(who), purchase)
}

fn settle(purchase: u64) -> DispatchResult {
	DataRewards::settle_purchase(signed(CAROL), purchase)
}

fn resolve(percent: u32) -> DispatchResult {
	DataRewards::resolve(signed(ARBITER), 0, Permill::from_percent(percent))
}

fn escrow(who: AccountId) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&HoldReason::Escrow.into(), &who)
}

/// The wealth of reader, provider, treasury, arbiter and pot.
fn purses() -> [Balance; 5] {
	[READER, PROVIDER, TREASURY, ARBITER, DataRewards::pot(0)].map(wealth)
}

fn changes(before: [Balance; 5]) -> [i128; 5] {
	let after = purses();
	core::array::from_fn(|i| after[i] as i128 - before[i] as i128)
}

fn offer_error(change: impl FnOnce(&mut OfferOf<Test>), error: Error<Test>) {
	let mut offer = offer();
	change(&mut offer);
	assert_noop!(DataRewards::offer_report(signed(PROVIDER), 0, offer), error);
}

#[test]
fn a_report_is_offered_and_withdrawn() {
	start(|| {
		assert_eq!(
			last_event(),
			Event::ReportOffered { report: 0, campaign: 0, price: PRICE }.into()
		);
		let report = DataRewards::report(0).unwrap();
		assert_eq!((report.campaign, report.provider, report.offer), (0, PROVIDER, offer()));
		let withdraw = |who| DataRewards::withdraw_report(signed(who), 0);
		assert_noop!(withdraw(SPONSOR), Error::<Test>::NotProvider);
		assert_ok!(withdraw(PROVIDER));
		assert_eq!(last_event(), Event::ReportWithdrawn { report: 0 }.into());
		assert_eq!(free(PROVIDER), ENDOWMENT);
		assert_noop!(withdraw(PROVIDER), Error::<Test>::ReportNotFound);
		assert_noop!(buy_report(READER), Error::<Test>::ReportNotFound);
	});
}

#[test]
fn offers_that_make_no_sense_are_refused() {
	start(|| {
		use Error::*;
		let arbiters = |list: Vec<Arbiter<AccountId>>| list.try_into().unwrap();
		offer_error(|offer| offer.price = 0, PriceIsZero);
		offer_error(|offer| offer.arbiters = arbiters(vec![]), NoArbiters);
		let twice = vec![arbiter(JUDGE), arbiter(ARBITER), arbiter(JUDGE)];
		offer_error(|offer| offer.arbiters = arbiters(twice), DuplicateArbiter);
		let fee = Permill::from_parts(HIGHEST_ARBITER_FEE.deconstruct() + 1);
		let dear = vec![Arbiter { fee, ..arbiter(JUDGE) }];
		offer_error(|offer| offer.arbiters = arbiters(dear), ArbiterFeeTooHigh);
		for party in [PROVIDER, SPONSOR] {
			let parties = vec![arbiter(ARBITER), arbiter(party)];
			offer_error(|offer| offer.arbiters = arbiters(parties), ArbiterIsParty);
		}
		NextReport::<Test>::put(u32::MAX);
		offer_error(|_| (), NoReportIdLeft);
		NextReport::<Test>::put(1);
	});
}

#[test]
fn only_the_provider_offers_and_only_with_enough_contributors() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { minimum: 2, ..terms() });
		join_with(ALICE, 1);
		offer_error(|_| (), Error::TooFewContributors);
		join_with(BOB, 1);
		assert_noop!(
			DataRewards::offer_report(signed(SPONSOR), 0, offer()),
			Error::<Test>::NotProvider
		);
		assert_noop!(
			DataRewards::offer_report(signed(PROVIDER), 1, offer()),
			Error::<Test>::CampaignNotFound
		);
		offer_report();
		advance_to(CLOSES);
		offer_error(|_| (), Error::TooLate);
	});
}

#[test]
fn the_price_is_held_in_the_buyers_account() {
	start(|| {
		let before = wealth(READER);
		assert_ok!(buy_report(READER));
		let deadline = FROM + DELIVERY;
		let event = Event::ReportBought {
			purchase: 0,
			report: 0,
			buyer: READER,
			price: PRICE,
			arbiter: ARBITER,
			deadline,
		};
		assert_eq!(last_event(), event.into());
		assert_eq!((escrow(READER), wealth(READER)), (PRICE, before));
		let purchase = DataRewards::purchase(0).unwrap();
		assert_eq!((purchase.state, purchase.deadline), (PurchaseState::Paid, deadline));
		assert_eq!((purchase.content, purchase.price), (hash(4), PRICE));
		assert_eq!(ledger().purchases, 1);
	});
}

#[test]
fn purchases_that_make_no_sense_are_refused() {
	start(|| {
		let buy = |who, arbiter, most| DataRewards::buy_report(signed(who), 0, arbiter, most);
		assert_noop!(buy(PROVIDER, ARBITER, PRICE), Error::<Test>::OwnReport);
		assert_noop!(buy(READER, ARBITER, PRICE - 1), Error::<Test>::AboveMaxPrice);
		assert_noop!(buy(READER, CAROL, PRICE), Error::<Test>::ArbiterNotAccepted);
		assert_noop!(buy(ARBITER, ARBITER, PRICE), Error::<Test>::ArbiterIsParty);
		join(JUDGE);
		assert_noop!(buy(READER, JUDGE, PRICE), Error::<Test>::ArbiterIsParty);
		assert!(buy(77, ARBITER, PRICE).is_err());
		NextPurchase::<Test>::put(u64::MAX);
		assert_noop!(buy(READER, ARBITER, PRICE), Error::<Test>::NoPurchaseIdLeft);
		NextPurchase::<Test>::put(0);
		assert_ok!(Margin::announce_exit(signed(ARBITER), bhtd_primitives::Role::Operator));
		assert_noop!(buy(READER, ARBITER, PRICE), Error::<Test>::ArbiterNotActive);
		advance_to(CLOSES);
		assert_noop!(buy(READER, ARBITER, PRICE), Error::<Test>::TooLate);
	});
}

#[test]
fn a_report_outlives_its_campaign_but_cannot_be_bought() {
	start(|| {
		advance_to(CLOSES);
		assert_ok!(claim(ALICE));
		assert_ok!(DataRewards::close_campaign(signed(CAROL), 0));
		assert_noop!(buy_report(READER), Error::<Test>::CampaignNotFound);
		assert_ok!(DataRewards::withdraw_report(signed(PROVIDER), 0));
	});
}

#[test]
fn what_is_accepted_is_split_as_agreed() {
	start(|| {
		let before = purses();
		let purchase = delivered();
		assert_ok!(accept(READER, purchase));
		let released = Parts { contributors: 5_000, provider: 3_000, treasury: 2_000 };
		let event = Event::PurchaseSettled { purchase, released, arbiter_fee: 0, refund: 0 };
		assert_eq!(last_event(), event.into());
		assert_eq!(changes(before), [-10_000, 3_000, 2_000, 0, 5_000]);
		assert_eq!((escrow(READER), ledger().purchases, ledger().income), (0, 0, 5_000));
		assert_eq!(ledger().funded, FUNDS + 5_000);
		assert_eq!(DataRewards::purchase(0), None);
	});
}

#[test]
fn the_rest_of_a_split_is_the_contributors() {
	ExtBuilder.build_and_execute(|| {
		let split = Split { contributors: 3_333, provider: 3_333, treasury: 3_334 };
		open(Terms { split, ..terms() });
		join_with(ALICE, 1);
		let odd = Offer { price: 101, ..offer() };
		assert_ok!(DataRewards::offer_report(signed(PROVIDER), 0, odd));
		assert_ok!(accept(READER, delivered()));
		let parts = Parts { contributors: 35, provider: 33, treasury: 33 };
		assert!(matches!(
			last_event(),
			RuntimeEvent::DataRewards(Event::PurchaseSettled { released, .. }) if released == parts
		));
	});
}

#[test]
fn income_streams_over_the_window_and_none_of_it_is_the_providers() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { provider_share: Permill::from_percent(50), ..terms() });
		identify(ALICE);
		identify(BOB);
		join_with(ALICE, 100);
		offer_report();
		let purchase = delivered();
		advance_to(FROM + 50);
		assert_ok!(accept(READER, purchase));
		// Joining now gives a share of the blocks to come, and of nothing at once.
		join_with(BOB, 100);
		assert_eq!((accrued(ALICE), accrued(BOB)), (25_000, 0));
		advance_to(FROM + 60);
		assert_eq!((accrued(ALICE), accrued(BOB)), (28_000, 3_000));
		assert_eq!(ledger().provider, 30_000);
		advance_to(UNTIL);
		assert_eq!((accrued(ALICE), accrued(BOB)), (40_000, 15_000));
	});
}

#[test]
fn income_after_the_window_is_shared_at_once_by_those_who_were_there() {
	start(|| {
		identify(BOB);
		join_with(BOB, 3_000);
		advance_to(UNTIL);
		let before = (accrued(ALICE), accrued(BOB));
		let purchase = delivered();
		assert_noop!(consent(CAROL), Error::<Test>::DataAccountNotFound);
		assert_ok!(accept(READER, purchase));
		assert_eq!((accrued(ALICE), accrued(BOB)), (before.0 + 1_250, before.1 + 3_750));
	});
}

#[test]
fn income_that_meets_nobody_waits() {
	start(|| {
		let purchase = delivered();
		assert_ok!(DataRewards::revoke(signed(ALICE), 0));
		advance_to(UNTIL);
		assert_ok!(accept(READER, purchase));
		assert_eq!(ledger().waiting, FUNDS + 5_000);
	});
}

#[test]
fn what_is_not_delivered_is_refunded() {
	start(|| {
		let before = purses();
		assert_ok!(buy_report(READER));
		advance_to(FROM + DELIVERY - 1);
		assert_noop!(settle(0), Error::<Test>::DeadlineNotReached);
		advance_to(FROM + DELIVERY);
		let deliver = || DataRewards::deliver_report(signed(PROVIDER), 0, hash(5), pointer());
		assert_noop!(deliver(), Error::<Test>::DeadlinePassed);
		assert_ok!(settle(0));
		assert_eq!(changes(before), [0; 5]);
		assert_eq!((escrow(READER), free(READER)), (0, ENDOWMENT));
		let nothing = Parts { contributors: 0, provider: 0, treasury: 0 };
		let event = Event::PurchaseSettled {
			purchase: 0,
			released: nothing,
			arbiter_fee: 0,
			refund: PRICE,
		};
		assert_eq!(last_event(), event.into());
		assert_noop!(settle(0), Error::<Test>::PurchaseNotFound);
	});
}

#[test]
fn delivery_starts_the_time_for_objections() {
	start(|| {
		assert_ok!(buy_report(READER));
		advance_to(FROM + DELIVERY - 1);
		let deliver = |who| DataRewards::deliver_report(signed(who), 0, hash(5), pointer());
		assert_noop!(deliver(SPONSOR), Error::<Test>::NotProvider);
		assert_noop!(accept(READER, 0), Error::<Test>::WrongState);
		assert_ok!(deliver(PROVIDER));
		let deadline = FROM + DELIVERY - 1 + OBJECTION;
		let event =
			Event::ReportDelivered { purchase: 0, hash: hash(5), pointer: pointer(), deadline };
		assert_eq!(last_event(), event.into());
		assert_noop!(deliver(PROVIDER), Error::<Test>::WrongState);
		assert_noop!(
			DataRewards::deliver_report(signed(PROVIDER), 1, hash(5), pointer()),
			Error::<Test>::PurchaseNotFound
		);
		advance_to(deadline - 1);
		assert_noop!(settle(0), Error::<Test>::DeadlineNotReached);
		advance_to(deadline);
		let late = DataRewards::dispute(signed(READER), 0, hash(6));
		assert_noop!(late, Error::<Test>::DeadlinePassed);
		let before = purses();
		assert_ok!(settle(0));
		assert_eq!(changes(before), [-10_000, 3_000, 2_000, 0, 5_000]);
	});
}

#[test]
fn only_the_buyer_accepts_and_disputes() {
	start(|| {
		let purchase = delivered();
		for who in [PROVIDER, SPONSOR, ARBITER] {
			assert_noop!(accept(who, purchase), Error::<Test>::NotBuyer);
			assert_noop!(
				DataRewards::dispute(signed(who), purchase, hash(6)),
				Error::<Test>::NotBuyer
			);
		}
		assert_noop!(accept(READER, 1), Error::<Test>::PurchaseNotFound);
		assert_noop!(
			DataRewards::dispute(signed(READER), 1, hash(6)),
			Error::<Test>::PurchaseNotFound
		);
	});
}

#[test]
fn a_dispute_stops_the_release_until_the_arbiter_decides() {
	start(|| {
		let before = purses();
		disputed();
		let deadline = FROM + ARBITRATION;
		let event = Event::Disputed { purchase: 0, evidence: hash(6), deadline };
		assert_eq!(last_event(), event.into());
		assert_noop!(accept(READER, 0), Error::<Test>::WrongState);
		let again = DataRewards::dispute(signed(READER), 0, hash(6));
		assert_noop!(again, Error::<Test>::WrongState);
		advance_to(deadline - 1);
		assert_noop!(settle(0), Error::<Test>::DeadlineNotReached);
		assert_ok!(resolve(30));
		// A tenth for the arbiter; three tenths of the rest are released.
		let released = Parts { contributors: 1_350, provider: 810, treasury: 540 };
		let event =
			Event::PurchaseSettled { purchase: 0, released, arbiter_fee: 1_000, refund: 6_300 };
		assert_eq!(last_event(), event.into());
		assert_eq!(changes(before), [-3_700, 810, 540, 1_000, 1_350]);
		assert_eq!(escrow(READER), 0);
	});
}

#[test]
fn an_arbiter_decides_for_one_or_the_other_as_well() {
	for (percent, expected) in
		[(0, [-1_000, 0, 0, 1_000, 0]), (100, [-10_000, 2_700, 1_800, 1_000, 4_500])]
	{
		start(|| {
			let before = purses();
			disputed();
			assert_ok!(resolve(percent));
			assert_eq!(changes(before), expected);
		});
	}
}

#[test]
fn a_decision_is_rounded_for_the_buyer() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1);
		let odd = Offer { price: 119, ..offer() };
		assert_ok!(DataRewards::offer_report(signed(PROVIDER), 0, odd));
		let before = purses();
		disputed();
		assert_ok!(resolve(33));
		// Of 11.9 planck the arbiter gets 11, and of 35.64 the others 35.
		assert_eq!(changes(before), [-46, 10, 7, 11, 18]);
	});
}

#[test]
fn the_silence_of_an_arbiter_gives_half_to_each() {
	start(|| {
		let before = purses();
		disputed();
		advance_to(FROM + ARBITRATION);
		assert_noop!(resolve(0), Error::<Test>::DeadlinePassed);
		assert_ok!(settle(0));
		assert_eq!(changes(before), [-5_000, 1_500, 1_000, 0, 2_500]);
	});
}

#[test]
fn only_the_arbiter_decides_and_only_a_dispute() {
	start(|| {
		delivered();
		assert_noop!(resolve(0), Error::<Test>::WrongState);
		assert_ok!(DataRewards::dispute(signed(READER), 0, hash(6)));
		for who in [READER, PROVIDER, SPONSOR, JUDGE] {
			let decision = DataRewards::resolve(signed(who), 0, Permill::one());
			assert_noop!(decision, Error::<Test>::NotArbiter);
		}
		let other = DataRewards::resolve(signed(ARBITER), 1, Permill::one());
		assert_noop!(other, Error::<Test>::PurchaseNotFound);
	});
}

#[test]
fn a_frozen_buyer_pays_all_the_same() {
	use frame_support::traits::fungible::MutateFreeze;
	start(|| {
		let purchase = delivered();
		assert_ok!(Balances::set_freeze(&1, &READER, ENDOWMENT));
		let before = free(PROVIDER);
		assert_ok!(accept(READER, purchase));
		assert_eq!(free(PROVIDER), before + 3_000);
	});
}

#[test]
fn what_an_account_that_is_gone_cannot_be_paid_goes_to_the_treasury() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { provider: 77, ..terms() });
		identify(ALICE);
		join_with(ALICE, 1);
		assert_ok!(Balances::transfer_allow_death(signed(CAROL), 77, 10_000));
		let small = Offer { price: 20, ..offer() };
		assert_ok!(DataRewards::offer_report(signed(77), 0, small));
		assert_ok!(buy_report(READER));
		assert_ok!(DataRewards::deliver_report(signed(77), 0, hash(5), pointer()));
		assert_ok!(DataRewards::withdraw_report(signed(77), 0));
		assert_ok!(Balances::transfer_all(signed(77), CAROL, false));
		let before = purses();
		assert_ok!(accept(READER, 0));
		// Six planck do not bring the provider back; four are the treasury's anyway.
		assert_eq!((wealth(77), changes(before)), (0, [-20, 0, 10, 0, 10]));
	});
}

#[test]
fn a_signature_is_needed() {
	start(|| {
		for origin in unsigned() {
			let again = || origin.clone();
			assert_noop!(DataRewards::offer_report(again(), 0, offer()), BadOrigin);
			assert_noop!(DataRewards::withdraw_report(again(), 0), BadOrigin);
			assert_noop!(DataRewards::buy_report(again(), 0, ARBITER, PRICE), BadOrigin);
			assert_noop!(DataRewards::deliver_report(again(), 0, hash(5), pointer()), BadOrigin);
			assert_noop!(DataRewards::accept_report(again(), 0), BadOrigin);
			assert_noop!(DataRewards::dispute(again(), 0, hash(6)), BadOrigin);
			assert_noop!(DataRewards::resolve(again(), 0, Permill::one()), BadOrigin);
			assert_noop!(DataRewards::settle_purchase(again(), 0), BadOrigin);
		}
	});
}
