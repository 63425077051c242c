//! What `scripts/bench` can measure on this runtime.

frame_benchmarking::define_benchmarks!(
	// BHTD
	[pallet_anchor, Anchor]
	[pallet_data_rewards, DataRewards]
	[pallet_dividends, Dividends]
	[pallet_enactment, Enactment]
	[pallet_margin, Margin]
	[pallet_points, Points]
	[pallet_side_chains, SideChains]
	[pallet_store, Store]
	[pallet_wholesale, Wholesale]
	[pallet_witnesses, Witnesses]
	[pallet_workers, Workers]
	// The system, the coin and the points' assets
	[frame_system, frame_system_benchmarking::Pallet::<Runtime>]
	[frame_system_extensions, frame_system_benchmarking::extensions::Pallet::<Runtime>]
	[pallet_assets, Assets]
	[pallet_balances, Balances]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	// Ways to call
	[pallet_migrations, MultiBlockMigrations]
	[pallet_multisig, Multisig]
	[pallet_proxy, Proxy]
	[pallet_recovery, Recovery]
	[pallet_utility, Utility]
	// Governance
	[pallet_bounties, Bounties]
	[pallet_collective, Council]
	[pallet_identity, Identity]
	[pallet_preimage, Preimage]
	[pallet_scheduler, Scheduler]
	[pallet_sudo, Sudo]
	[pallet_treasury, Treasury]
	// Parachains
	[pallet_message_queue, MessageQueue]
	[polkadot_runtime_common::paras_registrar, Registrar]
	[polkadot_runtime_parachains::configuration, Configuration]
	[polkadot_runtime_parachains::coretime, Coretime]
	[polkadot_runtime_parachains::disputes, ParasDisputes]
	[polkadot_runtime_parachains::hrmp, Hrmp]
	[polkadot_runtime_parachains::inclusion, ParaInclusion]
	[polkadot_runtime_parachains::initializer, Initializer]
	[polkadot_runtime_parachains::on_demand, OnDemand]
	[polkadot_runtime_parachains::paras, Paras]
	[polkadot_runtime_parachains::paras_inherent, ParaInherent]
);
