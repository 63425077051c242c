//! # The main runtime of BHTD Chain
//!
//! A relay chain that carries the BHTD economy. This file is its table of contents: the types of the
//! chain, its version, what every transaction is checked for, and the pallets with their indices. How
//! each pallet is set up stands in [`configs`], what nodes and wallets may ask in [`apis`], messages
//! between chains in [`xcm_config`], and the networks that can be started in
//! [`genesis_config_presets`].

#![cfg_attr(not(feature = "std"), no_std)]
// The runtime macro recurses over more pallets than the default limit allows.
#![recursion_limit = "512"]
// For WebAssembly, the macro of the runtime APIs emits `unsafe extern` functions.
#![allow(unsafe_code)]
// The macro of the runtime generates public items without documentation.
#![allow(missing_docs)]

extern crate alloc;

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

// Before the others: it defines the macros that list and run the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
#[macro_use]
mod benchmarks;

pub mod apis;
pub mod configs;
pub mod epochs;
pub mod genesis_config_presets;
pub mod migrations;
pub mod weights;
pub mod xcm_config;

use alloc::{borrow::Cow, vec::Vec};
use polkadot_runtime_common::{paras_registrar, paras_sudo_wrapper};
use polkadot_runtime_parachains::{
	configuration, coretime, disputes, dmp, hrmp, inclusion, initializer, on_demand, origin, paras,
	paras_inherent, scheduler, session_info, shared,
};
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, Verify},
	MultiAddress,
};
use sp_version::RuntimeVersion;

pub use bhtd_runtime_constants as constants;
pub use polkadot_primitives::{
	AccountId, Balance, BlockNumber, Hash, Id as ParaId, Moment, Nonce, Signature,
};
#[cfg(feature = "std")]
pub use sp_runtime::BuildStorage;
/// What the runtime is and which interfaces it has.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("bhtd"),
	impl_name: Cow::Borrowed("bhtd-chain"),
	authoring_version: 0,
	spec_version: 1_000,
	impl_version: 0,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// How an account is named in a transaction.
pub type Address = MultiAddress<AccountId, ()>;
/// The header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A block with the proof of its finality.
pub type SignedBlock = generic::SignedBlock<Block>;
/// A transaction as it arrives.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What the sender of a transaction signs.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;
/// The public key that belongs to a [`Signature`].
pub type Signer = <Signature as Verify>::Signer;

/// What every transaction is checked for, in this order. A relay chain pays for each of them in every
/// transaction, so there is none beyond what protects the chain, its fees and the signer.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckMortality<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	// Last, so that it gives back what all of the above did not use.
	frame_system::WeightReclaim<Runtime>,
);

/// Applies blocks and transactions to the state.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

impl_opaque_keys! {
	/// The keys that a validator signs with during a session.
	pub struct SessionKeys {
		/// Votes on finality.
		pub grandpa: Grandpa,
		/// Authors blocks.
		pub babe: Babe,
		/// Signs statements about parachain blocks.
		pub para_validator: Initializer,
		/// Draws the parachain blocks to check.
		pub para_assignment: ParaSessionInfo,
		/// Publishes the addresses of the node.
		pub authority_discovery: AuthorityDiscovery,
	}
}

