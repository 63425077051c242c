//! Who decides.
//!
//! The template leaves that to the team. It decides about nothing that the economy promises: no origin,
//! root included, can mint, burn or freeze points, or take the margin that is owed behind them. What is
//! left are the collators, the terms of the margins, penalties, and upgrades of the runtime.

use crate::{AccountId, Runtime, RuntimeCall, RuntimeEvent};
use frame_system::EnsureRoot;

/// Who decides about this chain.
///
/// Root exists only where a preset gives sudo a key, which is the development network. A chain that goes
/// live puts an origin of its own here, as the main chain did with its council: a collective, a
/// multisig's account, or whatever its pallets provide.
pub type Administration = EnsureRoot<AccountId>;

impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}
