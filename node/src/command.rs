//! What each command does.

use crate::{
	cli::{Cli, Subcommand},
	database, workers,
};
use bhtd_runtime_constants::network::SS58_PREFIX;
use polkadot_service::{
	new_chain_ops, Block, IsParachainNode, NewFullParams, ValidatorOverseerGen,
};
use sc_cli::{CliConfiguration, Error, Result, Runner, SubstrateCli};
use sc_storage_monitor::StorageMonitorService;
use sp_core::crypto::set_default_ss58_version;
use std::{env, error};

/// Reads the command line and does what it says.
pub fn run() -> Result<()> {
	let cli = Cli::parse_from_iter(env::args_os()).unwrap_or_else(|error| error.exit());
	set_default_ss58_version(SS58_PREFIX.into());

	match &cli.subcommand {
		None => run_node(cli),
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::BuildSpec(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.chain_spec, config.network))
		}
		Some(Subcommand::PurgeChain(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run(config.database))
		}
		Some(Subcommand::CheckBlock(cmd)) => {
			runner_with_data(&cli, cmd)?.async_run(|mut config| {
				let (client, _, import_queue, tasks) =
					new_chain_ops(&mut config).map_err(application)?;
				Ok((cmd.run(client, import_queue), tasks))
			})
		}
		Some(Subcommand::ImportBlocks(cmd)) => {
			runner_with_data(&cli, cmd)?.async_run(|mut config| {
				let (client, _, import_queue, tasks) =
					new_chain_ops(&mut config).map_err(application)?;
				Ok((cmd.run(client, import_queue), tasks))
			})
		}
		Some(Subcommand::ExportBlocks(cmd)) => {
			runner_with_data(&cli, cmd)?.async_run(|mut config| {
				let (client, _, _, tasks) = new_chain_ops(&mut config).map_err(application)?;
				Ok((cmd.run(client, config.database), tasks))
			})
		}
		Some(Subcommand::ExportState(cmd)) => {
			runner_with_data(&cli, cmd)?.async_run(|mut config| {
				let (client, _, _, tasks) = new_chain_ops(&mut config).map_err(application)?;
				Ok((cmd.run(client, config.chain_spec), tasks))
			})
		}
		Some(Subcommand::Revert(cmd)) => runner_with_data(&cli, cmd)?.async_run(|mut config| {
			let (client, backend, _, tasks) = new_chain_ops(&mut config).map_err(application)?;
			let spawner = tasks.spawn_handle();
			let revert_consensus = Box::new(|client, backend, blocks| {
				polkadot_service::revert_backend(client, backend, blocks, config, spawner)
					.map_err(application)
			});
			Ok((cmd.run(client, backend, Some(revert_consensus)), tasks))
		}),
		Some(Subcommand::ChainInfo(cmd)) => {
			runner_with_data(&cli, cmd)?.sync_run(|config| cmd.run::<Block>(&config))
		}
		Some(Subcommand::EncodeRegistration(cmd)) => cmd.run().map_err(Error::Input),
	}
}

fn run_node(cli: Cli) -> Result<()> {
	let runner = runner_with_data(&cli, &cli.run.base)?;
	let is_authority = runner.config().role.is_authority();
	let secure_validator_mode = is_authority && cli.run.secure_validator_mode();
	if is_authority {
		workers::check(cli.run.workers_path.clone(), secure_validator_mode).map_err(application)?;
	}

	runner.run_node_until_exit(move |config| async move {
		let database = config.database.clone();
		let tasks = polkadot_service::build_full(
			config,
			NewFullParams {
				is_parachain_node: IsParachainNode::No,
				// The runtime has neither BEEFY nor MMR: no bridge reads this chain.
				enable_beefy: false,
				force_authoring_backoff: false,
				telemetry_worker_handle: None,
				node_version: Some(workers::version()),
				secure_validator_mode,
				workers_path: cli.run.workers_path,
				workers_names: Some(workers::names()),
				execute_workers_max_num: cli.run.execute_workers_max_num,
				prepare_workers_soft_max_num: cli.run.prepare_workers_soft_max_num,
				prepare_workers_hard_max_num: cli.run.prepare_workers_hard_max_num,
				keep_finalized_for: None,
				overseer_gen: ValidatorOverseerGen,
				overseer_message_channel_capacity_override: None,
				malus_finality_delay: None,
				hwbench: None,
				invulnerable_ah_collators: Default::default(),
				collator_protocol_hold_off: None,
				experimental_collator_protocol: false,
				collator_reputation_persist_interval: None,
			},
		)
		.map_err(application)?
		.task_manager;

		if let Some(path) = database.path() {
			StorageMonitorService::try_spawn(
				cli.storage_monitor,
				path.to_path_buf(),
				&tasks.spawn_essential_handle(),
			)
			.map_err(application)?;
		}
		Ok(tasks)
	})
}

/// A runner for a command that opens the database.
fn runner_with_data<T: CliConfiguration>(cli: &Cli, command: &T) -> Result<Runner<Cli>> {
	let runner = cli.create_runner(command)?;
	database::refuse_rocksdb(&runner.config().database).map_err(application)?;
	Ok(runner)
}

fn application(error: impl Into<Box<dyn error::Error + Send + Sync>>) -> Error {
	Error::Application(error.into())
}
