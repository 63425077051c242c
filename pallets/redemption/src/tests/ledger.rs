//! The ledger in front of the ledger.

use super::*;

type Ledger = Redemption;

fn increase(amount: Balance) -> DispatchResult {
	<Ledger as MarginLedger<_>>::increase_owed(&MERCHANT, Role::Merchant, amount)
}

fn decrease(amount: Balance) -> DispatchResult {
	<Ledger as MarginLedger<_>>::decrease_owed(&MERCHANT, Role::Merchant, amount)
}

fn held(who: AccountId) -> Balance {
	<Ledger as MarginLedger<_>>::held(&who, Role::Merchant)
}

fn minimum() -> Balance {
	<Ledger as MarginLedger<_>>::minimum(Role::Merchant)
}

#[test]
fn the_main_chains_cover_is_used_first_and_freed_first() {
	ExtBuilder::default().confirmed(1_000).local(500).out(0).build_and_execute(|| {
		assert_eq!(capacity(MERCHANT), 1_500);
		assert_ok!(increase(800));
		assert_eq!((sums().1, owed_here(MERCHANT), owed(MERCHANT)), (800, 0, 800));
		assert_ok!(increase(300));
		assert_eq!((sums().1, owed_here(MERCHANT), owed(MERCHANT)), (1_000, 100, 1_100));
		assert_eq!(capacity(MERCHANT), 400);
		assert_noop!(increase(401), pallet_margin::Error::<Test>::ExceedsCapacity);
		assert_ok!(increase(400));
		assert_eq!(capacity(MERCHANT), 0);
		assert_ok!(decrease(1_200));
		assert_eq!((sums().1, owed_here(MERCHANT), owed(MERCHANT)), (0, 300, 300));
		assert_noop!(decrease(301), pallet_margin::Error::<Test>::ExceedsOwed);
		assert_ok!(decrease(300));
		assert_eq!(owed(MERCHANT), 0);
	});
}

#[test]
fn what_is_held_and_owed_makes_the_capacity() {
	ExtBuilder::default().confirmed(1_000).local(500).out(0).build_and_execute(|| {
		for amount in [0, 300, 700, 200, 300] {
			assert_ok!(increase(amount));
			assert_eq!(held(MERCHANT) - owed(MERCHANT) - minimum(), capacity(MERCHANT));
		}
		assert_eq!(minimum(), MINIMUM);
	});
}

#[test]
fn what_is_being_redeemed_is_not_used_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(capacity(MERCHANT), 80_000);
		assert_ok!(redeem(ALICE, 9_000));
		assert_eq!(capacity(MERCHANT), 62_000);
		round_trip();
		// The confirmed and the used have fallen by the same.
		assert_eq!(capacity(MERCHANT), 80_000);
	});
}

#[test]
fn who_leaves_or_is_short_owes_nothing_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert!(!<Ledger as MarginLedger<_>>::is_active(&MERCHANT, Role::Merchant));
		assert_eq!(capacity(MERCHANT), 0);
		for amount in [0, 1] {
			assert_noop!(increase(amount), pallet_margin::Error::<Test>::ExitPending);
		}
		assert!(held(MERCHANT) >= owed(MERCHANT));
		// What is out is still redeemed.
		assert_ok!(redeem(ALICE, 9_999));
		round_trip();
		assert_eq!(owed(MERCHANT), FLOOR);
	});
	ExtBuilder::default().build_and_execute(|| {
		let terms = Margin::set_terms(RuntimeOrigin::root(), Role::Merchant, MINIMUM + 1, NOTICE);
		assert_ok!(terms);
		assert_eq!(capacity(MERCHANT), 0);
		for amount in [0, 1] {
			assert_noop!(increase(amount), pallet_margin::Error::<Test>::ExceedsCapacity);
			let quote = Points::quote_award(0, amount + 1).unwrap();
			assert!(!quote.allowed);
		}
		assert!(held(MERCHANT) >= owed(MERCHANT));
	});
}

#[test]
fn conversion_here_shifts_what_the_margin_covers() {
	ExtBuilder::default().local(8_000).build_and_execute(|| {
		// GIVEN everything lies on the main chain
		assert_eq!((sums().1, owed_here(MERCHANT)), (20_000, 0));
		// THEN as much is converted here as the margin beyond the minimum is
		assert!(Redemption::can_settle_here(&MERCHANT, 8_000));
		assert!(!Redemption::can_settle_here(&MERCHANT, 8_001));
		assert_noop!(convert(ALICE, 4_001), Error::<Test>::NotCoveredHere);
		let free = Balances::free_balance(ALICE);
		assert_ok!(convert(ALICE, 4_000));
		assert_eq!(Balances::free_balance(ALICE), free + 8_000);
		assert_eq!((sums(), owed_here(MERCHANT)), ((100_000, 12_000, 0), 0));
		assert_noop!(convert(ALICE, 1), Error::<Test>::NotCoveredHere);
		assert!(!Redemption::can_settle_here(&MERCHANT, 1));
		// The rest is redeemed there.
		assert_ok!(redeem(ALICE, 5_999));
		round_trip();
	});
}

