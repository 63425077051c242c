//! `mint`, `retire`, `transfer`, and what limits them.

use super::*;
use frame_support::traits::{
	fungibles::{Inspect as _, MutateHold as _},
	tokens::Preservation,
};

type LedgerError = pallet_margin::Error<Test>;

#[test]
fn an_institution_mints_and_its_margin_owes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Anchor::mint(signed(BANK), CNY, ALICE, 1_000, 2_200));
		assert_event(Event::Minted {
			currency: CNY,
			institution: BANK,
			to: ALICE,
			amount: 1_000,
			liability: 2_200,
		});
		assert_eq!((tokens(ALICE), supply()), (1_000, 1_000));
		assert_eq!((owed(BANK), held(BANK)), (2_200, MINIMUM + MARGIN));
		let Institution { outstanding, pending, owed, penalties, window, redemptions, .. } =
			record(BANK);
		assert_eq!((outstanding, pending, redemptions), (1_000, 0, 0));
		assert_eq!((owed, penalties), (2_000, 200));
		assert_eq!(window, WindowUse { start: 0, current: 1_000, previous: 0 });
	});
}

#[test]
fn a_liability_is_rounded_up() {
	let terms = Terms { rate: per_unit(FixedU128::from_rational(1, 3)), ..terms() };
	ExtBuilder::default().terms(terms).build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1));
		assert_eq!((record(BANK).owed, record(BANK).penalties, owed(BANK)), (1, 1, 2));
		assert_ok!(mint(RIVAL, ALICE, 31));
		assert_eq!((record(RIVAL).owed, record(RIVAL).penalties, owed(RIVAL)), (11, 2, 13));
	});
}

#[test]
fn only_an_admitted_institution_in_good_standing_mints() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in unsigned() {
			assert_noop!(Anchor::mint(origin, CNY, ALICE, 1, 2), BadOrigin);
		}
		assert_noop!(mint(BANK, ALICE, 0), Error::<Test>::AmountIsZero);
		for who in [OUTSIDER, ALICE] {
			assert_noop!(mint(who, ALICE, 1), Error::<Test>::InstitutionNotFound);
		}
		assert_noop!(Anchor::mint(signed(BANK), 1, ALICE, 1, 2), Error::<Test>::CurrencyNotFound);
		assert_ok!(mint(BANK, ALICE, 1));
		assert_ok!(Anchor::dismiss(root(), CNY, BANK));
		assert_noop!(mint(BANK, ALICE, 1), Error::<Test>::NotAdmitted);
		assert_ok!(Margin::announce_exit(signed(RIVAL), Role::CreditInstitution));
		assert_noop!(mint(RIVAL, ALICE, 1), LedgerError::ExitPending);
	});
}

#[test]
fn a_liability_above_what_the_institution_accepts_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			Anchor::mint(signed(BANK), CNY, ALICE, 1_000, 2_199),
			Error::<Test>::AboveMaxLiability
		);
	});
}

#[test]
fn a_stale_attestation_stops_minting_and_never_redemption() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		advance(FRESHNESS);
		assert_ok!(mint(BANK, ALICE, 1));
		advance(1);
		assert_noop!(mint(BANK, ALICE, 1), Error::<Test>::AttestationStale);
		assert_ok!(redeem(ALICE, 500));
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, 0, hash(2)));
		assert_ok!(Anchor::acknowledge(signed(ALICE), id(0)));
		assert_ok!(Anchor::transfer(signed(ALICE), CNY, BANK, 100));
		assert_ok!(Anchor::retire(signed(BANK), CNY, 100));
		attest(BANK, RESERVE);
		assert_ok!(mint(BANK, ALICE, 1));
	});
}

#[test]
fn without_an_attestation_nothing_is_minted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Anchor::admit(root(), CNY, OUTSIDER));
		assert_noop!(mint(OUTSIDER, ALICE, 1), Error::<Test>::AttestationStale);
	});
}

#[test]
fn what_is_outstanding_and_what_is_yet_to_be_paid_stay_within_the_reserve() {
	ExtBuilder::default().build_and_execute(|| {
		attest(BANK, 1_000);
		assert_noop!(mint(BANK, ALICE, 1_001), Error::<Test>::ExceedsReserve);
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_noop!(mint(BANK, ALICE, 1), Error::<Test>::ExceedsReserve);
		// What is asked to be redeemed is still in the reserve, and for the holder.
		assert_ok!(redeem(ALICE, 400));
		assert_noop!(mint(BANK, ALICE, 1), Error::<Test>::ExceedsReserve);
		assert_ok!(Anchor::acknowledge(signed(ALICE), id(0)));
		assert_noop!(mint(BANK, ALICE, 401), Error::<Test>::ExceedsReserve);
		assert_ok!(mint(BANK, ALICE, 400));
		// A reserve may shrink, and stops minting.
		attest(BANK, 500);
		assert_noop!(mint(BANK, ALICE, 1), Error::<Test>::ExceedsReserve);
	});
}