/// The runtime and its pallets. Hooks run, and the genesis is built, in the order of the indices.
#[frame_support::runtime]
mod runtime {
	/// The main runtime.
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	// 0-9: system, and ways to call.
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(3)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(4)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(5)]
	pub type Recovery = pallet_recovery;
	#[runtime::pallet_index(6)]
	pub type MultiBlockMigrations = pallet_migrations;

	// 10-19: monetary. Before the consensus pallets, because the genesis of the session refers to
	// accounts that must exist.
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;

	// 20-29: consensus. BABE needs the length of its epochs. The session asks the witnesses who
	// validates, at genesis those that have registered before it, and tells everything after it. Who
	// authored the first block of a session is one of those who validate in it.
	#[runtime::pallet_index(20)]
	pub type Epochs = crate::epochs;
	#[runtime::pallet_index(21)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(22)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(23)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(24)]
	pub type Witnesses = pallet_witnesses;
	#[runtime::pallet_index(25)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(26)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(27)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(28)]
	pub type AuthorityDiscovery = pallet_authority_discovery;

	// 30-39: governance. What is scheduled runs once the block has an author and a session.
	#[runtime::pallet_index(30)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(31)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(32)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(33)]
	pub type Identity = pallet_identity;
	#[runtime::pallet_index(34)]
	pub type Enactment = pallet_enactment;
	// The treasury pays for the bounties.
	#[runtime::pallet_index(35)]
	pub type Treasury = pallet_treasury;
	#[runtime::pallet_index(36)]
	pub type Bounties = pallet_bounties;
	#[runtime::pallet_index(37)]
	pub type Workers = pallet_workers;
	#[runtime::pallet_index(39)]
	pub type Sudo = pallet_sudo;

	// 40-59: parachains. After the session: a genesis session that already had cores could include
	// candidates which nobody can approve. The names of Configuration, Paras, Dmp and Hrmp are part of
	// the parachains protocol.
	#[runtime::pallet_index(40)]
	pub type ParachainsOrigin = origin;
	#[runtime::pallet_index(41)]
	pub type Configuration = configuration;
	#[runtime::pallet_index(42)]
	pub type ParasShared = shared;
	#[runtime::pallet_index(43)]
	pub type ParaInclusion = inclusion;
	#[runtime::pallet_index(44)]
	pub type ParaInherent = paras_inherent;
	#[runtime::pallet_index(45)]
	pub type ParaScheduler = scheduler;
	#[runtime::pallet_index(46)]
	pub type Paras = paras;
	#[runtime::pallet_index(47)]
	pub type Initializer = initializer;
	#[runtime::pallet_index(48)]
	pub type Dmp = dmp;
	#[runtime::pallet_index(49)]
	pub type Hrmp = hrmp;
	#[runtime::pallet_index(50)]
	pub type ParaSessionInfo = session_info;
	#[runtime::pallet_index(51)]
	pub type ParasDisputes = disputes;
	#[runtime::pallet_index(52)]
	pub type ParasSlashing = disputes::slashing;
	#[runtime::pallet_index(53)]
	pub type OnDemand = on_demand;
	#[runtime::pallet_index(54)]
	pub type Registrar = paras_registrar;
	#[runtime::pallet_index(55)]
	pub type ParasSudoWrapper = paras_sudo_wrapper;
	#[runtime::pallet_index(56)]
	pub type Coretime = coretime;

	// 60 and up: the BHTD economy. `Assets` holds the points and nothing else.
	#[runtime::pallet_index(60)]
	pub type Assets = pallet_assets<Instance1>;
	#[runtime::pallet_index(61)]
	pub type Margin = pallet_margin;
	#[runtime::pallet_index(62)]
	pub type Points = pallet_points;
	#[runtime::pallet_index(63)]
	pub type AssetsHolder = pallet_assets_holder<Instance1>;
	#[runtime::pallet_index(64)]
	pub type Store = pallet_store;
	// The settlement token. Its assets have no calls: they know nothing of its limits.
	#[runtime::pallet_index(65)]
	#[runtime::disable_call]
	pub type AnchoredAssets = pallet_assets<Instance2>;
	#[runtime::pallet_index(66)]
	pub type AnchoredHolder = pallet_assets_holder<Instance2>;
	#[runtime::pallet_index(67)]
	pub type Anchor = pallet_anchor;
	#[runtime::pallet_index(68)]
	pub type Wholesale = pallet_wholesale;
	#[runtime::pallet_index(69)]
	pub type DataRewards = pallet_data_rewards;
	#[runtime::pallet_index(70)]
	pub type Dividends = pallet_dividends;
	#[runtime::pallet_index(71)]
	pub type SideChains = pallet_side_chains;

	// 100 and up: messages between chains. The queue comes last: its work takes what the block has
	// left.
	#[runtime::pallet_index(100)]
	pub type XcmPallet = pallet_xcm;
	#[runtime::pallet_index(101)]
	pub type MessageQueue = pallet_message_queue;
}
