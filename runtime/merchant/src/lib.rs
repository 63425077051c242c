//! # The runtime of a merchant chain
//!
//! A side chain under the security of the main chain, with points, a store and BHTD from the main
//! chain. It works as it is and is meant to be changed: the README says how a pallet of one's own is
//! added, and comments with "Your pallets" mark the places.
//!
//! This file is the table of contents: the types of the chain, its version, what every transaction is
//! checked for, and the pallets with their indices. How each pallet is set up stands in [`configs`],
//! what nodes and wallets may ask in [`apis`], messages to and from other chains in [`xcm_config`], and
//! the networks that can be started in [`genesis_config_presets`].

#![cfg_attr(not(feature = "std"), no_std)]
// The runtime macro recurses over more pallets than the default limit allows.
#![recursion_limit = "512"]
// For WebAssembly, the macros of the runtime APIs and of block validation emit `unsafe` functions.
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
pub mod genesis_config_presets;
pub mod migrations;
pub mod weights;
pub mod xcm_config;

use alloc::{borrow::Cow, vec::Vec};
use cumulus_pallet_weight_reclaim::StorageWeightReclaim;
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

pub use bhtd_runtime_constants as constants;
pub use constants::{Balance, BlockNumber};
pub use cumulus_primitives_core::ParaId;
#[cfg(feature = "std")]
pub use sp_runtime::BuildStorage;

/// What the runtime is and which interfaces it has. A chain of your own has a `spec_name` of its own.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("bhtd-merchant"),
	impl_name: Cow::Borrowed("bhtd-merchant"),
	authoring_version: 0,
	spec_version: 1_000,
	impl_version: 0,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// The signature of a transaction.
pub type Signature = MultiSignature;
/// The public key that belongs to a [`Signature`].
pub type Signer = <Signature as Verify>::Signer;
/// An account.
pub type AccountId = <Signer as IdentifyAccount>::AccountId;
/// How many transactions an account has made.
pub type Nonce = u32;
/// The hash of a block.
pub type Hash = sp_core::H256;
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

/// What every transaction is checked for, in this order. The outermost gives back what the transaction
/// did not use, of the proof as well as of time.
pub type TxExtension = StorageWeightReclaim<
	Runtime,
	(
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
	),
>;

/// Applies blocks and transactions to the state.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

impl_opaque_keys! {
	/// The keys that a collator signs with during a session.
	pub struct SessionKeys {
		/// Authors blocks.
		pub aura: Aura,
	}
}

/// The runtime and its pallets. Hooks run, and the genesis is built, in the order of the indices.
#[frame_support::runtime]
mod runtime {
	/// The runtime of a merchant chain.
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
	// Before whatever reads the number of the main chain's block.
	#[runtime::pallet_index(1)]
	pub type ParachainSystem = cumulus_pallet_parachain_system;
	#[runtime::pallet_index(2)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(3)]
	pub type ParachainInfo = parachain_info;
	#[runtime::pallet_index(4)]
	pub type WeightReclaim = cumulus_pallet_weight_reclaim;
	#[runtime::pallet_index(5)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(6)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(7)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(8)]
	pub type MultiBlockMigrations = pallet_migrations;

	// 10-19: monetary. Before the collators, because the genesis of the session refers to accounts that
	// must exist.
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;

	// 20-29: consensus. The session asks who collates, at genesis those that are chosen before it, and
	// tells Aura.
	#[runtime::pallet_index(20)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(21)]
	pub type CollatorSelection = pallet_collator_selection;
	#[runtime::pallet_index(22)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(23)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(24)]
	pub type AuraExt = cumulus_pallet_aura_ext;

	// 30-39: governance.
	#[runtime::pallet_index(39)]
	pub type Sudo = pallet_sudo;

	// 60-69: the BHTD economy, with the indices it has on the main chain. `Assets` holds the points and
	// nothing else.
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
	// Under this index the main chain has no calls.
	#[runtime::pallet_index(65)]
	pub type Redemption = pallet_redemption;

	// 100-109: messages between chains. The queue comes last of these: its work takes what the block has
	// left.
	#[runtime::pallet_index(100)]
	pub type XcmpQueue = cumulus_pallet_xcmp_queue;
	#[runtime::pallet_index(101)]
	pub type PolkadotXcm = pallet_xcm;
	#[runtime::pallet_index(102)]
	pub type CumulusXcm = cumulus_pallet_xcm;
	#[runtime::pallet_index(103)]
	pub type MessageQueue = pallet_message_queue;

	// Your pallets: 150 and up. Two lines each:
	//
	// #[runtime::pallet_index(150)]
	// pub type YourPallet = your_pallet;
}

cumulus_pallet_parachain_system::register_validate_block! {
	Runtime = Runtime,
	BlockExecutor = cumulus_pallet_aura_ext::BlockExecutor::<Runtime, Executive>,
}
