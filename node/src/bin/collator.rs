//! # BHTD Collator
//!
//! The program that makes the blocks of a side chain, and follows one.
//!
//! It runs any side chain: the runtime comes with the chain specification, so that a team brings a
//! runtime and no node. What is said before `--` is about the side chain, what is said after it about the
//! node of the main chain inside:
//!
//! `bhtd-collator --collator --chain merchant.json -- --chain main.json`
//!
//! With `--relay-chain-rpc-urls` it asks other nodes of the main chain instead of running one.

use polkadot_omni_node_lib::{
	chain_spec::DiskChainSpecLoader, run, runtime::DefaultRuntimeResolver, CliConfig, RunConfig,
};
use std::process::ExitCode;

/// How the program speaks of itself.
struct About;

impl CliConfig for About {
	fn impl_version() -> String {
		env!("CARGO_PKG_VERSION").into()
	}

	fn description(name: String) -> String {
		format!(
			"Makes the blocks of a side chain of BHTD Chain, or follows it.\n\n\
			 What comes before -- is about the side chain, what comes after it about the main chain, \
			 whose specification is always needed:\n\n    \
			 {name} --collator --chain merchant.json -- --chain main.json\n    \
			 {name} --collator --chain merchant.json --relay-chain-rpc-urls ws://127.0.0.1:9944 \
			 -- --chain main.json\n\n\
			 A side chain of one's own alone, without a main chain:\n\n    \
			 {name} --dev --chain merchant.json"
		)
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> u16 {
		2026
	}
}

fn main() -> ExitCode {
	let collator = RunConfig::new(Box::new(DefaultRuntimeResolver), Box::new(DiskChainSpecLoader));
	match run::<About>(collator) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;
	use polkadot_omni_node_lib::cli::Cli;

	#[test]
	fn command_line_is_consistent() {
		// The library adds the version when it reads the command line.
		Cli::<About>::command().version(About::impl_version()).debug_assert();
	}

	#[test]
	fn subcommands_that_tools_for_networks_call_are_there() {
		for name in ["export-genesis-head", "export-genesis-wasm", "key", "purge-chain"] {
			assert!(Cli::<About>::command().find_subcommand(name).is_some(), "{name}");
		}
	}

	/// The feature `rocksdb` of sc-cli would make it the default of every program of this package, the node
	/// as well.
	#[test]
	fn paritydb_is_the_only_database() {
		assert!(!sc_cli::Database::variants().contains(&"rocksdb"));
	}
}
