//! Runs the validation code of side chains in a sandbox, on behalf of `bhtd-node`.

polkadot_node_core_pvf_common::decl_worker_main!(
	"execute-worker",
	polkadot_node_core_pvf_execute_worker::worker_entrypoint,
	// The node refuses a worker whose version is not its own.
	env!("CARGO_PKG_VERSION"),
	"unknown",
);
