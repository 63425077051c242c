//! What a full block of the store is for those who pass it on: a body and a proof.
//!
//! Blocks are made as a collator makes them: every node of the state's trie that is read is recorded, the
//! runtime is told how large the record is, and what does not fit is rolled back. Then they are checked as
//! a witness checks them, with the unpacked proof as the only state.
//!
//! The deeper the trie, the larger a proof. The figures of a state of another size are shown by
//! `BHTD_PROOF_CONSUMERS=200000 cargo test --package bhtd-merchant-runtime proofs -- --nocapture`.

use crate::common::{check, network, sign, signed, Chain};
use bhtd_merchant_runtime::{
	configs::system::BlockWeights,
	constants::{
		currency::UNITS,
		parachain,
		time::{DAYS, HOURS},
	},
	AccountId, Assets, Balance, Balances, Block, BlockNumber, Executive, Runtime, RuntimeCall,
	System, UncheckedExtrinsic,
};
use bhtd_primitives::{ClassId, OrderId, Role};
use codec::Encode;
use frame_support::{
	assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::{fungible::Mutate, fungibles::Inspect},
	weights::Weight,
	Blake2_128Concat, StorageHasher,
};
use pallet_assets::Instance1 as PointsInstance;
use pallet_points::types::{Kind, Receipt, Scope};
use pallet_store::{Arbiter, Content, Price, RuleTerms, Terms};
use sp_core::{sr25519, storage::StateVersion, Blake2Hasher, Pair};
use sp_io::{hashing::blake2_256, storage, TestExternalities};
use sp_keyring::Sr25519Keyring::Bob;
use sp_runtime::{
	traits::Dispatchable,
	transaction_validity::{InvalidTransaction, TransactionValidityError},
	FixedU128, Permill,
};
use sp_trie::{proof_size_extension::ProofSizeExt, recorder::Recorder, StorageProof};
use std::{env, iter::successors};

/// How many consumers the state has, if [`SCALE`] does not say otherwise: more than buy in a block.
const CONSUMERS: u64 = 4_000;
/// The environment variable that sets another number.
const SCALE: &str = "BHTD_PROOF_CONSUMERS";
/// How many of the consumers there are for each product.
const CONSUMERS_OF_PRODUCT: u64 = 10;
/// How many merchants there are, each with a class of points that has the merchant's number as id.
const MERCHANTS: u64 = 8;

/// What a consumer has.
const SAVINGS: Balance = 1_000 * UNITS;
/// What a consumer has of its merchant's points, in smallest units.
const POINTS: Balance = 1_000;
/// Planck of BHTD for the smallest unit of points.
const FLOOR: Balance = UNITS / 1_000;

/// How much of the room for proofs a collator fills at most, in percent.
const FILLED: u64 = 85;

/// A state with a past, the latest block of it closed.
struct State {
	ext: TestExternalities,
	chain: Chain,
	/// The consumers of each merchant that are copies.
	customers: u64,
}

/// Where a consumer buys.
struct Custom {
	consumer: u64,
	products: u64,
}

/// How many products a merchant with so many customers has.
fn products(customers: u64) -> u64 {
	(customers / CONSUMERS_OF_PRODUCT).max(1)
}

impl Custom {
	fn new(consumer: u64, customers: u64) -> Self {
		Self { consumer, products: products(customers) }
	}

	fn merchant(&self) -> u64 {
		self.consumer % MERCHANTS
	}

	/// The number of the consumer among those of its merchant.
	fn number(&self) -> u64 {
		self.consumer / MERCHANTS
	}

	/// The id of one of its merchant's products.
	fn product(&self, index: u64) -> u64 {
		self.merchant() + MERCHANTS * (index % self.products)
	}

	/// The order it placed a day ago. The first of every merchant was placed by its first customer.
	fn past_order(&self) -> OrderId {
		let number = 1 + self.number() / self.products;
		OrderId { product: self.product(self.number()), number }
	}

	/// The product it buys next.
	fn next_product(&self) -> u64 {
		self.product(self.number() + 1)
	}
}

fn merchant(number: u64) -> AccountId {
	AccountId::new(blake2_256(&(b"merchant", number).encode()))
}

/// Who is set up by calls, and whom all other consumers of the merchant are copies of.
fn first_customer(number: u64) -> AccountId {
	AccountId::new(blake2_256(&(b"customer", number).encode()))
}

fn consumer(number: u64) -> sr25519::Pair {
	sr25519::Pair::from_seed(&blake2_256(&(b"consumer", number).encode()))
}

fn class(merchant: u64) -> ClassId {
	merchant.try_into().unwrap()
}

