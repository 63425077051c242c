//! Chains that run from the first block.

use super::*;

fn shop() -> GenesisChain<AccountId, Balance> {
	GenesisChain {
		chain: FIRST,
		core: 0,
		name: b"Shop".to_vec(),
		manager: MERCHANT,
		refund: TREASURER,
		tank: TANK,
		pool: POOL,
	}
}

#[test]
fn a_chain_of_the_genesis_is_like_any_other() {
	ExtBuilder::default().chain(shop()).build_and_execute(|| {
		assert_eq!(chain(FIRST).status, Status::Onboarding);
		assert_eq!(owed(MERCHANT), CHAIN_DEPOSIT + POOL);
		assert_eq!(in_tanks(TREASURER), TANK);
		assert_eq!(free(MERCHANT), free(RIVAL) - TANK);
		run_to_turn(FIRST);
		assert!(matches!(chain(FIRST).status, Status::Active { .. }));
		assert_eq!(chain(FIRST).tank, TANK - FEE);
		assert_ok!(redeem(FIRST, ALICE, LIMIT, 0));
		// The next gets the next id and the next core.
		assert_ok!(register(RIVAL, template(), TANK, 0));
		let slots = Slots::<Test>::get();
		assert_eq!((slots[1].core, slots[1].chain), (1, Some(SECOND)));
	});
}

#[test]
#[should_panic(expected = "chain 2000: Err(Module")]
fn a_chain_of_the_genesis_needs_a_margin() {
	let genesis = GenesisChain { manager: ALICE, ..shop() };
	ExtBuilder::default().chain(genesis).build();
}

#[test]
#[should_panic(expected = "chain 2000 is given twice")]
fn a_chain_of_the_genesis_is_there_once() {
	ExtBuilder::default().chain(shop()).chain(shop()).build();
}

#[test]
#[should_panic(expected = "core 0 is given twice")]
fn a_chain_of_the_genesis_has_a_core_of_its_own() {
	let other = GenesisChain { chain: SECOND, ..shop() };
	ExtBuilder::default().chain(shop()).chain(other).build();
}

#[test]
#[should_panic(expected = "NameMissing")]
fn a_chain_of_the_genesis_has_a_name() {
	ExtBuilder::default().chain(GenesisChain { name: Vec::new(), ..shop() }).build();
}

#[test]
#[should_panic(expected = "SizesOutOfBounds")]
fn the_name_of_a_chain_of_the_genesis_fits() {
	ExtBuilder::default().chain(GenesisChain { name: vec![b'x'; 17], ..shop() }).build();
}
