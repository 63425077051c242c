//! Starts several real nodes and plays the stories on them that need more than one.

use bhtd_zombienet::{side_chains, witnesses};

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes a quarter of an hour; `scripts/test --network` runs it"]
async fn witnesses_are_elected_paid_and_replaced_on_real_nodes() {
	let played = witnesses::play(|progress| print!("{progress}")).await;
	// The error holds the ends of logs, which are to be read as they are.
	played.unwrap_or_else(|error| panic!("{error}"));
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes half an hour; `scripts/test --network` runs it"]
async fn side_chains_live_on_real_nodes_beside_the_main_chain() {
	let played = side_chains::play(|milestone| print!("{milestone}")).await;
	let played = played.unwrap_or_else(|error| panic!("{error}"));
	assert_eq!(played.nodes().unwrap().len(), 4);
}
