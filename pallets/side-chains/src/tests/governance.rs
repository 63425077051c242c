//! The list of runtimes, and the pause.

use super::*;

#[test]
fn governance_keeps_the_list_of_runtimes() {
	ExtBuilder::default().build_and_execute(|| {
		let (known, hash) = (hash_of(TEMPLATE), hash_of(b"another"));
		let root = RuntimeOrigin::root;
		assert_eq!(SideChains::blessed(), [known]);
		assert_noop!(SideChains::bless(root(), known), Error::<Test>::AlreadyBlessed);
		assert_noop!(SideChains::unbless(root(), hash), Error::<Test>::NotBlessed);
		assert_ok!(SideChains::bless(root(), hash));
		assert_eq!(last_event(), Event::RuntimeBlessed { hash });
		assert_noop!(SideChains::bless(root(), hash_of(b"third")), Error::<Test>::TooManyBlessed);
		assert_ok!(SideChains::unbless(root(), known));
		assert_eq!(last_event(), Event::RuntimeUnblessed { hash: known });
		assert_eq!(SideChains::blessed(), [hash]);
		assert_noop!(register(MERCHANT, template(), TANK, POOL), Error::<Test>::CodeNotBlessed);
		for who in [MERCHANT, GUARD, COLLECTIVE] {
			assert_noop!(SideChains::bless(signed(who), known), BadOrigin);
			assert_noop!(SideChains::unbless(signed(who), hash), BadOrigin);
		}
	});
}

#[test]
fn taking_a_runtime_from_the_list_stops_no_chain() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(SideChains::unbless(RuntimeOrigin::root(), hash_of(TEMPLATE)));
		run_to_turn(id);
		assert!(matches!(SideChains::stage(id), Some(Stage::Producing { .. })));
	});
}

#[test]
fn a_pause_stops_registrations_and_nothing_else() {
	ExtBuilder::default().build_and_execute(|| {
		let id = launch(MERCHANT);
		assert_ok!(SideChains::set_registrations_paused(signed(GUARD), true));
		assert_eq!(last_event(), Event::RegistrationsPauseSet { paused: true });
		assert_noop!(register(RIVAL, template(), TANK, POOL), Error::<Test>::RegistrationsPaused);
		assert_ok!(redeem(id, ALICE, 100, 0));
		assert_ok!(SideChains::fill_tank(signed(ALICE), id, 10));
		assert_ok!(SideChains::raise_pool(signed(MERCHANT), id, 10));
		run_to_turn(id);
		for who in [MERCHANT, ALICE, COLLECTIVE] {
			assert_noop!(SideChains::set_registrations_paused(signed(who), false), BadOrigin);
		}
		assert_noop!(SideChains::set_registrations_paused(RuntimeOrigin::root(), false), BadOrigin);
		assert_ok!(SideChains::set_registrations_paused(signed(GUARD), false));
		assert_ok!(register(RIVAL, template(), TANK, POOL));
	});
}

#[test]
fn the_constants_of_the_tests_fit_together() {
	use frame_support::traits::Hooks;
	ExtBuilder::default().build_and_execute(|| {
		<SideChains as Hooks<u64>>::integrity_test();
		assert!(!RegistrationsPaused::<Test>::get());
	});
}
