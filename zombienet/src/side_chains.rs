//! The story of two merchants' chains beside a main chain of two witnesses.
//!
//! One chain is there from the genesis, with a tank that will not last; its collator brings a node of the
//! main chain. The other is registered by Grace with her margin; its collator asks a witness instead. Both
//! make blocks, which the witnesses check and finalise. BHTD goes down to a chain, points that the pool
//! on the main chain covers are awarded there, and a consumer redeems them for BHTD on the main chain. A
//! collator dies and comes back. The tank runs dry, the core is lost, and comes back when somebody pays.
//!
//! [`STEPS`] is the table of contents.

mod life;
mod points;

use crate::{
	chain::{Chain, State},
	deadline::Deadline,
	ensure,
	network::Network,
	node::Node,
	report::Milestone,
	specification::{append, main_chain, SideChain},
	steps,
	steps::{Notes, Steps},
	story::BHTD,
	types::{number, side_chains::Stage, Person},
	Result,
};
use serde_json::{json, Value};
use std::time::{Duration, Instant};
use subxt::{
	ext::codec::{Compact, Decode},
	utils::AccountId32,
};
use tempfile::TempDir;

/// The chain of two witnesses out of which the main chain is made.
const MAIN: &str = "local";

/// The chain of the genesis: the id that the template has by itself.
const FIRST: u32 = 2_000;

/// The chain that is registered. The registrar gives out the ids from 2,000 on and does not know that the
/// genesis has taken one, unless it is told.
const SECOND: u32 = 2_001;

/// What is in the first chain's tank: two periods.
const TANK: u128 = 2 * BHTD;

/// Grace's margin as a group merchant: the minimum, the deposits and the pools of both chains.
const MARGIN: u128 = 200_000 * BHTD;

/// What Grace has, the margin included.
const FORTUNE: u128 = 2 * MARGIN;

/// What is promised to the consumers of each chain.
const POOL: u128 = 30_000 * BHTD;

/// How long anything may take that needs a handful of blocks.
const PATIENCE: Duration = Duration::from_secs(300);

/// How many blocks show that a chain goes on.
const ENOUGH_BLOCKS: u64 = 3;

/// What happens, in order.
const STEPS: Steps<Story> = steps![
	"Two witnesses finalise the blocks of a side chain" => life::opening,
	"Grace registers a second side chain with her margin" => life::register,
	"BHTD goes down to a side chain" => points::down,
	"The pool of the main chain covers points of the side chain" => points::declare,
	"A consumer of the side chain redeems points on the main chain" => points::redeem,
	"The second side chain starts" => life::starts,
	"A collator dies and comes back" => life::dies,
	"BHTD comes up from a side chain" => points::up,
	"The tank runs dry and the core is lost" => life::dry,
	"Somebody fills the tank and the chain goes on" => life::filled,
	"All of it is final, and all nodes agree" => life::closing,
];

/// Everybody in the story.
struct Cast {
	/// A witness, whose node the story asks, and the collator of both chains.
	alice: Person,
	/// A witness.
	bob: Person,
	/// Who issues points on the side chain.
	charlie: Person,
	/// The group merchant whose margin stands for both chains. Nobody in the other story, which counts what
	/// everybody has while Grace's tanks run dry.
	grace: Person,
	/// A consumer.
	eve: Person,
	/// Another.
	ferdie: Person,
}

impl Cast {
	fn new() -> Result<Self> {
		Ok(Self {
			alice: Person::new("Alice", "//Alice")?,
			bob: Person::new("Bob", "//Bob")?,
			charlie: Person::new("Charlie", "//Charlie")?,
			grace: Person::new("Grace", "//Grace")?,
			eve: Person::new("Eve", "//Eve")?,
			ferdie: Person::new("Ferdie", "//Ferdie")?,
		})
	}
}

/// A collator that runs.
struct Collator {
	node: Node,
	chain: Chain,
}

/// The story while it is told.
struct Story {
	network: Network,
	cast: Cast,
	began: Instant,
	first: SideChain,
	second: SideChain,
	/// The collator of each chain, once it runs.
	collators: [Option<Collator>; 2],
	/// The class of points of the first chain.
	class: u32,
}

/// The network after the story. It goes on until this is dropped.
pub struct Played(Story);

impl Played {
	/// A connection to the main chain, which follows calls until they are settled.
	pub async fn main(&self) -> Result<Chain> {
		let Self(story) = self;
		let url = story.network.url(story.cast.alice.name)?;
		Ok(Chain::connect(url, PATIENCE).await?.until_settled())
	}

