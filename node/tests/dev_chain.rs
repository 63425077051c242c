//! `bhtd-node --dev` is a chain that finalises, in one command and with the workers it finds itself.

use serde_json::{json, Value};
use std::{
	fs::File,
	io::{Read, Write},
	net::{TcpListener, TcpStream},
	process::{Child, Command, Stdio},
	thread::sleep,
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// Long enough for a node that is not optimised on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(240);

/// A running node that ends with the test.
struct DevNode {
	process: Child,
	rpc_port: u16,
	folder: TempDir,
}

impl DevNode {
	fn start() -> Self {
		let folder = TempDir::new().unwrap();
		let rpc_port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
		let process = Command::new(env!("CARGO_BIN_EXE_bhtd-node"))
			.args(["--dev", "--no-prometheus", "--no-telemetry"])
			.args(["--listen-addr", "/ip4/127.0.0.1/tcp/0"])
			.args(["--rpc-port", &rpc_port.to_string()])
			.arg("--base-path")
			.arg(folder.path())
			.stdout(Stdio::null())
			.stderr(File::create(folder.path().join("log")).unwrap())
			.spawn()
			.unwrap();
		Self { process, rpc_port, folder }
	}

	fn log(&self) -> String {
		std::fs::read_to_string(self.folder.path().join("log")).unwrap()
	}

	/// Calls a method; nothing while the node does not answer yet.
	fn call(&self, method: &str, params: Value) -> Option<Value> {
		let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
		let body = request.to_string();
		let mut stream = TcpStream::connect(("127.0.0.1", self.rpc_port)).ok()?;
		write!(
			stream,
			"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
			 Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
			body.len()
		)
		.ok()?;
		let mut response = String::new();
		stream.read_to_string(&mut response).ok()?;
		let (_, json) = response.split_once("\r\n\r\n")?;
		Some(serde_json::from_str::<Value>(json).ok()?["result"].take())
	}

	/// The number of the last finalised block, once there is an answer.
	fn finalised(&self) -> Option<u64> {
		let hash = self.call("chain_getFinalizedHead", json!([]))?;
		let header = self.call("chain_getHeader", json!([hash]))?;
		u64::from_str_radix(header["number"].as_str()?.strip_prefix("0x")?, 16).ok()
	}

	/// Waits for something, and shows the log of a node that does not bring it about.
	fn wait_for(&mut self, what: &str, mut condition: impl FnMut(&Self) -> bool) {
		let start = Instant::now();
		while !condition(self) {
			if let Some(status) = self.process.try_wait().unwrap() {
				panic!("the node ended with {status}:\n{}", self.log());
			}
			assert!(start.elapsed() < PATIENCE, "no {what}:\n{}", self.log());
			sleep(Duration::from_millis(500));
		}
	}
}

impl Drop for DevNode {
	fn drop(&mut self) {
		// It may have ended on its own, which the test has then reported already.
		let _ = self.process.kill();
		let _ = self.process.wait();
	}
}

#[test]
fn dev_chain_finalises_blocks_with_the_workers_beside_it() {
	if bhtd_runtime::WASM_BINARY.is_none() {
		return;
	}
	let mut node = DevNode::start();
	node.wait_for("finalised block", |node| node.finalised() >= Some(2));

	let chain = node.call("system_chain", json!([])).unwrap();
	assert_eq!(chain, "BHTD Development");
	let log = node.log();
	for worker in ["bhtd-prepare-worker", "bhtd-execute-worker"] {
		assert!(log.contains(worker), "{log}");
	}
}
