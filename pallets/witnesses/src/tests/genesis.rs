use super::*;
use frame_support::traits::{fungible::Inspect, BuildGenesisConfig as _};

#[test]
fn genesis_registers_candidates_that_count_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		for (number, who) in [W1, W2, W3, W4].into_iter().enumerate() {
			assert_eq!(held(who, HoldReason::Deposit), DEPOSIT);
			assert_eq!(
				candidate(who),
				Candidate {
					number: number as u64,
					status: Status::Active,
					deposit: DEPOSIT,
					matured_deposit: DEPOSIT,
					commission: COMMISSION,
					next_commission: None,
					rewards: 0,
				}
			);
		}
		assert_eq!(Listed::<Test>::get().into_inner(), vec![W1, W2, W3, W4]);
		assert_eq!(Registrations::<Test>::get(), 4);
		assert_eq!(elected(), vec![W1, W2, W3]);
		assert_eq!(CurrentParameters::<Test>::get(), Some(PARAMETERS));
	});
}

#[test]
fn genesis_gives_the_pot_its_existential_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Balances::balance(&pot()), EXISTENTIAL_DEPOSIT);
		assert_eq!(Balances::total_issuance(), first_issuance());
		assert_eq!(CurrentYear::<Test>::get().budget, first_issuance() / 10);
	});
}

#[test]
fn genesis_leaves_a_pot_alone_that_has_enough() {
	sp_io::TestExternalities::default().execute_with(|| {
		use frame_support::traits::fungible::Mutate;
		assert_ok!(Balances::mint_into(&pot(), 1_000));
		GenesisConfig::<Test>::default().build();
		assert_eq!(Balances::balance(&pot()), 1_000);
	});
}

#[test]
fn a_genesis_that_says_nothing_is_possible() {
	ExtBuilder::default().without_parameters().candidates(&[]).build_and_execute(|| {
		assert_eq!(CurrentParameters::<Test>::get(), None);
		assert!(Listed::<Test>::get().is_empty());
	});
}

#[test]
fn the_parameters_of_the_genesis_can_be_written_as_json() {
	// As chain specifications do.
	let config = GenesisConfig::<Test> {
		parameters: Some(PARAMETERS),
		candidates: vec![(W1, DEPOSIT, COMMISSION)],
	};
	let json = serde_json::to_string(&config).expect("serialises");
	assert!(json.contains("\"minimumDeposit\":1000"));
	let read: GenesisConfig<Test> = serde_json::from_str(&json).expect("deserialises");
	assert_eq!(read.parameters, config.parameters);
	assert_eq!(read.candidates, config.candidates);
}

#[test]
#[should_panic(expected = "WitnessesOutOfBounds")]
fn genesis_refuses_parameters_out_of_bounds() {
	ExtBuilder::default().parameters(|p| p.witnesses = MAX_WITNESSES + 1).build();
}

#[test]
#[should_panic(expected = "candidate 11: Err(Module")]
fn genesis_refuses_a_deposit_below_the_minimum() {
	ExtBuilder::default().deposits(&[(W1, MINIMUM_DEPOSIT - 1)]).build();
}

#[test]
#[should_panic(expected = "CommissionTooHigh")]
fn genesis_refuses_a_commission_above_the_highest() {
	ExtBuilder::default().candidates(&[(W1, DEPOSIT, Perbill::one())]).build();
}

#[test]
#[should_panic(expected = "AlreadyCandidate")]
fn genesis_refuses_a_candidate_given_twice() {
	ExtBuilder::default().deposits(&[(W1, DEPOSIT), (W1, DEPOSIT)]).build();
}

#[test]
#[should_panic(expected = "ParametersNotSet")]
fn genesis_refuses_candidates_without_parameters() {
	ExtBuilder::default().without_parameters().build();
}

#[test]
#[should_panic(expected = "FundsUnavailable")]
fn genesis_refuses_a_candidate_without_the_money() {
	ExtBuilder::default().deposits(&[(NOBODY, DEPOSIT)]).build();
}

#[test]
#[should_panic(expected = "ListFull")]
fn genesis_refuses_more_candidates_than_there_can_be() {
	let all = [W1, W2, W3, W4, W5, W6, W7].map(|who| (who, DEPOSIT));
	ExtBuilder::default().deposits(&all).build();
}