	/// Adds the end of every log to an error.
	pub fn explain<T>(&self, result: Result<T>) -> Result<T> {
		self.0.explain(result)
	}

	/// What each node is, and where it serves RPC.
	pub fn nodes(&self) -> Result<Vec<(String, &str)>> {
		let Self(story) = self;
		let mut nodes = Vec::new();
		for person in [&story.cast.alice, &story.cast.bob] {
			nodes.push((format!("witness {}", person.name), story.network.url(person.name)?));
		}
		for (chain, collator) in [&story.first, &story.second].into_iter().zip(&story.collators) {
			let collator = collator.as_ref().ok_or("a chain has no collator")?;
			nodes.push((format!("side chain {}", chain.id), collator.node.url()));
		}
		Ok(nodes)
	}
}

/// Starts the network, plays the whole story on it and hands each step's report to `tell`.
pub async fn play(mut tell: impl FnMut(&Milestone)) -> Result<Played> {
	let mut story = Story::open().await?;
	for (index, (title, step)) in STEPS.iter().enumerate() {
		let number = index + 1;
		let told: Result<()> = async {
			let notes = step(&mut story).await?;
			tell(&story.milestone(number, title, notes).await?);
			Ok(())
		}
		.await;
		let told = told.map_err(|error| format!("step {number}, \"{title}\": {error}").into());
		story.explain(told)?;
	}
	Ok(Played(story))
}

/// The account of a chain on the main chain.
fn sovereign(id: u32) -> AccountId32 {
	let mut account = [0; 32];
	account[..4].copy_from_slice(b"para");
	account[4..8].copy_from_slice(&id.to_le_bytes());
	AccountId32(account)
}

/// Puts the first chain and what stands behind it into the genesis of the main chain.
fn found(genesis: &mut Value, chain: &SideChain, cast: &Cast) -> Result<()> {
	let grace = &cast.grace;
	let account = |who: &AccountId32| json!(who.to_string());
	let planck = |amount: u128| -> Result<Value> { Ok(json!(u64::try_from(amount)?)) };
	// All BHTD of the side chain lies here.
	let lies = json!([account(&sovereign(chain.id)), planck(chain.endowment)?]);
	append(genesis, "/balances/balances", lies)?;
	append(genesis, "/balances/balances", json!([account(&grace.id), planck(FORTUNE)?]))?;
	let margin = json!([account(&grace.id), "GroupMerchant", planck(MARGIN)?]);
	append(genesis, "/margin/margins", margin)?;
	// For the story of merchants and consumers, which tries what the root key cannot do.
	genesis["sudo"] = json!({ "key": account(&cast.alice.id) });
	genesis["registrar"]["nextFreeParaId"] = json!(SECOND);
	genesis["paras"] = json!({ "paras": [[chain.id, {
		"genesis_head": hex(&chain.genesis_head()?),
		"validation_code": hex(&chain.code()?),
		"parachain": true,
	}]] });
	genesis["sideChains"] = json!({ "chains": [{
		"chain": chain.id,
		"core": 0,
		"name": "First".as_bytes(),
		"manager": account(&grace.id),
		"refund": account(&grace.id),
		"tank": planck(TANK)?,
		"pool": planck(POOL)?,
	}] });
	Ok(())
}

fn hex(bytes: &[u8]) -> String {
	let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
	format!("0x{digits}")
}

/// The number of the block of which this is the header: after the parent's hash.
fn number_in(head: &[u8]) -> Result<u64> {
	let rest = head.get(32..).ok_or("the head is too short")?;
	let Compact(number) = Compact::<u32>::decode(&mut &rest[..])?;
	Ok(number.into())
}

impl Story {
	async fn open() -> Result<Self> {
		let began = Instant::now();
		let cast = Cast::new()?;
		let folder = TempDir::with_prefix("bhtd-e2e-")?;
		let first = SideChain::create(folder.path(), "first", FIRST).await?;
		let second = SideChain::create(folder.path(), "second", SECOND).await?;
		let change = |genesis: &mut Value| found(genesis, &first, &cast);
		let main = main_chain(MAIN, folder.path(), change).await?;
		let network = Network::start_in(folder, main, &[cast.alice.name, cast.bob.name]).await?;
		let collators = [None, None];
		Ok(Self { network, cast, began, first, second, collators, class: 0 })
	}

	/// The main chain.
	fn main(&self) -> Result<&Chain> {
		Ok(&self.network.member(self.cast.alice.name)?.chain)
	}

	/// The first side chain.
	fn side(&self) -> Result<&Chain> {
		Ok(&self.collators[0].as_ref().ok_or("the first chain has no collator")?.chain)
	}

