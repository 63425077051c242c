//! Starts the real binaries on free ports and fresh data folders, stops them for a while and ends them.

use crate::{chain::Chain, ensure, Result};
use nix::{
	sys::signal::{kill, Signal},
	unistd::Pid,
};
use std::{
	env,
	ffi::{OsStr, OsString},
	fs::{self, File},
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// A program of ours.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Program {
	/// The node of the main chain.
	Node,
	/// The node of a side chain, which brings one of the main chain.
	Collator,
}

impl Program {
	/// What its file is called.
	const fn name(self) -> &'static str {
		match self {
			Self::Node => "bhtd-node",
			Self::Collator => "bhtd-collator",
		}
	}

	/// The environment variable that names its file, when it does not lie beside the test.
	const fn variable(self) -> &'static str {
		match self {
			Self::Node => "BHTD_NODE_BIN",
			Self::Collator => "BHTD_COLLATOR_BIN",
		}
	}
}

/// How long the node may take to answer on its RPC port. It compiles its runtime first, which an
/// unoptimised build does slowly.
const START_LIMIT: Duration = Duration::from_secs(180);

/// How long the first block may take to be finalised once the node answers.
const FINALITY_LIMIT: Duration = Duration::from_secs(120);

/// What the node logs once its RPC port is open. The port is read from there instead of being chosen
/// here, so that no other program can take it in between.
const RPC_LOG: &str = "Running JSON-RPC server: addr=127.0.0.1:";

/// How lines begin, after the time, that are about the main chain's node inside a collator.
const RELAY_LOG: &str = "[Relaychain]";

/// What every node is told: to take a free port for RPC and to speak to nobody but its network.
const COMMON_ARGUMENTS: [&str; 5] =
	["--rpc-port", "0", "--no-telemetry", "--no-prometheus", "--no-mdns"];

/// Nothing is said to a node of the main chain inside.
const NO_ARGUMENTS: [&str; 0] = [];

/// A running node. Dropping it kills the node and removes its data.
pub struct Node {
	program: Program,
	arguments: Vec<OsString>,
	child: Child,
	url: String,
	log: PathBuf,
	// Removed after the process is gone: fields are dropped after `Drop::drop` has run.
	folder: TempDir,
}

impl Node {
	/// Starts `bhtd-node --dev` and waits until it has finalised a block.
	pub async fn start_dev() -> Result<Self> {
		let (node, chain) = Self::start(["--dev", "--port", "0"]).await?;
		node.explain(chain.wait_for_finalised(1, FINALITY_LIMIT).await)?;
		Ok(node)
	}

	/// Starts `bhtd-node` with these arguments and waits until it serves RPC.
	pub async fn start(
		arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
	) -> Result<(Self, Chain)> {
		Self::launch(Program::Node, arguments, NO_ARGUMENTS).await
	}

	/// Starts `bhtd-collator` with these arguments, and those of the main chain's node inside it, and
	/// waits until it serves RPC.
	pub async fn start_collator(
		arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
		relay_arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
	) -> Result<(Self, Chain)> {
		Self::launch(Program::Collator, arguments, relay_arguments).await
	}

	/// Starts a node that was killed again, on the data it had.
	pub async fn restart(&mut self) -> Result<Chain> {
		self.child = spawn(self.program, &self.arguments, &self.log)?;
		self.connect().await
	}

	async fn launch(
		program: Program,
		arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
		relay_arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
	) -> Result<(Self, Chain)> {
		let folder = tempfile::Builder::new().prefix("bhtd-e2e-").tempdir()?;
		let mut all: Vec<OsString> = owned(arguments);
		all.extend(owned(COMMON_ARGUMENTS));
		all.extend(["--base-path".into(), folder.path().join("data").into()]);
		let relay = owned(relay_arguments);
		if !relay.is_empty() {
			all.push("--".into());
			all.extend(relay);
			all.extend(owned(COMMON_ARGUMENTS));
			all.extend(["--base-path".into(), folder.path().join("relay").into()]);
		}
		let log = folder.path().join("node.log");
		let child = spawn(program, &all, &log)?;
		let mut node = Self { program, arguments: all, child, url: String::new(), log, folder };
		let chain = node.connect().await?;
		Ok((node, chain))
	}

	/// Connects to the node once it serves RPC.
	async fn connect(&mut self) -> Result<Chain> {
		let port = self.rpc_port().await?;
		self.url = format!("ws://127.0.0.1:{port}");
		self.explain(Chain::connect(&self.url, START_LIMIT).await)
	}

	/// Where the node keeps its data and its log, until it is dropped.
	pub fn folder(&self) -> &Path {
		self.folder.path()
	}

	/// Kills the process, as a power failure would. Its data stays until the node is dropped.
	pub fn kill(&mut self) -> Result<()> {
		self.child.kill()?;
		self.child.wait()?;
		Ok(())
	}

	/// Stops the process where it is. Its connections stay open, but it answers nobody.
	pub fn pause(&self) -> Result<()> {
		self.signal(Signal::SIGSTOP)
	}

	/// Lets a stopped process go on.
	pub fn resume(&self) -> Result<()> {
		self.signal(Signal::SIGCONT)
	}

	fn signal(&self, signal: Signal) -> Result<()> {
		// The id cannot belong to another process: this one has not been waited for while it runs.
		Ok(kill(Pid::from_raw(self.child.id().try_into()?), signal)?)
	}