#[test]
fn conversion_takes_what_is_owed_here_first() {
	ExtBuilder::default().confirmed(15_000).local(20_000).build_and_execute(|| {
		assert_eq!((sums().1, owed_here(MERCHANT)), (15_000, 5_000));
		assert_ok!(convert(ALICE, 2_000));
		assert_eq!((sums().1, owed_here(MERCHANT)), (15_000, 1_000));
		assert_ok!(convert(ALICE, 1_000));
		assert_eq!((sums().1, owed_here(MERCHANT)), (14_000, 0));
	});
}

#[test]
fn merchant_that_leaves_pays_here_only_what_it_owes_here() {
	ExtBuilder::default().confirmed(15_000).local(20_000).build_and_execute(|| {
		assert_ok!(Margin::announce_exit(signed(MERCHANT), Role::Merchant));
		assert_noop!(convert(ALICE, 2_501), Error::<Test>::NotCoveredHere);
		assert_ok!(convert(ALICE, 2_500));
		assert_ok!(redeem(ALICE, 7_499));
		round_trip();
		assert_eq!(owed(MERCHANT), FLOOR);
	});
}

#[test]
fn more_than_is_owed_is_not_settled() {
	ExtBuilder::default().local(50_000).build_and_execute(|| {
		let settle = |amount| {
			<Ledger as MarginLedger<_>>::settle(&MERCHANT, Role::Merchant, &BOB, amount, amount)
		};
		assert!(!Redemption::can_settle_here(&MERCHANT, 20_001));
		assert_noop!(settle(20_001), Error::<Test>::NotCoveredHere);
	});
}

#[test]
fn everybody_else_and_every_other_role_passes_through() {
	ExtBuilder::default().build_and_execute(|| {
		let role = Role::Merchant;
		type Inner = Margin;
		for who in [RIVAL, ALICE] {
			assert_eq!(held(who), <Inner as MarginLedger<_>>::held(&who, role));
			assert_eq!(owed(who), <Inner as MarginLedger<_>>::owed(&who, role));
			assert_eq!(capacity(who), <Inner as MarginLedger<_>>::capacity(&who, role));
			assert!(Redemption::can_settle_here(&who, Balance::MAX));
		}
		assert_ok!(<Ledger as MarginLedger<_>>::increase_owed(&RIVAL, role, 100));
		assert_ok!(<Ledger as MarginLedger<_>>::settle(&RIVAL, role, &BOB, 20, 30));
		assert_ok!(<Ledger as MarginLedger<_>>::decrease_owed(&RIVAL, role, 70));
		assert_eq!((owed(RIVAL), sums().1), (0, 20_000));

		// The issuer in another role.
		let amount = MINIMUM + 500;
		let other = Role::GroupMerchant;
		assert_ok!(Margin::register(signed(MERCHANT), other, amount, Default::default()));
		assert_eq!(<Ledger as MarginLedger<_>>::held(&MERCHANT, other), amount);
		assert_eq!(<Ledger as MarginLedger<_>>::capacity(&MERCHANT, other), 500);
		assert_ok!(<Ledger as MarginLedger<_>>::increase_owed(&MERCHANT, other, 500));
		assert_eq!(<Ledger as MarginLedger<_>>::owed(&MERCHANT, other), 500);
		assert_ok!(<Ledger as MarginLedger<_>>::settle(&MERCHANT, other, &BOB, 100, 100));
		assert_ok!(<Ledger as MarginLedger<_>>::decrease_owed(&MERCHANT, other, 400));
		assert_eq!(sums().1, 20_000);
	});
}

#[test]
fn penalty_takes_from_the_margin_here_alone() {
	ExtBuilder::default().local(300).build_and_execute(|| {
		let taken = <Ledger as MarginLedger<_>>::penalise(&MERCHANT, Role::Merchant, &BOB, 1_000);
		assert_eq!(taken, Ok(300));
		assert_eq!(sums(), (100_000, 20_000, 0));
	});
}

#[test]
fn excess_of_the_margin_here_can_be_withdrawn_and_the_cover_cannot() {
	ExtBuilder::default().local(300).build_and_execute(|| {
		let withdraw = |amount| Margin::withdraw_excess(signed(MERCHANT), Role::Merchant, amount);
		assert_noop!(withdraw(301), pallet_margin::Error::<Test>::ExceedsCapacity);
		assert_ok!(withdraw(300));
	});
}