	/// The state of the main chain after its latest final block.
	async fn state(&self) -> Result<State> {
		self.main()?.latest_final().await
	}

	/// Starts the collator of the first chain, with a node of the main chain inside.
	async fn start_first(&mut self) -> Result<()> {
		let own = arguments(&self.first, 1);
		let relay = self.relay_arguments();
		let (node, chain) = Node::start_collator(own, relay).await?;
		self.collators[0] = Some(Collator { node, chain: chain.until_final() });
		Ok(())
	}

	/// Starts the collator of the second chain, which asks Alice's node.
	async fn start_second(&mut self) -> Result<()> {
		let mut own = arguments(&self.second, 2);
		let url = self.network.url(self.cast.alice.name)?.to_owned();
		own.extend(["--relay-chain-rpc-urls".into(), url]);
		let relay = self.relay_arguments();
		let (node, chain) = Node::start_collator(own, relay).await?;
		self.collators[1] = Some(Collator { node, chain: chain.until_final() });
		Ok(())
	}

	/// What a collator's node of the main chain is told.
	fn relay_arguments(&self) -> Vec<String> {
		let specification = self.network.specification().display().to_string();
		let mut arguments = vec!["--chain".into(), specification];
		arguments.extend(["--listen-addr".into(), "/ip4/127.0.0.1/tcp/0".into()]);
		for name in [self.cast.alice.name, self.cast.bob.name] {
			if let Ok(member) = self.network.member(name) {
				arguments.extend(["--bootnodes".into(), member.address.clone()]);
			}
		}
		arguments
	}

	/// The number of the last block of a side chain that the final main chain includes.
	async fn included(&self, id: u32) -> Result<u64> {
		let head: Option<Vec<u8>> =
			self.state().await?.view("SideChains", "last_head", vec![number(id)]).await?;
		head.map_or(Ok(0), |head| number_in(&head))
	}

	/// Waits until the final main chain includes a block of a side chain.
	async fn wait_for_included(&self, id: u32, block: u64, limit: Duration) -> Result<Duration> {
		let deadline = Deadline::new(format!("block {block} of {id} is not included"), limit);
		while self.included(id).await? < block {
			deadline.wait().await?;
		}
		Ok(deadline.elapsed())
	}

	/// Where a chain stands.
	async fn stage(&self, id: u32) -> Result<Stage> {
		let stage: Option<Stage> =
			self.state().await?.view("SideChains", "stage", vec![number(id)]).await?;
		stage.ok_or_else(|| format!("there is no chain {id}").into())
	}

	async fn milestone(
		&self,
		number: usize,
		title: &'static str,
		notes: Notes,
	) -> Result<Milestone> {
		let mut blocks = vec![("main chain".to_owned(), self.main()?.finalised().await?)];
		for (chain, collator) in [&self.first, &self.second].into_iter().zip(&self.collators) {
			if let Some(collator) = collator {
				blocks.push((chain.id.to_string(), collator.chain.finalised().await?));
			}
		}
		Ok(Milestone { number, title, notes, elapsed: self.began.elapsed(), blocks })
	}

	/// Adds the end of every log to an error.
	fn explain<T>(&self, result: Result<T>) -> Result<T> {
		let explained = self.network.explain(result);
		let collators = self.collators.iter().flatten();
		collators.fold(explained, |result, collator| collator.node.explain(result))
	}
}

/// What a collator is told about its chain.
fn arguments(chain: &SideChain, key: u8) -> Vec<String> {
	let specification = chain.specification.display().to_string();
	let mut arguments = vec!["--collator".into(), "--alice".into()];
	arguments.extend(["--chain".into(), specification]);
	arguments.extend(["--listen-addr".into(), "/ip4/127.0.0.1/tcp/0".into()]);
	arguments.extend(["--node-key".into(), format!("{:064x}", 0xc0 + u32::from(key))]);
	arguments
}

/// The blocks of a chain go on: waits until a few more of them are final.
async fn goes_on(chain: &Chain) -> Result<u64> {
	let before = chain.finalised().await?;
	chain.wait_for_finalised(before + ENOUGH_BLOCKS, PATIENCE).await?;
	ensure!(chain.finalised().await? > before, "the chain stands still");
	Ok(before + ENOUGH_BLOCKS)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn number_is_read_from_a_head() {
		assert_eq!(number_in(&[&[1; 32][..], &[8]].concat()).unwrap(), 2);
		assert_eq!(number_in(&[&[1; 32][..], &[1, 1]].concat()).unwrap(), 64);
		assert!(number_in(&[1; 32]).is_err());
	}
}