/// BHTD and points, so that an order accesses whatever an order can access.
fn price(merchant: u64) -> Price<Balance> {
	Price { bhtd: 5 * UNITS, points: Some((class(merchant), 100)) }
}

fn order(merchant: u64, product: u64) -> pallet_store::Call<Runtime> {
	pallet_store::Call::order {
		product,
		revision: 0,
		quantity: 1,
		max_price: price(merchant),
		// A point for a tenth of a BHTD.
		min_earned: 50,
		arbiter: Bob.to_account_id(),
		recipient: None,
	}
}

fn dispatch(who: AccountId, call: impl Into<RuntimeCall>) {
	assert_ok!(call.into().dispatch(signed(who)));
}

impl State {
	/// Every consumer has BHTD, points of one merchant, and an order that was shipped to it a day ago.
	fn with_customers(customers: u64) -> Self {
		let mut ext = network("development");
		let chain = ext.execute_with(|| {
			let mut chain = Chain::start();
			let (role, amount, profile) = (Role::Operator, 20_000 * UNITS, Default::default());
			dispatch(Bob.to_account_id(), pallet_margin::Call::register { role, amount, profile });
			for number in 0..MERCHANTS {
				open_business(number, customers);
				share(number, customers);
			}
			let records = (0..MERCHANTS).map(|number| records_of(&first_customer(number)));
			let records = records.collect::<Vec<_>>();
			for product in MERCHANTS..MERCHANTS * products(customers) {
				list(product % MERCHANTS);
			}
			for (number, records) in (0..MERCHANTS).zip(records) {
				copy_customer(number, &records, customers);
			}
			chain.close(DAYS);
			chain
		});
		ext.commit_all().unwrap();
		Self { ext, chain, customers }
	}

	/// Transactions, each of another consumer: more than fit in a block.
	fn sign(&mut self, call: impl Fn(&Custom) -> RuntimeCall) -> Vec<UncheckedExtrinsic> {
		let customers = self.customers;
		let transaction =
			|number| sign(&consumer(number), 0, 0, call(&Custom::new(number, customers)));
		let most = CONSUMERS.min(customers * MERCHANTS);
		self.ext.execute_with(|| (0..most).map(transaction).collect())
	}
}

/// A merchant, its class, its rule, its first product and the first customer, who has what will be shared
/// among so many others.
fn open_business(number: u64, customers: u64) {
	let (who, first, class) = (merchant(number), first_customer(number), class(number));
	let shares = Balance::from(customers + 1);
	let margin = 2_000 * UNITS + 2 * shares * POINTS * FLOOR;
	assert_ok!(Balances::mint_into(&who, margin + 10_000 * UNITS + shares * UNITS));
	assert_ok!(Balances::mint_into(&first, shares * SAVINGS));
	let role = Role::Merchant;
	let profile = Default::default();
	dispatch(who.clone(), pallet_margin::Call::register { role, amount: margin, profile });
	let create = pallet_points::Call::create_class {
		name: b"Coffee".to_vec().try_into().unwrap(),
		symbol: b"CFE".to_vec().try_into().unwrap(),
		decimals: 2,
		supply: Balance::from(u64::MAX),
		floor: FixedU128::from(FLOOR),
		kind: Kind::Value,
		scope: Scope::Global,
		design: Default::default(),
	};
	dispatch(who.clone(), create);
	let book = pallet_points::NextBook::<Runtime>::get();
	dispatch(who.clone(), pallet_points::Call::open_receipt_book {});
	let receipt = Receipt { book, number: 0 };
	let (beneficiary, amount) = (first.clone(), shares * POINTS);
	dispatch(who.clone(), pallet_points::Call::award { class, beneficiary, amount, receipt });
	let rule = RuleTerms {
		rate: FixedU128::from_rational(10, UNITS),
		bonus: 0,
		multipliers: Default::default(),
		cap_per_order: 100,
		cap_per_day: Some(1_000),
		budget: Balance::from(u64::MAX),
		from: 0,
		until: BlockNumber::MAX,
	};
	dispatch(who.clone(), pallet_store::Call::set_rule { class, rule });
	list(number);
	dispatch(first, order(number, number));
	dispatch(who, pallet_store::Call::ship { order: OrderId { product: number, number: 0 } });
}

fn list(number: u64) {
	let arbiter =
		Arbiter { who: Bob.to_account_id(), role: Role::Operator, fee: Permill::from_percent(5) };
	let content = Content {
		title: b"Coffee, a kilogram of beans".to_vec().try_into().unwrap(),
		hash: Default::default(),
		uri: b"https://example.org/products/coffee.json".to_vec().try_into().unwrap(),
	};
	let terms = Terms {
		category: 0,
		delivery: 2 * HOURS,
		returns: HOURS,
		earns: Some(class(number)),
		arbiters: vec![arbiter].try_into().unwrap(),
	};
	let (price, stock) = (price(number), Some(1_000_000));
	dispatch(merchant(number), pallet_store::Call::list { content, terms, price, stock });
}