#[test]
fn the_bond_caps_what_is_minted() {
	ExtBuilder::default().margin(2_200).build_and_execute(|| {
		assert_noop!(mint(BANK, ALICE, 1_001), LedgerError::ExceedsCapacity);
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_noop!(mint(BANK, ALICE, 1), LedgerError::ExceedsCapacity);
		assert_ok!(Margin::top_up(signed(BANK), Role::CreditInstitution, 3));
		assert_ok!(mint(BANK, ALICE, 1));
	});
}

#[test]
fn a_window_cannot_be_used_twice_at_its_border() {
	ExtBuilder::default().build_and_execute(|| {
		// The first window is that of blocks 0 to 19.
		advance(WINDOW - 2);
		assert_noop!(mint(BANK, CAROL, WINDOW_LIMIT + 1), Error::<Test>::ExceedsWindow);
		assert_ok!(mint(BANK, CAROL, WINDOW_LIMIT));
		assert_noop!(mint(BANK, CAROL, 1), Error::<Test>::ExceedsWindow);
		advance(1);
		assert_noop!(mint(BANK, CAROL, 1), Error::<Test>::ExceedsWindow);
		advance(WINDOW - 1);
		assert_noop!(mint(BANK, CAROL, 1), Error::<Test>::ExceedsWindow);
		advance(1);
		attest(BANK, 10 * RESERVE);
		assert_ok!(mint(BANK, CAROL, WINDOW_LIMIT));
	});
}

#[test]
fn tokens_are_countable_twice() {
	ExtBuilder::default().build_and_execute(|| {
		// Nobody gets there by minting: it takes a runtime with absurd bounds.
		let most = Balance::MAX / 2 - 10;
		Institutions::<Test>::mutate(CNY, BANK, |record| {
			let record = record.as_mut().unwrap();
			record.outstanding = most;
			record.owed = 1;
		});
		use frame_support::traits::fungibles::Mutate;
		assert_ok!(Assets::mint_into(CNY, &CAROL, most));
		assert_ok!(Margin::increase_owed(&BANK, Role::CreditInstitution, 1));
		attest(BANK, Balance::MAX);
		assert_noop!(mint(BANK, CAROL, 11), Error::<Test>::IssuanceTooLarge);
		assert_ok!(mint(BANK, CAROL, 10));
		assert_ok!(Anchor::transfer(signed(CAROL), CNY, CAROL, Balance::MAX / 2));
		assert_ok!(<Assets as frame_support::traits::fungibles::Mutate<_>>::transfer(
			CNY,
			&CAROL,
			&ALICE,
			Balance::MAX / 2,
			Preservation::Expendable
		));
	});
}

#[test]
fn a_lower_rate_does_not_thin_the_cover_of_tokens_that_exist() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		set_rate(1.into());
		assert_ok!(mint(BANK, BOB, 1_000));
		// The new tokens are as good as the old ones, because nobody can tell them apart.
		assert_eq!(record(BANK).owed, 4_000);
		assert_eq!(Anchor::quote_redemption(CNY, BANK, 1_000), Some(2_000));
		// Another institution has nothing outstanding, and owes at the rate.
		assert_ok!(mint(RIVAL, BOB, 1_000));
		assert_eq!(owed(RIVAL), 1_100);
	});
}

#[test]
fn a_higher_rate_is_for_what_is_minted_from_then_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		set_rate(4.into());
		assert_eq!(owed(BANK), 2_200);
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_eq!(owed(BANK), 6_600);
		assert_eq!(Anchor::quote_redemption(CNY, BANK, 1_000), Some(3_000));
	});
}

#[test]
fn retiring_burns_own_tokens_and_lifts_the_liability() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, BANK, 1_000));
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_ok!(Anchor::retire(signed(BANK), CNY, 400));
		assert_event(Event::Retired { currency: CNY, institution: BANK, amount: 400, lifted: 880 });
		assert_eq!((tokens(BANK), supply(), owed(BANK)), (600, 1_600, 3_520));
		let Institution { outstanding, owed, penalties, .. } = record(BANK);
		assert_eq!((outstanding, owed, penalties), (1_600, 3_200, 320));
	});
}

