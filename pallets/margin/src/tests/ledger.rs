//! The ledger as other pallets see it.

use super::*;
use frame_support::{storage::with_storage_layer, traits::fungible::MutateFreeze};
use sp_runtime::DispatchError;

#[test]
fn a_stranger_has_nothing() {
	merchant().build_and_execute(|| {
		for (who, role) in [(BOB, Merchant), (ALICE, Operator)] {
			assert!(!Margin::is_active(&who, role));
			assert_eq!(<Margin as MarginLedger<_>>::held(&who, role), 0);
			assert_eq!(<Margin as MarginLedger<_>>::owed(&who, role), 0);
			assert_eq!(<Margin as MarginLedger<_>>::capacity(&who, role), 0);
			for amount in [0, 1, u128::MAX] {
				assert_noop!(
					Margin::increase_owed(&who, role, amount),
					Error::<Test>::NotRegistered
				);
				assert_noop!(
					Margin::decrease_owed(&who, role, amount),
					Error::<Test>::NotRegistered
				);
				assert_noop!(
					Margin::settle(&who, role, &CHARLIE, amount, amount),
					Error::<Test>::NotRegistered
				);
			}
		}
	});
}

#[test]
fn increase_owed_stops_at_the_capacity() {
	merchant().build_and_execute(|| {
		assert_eq!(<Margin as MarginLedger<_>>::capacity(&ALICE, Merchant), 4_000);
		for amount in [4_001, u128::MAX] {
			assert_noop!(
				Margin::increase_owed(&ALICE, Merchant, amount),
				Error::<Test>::ExceedsCapacity
			);
		}
		owe(ALICE, Merchant, 1);
		owe(ALICE, Merchant, 3_999);
		assert_eq!(owed(ALICE, Merchant), 4_000);
		assert_eq!(<Margin as MarginLedger<_>>::capacity(&ALICE, Merchant), 0);
		assert_noop!(Margin::increase_owed(&ALICE, Merchant, 1), Error::<Test>::ExceedsCapacity);
		// Nothing is no liability.
		owe(ALICE, Merchant, 0);
	});
}

#[test]
fn decrease_owed_stops_at_zero() {
	indebted(|| {
		for amount in [3_001, u128::MAX] {
			assert_noop!(
				Margin::decrease_owed(&ALICE, Merchant, amount),
				Error::<Test>::ExceedsOwed
			);
		}
		for amount in [0, 1, 2_999] {
			assert_ok!(Margin::decrease_owed(&ALICE, Merchant, amount));
		}
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (5_000, 0));
	});
}

#[test]
fn settle_pays_and_lifts() {
	indebted(|| {
		assert_ok!(Margin::settle(&ALICE, Merchant, &BOB, 990, 1_000));

		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (4_010, 2_000));
		assert_eq!(free(BOB), START_BALANCE + 990);
	});
}

#[test]
fn settle_pays_no_more_than_it_lifts() {
	indebted(|| {
		for (payout, settled) in [(1, 0), (1_001, 1_000), (u128::MAX, u128::MAX - 1)] {
			assert_noop!(
				Margin::settle(&ALICE, Merchant, &BOB, payout, settled),
				Error::<Test>::PayoutExceedsSettled
			);
		}
		for settled in [3_001, u128::MAX] {
			assert_noop!(
				Margin::settle(&ALICE, Merchant, &BOB, 1, settled),
				Error::<Test>::ExceedsOwed
			);
		}
	});
}

#[test]
fn settle_of_nothing_only_lifts() {
	indebted(|| {
		System::reset_events();
		assert_ok!(Margin::settle(&ALICE, Merchant, &NOBODY, 0, 0));
		assert_ok!(Margin::settle(&ALICE, Merchant, &NOBODY, 0, 1));
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (5_000, 2_999));
		assert!(System::events().is_empty());
	});
}

#[test]
fn settle_makes_an_account_for_who_has_none() {
	indebted(|| {
		assert_noop!(
			Margin::settle(&ALICE, Merchant, &NOBODY, EXISTENTIAL_DEPOSIT - 1, 100),
			TokenError::CannotCreate
		);
		assert_ok!(Margin::settle(&ALICE, Merchant, &NOBODY, EXISTENTIAL_DEPOSIT, 100));
		assert_eq!(free(NOBODY), EXISTENTIAL_DEPOSIT);
	});
}

