use super::*;

#[test]
fn the_baker_of_the_documentation() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Margin::set_terms(RuntimeOrigin::root(), Merchant, 100, NOTICE));
		// 1. locks margin
		assert_ok!(Margin::register(signed(ALICE), Merchant, 1_000, profile(b"bakery, 1 Mill St")));
		assert_eq!(Margin::capacity(ALICE, Merchant), 900);
		// 2. awards points
		owe(ALICE, Merchant, 300);
		assert_eq!(Margin::capacity(ALICE, Merchant), 600);
		// 3. a consumer without an account converts some
		assert_ok!(Margin::settle(&ALICE, Merchant, &NOBODY, 50, 50));
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (950, 250));
		assert_eq!(Margin::capacity(ALICE, Merchant), 600);
		// 4. the baker retires
		serve_notice(ALICE, Merchant);
		// 5. what is owed stays
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_eq!(held(ALICE, Merchant), 250);
		assert_ok!(Margin::settle(&ALICE, Merchant, &NOBODY, 250, 250));
		// 6. nothing is owed
		assert_ok!(Margin::withdraw(signed(ALICE), Merchant));
		assert_eq!(free(ALICE), START_BALANCE - 300);
		assert_eq!(free(NOBODY), 300);
		assert_eq!(Margin::account(ALICE, Merchant), None);
	});
}

#[test]
fn no_order_of_steps_gets_margin_out_during_a_bank_run() {
	indebted(|| {
		// GIVEN a merchant that sees consumers convert and tries every door in the same block
		assert_ok!(Margin::withdraw_excess(signed(ALICE), Merchant, 1_000));
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));
		assert_noop!(Margin::withdraw(signed(ALICE), Merchant), Error::<Test>::NoticeRunning);
		assert_ok!(Margin::cancel_exit(signed(ALICE), Merchant));
		assert_noop!(
			Margin::withdraw_excess(signed(ALICE), Merchant, 1),
			Error::<Test>::ExceedsCapacity
		);
		assert_ok!(Margin::announce_exit(signed(ALICE), Merchant));

		// THEN every consumer is paid, and the minimum is what is left
		for beneficiary in [BOB, CHARLIE, DAVE] {
			assert_ok!(Margin::settle(&ALICE, Merchant, &beneficiary, 1_000, 1_000));
		}
		assert_eq!((held(ALICE, Merchant), owed(ALICE, Merchant)), (MINIMUM, 0));
	});
}

#[test]
fn one_account_has_every_role_and_leaves_them_one_by_one() {
	ExtBuilder::default().build_and_execute(|| {
		for (role, amount) in [
			(Merchant, 1_000),
			(GroupMerchant, 2_000),
			(Operator, 3_000),
			(CreditInstitution, 4_000),
		] {
			assert_ok!(Margin::register(signed(ALICE), role, amount, profile(b"all of them")));
		}
		for role in Role::ALL {
			serve_notice(ALICE, role);
			assert_ok!(Margin::withdraw(signed(ALICE), role));
		}
		assert_eq!(free(ALICE), START_BALANCE);
	});
}
