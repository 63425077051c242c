use super::*;
use frame_support::traits::BuildGenesisConfig as _;

fn all(minimum: Balance, notice: u64) -> Vec<(Role, Balance, u64)> {
	Role::ALL.map(|role| (role, minimum, notice)).into()
}

#[test]
fn genesis_locks_margins() {
	merchant().margin(ALICE, Operator, MINIMUM).margin(BOB, Merchant, 2_000).build_and_execute(
		|| {
			assert_eq!(held(ALICE, Merchant), 5_000);
			assert_eq!(held(ALICE, Operator), MINIMUM);
			assert_eq!(held(BOB, Merchant), 2_000);
			assert_eq!(free(BOB), START_BALANCE - 2_000 - deposit(0));
			assert!(Margin::is_active(&BOB, Merchant));
		},
	);
}

#[test]
fn a_genesis_that_says_nothing_is_strict() {
	sp_io::TestExternalities::default().execute_with(|| {
		// Before there are any terms at all.
		let strictest = Terms { minimum: HIGHEST_MINIMUM, notice: LONGEST_NOTICE };
		assert_eq!(Margin::terms(Merchant), strictest);

		GenesisConfig::<Test>::default().build();
		for role in Role::ALL {
			assert_eq!(RoleTerms::<Test>::try_get(role), Ok(strictest));
		}
	});
}

#[test]
#[should_panic(expected = "terms of Operator are missing")]
fn genesis_needs_terms_of_every_role() {
	let mut terms = all(MINIMUM, NOTICE);
	terms.remove(2);
	ExtBuilder::default().terms(terms).build();
}

#[test]
#[should_panic(expected = "terms of Merchant are given twice")]
fn genesis_refuses_terms_given_twice() {
	let mut terms = all(MINIMUM, NOTICE);
	terms[3].0 = Merchant;
	ExtBuilder::default().terms(terms).build();
}

#[test]
#[should_panic(expected = "MinimumOutOfBounds")]
fn genesis_refuses_a_minimum_out_of_bounds() {
	ExtBuilder::default().terms(all(LOWEST_MINIMUM - 1, NOTICE)).build();
}

#[test]
#[should_panic(expected = "NoticeOutOfBounds")]
fn genesis_refuses_a_notice_out_of_bounds() {
	ExtBuilder::default().terms(all(MINIMUM, LONGEST_NOTICE + 1)).build();
}

#[test]
#[should_panic(expected = "margin of 1 as Merchant")]
fn genesis_refuses_a_margin_below_the_minimum() {
	ExtBuilder::default().margin(ALICE, Merchant, MINIMUM - 1).build();
}

#[test]
#[should_panic(expected = "margin of 1 as Merchant")]
fn genesis_refuses_a_role_taken_twice() {
	merchant().margin(ALICE, Merchant, 5_000).build();
}

#[test]
#[should_panic(expected = "margin of 50 as Merchant")]
fn genesis_refuses_a_margin_without_the_money() {
	ExtBuilder::default().margin(NOBODY, Merchant, 5_000).build();
}
