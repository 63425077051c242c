//! What the tests share: networks, blocks, accounts and signed transactions.

use bhtd_merchant_runtime::{
	constants::time::SLOT_DURATION, genesis_config_presets, genesis_config_presets::PARA_ID,
	AccountId, Balance, Balances, Executive, Header, Nonce, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeGenesisConfig, RuntimeOrigin, SignedPayload, System, TxExtension, UncheckedExtrinsic,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	genesis_builder_helper::{build_state, get_preset},
};
use serde_json::Value;
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{sr25519, Pair};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{generic::Era, Digest, DigestItem, DispatchResult};
use xcm_emulator::{
	deconstruct_parachain_inherent_data, HeadData, InboundMessagesData, ParachainInherentData,
	ParachainSystemCall, PersistedValidationData, RelayStateSproofBuilder,
};

/// The whole genesis of a preset as JSON: the default one with the preset's patch.
pub fn genesis(preset: &str) -> Value {
	fn merge(base: &mut Value, patch: Value) {
		match (base, patch) {
			(Value::Object(base), Value::Object(patch)) => {
				for (key, value) in patch {
					merge(base.entry(key).or_insert(Value::Null), value);
				}
			}
			(base, patch) => *base = patch,
		}
	}
	let json = |id| -> Value {
		let config =
			get_preset::<RuntimeGenesisConfig>(&id, genesis_config_presets::get_preset).unwrap();
		serde_json::from_slice(&config).unwrap()
	};
	let mut config = json(None);
	merge(&mut config, json(Some(preset.into())));
	config
}

/// A network before its first block.
pub fn network(preset: &str) -> TestExternalities {
	let config = serde_json::to_vec(&genesis(preset)).unwrap();
	let mut ext = TestExternalities::new_empty();
	ext.execute_with(|| build_state::<RuntimeGenesisConfig>(config).unwrap());
	ext
}

/// Runs a test on a network, and checks every invariant at its end.
pub fn on_chain(preset: &str, test: impl FnOnce(&mut Chain)) {
	network(preset).execute_with(|| {
		let mut chain = Chain::start();
		test(&mut chain);
		chain.next();
		check();
	});
}

/// A chain that makes whole blocks. The latest is open: what a test does is part of it.
pub struct Chain {
	parent: Header,
	/// The block of the main chain that the open block builds on.
	pub relay_parent: u32,
}

impl Chain {
	/// Opens the first block.
	pub fn start() -> Self {
		let parent = Header {
			parent_hash: Default::default(),
			number: 0,
			state_root: Default::default(),
			extrinsics_root: Default::default(),
			digest: Default::default(),
		};
		let mut chain = Self { parent, relay_parent: 1 };
		chain.open();
		chain
	}

	/// Closes the block and opens the next, on the main chain's next block.
	pub fn next(&mut self) {
		self.wait(1);
	}

	/// Closes the block and opens the next when the main chain has made this many blocks.
	pub fn wait(&mut self, relay_blocks: u32) {
		self.close(relay_blocks);
		self.open();
	}

	/// Closes the block. The next will build on the main chain's block this many later.
	pub fn close(&mut self, relay_blocks: u32) -> Header {
		self.parent = Executive::finalize_block();
		self.relay_parent += relay_blocks;
		self.parent.clone()
	}

