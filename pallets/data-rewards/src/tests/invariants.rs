//! `do_try_state` notices what must never be.

use super::*;
use frame_support::hypothetically;

/// A campaign with a contributor, one that has revoked, and an open purchase.
fn state(test: impl FnOnce()) {
	ExtBuilder.with_campaign(|| {
		join_with(ALICE, 1_000);
		join_with(BOB, 70);
		assert_ok!(DataRewards::revoke(signed(BOB), 0));
		offer_report();
		delivered();
		advance_to(FROM + 7);
		assert_ok!(claim(ALICE));
		test();
	});
}

fn assert_noticed(expected: &str, corrupt: impl FnOnce()) {
	hypothetically!({
		corrupt();
		let error = DataRewards::do_try_state().expect_err(expected);
		assert_eq!(error, sp_runtime::TryRuntimeError::Other(Box::leak(expected.into())));
	});
}

fn with_ledger(change: impl FnOnce(&mut LedgerOf<Test>)) {
	Ledgers::<Test>::mutate(0, |ledger| change(ledger.as_mut().unwrap()));
}

fn with_account(change: impl FnOnce(&mut DataAccountOf<Test>)) {
	DataAccounts::<Test>::mutate(ALICE, |account| change(account.as_mut().unwrap()));
}

fn with_record(change: impl FnOnce(&mut ContributorOf<Test>)) {
	Contributors::<Test>::mutate(0, ALICE, |record| change(record.as_mut().unwrap()));
}

#[test]
fn broken_data_accounts_are_noticed() {
	state(|| {
		let slots = "data-rewards: a data account with too many slots, or none";
		assert_noticed(slots, || with_account(|account| account.slots = 0));
		assert_noticed(slots, || with_account(|account| account.slots = MAX_SLOTS + 1));
		assert_noticed("data-rewards: a receipt is missing", || {
			with_account(|account| account.next = 2);
		});
		assert_noticed("data-rewards: a receipt is numbered wrongly", || {
			Receipts::<Test>::mutate(ALICE, |receipts| receipts[0].number = 1);
		});
		assert_noticed("data-rewards: a receipt without a fee", || {
			Receipts::<Test>::mutate(ALICE, |receipts| receipts[0].fee = 0);
		});
		assert_noticed("data-rewards: a person has other records than counted", || {
			with_account(|account| account.records = 0);
		});
		assert_noticed("data-rewards: a record without a data account", || {
			DataAccounts::<Test>::remove(ALICE);
		});
		assert_noticed("data-rewards: receipts without a data account", || {
			Contributors::<Test>::remove(0, ALICE);
			DataAccounts::<Test>::remove(ALICE);
		});
	});
}

#[test]
fn broken_campaigns_are_noticed() {
	state(|| {
		assert_noticed("data-rewards: no ledger", || Ledgers::<Test>::remove(0));
		assert_noticed("data-rewards: a campaign beyond the next id", || {
			NextCampaign::<Test>::put(0);
		});
		assert_noticed("data-rewards: two windows", || {
			with_ledger(|ledger| ledger.window.until += 1);
		});
		assert_noticed("data-rewards: a provider's share has risen", || {
			with_ledger(|ledger| ledger.provider_share = Permill::from_percent(1));
		});
		assert_noticed("data-rewards: a split that is not whole", || {
			Campaigns::<Test>::mutate(0, |campaign| {
				campaign.as_mut().unwrap().terms.split.treasury += 1;
			});
		});
		let changes: [fn(&mut LedgerOf<Test>); 10] = [
			|ledger| ledger.funded += 1,
			|ledger| ledger.funds += 1,
			|ledger| ledger.income += 1,
			|ledger| ledger.waiting += 1,
			|ledger| ledger.provider += 1,
			|ledger| ledger.reserved += 1,
			|ledger| ledger.claimed += 1,
			|ledger| ledger.delivered += 1,
			|ledger| ledger.refunded += 1,
			|ledger| ledger.forfeited += 1,
		];
		for change in changes {
			assert_noticed("data-rewards: a ledger does not balance", || with_ledger(change));
		}
		let ahead = "data-rewards: a provider was paid more in proportion than contributors";
		assert_noticed(ahead, || {
			with_ledger(|ledger| {
				ledger.delivered += 1;
				ledger.funded += 1;
			});
		});
		assert_noticed("data-rewards: a pot is short of what its ledger says", || {
			with_ledger(|ledger| {
				ledger.waiting += 1;
				ledger.funded += 1;
			});
		});
		assert_noticed("data-rewards: a ledger without a campaign", || {
			Campaigns::<Test>::remove(0);
		});
	});
}

#[test]
fn broken_contributors_are_noticed() {
	state(|| {
		assert_noticed("data-rewards: what is reserved is not what has accrued", || {
			with_record(|record| record.position.take(1).unwrap());
		});
		assert_noticed("data-rewards: a consent is not what the record says", || {
			Consents::<Test>::remove(0, ALICE);
		});
		assert_noticed("data-rewards: weight without consent", || {
			Consents::<Test>::remove(0, ALICE);
			with_record(|record| record.consented = false);
		});
		assert_noticed("data-rewards: records are not counted", || {
			with_ledger(|ledger| ledger.records += 1);
		});
		assert_noticed("data-rewards: contributors are not counted", || {
			with_ledger(|ledger| ledger.contributors += 1);
		});
		assert_noticed("data-rewards: there are more contributors than there ever were", || {
			with_ledger(|ledger| ledger.most = 0);
		});
		assert_noticed("data-rewards: more was paid than claimed", || {
			with_record(|record| record.paid += 1);
		});
		assert_noticed("data-rewards: a consent without a record", || {
			Consents::<Test>::insert(0, CAROL, Consents::<Test>::get(0, ALICE).unwrap());
		});
	});
}

#[test]
fn broken_reports_are_noticed() {
	state(|| {
		assert_noticed("data-rewards: a report beyond the next id", || {
			NextReport::<Test>::put(0);
		});
		assert_noticed("data-rewards: a report for nothing", || {
			Reports::<Test>::mutate(0, |report| report.as_mut().unwrap().offer.price = 0);
		});
		assert_noticed("data-rewards: a purchase beyond the next id", || {
			NextPurchase::<Test>::put(0);
		});
		assert_noticed("data-rewards: purchases are not counted", || {
			with_ledger(|ledger| ledger.purchases = 0);
		});
		assert_noticed("data-rewards: BHTD on hold is not what the purchases say", || {
			Purchases::<Test>::mutate(0, |purchase| purchase.as_mut().unwrap().price += 1);
		});
		assert_noticed("data-rewards: a purchase of somebody without an account", || {
			let purchase = Purchases::<Test>::get(0).unwrap();
			Purchases::<Test>::insert(1, Purchase { buyer: 77, ..purchase });
			NextPurchase::<Test>::put(2);
			with_ledger(|ledger| ledger.purchases = 2);
		});
	});
}
