//! How many storage items the calls read and write, as the node beneath would see it.

use super::*;
use codec::Encode;
use frame_support::{storage::storage_prefix, Blake2_128Concat, StorageHasher};
use sp_runtime::DispatchResult;
use std::{
	collections::BTreeSet,
	sync::{Arc, Mutex},
};
use tracing::{
	field::{Field, Visit},
	span,
	subscriber::with_default,
	Event as Trace, Metadata, Subscriber,
};

/// Distinct keys read and written. What is written without having been read counts as written alone.
#[derive(Default)]
struct Accesses {
	reads: BTreeSet<String>,
	writes: BTreeSet<String>,
}

/// Listens to what the externalities trace of every access.
#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Accesses>>);

#[derive(Default)]
struct Fields {
	method: String,
	key: String,
}

impl Visit for Fields {
	fn record_str(&mut self, field: &Field, value: &str) {
		if field.name() == "method" {
			self.method = value.into();
		}
	}

	fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
		if field.name() == "key" {
			self.key = format!("{value:?}");
		}
	}
}

impl Subscriber for Listener {
	fn enabled(&self, metadata: &Metadata<'_>) -> bool {
		metadata.target() == "state"
	}

	fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
		span::Id::from_u64(1)
	}

	fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

	fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

	fn event(&self, trace: &Trace<'_>) {
		let mut fields = Fields::default();
		trace.record(&mut fields);
		let mut accesses = self.0.lock().unwrap();
		match fields.method.as_str() {
			"Get" | "Exists" | "Hash" => drop(accesses.reads.insert(fields.key)),
			"Put" | "Append" => drop(accesses.writes.insert(fields.key)),
			method => panic!("{method} is not counted"),
		}
	}

	fn enter(&self, _: &span::Id) {}

	fn exit(&self, _: &span::Id) {}
}

fn hex(bytes: &[u8]) -> String {
	bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads and writes of a call by `caller`, without what every transaction and block access anyway: the
/// account of the caller, events, the block number, keys of the execution itself.
fn count(caller: AccountId, call: impl FnOnce() -> DispatchResult) -> (usize, usize) {
	let listener = Listener::default();
	assert_ok!(with_default(listener.clone(), call));
	let accounts = hex(&storage_prefix(b"System", b"Account"));
	let own = accounts.clone() + &hex(&Blake2_128Concat::hash(&caller.encode()));
	let system = accounts[..32].to_string();
	let counts = |key: &&String| {
		let of_system = key.starts_with(&system) && !key.starts_with(&accounts);
		!of_system && **key != own && !key.starts_with("3a")
	};
	let accesses = listener.0.lock().unwrap();
	(accesses.reads.iter().filter(counts).count(), accesses.writes.iter().filter(counts).count())
}

/// What the SDK's `psm` reads and writes to mint and to redeem, and its `assets` to transfer.
const PSM_MINT: (usize, usize) = (15, 9);
const PSM_REDEEM: (usize, usize) = (11, 7);
const ASSETS_TRANSFER: (usize, usize) = (7, 5);

fn assert_cheaper(counts: (usize, usize), peer: (usize, usize)) {
	assert!(counts.0 <= peer.0 && counts.1 < peer.1, "{counts:?} is not below {peer:?}");
}

#[test]
fn minting_costs_less_than_its_closest_peer() {
	ExtBuilder::default().build_and_execute(|| {
		let counts = count(BANK, || mint(BANK, NOBODY, 1_000));
		assert_eq!(counts, (9, 5));
		assert_cheaper(counts, PSM_MINT);
	});
}

#[test]
fn a_transfer_costs_less_than_that_of_the_assets() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let transfer = || Anchor::transfer(signed(ALICE), CNY, BOB, 400);
		// To somebody who has none, and to somebody who has some.
		let counts = [count(ALICE, transfer), count(ALICE, transfer)];
		assert_eq!(counts, [(7, 4), (6, 3)]);
		counts.into_iter().for_each(|counts| assert_cheaper(counts, ASSETS_TRANSFER));
	});
}

#[test]
fn redemption_costs_less_than_its_closest_peer() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let counts = count(ALICE, || redeem(ALICE, 400));
		assert_eq!(counts, (6, 5));
		assert_cheaper(counts, PSM_REDEEM);
		let claim = count(BANK, || Anchor::claim_paid(signed(BANK), CNY, 0, hash(1)));
		assert_eq!(claim, (1, 1));
		let settle = count(ALICE, || Anchor::acknowledge(signed(ALICE), id(0)));
		assert_eq!(settle, (4, 4));
	});
}

#[test]
fn settling_a_default_costs_a_payment_and_a_penalty_more() {
	ExtBuilder::default().build_and_execute(|| {
		asked();
		advance(REDEMPTION_PERIOD);
		let counts = count(BOB, || Anchor::settle(signed(BOB), id(0)));
		assert_eq!(counts, (8, 7));
	});
}
