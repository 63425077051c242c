//! What wallets and portals read: promises T4 and P4.

use super::*;

#[test]
fn a_campaign_is_shown_as_of_now() {
	ExtBuilder.with_campaign(|| {
		advance_to(FROM + 3);
		let ledger = DataRewards::campaign(0).unwrap().ledger;
		assert_eq!((ledger.waiting, ledger.funds, ledger.synced), (3_000, 97_000, FROM + 3));
		// Reading writes nothing.
		assert_eq!(Ledgers::<Test>::get(0).unwrap().synced, FROM);
		assert_eq!(DataRewards::campaign(1), None);
	});
}

#[test]
fn what_is_shown_as_claimable_is_what_a_claim_pays() {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 4_000);
		join_with(BOB, 12_345);
		advance_to(FROM + 7);
		for who in [ALICE, BOB] {
			let shown = claimable(who);
			let before = free(who);
			assert_ok!(claim(who));
			assert_eq!(free(who), before + shown.payable);
			assert_eq!(claimable(who).paid, shown.payable);
		}
		assert_eq!(DataRewards::claimable(0, CAROL), None);
		assert_eq!(DataRewards::claimable(1, ALICE), None);
	});
}

#[test]
fn the_projected_share_is_what_comes_if_nothing_changes() {
	ExtBuilder.build_and_execute(|| {
		open(Terms { provider_share: Permill::from_percent(10), ..terms() });
		identify(ALICE);
		join_with(ALICE, 100);
		join_with(BOB, 200);
		advance_to(FROM + 40);
		let (due, projected) = (accrued(ALICE), DataRewards::projected_share(0, ALICE).unwrap());
		assert_eq!(projected, 18_000);
		// Bob is not identified and can be paid for his fees alone.
		assert_eq!(DataRewards::projected_share(0, BOB), Some(0));
		assert_eq!(DataRewards::projected_share(0, CAROL), None);
		advance_to(UNTIL);
		assert_eq!(accrued(ALICE), due + projected);
		assert_eq!(DataRewards::projected_share(0, ALICE), Some(0));
	});
}

/// Promise P4: every role has a way in and a way out, and both are on record.
#[test]
fn every_role_is_on_the_value_loop() {
	ExtBuilder.build_and_execute(|| {
		let before = [SPONSOR, PROVIDER, ALICE, READER].map(wealth);
		open(Terms { provider_share: Permill::from_percent(10), ..terms() });
		identify(ALICE);
		advance_to(FROM + 50);
		join_with(ALICE, 1);
		offer_report();
		advance_to(UNTIL);
		let purchase = delivered();
		assert_ok!(DataRewards::accept_report(signed(READER), purchase));
		assert_ok!(claim(ALICE));
		assert_ok!(DataRewards::deliver(signed(PROVIDER), 0, hash(7), pointer()));
		assert_ok!(DataRewards::close_campaign(signed(SPONSOR), 0));
		let ledger = ledger();
		assert_eq!(ledger.funded, FUNDS + 5_000);
		assert_eq!((ledger.claimed, ledger.delivered, ledger.refunded), (50_000, 5_000, 50_000));
		assert_eq!(wealth(SPONSOR), before[0] - FUNDS - EXISTENTIAL_DEPOSIT + 50_000);
		assert_eq!(wealth(PROVIDER), before[1] + 5_000 + 3_000);
		assert_eq!(wealth(ALICE), before[2] + 50_000);
		assert_eq!(wealth(READER), before[3] - PRICE);
	});
}