#[test]
fn settle_with_oneself_moves_margin_to_the_free_balance() {
	indebted(|| {
		let before = free(ALICE);
		assert_ok!(Margin::settle(&ALICE, Merchant, &ALICE, 1_000, 1_000));
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (4_000, 2_000));
		assert_eq!(free(ALICE), before + 1_000);

		// GIVEN a margin of which all is owed, WHEN it is all settled, THEN the hold is gone
		assert_ok!(Margin::penalise(arbiter(), ALICE, Merchant, payments(&[(BOB, 2_000)])));
		assert_ok!(Margin::settle(&ALICE, Merchant, &ALICE, 2_000, 2_000));
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (0, 0));
		assert_eq!(free(ALICE), before + 3_000);
	});
}

#[test]
fn settle_works_to_the_last_coin_while_leaving() {
	indebted(|| {
		serve_notice(ALICE, Merchant);
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_ok!(Margin::settle(&ALICE, Merchant, &BOB, 2_999, 2_999));
		assert_ok!(Margin::decrease_owed(&ALICE, Merchant, 0));
		assert_ok!(Margin::settle(&ALICE, Merchant, &BOB, 1, 1));
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (0, 0));
	});
}

#[test]
fn a_freeze_does_not_stop_settlement() {
	indebted(|| {
		// GIVEN a merchant who freezes everything, what is on hold included
		assert_ok!(Balances::set_freeze(&1, &ALICE, u128::MAX));
		assert_ok!(Margin::settle(&ALICE, Merchant, &BOB, 3_000, 3_000));
		assert_eq!(free(BOB), START_BALANCE + 3_000);
	});
}

#[test]
fn a_failed_pair_leaves_nothing_behind_in_a_storage_layer() {
	indebted(|| {
		assert_noop!(
			with_storage_layer(|| {
				Margin::settle(&ALICE, Merchant, &BOB, 1_000, 1_000)?;
				Margin::increase_owed(&ALICE, Merchant, 1_001)
			}),
			Error::<Test>::ExceedsCapacity
		);
	});
}

#[test]
fn settlement_moves_neither_capacity_nor_what_a_penalty_could_take() {
	indebted(|| {
		let spare = |who| held(who, Merchant) - owed(who, Merchant);
		let (capacity, before) = (Margin::capacity(ALICE, Merchant), spare(ALICE));
		for amount in [1, 10, 100, 1_000] {
			assert_ok!(Margin::settle(&ALICE, Merchant, &BOB, amount, amount));
			assert_eq!((Margin::capacity(ALICE, Merchant), spare(ALICE)), (capacity, before));
		}
	});
}

fn penalise(who: AccountId, to: AccountId, amount: Balance) -> Result<Balance, DispatchError> {
	<Margin as MarginLedger<_>>::penalise(&who, Merchant, &to, amount)
}

#[test]
fn a_penalty_takes_what_is_asked_for_and_says_so() {
	indebted(|| {
		assert_eq!(penalise(ALICE, BOB, 999), Ok(999));
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (4_001, 3_000));
		assert_eq!(free(BOB), START_BALANCE + 999);
		System::assert_last_event(
			Event::Penalised { who: ALICE, role: Merchant, amount: 999 }.into(),
		);
	});
}

#[test]
fn a_penalty_stops_at_the_minimum_and_what_is_owed() {
	indebted(|| {
		// All beyond the liabilities and the minimum, and then nothing.
		assert_eq!(penalise(ALICE, BOB, u128::MAX), Ok(1_000));
		System::reset_events();
		assert_eq!(penalise(ALICE, BOB, u128::MAX), Ok(0));
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (4_000, 3_000));
		assert!(System::events().is_empty());
	});
}

#[test]
fn a_penalty_takes_nothing_where_there_is_no_role() {
	merchant().margin(ALICE, Operator, 2_000).build_and_execute(|| {
		assert_eq!(penalise(BOB, CHARLIE, 1_000), Ok(0));
		assert_eq!(penalise(ALICE, BOB, 10_000), Ok(4_000));
		assert_eq!(held(ALICE, Operator), 2_000);
	});
}

#[test]
fn a_penalty_reaches_a_leaving_role_and_is_not_stopped_by_a_freeze() {
	indebted(|| {
		serve_notice(ALICE, Merchant);
		assert_ok!(Balances::set_freeze(&1, &ALICE, u128::MAX));
		assert_eq!(penalise(ALICE, BOB, 2_000), Ok(1_000));
	});
}

#[test]
fn a_penalty_cannot_pay_the_penalised_or_bring_dust_into_existence() {
	indebted(|| {
		assert_noop!(penalise(ALICE, ALICE, 1), Error::<Test>::PaymentToPenalised);
		assert_noop!(penalise(ALICE, NOBODY, EXISTENTIAL_DEPOSIT - 1), TokenError::CannotCreate);
	});
}
