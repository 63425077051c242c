//! Starts five real nodes and plays the story of the witnesses on them.

use bhtd_zombienet::witnesses;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes a quarter of an hour; `scripts/test --network` runs it"]
async fn witnesses_are_elected_paid_and_replaced_on_real_nodes() {
	let played = witnesses::play(|progress| print!("{progress}")).await;
	// The error holds the ends of logs, which are to be read as they are.
	played.unwrap_or_else(|error| panic!("{error}"));
}
