//! What can be measured on this runtime.

frame_benchmarking::define_benchmarks!(
	// BHTD
	[pallet_margin, Margin]
	[pallet_points, Points]
	[pallet_redemption, Redemption]
	[pallet_store, Store]
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
	[pallet_sudo, Sudo]
	[pallet_utility, Utility]
	// Collators
	[cumulus_pallet_weight_reclaim, WeightReclaim]
	[pallet_collator_selection, CollatorSelection]
	[pallet_session, SessionBench::<Runtime>]
	// Messages between chains
	[cumulus_pallet_parachain_system, ParachainSystem]
	[cumulus_pallet_xcmp_queue, XcmpQueue]
	[pallet_message_queue, MessageQueue]
	// Your pallets: a line each.
	//
	// [your_pallet, YourPallet]
);
