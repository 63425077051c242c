//! Networks of several real nodes, each a process of its own, that speak to each other over loopback.
//!
//! A node that joins dials all that are there, so every two nodes are connected and none depends on
//! a third one to find the others.

use crate::{
	chain::Chain,
	ensure,
	node::{export_specification, Node},
	Result,
};
use std::{
	path::{Path, PathBuf},
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long nodes may take to find each other.
const PEERS_LIMIT: Duration = Duration::from_secs(60);

/// How much of each node's log an error shows.
const LOG_LINES: usize = 15;

/// Several nodes of one chain. Dropping it ends them all.
pub struct Network {
	members: Vec<Member>,
	specification: PathBuf,
	// Removed after the processes are gone.
	_folder: TempDir,
}

/// A node of a network and what is said to it.
pub struct Member {
	/// What the node is called.
	pub name: &'static str,
	/// A connection to the node, which follows calls until they are final.
	pub chain: Chain,
	node: Node,
	/// Where other nodes reach it.
	pub address: String,
	/// Neither killed nor paused.
	runs: bool,
}

/// Whose keys a witness has.
#[derive(Clone, Copy)]
pub enum Keys {
	/// Those that everybody knows under the name of the node.
	WellKnown,
	/// None yet.
	Own,
}

impl Network {
	/// Starts witnesses with well-known keys on a chain and waits until all are connected.
	pub async fn start(chain: &str, witnesses: &[&'static str]) -> Result<Self> {
		let folder = tempfile::Builder::new().prefix("bhtd-e2e-").tempdir()?;
		let specification = folder.path().join("chain.json");
		// Once for all: to make the genesis out of a preset, each node would compile the runtime twice.
		export_specification(chain, &specification).await?;
		Self::start_in(folder, specification, witnesses).await
	}

	/// As [`start`](Self::start), on the chain of a specification that lies in a folder. The folder is
	/// removed in the end.
	pub async fn start_in(
		folder: TempDir,
		specification: PathBuf,
		witnesses: &[&'static str],
	) -> Result<Self> {
		let mut network = Self { members: Vec::new(), specification, _folder: folder };
		for name in witnesses {
			network.join(name, Keys::WellKnown).await?;
		}
		Ok(network)
	}

	/// The specification of the chain.
	pub fn specification(&self) -> &Path {
		&self.specification
	}

	/// Adds a witness, and waits until it is connected to all the others.
	pub async fn join(&mut self, name: &'static str, keys: Keys) -> Result<&Member> {
		let mut arguments = vec!["--chain".into(), self.specification.display().to_string()];
		arguments.extend(match keys {
			Keys::WellKnown => vec![format!("--{}", name.to_lowercase())],
			Keys::Own => vec!["--validator".into(), "--name".into(), name.into()],
		});
		arguments.extend(["--listen-addr".into(), "/ip4/127.0.0.1/tcp/0".into()]);
		// A witness does not start without a key that outlives it. This one counts the nodes.
		arguments.extend(["--node-key".into(), format!("{:064x}", self.members.len() + 1)]);
		let others: Vec<_> = self.members.iter().filter(|other| other.runs).collect();
		for other in &others {
			arguments.extend(["--bootnodes".into(), other.address.clone()]);
		}
		let peers = others.len();
		let joined = async {
			let (node, chain) = Node::start(&arguments).await?;
			let address = node.explain(chain.address().await)?;
			node.explain(wait_for_peers(&chain, peers).await)?;
			Ok(Member { name, chain: chain.until_final(), node, address, runs: true })
		};
		let member = joined.await.map_err(|error: crate::Error| format!("{name}: {error}"))?;
		self.members.push(member);
		self.member(name)
	}

	/// A node by its name.
	pub fn member(&self, name: &str) -> Result<&Member> {
		let found = self.members.iter().find(|member| member.name == name);
		found.ok_or_else(|| format!("there is no node of {name}").into())
	}

	/// Kills a node for good.
	pub fn kill(&mut self, name: &str) -> Result<()> {
		let member = self.member_mut(name)?;
		member.runs = false;
		member.node.kill()
	}

	/// Stops a node until [`resume`](Self::resume).
	pub fn pause(&mut self, name: &str) -> Result<()> {
		let member = self.member_mut(name)?;
		member.runs = false;
		member.node.pause()
	}

	/// Lets a stopped node go on.
	pub fn resume(&mut self, name: &str) -> Result<()> {
		let member = self.member_mut(name)?;
		member.runs = true;
		member.node.resume()
	}

	/// Where a node serves RPC.
	pub fn url(&self, name: &str) -> Result<&str> {
		Ok(self.member(name)?.node.url())
	}

	/// Adds the end of every node's log to an error.
	pub fn explain<T>(&self, result: Result<T>) -> Result<T> {
		result.map_err(|error| {
			let mut message = error.to_string();
			for member in &self.members {
				let tail = member.node.log_tail(LOG_LINES);
				message += &format!("\n--- the log of {} ends with ---\n{tail}", member.name);
			}
			message.into()
		})
	}

	fn member_mut(&mut self, name: &str) -> Result<&mut Member> {
		let found = self.members.iter_mut().find(|member| member.name == name);
		found.ok_or_else(|| format!("there is no node of {name}").into())
	}
}

async fn wait_for_peers(chain: &Chain, expected: usize) -> Result<()> {
	let started = Instant::now();
	loop {
		let found = chain.peers().await?;
		if found >= expected {
			return Ok(());
		}
		let seconds = PEERS_LIMIT.as_secs();
		ensure!(
			started.elapsed() < PEERS_LIMIT,
			"connected to {found} of {expected} nodes after {seconds} s"
		);
		tokio::time::sleep(Duration::from_millis(500)).await;
	}
}
