//! Starts the real node binary on a free port and a fresh data folder, stops it for a while and ends it.

use crate::{chain::Chain, ensure, Result};
use nix::{
	sys::signal::{kill, Signal},
	unistd::Pid,
};
use std::{
	env,
	ffi::OsStr,
	fs::{self, File},
	path::{Path, PathBuf},
	process::{Child, Command, Stdio},
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// The environment variable that names the node binary, when it does not lie beside the test.
pub const BINARY_VARIABLE: &str = "BHTD_NODE_BIN";

/// How long the node may take to answer on its RPC port. It compiles its runtime first, which an
/// unoptimised build does slowly.
const START_LIMIT: Duration = Duration::from_secs(180);

/// How long the first block may take to be finalised once the node answers.
const FINALITY_LIMIT: Duration = Duration::from_secs(120);

/// What the node logs once its RPC port is open. The port is read from there instead of being chosen
/// here, so that no other program can take it in between.
const RPC_LOG: &str = "Running JSON-RPC server: addr=127.0.0.1:";

/// A running node. Dropping it kills the node and removes its data.
pub struct Node {
	child: Child,
	url: String,
	log: PathBuf,
	// Removed after the process is gone: fields are dropped after `Drop::drop` has run.
	_folder: TempDir,
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
		let folder = tempfile::Builder::new().prefix("bhtd-e2e-").tempdir()?;
		let log = folder.path().join("node.log");
		let output = File::create(&log)?;
		let binary = find_binary()?;
		let child = Command::new(&binary)
			.args(arguments)
			.args(["--rpc-port", "0", "--no-telemetry", "--no-prometheus", "--no-mdns"])
			.arg("--base-path")
			.arg(folder.path().join("data"))
			.stdin(Stdio::null())
			.stdout(output.try_clone()?)
			.stderr(output)
			.spawn()
			.map_err(|error| format!("{} does not start: {error}", binary.display()))?;
		let mut node = Self { child, url: String::new(), log, _folder: folder };
		let port = node.rpc_port().await?;
		node.url = format!("ws://127.0.0.1:{port}");
		let chain = node.explain(Chain::connect(&node.url, START_LIMIT).await)?;
		Ok((node, chain))
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

/// Writes the specification of a chain with its genesis to a file.
pub async fn export_specification(chain: &str, file: &Path) -> Result<()> {
	let export = tokio::process::Command::new(find_binary()?)
		.args(["export-chain-spec", "--raw", "--chain", chain, "--output"])
		.arg(file)
		.stdin(Stdio::null())
		.kill_on_drop(true)
		.output();
	let late = |_| format!("no specification of {chain} after {} s", START_LIMIT.as_secs());
	let output = tokio::time::timeout(START_LIMIT, export).await.map_err(late)??;
	let errors = String::from_utf8_lossy(&output.stderr);
	ensure!(output.status.success(), "no specification of {chain}: {errors}");
	Ok(())
}

fn port_in(log: &str) -> Option<u16> {
	let (_, rest) = log.split_once(RPC_LOG)?;
	// A port at the very end may be half written.
	let end = rest.find(|character: char| !character.is_ascii_digit())?;
	rest[..end].parse().ok()
}

/// The node binary: the one that [`BINARY_VARIABLE`] names, or the one built together with this
/// executable.
fn find_binary() -> Result<PathBuf> {
	if let Some(named) = env::var_os(BINARY_VARIABLE) {
		let named = PathBuf::from(named);
		return if named.is_file() {
			Ok(named)
		} else {
			Err(format!("{BINARY_VARIABLE} names {}, which is no file", named.display()).into())
		};
	}
	let executable = env::current_exe()?;
	// Tests lie in target/<profile>/deps, binaries in target/<profile>.
	let candidates: Vec<_> =
		executable.ancestors().skip(1).take(2).map(|folder| folder.join("bhtd-node")).collect();
	candidates.iter().find(|path| path.is_file()).cloned().ok_or_else(|| {
		let places: Vec<_> = candidates.iter().map(|path| path.display().to_string()).collect();
		format!(
			"there is no node binary at {}; `cargo build --workspace` makes one, and \
			 {BINARY_VARIABLE} names one that lies elsewhere",
			places.join(" or "),
		)
		.into()
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
	}
}