#[test]
fn retiring_what_there_is_not_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(RIVAL, BANK, 1_000));
		assert_ok!(mint(BANK, ALICE, 500));
		for origin in unsigned() {
			assert_noop!(Anchor::retire(origin, CNY, 1), BadOrigin);
		}
		let retire = |who, amount| Anchor::retire(signed(who), CNY, amount);
		assert_noop!(retire(BANK, 0), Error::<Test>::AmountIsZero);
		assert_noop!(retire(ALICE, 1), Error::<Test>::InstitutionNotFound);
		assert_noop!(retire(BANK, 1_001), Error::<Test>::InsufficientTokens);
		assert_noop!(retire(BANK, 501), Error::<Test>::ExceedsOutstanding);
		// Tokens of another institution are as good as its own.
		assert_ok!(retire(BANK, 500));
		assert_eq!((owed(BANK), owed(RIVAL)), (0, 2_200));
	});
}

#[test]
fn an_institution_leaves_when_it_owes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let before = wealth(BANK);
		assert_ok!(mint(BANK, BANK, 1_000));
		let role = Role::CreditInstitution;
		assert_ok!(Margin::announce_exit(signed(BANK), role));
		advance(NOTICE);
		assert_ok!(Anchor::retire(signed(BANK), CNY, 1_000));
		assert_ok!(Margin::withdraw(signed(BANK), role));
		assert_eq!((held(BANK), owed(BANK), wealth(BANK)), (0, 0, before));
		// What is left of it can be dismissed.
		assert_ok!(Anchor::dismiss(root(), CNY, BANK));
		assert!(Institutions::<Test>::get(CNY, BANK).is_none());
	});
}

#[test]
fn holders_send_tokens_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_ok!(Anchor::transfer(signed(ALICE), CNY, NOBODY, 400));
		assert_eq!((tokens(ALICE), tokens(NOBODY)), (600, 400));
		System::assert_has_event(
			pallet_assets::Event::Transferred {
				asset_id: CNY,
				from: ALICE,
				to: NOBODY,
				amount: 400,
			}
			.into(),
		);
		// Who has no BHTD can send them on as well, to the last unit.
		assert_ok!(Anchor::transfer(signed(NOBODY), CNY, BOB, 400));
		assert_eq!((tokens(BOB), tokens(NOBODY)), (400, 0));
	});
}

#[test]
fn sending_what_there_is_not_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		for origin in unsigned() {
			assert_noop!(Anchor::transfer(origin, CNY, BOB, 1), BadOrigin);
		}
		let transfer = |currency, amount| Anchor::transfer(signed(ALICE), currency, BOB, amount);
		assert_noop!(transfer(CNY, 0), Error::<Test>::AmountIsZero);
		assert_noop!(transfer(1, 1), Error::<Test>::CurrencyNotFound);
		assert_noop!(transfer(CNY, 1_001), Error::<Test>::InsufficientTokens);
		assert_noop!(
			Anchor::transfer(signed(ALICE), CNY, ALICE, 1_001),
			Error::<Test>::InsufficientTokens
		);
	});
}

#[test]
fn who_is_not_identified_is_held_to_a_limit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(mint(BANK, ALICE, HOLDING_LIMIT + 1), Error::<Test>::ExceedsHoldingLimit);
		assert_ok!(mint(BANK, ALICE, HOLDING_LIMIT));
		assert_ok!(mint(RIVAL, CAROL, HOLDING_LIMIT + 1_000));
		let to_alice = |amount| Anchor::transfer(signed(CAROL), CNY, ALICE, amount);
		assert_noop!(to_alice(1), Error::<Test>::ExceedsHoldingLimit);
		assert!(!Anchor::can_receive(CNY, ALICE, 1));
		assert!(Anchor::can_receive(CNY, CAROL, 1));
		// To oneself nothing is added.
		assert_ok!(Anchor::transfer(signed(ALICE), CNY, ALICE, HOLDING_LIMIT));
		// What is put aside in an order counts.
		let reason = HoldReason::Deposit.into();
		assert_ok!(AssetsHolder::hold(CNY, &reason, &ALICE, 5_000));
		assert_noop!(to_alice(1), Error::<Test>::ExceedsHoldingLimit);
		assert_eq!(Assets::total_balance(CNY, &ALICE), HOLDING_LIMIT);
		// Redemption asks nothing of anybody.
		assert_ok!(redeem(ALICE, 1_000));
		assert_ok!(to_alice(1_000));
	});
}

#[test]
fn without_a_limit_nobody_is_held_to_one() {
	let terms = Terms { holding_limit: None, ..terms() };
	ExtBuilder::default().terms(terms).build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, HOLDING_LIMIT + 1));
		assert!(Anchor::can_receive(CNY, ALICE, Balance::MAX / 2));
		assert!(!Anchor::can_receive(1, ALICE, 1));
	});
}

#[test]
fn a_sum_that_overflows_is_above_every_limit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1));
		assert!(!Anchor::can_receive(CNY, ALICE, Balance::MAX));
		assert!(Anchor::can_receive(CNY, ALICE, HOLDING_LIMIT - 1));
		assert!(!Anchor::can_receive(CNY, ALICE, HOLDING_LIMIT));
	});
}
