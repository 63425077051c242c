//! What the tests share: networks, blocks, accounts and signed transactions.

use bhtd_runtime::{
	genesis_config_presets, AccountId, Balance, Balances, Executive, Header, Nonce, Runtime,
	RuntimeCall, RuntimeEvent, RuntimeGenesisConfig, RuntimeOrigin, SessionKeys, SignedPayload,
	System, TxExtension, UncheckedExtrinsic,
};
use codec::Encode;
use frame_support::genesis_builder_helper::{build_state, get_preset};
use serde_json::Value;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_core::{ed25519, sr25519, Pair};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::Era,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	Digest, DigestItem,
};

/// What becomes of a transaction whose fee cannot be paid.
pub const UNPAYABLE: TransactionValidityError =
	TransactionValidityError::Invalid(InvalidTransaction::Payment);

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

/// A network in its first block, authored by its first witness.
pub fn in_block(preset: &str, test: impl FnOnce()) {
	network(preset).execute_with(|| {
		begin_block(1);
		test();
	});
}

/// Begins a block of the first witness.
pub fn begin_block(number: u32) {
	let author = PreDigest::SecondaryPlain(SecondaryPlainPreDigest {
		authority_index: 0,
		slot: u64::from(number).into(),
	});
	let digest = Digest { logs: vec![DigestItem::babe_pre_digest(author)] };
	Executive::initialize_block(&Header {
		parent_hash: Default::default(),
		number,
		state_root: Default::default(),
		extrinsics_root: Default::default(),
		digest,
	});
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
		frame_system::WeightReclaim::new(),
	);
	let payload = SignedPayload::new(call.into(), extension).unwrap();
	let signature = payload.using_encoded(|payload| pair.sign(payload));
	let (call, extension, _) = payload.deconstruct();
	let sender = AccountId::from(pair.public());
	UncheckedExtrinsic::new_signed(call, sender.into(), signature.into(), extension)
}

/// A transaction of a well-known account that has signed none before.
pub fn sign_as(
	name: Sr25519Keyring,
	tip: Balance,
	call: impl Into<RuntimeCall>,
) -> UncheckedExtrinsic {
	sign(&name.pair(), System::account_nonce(name.to_account_id()), tip, call)
}

/// What an account can spend.
pub fn free(who: impl Into<AccountId>) -> Balance {
	Balances::free_balance(who.into())
}

/// The fee and the tip that the last transaction paid.
pub fn fee_paid() -> (Balance, Balance) {
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::TransactionPayment(
				pallet_transaction_payment::Event::<Runtime>::TransactionFeePaid {
					actual_fee,
					tip,
					..
				},
			) => Some((actual_fee - tip, tip)),
			_ => None,
		})
		.expect("a fee was paid")
}

/// How long a call is on the wire.
pub fn length(call: &RuntimeCall) -> u32 {
	call.encoded_size() as u32
}

/// Fresh session keys, and the proof that their owner has them.
pub fn keys_of(owner: &AccountId, seed: u8) -> (SessionKeys, Vec<u8>) {
	let ed = ed25519::Pair::from_seed(&[seed; 32]);
	let sr = sr25519::Pair::from_seed(&[seed; 32]);
	let keys = SessionKeys {
		grandpa: ed.public().into(),
		babe: sr.public().into(),
		para_validator: sr.public().into(),
		para_assignment: sr.public().into(),
		authority_discovery: sr.public().into(),
	};
	let statement = [&b"POP_"[..], &owner.encode()].concat();
	let sign = || sr.sign(&statement);
	let proof = (ed.sign(&statement), sign(), sign(), sign(), sign()).encode();
	(keys, proof)
}
