//! `set_rule` and `remove_rule`.

use super::*;
use sp_runtime::{traits::Zero, FixedU128};

#[test]
fn a_rule_is_set_replaced_and_removed_for_one_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let before = free(MERCHANT);
		set_rule(rule());
		System::assert_last_event(Event::RuleSet { class: 0, serial: 0 }.into());
		let with_rule = free(MERCHANT);
		assert!(with_rule < before);
		set_rule(rule());
		System::assert_last_event(Event::RuleSet { class: 0, serial: 1 }.into());
		assert_eq!(free(MERCHANT), with_rule);
		assert_ok!(Store::remove_rule(signed(MERCHANT), 0));
		System::assert_last_event(Event::RuleRemoved { class: 0 }.into());
		assert_eq!((free(MERCHANT), Store::rule(0)), (before, None));
		assert_noop!(Store::remove_rule(signed(MERCHANT), 0), Error::<Test>::RuleNotFound);
	});
}

#[test]
fn a_rule_is_the_issuers() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		for who in [RIVAL, ALICE, ARBITER] {
			assert_noop!(Store::set_rule(signed(who), 0, rule()), Error::<Test>::NotIssuer);
			assert_noop!(Store::remove_rule(signed(who), 0), Error::<Test>::NotIssuer);
		}
		for origin in unsigned() {
			assert_noop!(Store::set_rule(origin.clone(), 0, rule()), BadOrigin);
			assert_noop!(Store::remove_rule(origin, 0), BadOrigin);
		}
		assert_noop!(Store::set_rule(signed(MERCHANT), 9, rule()), Error::<Test>::NotIssuer);
	});
}

#[test]
fn a_class_takes_its_rule_along_until_the_new_issuer_or_the_old_removes_it() {
	for remover in [RIVAL, MERCHANT] {
		ExtBuilder::default().build_and_execute(|| {
			let before = free(MERCHANT);
			set_rule(rule());
			let deposit = before - free(MERCHANT);
			assert_ok!(Points::offer_stewardship(signed(MERCHANT), 0, Some(RIVAL)));
			assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, Balance::MAX));
			let without = free(MERCHANT);
			assert_ok!(Store::remove_rule(signed(remover), 0));
			// Who has paid the deposit gets it back.
			assert_eq!(free(MERCHANT), without + deposit);
		});
	}
}

#[test]
fn a_new_issuer_replaces_the_rule_at_its_own_cost() {
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		assert_ok!(Points::offer_stewardship(signed(MERCHANT), 0, Some(RIVAL)));
		assert_ok!(Points::accept_stewardship(signed(RIVAL), 0, Balance::MAX));
		assert_noop!(Store::set_rule(signed(MERCHANT), 0, rule()), Error::<Test>::NotIssuer);
		let (merchant, rival) = (free(MERCHANT), free(RIVAL));
		assert_ok!(Store::set_rule(signed(RIVAL), 0, rule()));
		assert_eq!(free(MERCHANT) - merchant, rival - free(RIVAL));
	});
}

#[test]
fn a_rule_without_sense_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		advance(10);
		let refuse = |change: &dyn Fn(&mut RuleTermsOf<Test>), error: Error<Test>| {
			let mut changed = rule();
			change(&mut changed);
			assert_noop!(Store::set_rule(signed(MERCHANT), 0, changed), error);
		};
		refuse(&|it| it.rate = FixedU128::zero(), Error::RuleEarnsNothing);
		refuse(&|it| it.cap_per_order = 0, Error::RuleEarnsNothing);
		refuse(&|it| it.cap_per_day = Some(0), Error::RuleEarnsNothing);
		refuse(&|it| it.budget = 0, Error::RuleEarnsNothing);
		refuse(&|it| (it.from, it.until) = (20, 20), Error::RuleIsOver);
		refuse(&|it| (it.from, it.until) = (20, 19), Error::RuleIsOver);
		refuse(&|it| (it.from, it.until) = (0, 11), Error::RuleIsOver);
		let multipliers = |list: &[(u16, u16)]| list.to_vec().try_into().unwrap();
		let too_high = HIGHEST_MULTIPLIER + 1;
		refuse(&|it| it.multipliers = multipliers(&[(1, too_high)]), Error::MultiplierTooHigh);
		refuse(&|it| it.multipliers = multipliers(&[(1, 1), (1, 2)]), Error::DuplicateCategory);

		let mut edge = rule();
		(edge.rate, edge.bonus, edge.until) = (FixedU128::zero(), 1, 12);
		edge.multipliers = multipliers(&[(1, HIGHEST_MULTIPLIER), (2, 0)]);
		set_rule(edge);
	});
}

#[test]
fn serial_numbers_end() {
	ExtBuilder::default().build_and_execute(|| {
		NextRule::<Test>::put(u32::MAX);
		assert_noop!(Store::set_rule(signed(MERCHANT), 0, rule()), Error::<Test>::NoRuleSerialLeft);
	});
}
