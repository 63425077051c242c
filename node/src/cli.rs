//! The command line.

use crate::{chain_spec, database, registration::EncodeRegistrationCmd};
use clap::{
	error::{ContextKind, ContextValue, ErrorKind},
	Parser,
};
use sc_cli::SubstrateCli;
use std::{ffi::OsString, path::PathBuf};

/// Everything that can be said on the command line.
#[derive(Debug, Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run a node.
	#[clap(flatten)]
	pub run: RunCmd,

	/// When to stop for lack of disk space.
	#[clap(flatten)]
	pub storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

/// What to do instead of running a node.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Generate and inspect keys, and insert them into a node's keystore.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Write the specification of a chain: dev, local, local-4 or a file.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// The older form of export-chain-spec, for the tools that still call it.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Delete the data of a chain.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Execute blocks again and check them.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Import blocks from a file.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Export blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Export the state at a block as a chain specification.
	ExportState(sc_cli::ExportStateCmd),

	/// Take back the last blocks that are not final yet.
	Revert(sc_cli::RevertCmd),

	/// Show the best, the finalised and the genesis block of the stored chain.
	ChainInfo(sc_cli::ChainInfoCmd),

	EncodeRegistration(EncodeRegistrationCmd),
}

/// How to run a node.
#[derive(Debug, Parser)]
#[group(skip)]
pub struct RunCmd {
	/// What every Substrate node understands.
	#[clap(flatten)]
	pub base: sc_cli::RunCmd,

	/// Let a witness run where the code of side chains cannot be fully sandboxed.
	///
	/// What this machine offers of the sandbox is still used, but what it lacks no longer stops the
	/// node: a malicious side chain may then reach the witness's keys. `--dev` implies it.
	#[arg(long = "insecure-validator-i-know-what-i-do")]
	pub insecure_validator: bool,

	/// The folder with bhtd-prepare-worker and bhtd-execute-worker.
	///
	/// By default they are looked for beside this program, then in /usr/lib/polkadot.
	#[arg(long, value_name = "PATH")]
	pub workers_path: Option<PathBuf>,

	/// How many side-chain blocks may be executed at the same time.
	#[arg(long, value_name = "COUNT")]
	pub execute_workers_max_num: Option<usize>,

	/// How many side-chain runtimes may be compiled at the same time when it is not urgent.
	#[arg(long, value_name = "COUNT")]
	pub prepare_workers_soft_max_num: Option<usize>,

	/// How many side-chain runtimes may be compiled at the same time at all.
	#[arg(long, value_name = "COUNT")]
	pub prepare_workers_hard_max_num: Option<usize>,
}

impl RunCmd {
	/// Whether a machine that cannot sandbox the code of side chains must refuse to validate.
	///
	/// A development chain holds nothing worth protecting and has to start anywhere.
	pub fn secure_validator_mode(&self) -> bool {
		!self.insecure_validator && !self.base.shared_params.dev
	}
}

impl Cli {
	/// Reads the command line.
	pub fn parse_from_iter<I>(arguments: I) -> Result<Self, clap::Error>
	where
		I: IntoIterator,
		I::Item: Into<OsString> + Clone,
	{
		<Self as SubstrateCli>::try_from_iter(arguments).map_err(|error| {
			if asks_for_rocksdb(&error) {
				clap::Error::raw(ErrorKind::InvalidValue, format!("{}\n", database::NO_ROCKSDB))
			} else {
				error
			}
		})
	}
}

/// Whether parsing failed because somebody asked for the one database that everybody else has.
fn asks_for_rocksdb(error: &clap::Error) -> bool {
	let context = |kind| match error.get(kind) {
		Some(ContextValue::String(text)) => text.as_str(),
		_ => "",
	};
	error.kind() == ErrorKind::InvalidValue
		&& context(ContextKind::InvalidArg).starts_with("--database")
		&& context(ContextKind::InvalidValue).eq_ignore_ascii_case("rocksdb")
}

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"BHTD Chain Node".into()
	}

	fn impl_version() -> String {
		env!("CARGO_PKG_VERSION").into()
	}

	fn executable_name() -> String {
		// Also names the default data folder, which must not move when somebody renames the program.
		"bhtd-node".into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, chain: &str) -> Result<Box<dyn sc_cli::ChainSpec>, String> {
		chain_spec::load(chain)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;
	use sc_cli::{CliConfiguration, Database, Role};

	fn parse(arguments: &[&str]) -> Result<Cli, clap::Error> {
		Cli::parse_from_iter([&["bhtd-node"], arguments].concat())
	}

	#[test]
	fn command_line_is_consistent() {
		Cli::setup_command(Cli::command()).debug_assert();
	}

	#[test]
	fn dev_is_a_forced_authority_that_starts_on_any_machine() {
		let run = parse(&["--dev"]).unwrap().run;
		assert!(matches!(run.base.role(true), Ok(Role::Authority)));
		assert!(run.base.force_authoring().unwrap());
		assert_eq!(run.base.chain_id(true).unwrap(), "dev");
		assert!(!run.secure_validator_mode());
	}

	#[test]
	fn witnesses_are_secure_unless_told_otherwise() {
		for arguments in [&["--validator"][..], &["--alice"], &["--validator", "--chain", "dev"]] {
			assert!(parse(arguments).unwrap().run.secure_validator_mode(), "{arguments:?}");
		}
		let insecure = ["--alice", "--insecure-validator-i-know-what-i-do"];
		assert!(!parse(&insecure).unwrap().run.secure_validator_mode());
	}

	#[test]
	fn subcommands_have_their_usual_names() {
		for name in [
			"build-spec",
			"chain-info",
			"check-block",
			"encode-registration",
			"export-blocks",
			"export-chain-spec",
			"export-state",
			"import-blocks",
			"key",
			"purge-chain",
			"revert",
		] {
			assert!(Cli::command().find_subcommand(name).is_some(), "{name}");
		}
	}

	#[test]
	fn rocksdb_is_refused_by_name() {
		for arguments in [&["--database", "rocksdb"][..], &["chain-info", "--db=RocksDB"]] {
			let error = parse(arguments).err().unwrap().to_string();
			assert!(error.contains("RocksDB is not built into"), "{error}");
		}
	}

	#[test]
	fn other_databases_get_the_usual_errors() {
		let error = parse(&["--database", "sqlite"]).err().unwrap().to_string();
		assert!(error.contains("possible values"), "{error}");
	}

	/// Every command then stores in ParityDB unless told otherwise. If a dependency turns on the feature
	/// `rocksdb` of sc-cli, commands default to RocksDB: turn it off there.
	#[test]
	fn paritydb_is_the_default() {
		assert!(!Database::variants().contains(&"rocksdb"));
	}

	#[test]
	fn bad_flags_are_named() {
		let error = parse(&["--validater"]).err().unwrap().to_string();
		assert!(error.contains("--validater") && error.contains("--validator"), "{error}");
	}
}