/// What is stored under an account: the key without the account, and the value.
type Records = Vec<(Vec<u8>, Vec<u8>)>;

/// How a key ends that belongs to an account.
fn suffix(who: &AccountId) -> Vec<u8> {
	Blake2_128Concat::hash(who.as_ref())
}

fn records_of(who: &AccountId) -> Records {
	let suffix = suffix(who);
	let keys = successors(storage::next_key(&[]), |key| storage::next_key(key));
	let records = keys
		.filter_map(|key| {
			Some((key.strip_suffix(&suffix[..])?.to_vec(), storage::get(&key)?.into()))
		})
		.collect::<Records>();
	// The account, its holds; the same of points; what it has earned today.
	assert_eq!(records.len(), 6);
	records
}

/// Takes the shares of so many others out of what the first customer of a merchant has.
fn share(number: u64, customers: u64) {
	let (first, class) = (first_customer(number), class(number));
	let others = Balance::from(customers);
	frame_system::Account::<Runtime>::mutate(&first, |it| it.data.free -= others * SAVINGS);
	pallet_assets::Account::<Runtime, PointsInstance>::mutate(class, &first, |it| {
		it.as_mut().unwrap().balance -= others * POINTS
	});
	pallet_assets::Asset::<Runtime, PointsInstance>::mutate(class, |it| {
		let details = it.as_mut().unwrap();
		details.accounts += u32::try_from(customers).unwrap();
		details.sufficients += u32::try_from(customers).unwrap();
	});
}

/// Gives so many others what was taken out for them, and a copy of whatever else is stored for the first
/// customer, its order included. Calls would take minutes.
fn copy_customer(number: u64, records: &Records, customers: u64) {
	let order = pallet_store::Orders::<Runtime>::get(number, 0).unwrap();
	for index in 0..customers {
		let custom = Custom::new(number + index * MERCHANTS, customers);
		let who = AccountId::from(consumer(custom.consumer).public());
		for (prefix, value) in records {
			storage::set(&[&prefix[..], &suffix(&who)].concat(), value);
		}
		// Gifts to one another.
		let neighbour = number + (index + 1) % customers * MERCHANTS;
		let recipient = consumer(neighbour).public().into();
		let OrderId { product, number } = custom.past_order();
		let order = pallet_store::Order { buyer: who, recipient, ..order.clone() };
		pallet_store::Orders::<Runtime>::insert(product, number, order);
		pallet_store::Products::<Runtime>::mutate(product, |it| {
			it.as_mut().unwrap().orders = number + 1
		});
	}
}

/// A full block, and what it costs.
#[derive(Debug)]
struct Full {
	/// How many transactions.
	transactions: usize,
	/// What the next transaction would have had too little of.
	short_of: &'static str,
	/// What the transactions were weighed before they ran, with that of the base of a block.
	claimed: Weight,
	/// What the block was weighed in the end.
	counted: Weight,
	/// By how much the record grew while the transactions ran, in bytes.
	recorded: usize,
	/// How many of them were recorded with more than they had been weighed.
	underestimated: usize,
	/// The block without the proof, in bytes.
	body: usize,
	/// The proof as it was recorded, in bytes, with what calculating the new root has read.
	plain: usize,
	/// The proof as it is passed on, in bytes.
	compact: usize,
}

