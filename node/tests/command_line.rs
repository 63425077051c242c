//! Runs the program as its users do and reads what it says.

use serde_json::{json, Value};
use std::{
	fs,
	path::Path,
	process::{Command, Output},
};
use tempfile::TempDir;

/// Runs the node's program with a data folder of its own.
fn node(arguments: &[&str]) -> Output {
	let home = TempDir::new().unwrap();
	Command::new(env!("CARGO_BIN_EXE_bhtd-node"))
		.env("HOME", home.path())
		.env_remove("XDG_DATA_HOME")
		.args(arguments)
		.output()
		.unwrap()
}

fn stdout(arguments: &[&str]) -> String {
	let output = node(arguments);
	let errors = String::from_utf8_lossy(&output.stderr);
	assert!(output.status.success(), "{arguments:?} failed: {errors}");
	String::from_utf8(output.stdout).unwrap()
}

fn error(arguments: &[&str]) -> String {
	let output = node(arguments);
	assert!(!output.status.success(), "{arguments:?} should fail");
	String::from_utf8(output.stderr).unwrap()
}

/// Writes the specification of a chain without a runtime, which is all that most refusals need.
fn write_spec(folder: &Path, id: &str) -> String {
	let spec = json!({
		"name": "Some chain",
		"id": id,
		"chainType": "Local",
		"bootNodes": [],
		"genesis": { "raw": { "top": {}, "childrenDefault": {} } },
	});
	let path = folder.join("spec.json");
	fs::write(&path, spec.to_string()).unwrap();
	path.to_str().unwrap().to_owned()
}

#[test]
fn version_is_ours() {
	assert_eq!(stdout(&["--version"]).trim(), concat!("bhtd-node ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn workers_have_the_version_of_the_node() {
	for worker in
		[env!("CARGO_BIN_EXE_bhtd-prepare-worker"), env!("CARGO_BIN_EXE_bhtd-execute-worker")]
	{
		let output = Command::new(worker).arg("--version").output().unwrap();
		let version = String::from_utf8(output.stdout).unwrap();
		assert_eq!(version.trim(), env!("CARGO_PKG_VERSION"));
	}
}

#[test]
fn keys_are_generated_with_our_addresses() {
	let json = stdout(&["key", "generate", "--output-type", "json"]);
	let key: Value = serde_json::from_str(&json).unwrap();
	// What SS58 addresses with the prefix 42 start with.
	assert!(key["ss58Address"].as_str().unwrap().starts_with('5'), "{key}");
}

#[test]
fn dev_specification_is_exported() {
	let arguments = ["export-chain-spec", "--chain", "dev"];
	if bhtd_runtime::WASM_BINARY.is_none() {
		assert!(error(&arguments).contains("SKIP_WASM_BUILD"));
		return;
	}
	let spec: Value = serde_json::from_str(&stdout(&arguments)).unwrap();
	assert_eq!(spec["id"], "bhtd_dev");
	assert_eq!(spec["properties"]["tokenSymbol"], "BHTD");
	assert!(spec["genesis"]["runtimeGenesis"]["code"].is_string());
}

#[test]
fn foreign_chain_is_refused() {
	let folder = TempDir::new().unwrap();
	let spec = write_spec(folder.path(), "westend2");
	let message = error(&["--chain", &spec]);
	assert!(message.contains("`westend2`, which is not a BHTD main chain"), "{message}");
}

#[test]
fn unknown_chain_is_refused() {
	let message = error(&["--chain", "missing.json"]);
	assert!(message.contains("unknown chain `missing.json`"), "{message}");
}

#[test]
fn rocksdb_is_refused() {
	let message = error(&["--database", "rocksdb"]);
	assert!(message.contains("RocksDB is not built into bhtd-node"), "{message}");
}

#[test]
fn rocksdb_folder_is_refused() {
	let folder = TempDir::new().unwrap();
	let spec = write_spec(folder.path(), "bhtd_test");
	let data = folder.path().join("chains/bhtd_test/db/full");
	fs::create_dir_all(&data).unwrap();
	fs::write(data.join("CURRENT"), "MANIFEST-000001\n").unwrap();

	let base_path = folder.path().to_str().unwrap();
	for command in [&[][..], &["chain-info"]] {
		let arguments = [command, &["--chain", &spec, "--base-path", base_path]].concat();
		let message = error(&arguments);
		assert!(message.contains("there is a RocksDB database in"), "{message}");
	}
}

#[test]
fn validator_without_workers_is_refused() {
	let folder = TempDir::new().unwrap();
	let spec = write_spec(folder.path(), "bhtd_test");
	let path = folder.path().to_str().unwrap();
	let arguments = ["--chain", &spec, "--base-path", path, "--workers-path", path];

	let validator = [&arguments[..], &["--validator", "--unsafe-force-node-key-generation"]];
	let message = error(&validator.concat());
	assert!(message.contains("a validator needs bhtd-prepare-worker"), "{message}");
	assert!(!folder.path().join("chains/bhtd_test/paritydb").exists(), "nothing is written");
}

#[test]
fn chain_without_runtime_is_an_error() {
	let folder = TempDir::new().unwrap();
	let spec = write_spec(folder.path(), "bhtd_test");
	let message = error(&["--chain", &spec, "--base-path", folder.path().to_str().unwrap()]);
	assert!(message.contains("Error: "), "{message}");
}
