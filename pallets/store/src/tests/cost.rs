//! How many storage items a sale reads and writes, as the node beneath would see it.

use super::*;
use bhtd_testing::count;
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::{fungible::MutateHold, tokens::Precision},
};

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

/// What a hold of BHTD reads and writes.
fn hold() -> (usize, usize) {
	let reason = HoldReason::Escrow.into();
	let counts = count(ALICE, || Balances::hold(&reason, &ALICE, 10));
	assert_ok!(Balances::release(&reason, &ALICE, 10, Precision::Exact));
	counts
}

/// The closest call of the SDK: an item changes its owner for a price, in one transaction and without
/// any escrow.
mod peer {
	use bhtd_testing::count;
	use frame_support::{
		assert_ok, derive_impl, parameter_types,
		traits::{AsEnsureOriginWithArg, ConstU32, ConstU64},
	};
	use frame_system::{EnsureRoot, EnsureSigned};
	use pallet_nfts::{CollectionConfig, CollectionSettings, MintSettings, PalletFeatures};
	use sp_runtime::{
		traits::IdentityLookup, AccountId32, BuildStorage, MultiSignature, MultiSigner,
	};

	#[frame_support::runtime]
	mod runtime {
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
		pub struct Peer;

		#[runtime::pallet_index(0)]
		pub type System = frame_system;
		#[runtime::pallet_index(1)]
		pub type Balances = pallet_balances;
		#[runtime::pallet_index(2)]
		pub type Nfts = pallet_nfts;
	}

	#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
	impl frame_system::Config for Peer {
		type AccountId = AccountId32;
		type Lookup = IdentityLookup<AccountId32>;
		type Block = frame_system::mocking::MockBlock<Peer>;
		type AccountData = pallet_balances::AccountData<u64>;
	}

	#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
	impl pallet_balances::Config for Peer {
		type AccountStore = System;
	}

	parameter_types! {
		/// A constant of the runtime, as on live networks: it reads nothing.
		pub Features: PalletFeatures = PalletFeatures::all_enabled();
	}

	impl pallet_nfts::Config for Peer {
		type RuntimeEvent = RuntimeEvent;
		type CollectionId = u32;
		type ItemId = u32;
		type Currency = Balances;
		type ForceOrigin = EnsureRoot<AccountId32>;
		type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId32>>;
		type Locker = ();
		type CollectionDeposit = ConstU64<1>;
		type ItemDeposit = ConstU64<1>;
		type MetadataDepositBase = ConstU64<1>;
		type AttributeDepositBase = ConstU64<1>;
		type DepositPerByte = ConstU64<1>;
		type StringLimit = ConstU32<64>;
		type KeyLimit = ConstU32<64>;
		type ValueLimit = ConstU32<64>;
		type ApprovalsLimit = ConstU32<4>;
		type ItemAttributesApprovalsLimit = ConstU32<4>;
		type MaxTips = ConstU32<4>;
		type MaxDeadlineDuration = ConstU64<100>;
		type MaxAttributesPerCall = ConstU32<4>;
		type Features = Features;
		type OffchainSignature = MultiSignature;
		type OffchainPublic = MultiSigner;
		#[cfg(feature = "runtime-benchmarks")]
		type Helper = ();
		type WeightInfo = ();
		type BlockNumberProvider = System;
	}

	/// What `nfts.buy_item` reads and writes.
	pub fn buy_item() -> (usize, usize) {
		let (seller, buyer) = (AccountId32::new([1; 32]), AccountId32::new([2; 32]));
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: vec![(seller.clone(), 1_000), (buyer.clone(), 1_000)],
				..Default::default()
			},
			..Default::default()
		};
		let storage = storage.build_storage().expect("the genesis of the peer builds");
		sp_io::TestExternalities::from(storage).execute_with(|| {
			System::set_block_number(1);
			let signed = |who: &AccountId32| RuntimeOrigin::signed(who.clone());
			let config = CollectionConfig {
				settings: CollectionSettings::all_enabled(),
				max_supply: None,
				mint_settings: MintSettings::default(),
			};
			assert_ok!(Nfts::create(signed(&seller), seller.clone(), config));
			assert_ok!(Nfts::mint(signed(&seller), 0, 0, seller.clone(), None));
			assert_ok!(Nfts::set_price(signed(&seller), 0, 0, Some(100), None));
			let counts = count(&buyer, || Nfts::buy_item(signed(&buyer), 0, 0, 100));
			assert_eq!(Nfts::owner(0, 0), Some(buyer.clone()));
			counts
		})
	}
}

#[test]
fn a_sale_for_bhtd_costs_less_than_its_closest_peer() {
	let peer = peer::buy_item();
	ExtBuilder::default().build_and_execute(|| {
		list(bhtd(1_000), 5);
		earn_nothing();
		assert_eq!((peer, hold()), ((8, 6), (1, 1)));
		let counts = sale();
		assert_eq!(counts, [(4, 3), (1, 1), (5, 5)]);
		// An order is cheaper with its hold included, and its whole life than two purchases.
		assert!(counts[0].0 <= peer.0 && counts[0].1 <= peer.1);
		assert!(operations(&counts) < 2 * operations(&[peer]));
	});
}

#[test]
fn points_that_are_earned_cost_an_award_more() {
	let peer = peer::buy_item();
	ExtBuilder::default().build_and_execute(|| {
		set_rule(rule());
		list(bhtd(1_000), 5);
		let counts = sale();
		assert_eq!(counts, [(6, 4), (1, 1), (13, 10)]);
		assert!(counts[0].0 <= peer.0 && counts[0].1 <= peer.1);
		assert!(2 * operations(&counts) <= 5 * operations(&[peer]));
	});
}

#[test]
fn a_daily_cap_costs_a_record_of_the_buyer_more() {
	let peer = peer::buy_item();
	ExtBuilder::default().build_and_execute(|| {
		let mut capped = rule();
		capped.cap_per_day = Some(5_000);
		set_rule(capped);
		list(bhtd(1_000), 5);
		let counts = sale();
		assert_eq!(counts, [(7, 5), (1, 1), (13, 10)]);
		assert!(counts[0].0 <= peer.0 && counts[0].1 <= peer.1);
	});
}

#[test]
fn points_that_are_paid_cost_their_hold_and_their_return_more() {
	let peer = peer::buy_item();
	ExtBuilder::default().build_and_execute(|| {
		give_points(ALICE, 1_000);
		list(beans(10), None);
		earn_nothing();
		let hold = hold();
		let counts = sale();
		assert_eq!(counts, [(9, 7), (1, 1), (9, 9)]);
		assert!(counts[0].0 <= peer.0 + hold.0 && counts[0].1 <= peer.1 + hold.1);
	});
}

#[test]
fn calls_that_can_complete_an_order_weigh_what_is_done_with_its_receipt() {
	ExtBuilder::default().build_and_execute(|| {
		let order = bhtd_primitives::OrderId { product: 0, number: 0 };
		let weight = |call: Call<Test>| call.get_dispatch_info().call_weight;
		let own = <() as WeightInfo>::confirm();
		assert_eq!(weight(Call::confirm { order }), own.saturating_add(RECEIPT_WEIGHT));
		let own = <() as WeightInfo>::settle();
		assert_eq!(weight(Call::settle { order }), own.saturating_add(RECEIPT_WEIGHT));
	});
}