/// Makes a block with as many of the transactions as it has room for.
fn fill(state: &mut State, transactions: Vec<UncheckedExtrinsic>) -> (Block, StorageProof, Full) {
	let recorder = Recorder::<Blake2Hasher>::default();
	state.ext.register_extension(ProofSizeExt::new(recorder.clone()));
	let chain = &mut state.chain;
	let (header, extrinsics, mut full) = state.ext.execute_with_recorder(recorder.clone(), || {
		let mut extrinsics = chain.open();
		let inherents = extrinsics.len();
		let mut full = Full {
			transactions: 0,
			short_of: "transactions",
			claimed: System::block_weight().total(),
			counted: Weight::zero(),
			recorded: recorder.estimate_encoded_size(),
			underestimated: 0,
			body: 0,
			plain: 0,
			compact: 0,
		};
		for transaction in transactions {
			let weight = transaction.get_dispatch_info().total_weight();
			let before = recorder.estimate_encoded_size();
			recorder.start_transaction();
			storage::start_transaction();
			match Executive::apply_extrinsic(transaction.clone()) {
				Ok(outcome) => {
					assert_ok!(outcome);
				}
				Err(error) => {
					let full_up = InvalidTransaction::ExhaustsResources;
					assert_eq!(error, TransactionValidityError::Invalid(full_up));
					storage::rollback_transaction();
					recorder.rollback_transaction().unwrap();
					full.short_of = short_of(weight);
					break;
				}
			}
			storage::commit_transaction();
			recorder.commit_transaction().unwrap();
			full.claimed += weight;
			let recorded = recorder.estimate_encoded_size() - before;
			full.underestimated += usize::from(recorded as u64 > weight.proof_size());
			extrinsics.push(transaction);
		}
		full.transactions = extrinsics.len() - inherents;
		full.counted = System::block_weight().total();
		full.recorded = recorder.estimate_encoded_size() - full.recorded;
		(chain.close(1), extrinsics, full)
	});
	let block = Block { header, extrinsics };
	let root = *state.ext.backend.root();
	let proof = recorder.drain_storage_proof();
	let compact = proof.to_compact_proof::<Blake2Hasher>(root).unwrap();
	full.body = block.encoded_size();
	full.plain = proof.encoded_size();
	full.compact = compact.encoded_size();
	let (unpacked, _) = compact.to_storage_proof::<Blake2Hasher>(&root).unwrap();
	(block, unpacked, full)
}

/// What a block has too little of for one more transaction of this weight.
fn short_of(weight: Weight) -> &'static str {
	let class = DispatchClass::Normal;
	let limits = BlockWeights::get().get(class).clone();
	let next = weight + limits.base_extrinsic + *System::block_weight().get(class);
	let most = limits.max_total.unwrap();
	match (next.ref_time() > most.ref_time(), next.proof_size() > most.proof_size()) {
		(true, false) => "time",
		(false, true) => "proof",
		(true, true) => "both",
		(false, false) => "length",
	}
}

/// Executes a block on nothing but its proof, as a witness does. A node that is missing, or a root that
/// differs, is a panic.
fn witness(state: State, block: Block, proof: StorageProof) {
	let nodes = proof.into_nodes();
	let (all, root) = state.ext.into_raw_snapshot();
	let proven = all.into_iter().filter(|(_, (node, _))| nodes.contains(node)).collect();
	let mut ext = TestExternalities::from_raw_snapshot(proven, root, StateVersion::V1);
	let recorder = Recorder::<Blake2Hasher>::default();
	ext.register_extension(ProofSizeExt::new(recorder.clone()));
	ext.execute_with_recorder(recorder, || Executive::execute_block(block.into()));
}

/// All points of a class are somebody's.
fn check_points(class: ClassId) {
	let holders = pallet_assets::Account::<Runtime, PointsInstance>::iter_key_prefix(class);
	let sum = holders.map(|who| Assets::total_balance(class, &who)).sum::<Balance>();
	assert_eq!(sum, Assets::total_supply(class));
}

/// Makes a full block on a state of the size asked for, and holds what it costs against what it may cost.
fn measure(call: impl Fn(&Custom) -> RuntimeCall) {
	let consumers = env::var(SCALE).map_or(CONSUMERS, |number| number.parse().unwrap());
	let mut state = State::with_customers(consumers / MERCHANTS);
	let transactions = state.sign(call);
	let (block, proof, full) = fill(&mut state, transactions);
	println!("{consumers} consumers: {full:#?}");

	assert_ne!(full.short_of, "transactions");
	let passed_on = u64::try_from(full.body + full.compact).unwrap();
	assert!(passed_on <= parachain::PROOF_SIZE * FILLED / 100, "{full:#?}");
	// What the transactions claim covers what is recorded for them and for the new root.
	assert!(full.claimed.proof_size() >= u64::try_from(full.plain).unwrap(), "{full:#?}");
	// Most of it was given back, and what was kept covers what is passed on.
	assert!(full.counted.proof_size() < full.claimed.proof_size(), "{full:#?}");
	assert!(full.counted.proof_size() >= passed_on, "{full:#?}");

	state.ext.execute_with(|| {
		check();
		(0..MERCHANTS).for_each(|number| check_points(class(number)));
	});
	witness(state, block, proof);
}

#[test]
fn block_full_of_orders_fits_into_what_is_passed_on() {
	measure(|custom| order(custom.merchant(), custom.next_product()).into());
}

#[test]
fn block_full_of_confirmations_fits_into_what_is_passed_on() {
	measure(|custom| {
		let order = custom.past_order();
		pallet_store::Call::confirm { order }.into()
	});
}
