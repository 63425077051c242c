//! What runs once when the runtime of a chain is replaced. Names of what is done stay in this file,
//! in the order in which it must run.

use crate::Runtime;

/// Runs in the first block of a new runtime.
pub type SingleBlockMigrations = (
	// Messages that wait across the upgrade are rewritten to the newest version of XCM.
	pallet_xcm::migration::MigrateToLatestXcmVersion<Runtime>,
);

/// Runs over as many blocks as needed, during which no transaction is taken. There is none yet.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type MultiBlockMigrations = ();