	/// Where the node serves RPC.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// Adds the end of the node's log to an error.
	pub fn explain<T>(&self, result: Result<T>) -> Result<T> {
		result.map_err(|error| {
			format!("{error}\n--- the node's log ends with ---\n{}", self.log_tail(40)).into()
		})
	}

	async fn rpc_port(&mut self) -> Result<u16> {
		let started = Instant::now();
		loop {
			if let Some(port) = fs::read_to_string(&self.log).ok().and_then(|log| port_in(&log)) {
				return Ok(port);
			}
			if let Some(status) = self.child.try_wait()? {
				return self.explain(Err(format!("the node ended early: {status}").into()));
			}
			if started.elapsed() > START_LIMIT {
				let seconds = START_LIMIT.as_secs();
				return self.explain(Err(format!("no RPC port after {seconds} s").into()));
			}
			tokio::time::sleep(Duration::from_millis(200)).await;
		}
	}

	/// The last lines of what the node has logged.
	pub fn log_tail(&self, lines: usize) -> String {
		let log = fs::read_to_string(&self.log).unwrap_or_default();
		let all: Vec<_> = log.lines().collect();
		all[all.len().saturating_sub(lines)..].join("\n")
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		// Nothing can be done about a failure here, and the data folder goes either way.
		let _ = self.child.kill();
		let _ = self.child.wait();
	}
}

fn owned(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Vec<OsString> {
	arguments.into_iter().map(|argument| argument.as_ref().to_owned()).collect()
}

/// Starts a program, with a log of its own from now on.
fn spawn(program: Program, arguments: &[OsString], log: &Path) -> Result<Child> {
	let binary = find_binary(program)?;
	let output = File::create(log)?;
	let child = Command::new(&binary)
		.args(arguments)
		.stdin(Stdio::null())
		.stdout(output.try_clone()?)
		.stderr(output)
		.spawn();
	child.map_err(|error| format!("{} does not start: {error}", binary.display()).into())
}

/// Runs a program to its end and returns what it prints.
pub async fn output_of(
	program: Program,
	arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
) -> Result<Vec<u8>> {
	let arguments = owned(arguments);
	let what = format!("{} {}", program.name(), arguments.join(OsStr::new(" ")).display());
	let run = tokio::process::Command::new(find_binary(program)?)
		.args(arguments)
		.stdin(Stdio::null())
		.kill_on_drop(true)
		.output();
	let late = |_| format!("{what} takes more than {} s", START_LIMIT.as_secs());
	let output = tokio::time::timeout(START_LIMIT, run).await.map_err(late)??;
	let errors = String::from_utf8_lossy(&output.stderr);
	ensure!(output.status.success(), "{what}: {errors}");
	Ok(output.stdout)
}

/// Writes the specification of a chain with its genesis to a file.
pub async fn export_specification(chain: &str, file: &Path) -> Result<()> {
	let file = file.display().to_string();
	let arguments = ["export-chain-spec", "--raw", "--chain", chain, "--output", &file];
	output_of(Program::Node, arguments).await?;
	Ok(())
}

fn port_in(log: &str) -> Option<u16> {
	let own =
		log.split_inclusive('\n').find(|line| line.contains(RPC_LOG) && !line.contains(RELAY_LOG));
	let (_, rest) = own?.split_once(RPC_LOG)?;
	// A port at the very end may be half written.
	let end = rest.find(|character: char| !character.is_ascii_digit())?;
	rest[..end].parse().ok()
}

/// The file of a program: the one that its variable names, or the one built together with this executable.
fn find_binary(program: Program) -> Result<PathBuf> {
	let variable = program.variable();
	if let Some(named) = env::var_os(variable) {
		let named = PathBuf::from(named);
		return if named.is_file() {
			Ok(named)
		} else {
			Err(format!("{variable} names {}, which is no file", named.display()).into())
		};
	}
	find_built(program.name())
		.map_err(|error| format!("{error}, and {variable} names one that lies elsewhere").into())
}

/// A file that was built together with this executable, by its path in the folder of the profile.
pub fn find_built(path: &str) -> Result<PathBuf> {
	let executable = env::current_exe()?;
	// Tests lie in target/<profile>/deps, binaries in target/<profile>.
	let candidates: Vec<_> =
		executable.ancestors().skip(1).take(2).map(|folder| folder.join(path)).collect();
	candidates.iter().find(|path| path.is_file()).cloned().ok_or_else(|| {
		let places: Vec<_> = candidates.iter().map(|path| path.display().to_string()).collect();
		let places = places.join(" or ");
		format!("there is no file {places}; `cargo build --workspace` makes one").into()
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_port_is_read_from_the_log() {
		let log = "2026 Running JSON-RPC server: addr=127.0.0.1:43781,[::1]:43781\nmore";
		assert_eq!(port_in(log), Some(43781));
		assert_eq!(port_in("Running JSON-RPC server: addr=127.0.0.1:9944,"), Some(9944));
		assert_eq!(port_in("Running JSON-RPC server: addr=127.0.0.1:99"), None);
		assert_eq!(port_in("no such line"), None);
		let collator = "2026 [Relaychain] Running JSON-RPC server: addr=127.0.0.1:1,\n\
			2026 [Parachain] Running JSON-RPC server: addr=127.0.0.1:2,\n";
		assert_eq!(port_in(collator), Some(2));
	}
}
