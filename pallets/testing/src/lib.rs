//! # Testing
//!
//! What the tests of several pallets measure with. No runtime contains it.

use codec::Encode;
use frame_support::{assert_ok, storage::storage_prefix, Blake2_128Concat, StorageHasher};
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
pub fn count(caller: impl Encode, call: impl FnOnce() -> DispatchResult) -> (usize, usize) {
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
