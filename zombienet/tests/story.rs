//! Starts the real node binary and plays the whole story on it.

use bhtd_zombienet::{chain::Chain, node::Node, story, Result};
use std::time::Duration;

/// The node answers already when the story begins.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test(flavor = "multi_thread")]
async fn a_merchant_and_its_customers_live_on_a_real_node() -> Result<()> {
	let node = Node::start_dev().await?;
	let chain = Chain::connect(node.url(), PATIENCE).await?;
	let played = story::play(chain, |report| print!("{report}")).await;
	node.explain(played)
}