	/// Opens a block on the one that was closed last, and returns what its collator puts into it.
	pub fn open(&mut self) -> Vec<UncheckedExtrinsic> {
		let slot = Slot::from(u64::from(self.relay_parent));
		Executive::initialize_block(&Header {
			parent_hash: self.parent.hash(),
			number: self.parent.number + 1,
			state_root: Default::default(),
			extrinsics_root: Default::default(),
			digest: Digest { logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())] },
		});
		let now = u64::from(self.relay_parent) * SLOT_DURATION;
		let inherents: [RuntimeCall; 2] =
			[self.validation_data().into(), pallet_timestamp::Call::set { now }.into()];
		let inherents = inherents.map(UncheckedExtrinsic::new_bare).to_vec();
		for inherent in &inherents {
			assert_ok!(Executive::apply_extrinsic(inherent.clone()).unwrap());
		}
		inherents
	}

	/// What the block says of the main chain, with a proof.
	fn validation_data(&self) -> ParachainSystemCall<Runtime> {
		let parent_head = HeadData(self.parent.encode());
		let mut state = RelayStateSproofBuilder {
			para_id: PARA_ID.into(),
			current_slot: u64::from(self.relay_parent).into(),
			included_para_head: Some(parent_head.clone()),
			num_authorities: 1,
			..Default::default()
		};
		state.host_config.max_upward_message_size = 1024 * 1024;
		let (relay_parent_storage_root, relay_chain_state, relay_parent_descendants) =
			state.into_state_root_proof_and_descendants(0);
		let (data, down, across) = deconstruct_parachain_inherent_data(ParachainInherentData {
			validation_data: PersistedValidationData {
				parent_head,
				relay_parent_number: self.relay_parent,
				relay_parent_storage_root,
				max_pov_size: 10 * 1024 * 1024,
			},
			relay_chain_state,
			downward_messages: Default::default(),
			horizontal_messages: Default::default(),
			relay_parent_descendants,
			collator_peer_id: None,
		});
		let room = || usize::MAX;
		let inbound_messages_data = InboundMessagesData::new(
			down.into_abridged(&mut room()),
			across.into_abridged(&mut room()),
		);
		ParachainSystemCall::set_validation_data { data, inbound_messages_data }
	}
}

/// Every invariant of our pallets, and with the feature `try-runtime` those of all others.
pub fn check() {
	assert_ok!(bhtd_merchant_runtime::Margin::do_try_state());
	assert_ok!(bhtd_merchant_runtime::Points::do_try_state());
	assert_ok!(bhtd_merchant_runtime::Redemption::do_try_state());
	assert_ok!(bhtd_merchant_runtime::Store::do_try_state());
	#[cfg(feature = "try-runtime")]
	assert_ok!(<bhtd_merchant_runtime::AllPalletsWithSystem as frame_support::traits::TryState<
		_,
	>>::try_state(System::block_number(), frame_support::traits::TryStateSelect::All));
	let accounts = frame_system::Account::<Runtime>::iter_values();
	let total: Balance = accounts.map(|account| account.data.free + account.data.reserved).sum();
	assert_eq!(total, Balances::total_issuance());
}

/// The origin of an account.
pub fn signed(who: impl Into<AccountId>) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.into())
}

/// A pair that nobody endowed.
pub fn stranger() -> sr25519::Pair {
	sr25519::Pair::from_string("//Stranger", None).unwrap()
}

/// A transaction as a wallet would sign it.
pub fn sign(
	pair: &sr25519::Pair,
	nonce: Nonce,
	tip: Balance,
	call: impl Into<RuntimeCall>,
) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(tip),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
	)
		.into();
	let payload = SignedPayload::new(call.into(), extension).unwrap();
	let signature = payload.using_encoded(|payload| pair.sign(payload));
	let (call, extension, _) = payload.deconstruct();
	let sender = AccountId::from(pair.public());
	UncheckedExtrinsic::new_signed(call, sender.into(), signature.into(), extension)
}

/// A transaction of a well-known account.
pub fn sign_as(
	name: Sr25519Keyring,
	tip: Balance,
	call: impl Into<RuntimeCall>,
) -> UncheckedExtrinsic {
	sign(&name.pair(), System::account_nonce(name.to_account_id()), tip, call)
}

/// What becomes of somebody's transaction, and the fee it costs.
pub fn attempt(name: Sr25519Keyring, call: impl Into<RuntimeCall>) -> (DispatchResult, Balance) {
	let outcome = Executive::apply_extrinsic(sign_as(name, 0, call)).unwrap();
	(outcome, fee_paid())
}

/// Somebody's transaction, which succeeds, and the fee it costs.
pub fn apply(name: Sr25519Keyring, call: impl Into<RuntimeCall>) -> Balance {
	let (outcome, fee) = attempt(name, call);
	assert_ok!(outcome);
	fee
}

/// What an account can spend.
pub fn free(who: impl Into<AccountId>) -> Balance {
	Balances::free_balance(who.into())
}

/// The fee that the last transaction paid, tip included.
pub fn fee_paid() -> Balance {
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::TransactionPayment(
				pallet_transaction_payment::Event::<Runtime>::TransactionFeePaid {
					actual_fee, ..
				},
			) => Some(actual_fee),
			_ => None,
		})
		.expect("a fee was paid")
}
