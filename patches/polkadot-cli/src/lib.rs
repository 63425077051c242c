//! Stand-in for `polkadot-cli`: the part of its interface that the libraries of collators call, for the
//! node of the main chain that a collator runs inside.
//!
//! The original turns on RocksDB as the default of every program that is built together with it. See the
//! README beside this crate for more, and how to drop it.

use clap::Parser;
use polkadot_service::GenericChainSpec;
use sc_cli::{ChainSpec, SubstrateCli};
use std::path::Path;

/// What may be said after `--` about the node of the main chain.
#[derive(Debug, Parser)]
#[group(skip)]
pub struct RunCmd {
	/// What every Substrate node understands.
	#[clap(flatten)]
	pub base: sc_cli::RunCmd,
}

/// The name of the node of the main chain, and how it finds a chain.
#[derive(Debug, Parser)]
pub struct Cli {}

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"BHTD Chain Node".into()
	}

	fn impl_version() -> String {
		env!("CARGO_PKG_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		"BHTD Chain founders".into()
	}

	fn support_url() -> String {
		"https://github.com/bhtd-chain/bhtd-chain/issues".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	/// Loads a chain specification from a file. There are no built-in chains.
	fn load_spec(&self, path: &str) -> Result<Box<dyn ChainSpec>, String> {
		if Path::new(path).is_file() {
			Ok(Box::new(GenericChainSpec::from_json_file(path.into())?))
		} else {
			Err(format!(
				"there is no file {path:?}; name the specification of the main chain after two \
				 dashes: -- --chain main.json"
			))
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn command_line_is_consistent() {
		RunCmd::command().debug_assert();
	}

	#[test]
	fn missing_specification_is_named() {
		let error = Cli {}.load_spec("no-such.json").err().unwrap();
		assert!(error.contains("no-such.json") && error.contains("-- --chain"), "{error}");
	}
}
