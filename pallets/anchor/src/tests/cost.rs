//! How many storage items the calls read and write, as the node beneath would see it.

use super::*;
use bhtd_testing::count;

/// What the SDK's `psm` reads and writes to mint and to redeem, and its `assets` to transfer.
const PSM_MINT: (usize, usize) = (15, 9);
const PSM_REDEEM: (usize, usize) = (11, 7);
const ASSETS_TRANSFER: (usize, usize) = (7, 5);

fn assert_cheaper(counts: (usize, usize), peer: (usize, usize)) {
	assert!(counts.0 <= peer.0 && counts.1 < peer.1, "{counts:?} is not below {peer:?}");
}

#[test]
fn minting_costs_less_than_its_closest_peer() {
	ExtBuilder::default().build_and_execute(|| {
		let counts = count(BANK, || mint(BANK, NOBODY, 1_000));
		assert_eq!(counts, (9, 5));
		assert_cheaper(counts, PSM_MINT);
	});
}

#[test]
fn a_transfer_costs_less_than_that_of_the_assets() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let transfer = || Anchor::transfer(signed(ALICE), CNY, BOB, 400);
		// To somebody who has none, and to somebody who has some.
		let counts = [count(ALICE, transfer), count(ALICE, transfer)];
		assert_eq!(counts, [(7, 4), (6, 3)]);
		counts.into_iter().for_each(|counts| assert_cheaper(counts, ASSETS_TRANSFER));
	});
}

#[test]
fn redemption_costs_less_than_its_closest_peer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let counts = count(ALICE, || redeem(ALICE, 400));
		assert_eq!(counts, (6, 5));
		assert_cheaper(counts, PSM_REDEEM);
		let claim = count(BANK, || Anchor::claim_paid(signed(BANK), CNY, 0, hash(1)));
		assert_eq!(claim, (1, 1));
		let settle = count(ALICE, || Anchor::acknowledge(signed(ALICE), id(0)));
		assert_eq!(settle, (4, 4));
	});
}

#[test]
fn settling_a_default_costs_a_payment_and_a_penalty_more() {
	ExtBuilder::default().build_and_execute(|| {
		asked();
		advance(REDEMPTION_PERIOD);
		let counts = count(BOB, || Anchor::settle(signed(BOB), id(0)));
		assert_eq!(counts, (7, 7));
	});
}

#[test]
fn an_objection_costs_a_hold() {
	ExtBuilder::default().build_and_execute(|| {
		let id = claimed();
		let back = count(BOB, || Anchor::back_objection(signed(BOB), id.clone()));
		assert_eq!(back, (2, 2));
		let object = count(ALICE, || Anchor::object(signed(ALICE), id.clone(), hash(3)));
		assert_eq!(object, (1, 1));
		advance(ARBITRATION_PERIOD);
		// The account of the backer is one more than in other endings, and what it has on hold.
		let settle = count(CAROL, || Anchor::settle(signed(CAROL), id.clone()));
		assert_eq!(settle, (9, 9));
	});
}
