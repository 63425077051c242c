//! Starts the real node binary on a free port and a fresh data folder, and ends it.

use crate::{chain::Chain, Result};
use std::{
	env,
	fs::{self, File},
	path::PathBuf,
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

/// A running development chain of one node. Dropping it kills the node and removes its data.
pub struct Node {
	child: Child,
	url: String,
	log: PathBuf,
	// Removed after the process is gone: fields are dropped after `Drop::drop` has run.
	_folder: TempDir,
}

impl Node {
	/// Starts `bhtd-node --dev` and waits until it serves RPC and has finalised a block.
	pub async fn start() -> Result<Self> {
		let folder = tempfile::Builder::new().prefix("bhtd-e2e-").tempdir()?;
		let log = folder.path().join("node.log");
		let output = File::create(&log)?;
		let binary = find_binary()?;
		let child = Command::new(&binary)
			.args(["--dev", "--rpc-port", "0", "--port", "0"])
			.args(["--no-telemetry", "--no-prometheus", "--no-mdns"])
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
		node.explain(chain.wait_for_finalised(1, FINALITY_LIMIT).await)?;
		Ok(node)
	}

	/// Where the node serves RPC.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// Adds the end of the node's log to an error.
	pub fn explain<T>(&self, result: Result<T>) -> Result<T> {
		result.map_err(|error| {
			format!("{error}\n--- the node's log ends with ---\n{}", self.log_tail()).into()
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

	fn log_tail(&self) -> String {
		const LINES: usize = 40;
		let log = fs::read_to_string(&self.log).unwrap_or_default();
		let lines: Vec<_> = log.lines().collect();
		lines[lines.len().saturating_sub(LINES)..].join("\n")
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		// Nothing can be done about a failure here, and the data folder goes either way.
		let _ = self.child.kill();
		let _ = self.child.wait();
	}
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
