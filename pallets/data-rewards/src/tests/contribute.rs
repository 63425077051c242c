//! `contribute`: promise X3.

use super::*;

#[test]
fn the_fee_of_a_receipt_is_its_weight() {
	ExtBuilder.with_campaign(|| {
		join(ALICE);
		advance_to(FROM);
		let first = buy(ALICE, 70);
		let second = buy(ALICE, 30);
		assert_ok!(contribute(ALICE, &[first, second]));
		assert_eq!(
			last_event(),
			Event::Contributed { campaign: 0, who: ALICE, weight: 100, commitment: hash(3) }.into()
		);
		assert_eq!((ledger().contributors, ledger().accumulator.weight()), (1, 100));
		assert_eq!(Contributors::<Test>::get(0, ALICE).unwrap().fees, 100);
	});
}

#[test]
fn weights_share_the_stream_from_the_block_they_come_in() {
	ExtBuilder.with_campaign(|| {
		for who in [ALICE, BOB] {
			identify(who);
		}
		join_with(ALICE, 1);
		advance_to(FROM + 10);
		join_with(BOB, 3);
		advance_to(FROM + 20);
		let number = buy(ALICE, 4);
		assert_ok!(contribute(ALICE, &[number]));
		advance_to(FROM + 30);
		assert_eq!((accrued(ALICE), accrued(BOB)), (10_000 + 2_500 + 6_250, 7_500 + 3_750));
	});
}

#[test]
fn weight_is_capped_for_a_receipt_and_for_a_person() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { cap_per_receipt: 50, cap_per_person: 120, ..terms() });
		join_with(ALICE, 70);
		assert_eq!(claimable(ALICE).weight, 50);
		let second = buy(ALICE, 49);
		let third = buy(ALICE, 1_000);
		assert_ok!(contribute(ALICE, &[second, third]));
		assert_eq!(claimable(ALICE).weight, 120);
		// The bound of what is paid counts the fees, not the weight.
		assert_eq!(Contributors::<Test>::get(0, ALICE).unwrap().fees, 1_119);
		let fourth = buy(ALICE, 10);
		assert_noop!(contribute(ALICE, &[fourth]), Error::<Test>::WeightAtCap);
	});
}

#[test]
fn a_receipt_counts_once_in_a_campaign() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 70);
		assert_noop!(contribute(ALICE, &[0]), Error::<Test>::ReceiptUsed);
		let (second, third) = (buy(ALICE, 1), buy(ALICE, 1));
		for list in [vec![third, third], vec![third, second], vec![second, second]] {
			assert_noop!(contribute(ALICE, &list), Error::<Test>::ReceiptUsed);
		}
		assert_ok!(contribute(ALICE, &[third]));
		// One that was left out is passed for ever.
		assert_noop!(contribute(ALICE, &[second]), Error::<Test>::ReceiptUsed);
	});
}

#[test]
fn a_receipt_counts_in_every_campaign() {
	ExtBuilder.with_campaign(|| {
		open(terms());
		join_with(ALICE, 70);
		assert_ok!(DataRewards::consent(signed(ALICE), 1, hash(2), pointer()));
		assert_ok!(contribute_to(1, ALICE, &[0]));
		let weight = |campaign| DataRewards::claimable(campaign, ALICE).unwrap().weight;
		assert_eq!((weight(0), weight(1)), (70, 70));
	});
}

#[test]
fn receipts_must_be_there_still() {
	ExtBuilder.with_campaign(|| {
		join(ALICE);
		advance_to(FROM);
		for _ in 0..=MAX_SLOTS {
			buy(ALICE, 1);
		}
		for number in [0, u64::from(MAX_SLOTS) + 1, u64::MAX] {
			assert_noop!(contribute(ALICE, &[number]), Error::<Test>::ReceiptNotFound);
		}
		assert_ok!(contribute(ALICE, &[1]));
		assert_noop!(contribute(ALICE, &[]), Error::<Test>::NoReceipts);
	});
}

#[test]
fn receipts_are_of_the_window() {
	ExtBuilder.with_campaign(|| {
		join(ALICE);
		join(BOB);
		advance_to(FROM - 1);
		let early = buy(ALICE, 1);
		assert_noop!(contribute(ALICE, &[early]), Error::<Test>::ReceiptTooOld);
		advance_to(FROM);
		let first = buy(ALICE, 1);
		assert_noop!(contribute(ALICE, &[early, first]), Error::<Test>::ReceiptTooOld);
		assert_ok!(contribute(ALICE, &[first]));
		advance_to(UNTIL - QUIET - 1);
		let last = buy(ALICE, 1);
		assert_ok!(contribute(ALICE, &[last]));
		let late = buy(BOB, 1);
		advance_to(UNTIL - QUIET);
		assert_noop!(contribute(BOB, &[late]), Error::<Test>::TooLate);
	});
}

#[test]
fn receipts_must_be_covered() {
	ExtBuilder.build_and_execute(|| {
		let merchants = |list: &[AccountId]| list.to_vec().try_into().unwrap();
		let categories = |list: &[u16]| list.to_vec().try_into().unwrap();
		let lists = [
			(categories(&[]), merchants(&[]), true),
			(categories(&[6, 7, 8]), merchants(&[]), true),
			(categories(&[6, 8]), merchants(&[]), false),
			(categories(&[]), merchants(&[1, MERCHANT]), true),
			(categories(&[]), merchants(&[RIVAL]), false),
			(categories(&[7]), merchants(&[MERCHANT]), true),
			(categories(&[7]), merchants(&[RIVAL]), false),
			(categories(&[8]), merchants(&[MERCHANT]), false),
		];
		assert_ok!(DataRewards::open_data_account(signed(ALICE), 1));
		for (categories, merchants, _) in lists.clone() {
			let campaign = open(Terms { categories, merchants, ..terms() });
			assert_ok!(DataRewards::consent(signed(ALICE), campaign, hash(2), pointer()));
		}
		advance_to(FROM);
		buy(ALICE, 1);
		for (campaign, (_, _, covered)) in lists.into_iter().enumerate() {
			let campaign = campaign as u32;
			if covered {
				assert_ok!(contribute_to(campaign, ALICE, &[0]));
			} else {
				let refused = contribute_to(campaign, ALICE, &[0]);
				assert_noop!(refused, Error::<Test>::ReceiptNotCovered);
			}
		}
	});
}

#[test]
fn only_who_consents_contributes() {
	ExtBuilder.with_campaign(|| {
		assert_noop!(contribute(ALICE, &[0]), Error::<Test>::NotConsented);
		assert_noop!(contribute_to(1, ALICE, &[0]), Error::<Test>::CampaignNotFound);
		// The receipts of others are none of one's own.
		join_with(ALICE, 70);
		join(BOB);
		assert_noop!(contribute(BOB, &[0]), Error::<Test>::ReceiptNotFound);
		for origin in unsigned() {
			assert_noop!(
				DataRewards::contribute(origin, 0, Default::default(), hash(3)),
				BadOrigin
			);
		}
	});
}
