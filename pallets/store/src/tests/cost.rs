//! How many storage items a sale reads and writes, as the node beneath would see it.

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

/// The product earns no points from now on.
fn earn_nothing() {
	let terms = Terms { earns: None, ..terms() };
	assert_ok!(Store::edit(signed(MERCHANT), 0, content(b"Coffee"), terms));
}

/// The counts of order, ship and confirm of one piece of product 0.
fn sale() -> [(usize, usize); 3] {
	[
		count(ALICE, || order(ALICE, 1)),
		count(MERCHANT, || Store::ship(signed(MERCHANT), FIRST)),
		count(ALICE, || Store::confirm(signed(ALICE), FIRST)),
	]
}

fn operations(counts: &[(usize, usize)]) -> usize {
	counts.iter().map(|(reads, writes)| reads + writes).sum()
}

/// What the SDK's `nfts.buy_item` reads and writes, its buyer's account not counted.
const BUY_ITEM: (usize, usize) = (6, 5);
/// What a hold reads and writes, the account not counted.
const HOLD: (usize, usize) = (1, 1);

#[test]
fn a_sale_for_bhtd_costs_less_than_its_closest_peer() {
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), 5);
		earn_nothing();
		let counts = sale();
		assert_eq!(counts, [(4, 3), (1, 1), (5, 5)]);
		assert!(counts[0].0 <= BUY_ITEM.0 + HOLD.0 && counts[0].1 <= BUY_ITEM.1 + HOLD.1);
		assert!(2 * operations(&counts) <= 5 * operations(&[BUY_ITEM]));
	});
}

#[test]
fn points_that_are_earned_cost_an_award_more() {
	ExtBuilder::default().build_and_execute(|| {
		let mut capped = rule();
		capped.cap_per_day = Some(5_000);
		set_rule(capped);
		list(bhtd(1_000), 5);
		let counts = sale();
		assert_eq!(counts, [(7, 5), (1, 1), (13, 10)]);
		assert!(operations(&counts[..1]) <= operations(&[BUY_ITEM, HOLD]));
	});
}

#[test]
fn points_that_are_paid_cost_their_hold_and_their_return_more() {
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(beans(10), None);
		earn_nothing();
		assert_eq!(sale(), [(9, 7), (1, 1), (9, 9)]);
	});
}
