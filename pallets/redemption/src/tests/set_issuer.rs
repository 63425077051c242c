use super::*;

fn set_issuer(issuer: AccountId) -> DispatchResult {
	Redemption::set_issuer(RuntimeOrigin::root(), issuer)
}

#[test]
fn nothing_counts_until_the_issuer_has_declared_something() {
	ExtBuilder::default().issuer(None).out(0).build_and_execute(|| {
		assert_eq!(Redemption::cover(), None);
		assert_ok!(set_issuer(MERCHANT));
		System::assert_last_event(Event::IssuerSet { issuer: MERCHANT }.into());
		assert_eq!(sums(), (0, 0, 0));
		assert!(award(ALICE, 1).is_err());
		assert_ok!(Redemption::declare(signed(MERCHANT), 1_000));
		round_trip();
		assert_ok!(award(ALICE, 500));
		assert!(award(ALICE, 1).is_err());
		assert_eq!(sums(), (1_000, 1_000, 0));
	});
}

#[test]
fn another_issuer_begins_with_nothing() {
	ExtBuilder::default().out(0).build_and_execute(|| {
		assert_eq!(sums().0, 100_000);
		assert_ok!(set_issuer(RIVAL));
		assert_eq!((cover().issuer, sums()), (RIVAL, (0, 0, 0)));
		assert_noop!(set_issuer(RIVAL), Error::<Test>::AlreadyIssuer);
		assert_noop!(Redemption::declare(signed(MERCHANT), 1), Error::<Test>::NotIssuer);
		assert_ok!(Redemption::declare(signed(RIVAL), 100_000));
		round_trip();
		assert_eq!(sums().0, 100_000);
	});
}

#[test]
fn issuer_stays_while_anything_relies_on_the_cover() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(set_issuer(RIVAL), Error::<Test>::CoverInUse);
		// All that is used leaves, and something is still being redeemed.
		assert_ok!(redeem(ALICE, 9_999));
		assert_ok!(hand_over(MERCHANT, RIVAL));
		assert_eq!(sums(), (100_000, 0, 19_998));
		assert_noop!(set_issuer(RIVAL), Error::<Test>::CoverInUse);
		round_trip();
		assert_ok!(set_issuer(RIVAL));
	});
}

#[test]
fn issuer_stays_while_a_declaration_may_be_answered() {
	ExtBuilder::default().out(0).build_and_execute(|| {
		assert_ok!(Redemption::declare(signed(MERCHANT), 150_000));
		assert_noop!(set_issuer(RIVAL), Error::<Test>::DeclarationPending);
		advance(RETRY);
		assert_ok!(set_issuer(RIVAL));
		execute();
		assert_noop!(deliver(), Error::<Test>::UnknownQuery);
		assert_eq!(sums().0, 0);
	});
}

#[test]
fn only_the_administration_sets_it() {
	ExtBuilder::default().out(0).build_and_execute(|| {
		for origin in [signed(MERCHANT), signed(RIVAL), signed(PARENT), RuntimeOrigin::none()] {
			assert_noop!(Redemption::set_issuer(origin, RIVAL), BadOrigin);
		}
	});
}
