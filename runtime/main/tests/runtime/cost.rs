//! What calls cost beside their closest peers of the SDK, counted and timed in one run: a campaign against
//! `pallet-asset-rewards`, which also streams a reward to many by their shares.

use crate::{
	common::signed,
	data::{with_contribution, CAMPAIGN},
	exchange::identify,
};
use bhtd_runtime::{constants::currency::UNITS, DataRewards};
use bhtd_testing::count;
use codec::Encode;
use frame_support::storage::{with_transaction, TransactionOutcome};
use pallet_identity::Judgement;
use sp_keyring::Sr25519Keyring::{Alice, Eve};
use sp_runtime::DispatchResult;
use std::time::{Duration, Instant};

/// How often a call is made to be timed.
const TIMES: u32 = 200;

/// What a call reads and writes, and how long it takes.
#[derive(Debug)]
struct Cost {
	accesses: (usize, usize),
	time: Duration,
}

/// Measures a call and takes back what it has done.
fn measure(caller: impl Encode, call: impl Fn() -> DispatchResult) -> Cost {
	let undone = |call: &dyn Fn() -> DispatchResult| {
		with_transaction(|| -> TransactionOutcome<DispatchResult> {
			let outcome = call();
			TransactionOutcome::Rollback(outcome)
		})
	};
	let start = Instant::now();
	for _ in 0..TIMES {
		undone(&call).expect("the call succeeds");
	}
	let time = start.elapsed() / TIMES;
	Cost { accesses: count(caller, || undone(&call)), time }
}

/// The peer, whose pools pay in assets, or in the coin. It is given every advantage: its assets have no
/// deposits and no holds, and nobody is asked who they are.
mod peer {
	use super::{measure, Cost};
	use frame_support::{
		assert_ok, derive_impl, parameter_types,
		traits::{
			fungible::{NativeFromLeft, NativeOrWithId, UnionOf},
			fungibles::{Create, Inspect, InspectFreeze, Mutate, MutateFreeze},
			schedule::DispatchTime,
			tokens::{
				DepositConsequence, Fortitude, Preservation, Provenance, WithdrawConsequence,
			},
			AsEnsureOriginWithArg, ConstU128, VariantCountOf,
		},
		PalletId,
	};
	use frame_system::{EnsureNever, EnsureSigned};
	use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage, DispatchResult};

	type AccountId = AccountId32;
	type Balance = u128;
	type Asset = NativeOrWithId<u32>;

	/// What is staked.
	const STAKE: u32 = 1;
	/// What is paid, if it is not the coin.
	const REWARD: u32 = 2;
	const PLENTY: Balance = 1_000_000_000;

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
		pub type Tokens = pallet_assets;
		#[runtime::pallet_index(3)]
		pub type Rewards = pallet_asset_rewards;
	}

	#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
	impl frame_system::Config for Peer {
		type AccountId = AccountId;
		type Lookup = IdentityLookup<AccountId>;
		type Block = frame_system::mocking::MockBlock<Peer>;
		type AccountData = pallet_balances::AccountData<Balance>;
	}

	#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
	impl pallet_balances::Config for Peer {
		type AccountStore = System;
		type Balance = Balance;
		type ExistentialDeposit = ConstU128<10>;
		type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	}

	#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
	impl pallet_assets::Config for Peer {
		type Balance = Balance;
		type Currency = Balances;
		type CreateOrigin = AsEnsureOriginWithArg<EnsureNever<AccountId>>;
		type ForceOrigin = EnsureNever<AccountId>;
		type AssetDeposit = ConstU128<0>;
		type AssetAccountDeposit = ConstU128<0>;
		type MetadataDepositBase = ConstU128<0>;
		type MetadataDepositPerByte = ConstU128<0>;
		type Freezer = ();
		type Holder = ();
	}

	parameter_types! {
		pub const RewardsId: PalletId = PalletId(*b"peer/rwd");
	}

	impl pallet_asset_rewards::Config for Peer {
		type RuntimeEvent = RuntimeEvent;
		type PalletId = RewardsId;
		type AssetId = Asset;
		type Balance = Balance;
		type CreatePoolOrigin = EnsureSigned<AccountId>;
		type Assets = UnionOf<Balances, Tokens, NativeFromLeft, Asset, AccountId>;
		type AssetsFreezer = Free;
		type RuntimeFreezeReason = RuntimeFreezeReason;
		type Consideration = ();
		type WeightInfo = ();
		type BlockNumberProvider = System;
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper = ();
	}

	/// Freezes nothing. A stake is not frozen where it is only counted.
	pub struct Free;

	impl Inspect<AccountId> for Free {
		type AssetId = Asset;
		type Balance = Balance;

		fn total_issuance(_: Asset) -> Balance {
			0
		}

		fn minimum_balance(_: Asset) -> Balance {
			0
		}

		fn total_balance(_: Asset, _: &AccountId) -> Balance {
			PLENTY
		}

		fn balance(_: Asset, _: &AccountId) -> Balance {
			PLENTY
		}

		fn reducible_balance(_: Asset, _: &AccountId, _: Preservation, _: Fortitude) -> Balance {
			PLENTY
		}

		fn can_deposit(_: Asset, _: &AccountId, _: Balance, _: Provenance) -> DepositConsequence {
			DepositConsequence::Success
		}

		fn can_withdraw(_: Asset, _: &AccountId, _: Balance) -> WithdrawConsequence<Balance> {
			WithdrawConsequence::Success
		}

		fn asset_exists(_: Asset) -> bool {
			true
		}
	}

	impl InspectFreeze<AccountId> for Free {
		type Id = RuntimeFreezeReason;

		fn balance_frozen(_: Asset, _: &RuntimeFreezeReason, _: &AccountId) -> Balance {
			0
		}

		fn can_freeze(_: Asset, _: &RuntimeFreezeReason, _: &AccountId) -> bool {
			true
		}
	}

	impl MutateFreeze<AccountId> for Free {
		fn set_freeze(
			_: Asset,
			_: &RuntimeFreezeReason,
			_: &AccountId,
			_: Balance,
		) -> DispatchResult {
			Ok(())
		}

		fn extend_freeze(
			_: Asset,
			_: &RuntimeFreezeReason,
			_: &AccountId,
			_: Balance,
		) -> DispatchResult {
			Ok(())
		}

		fn thaw(_: Asset, _: &RuntimeFreezeReason, _: &AccountId) -> DispatchResult {
			Ok(())
		}
	}

	/// The costs of paying into a pool and of harvesting from it.
	pub fn costs(native: bool) -> [Cost; 2] {
		let (sponsor, person) = (AccountId::new([1; 32]), AccountId::new([2; 32]));
		let balances = [&sponsor, &person].map(|who| (who.clone(), PLENTY)).to_vec();
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
			..Default::default()
		};
		let storage = storage.build_storage().expect("the genesis of the peer builds");
		sp_io::TestExternalities::from(storage).execute_with(|| {
			System::set_block_number(1);
			for asset in [STAKE, REWARD] {
				assert_ok!(<Tokens as Create<_>>::create(asset, sponsor.clone(), true, 1));
				for who in [&sponsor, &person] {
					assert_ok!(Tokens::mint_into(asset, who, PLENTY));
				}
			}
			let signed = |who: &AccountId| RuntimeOrigin::signed(who.clone());
			let staked = Box::new(Asset::WithId(STAKE));
			let reward = Box::new(if native { Asset::Native } else { Asset::WithId(REWARD) });
			let expiry = DispatchTime::After(100);
			assert_ok!(Rewards::create_pool(signed(&sponsor), staked, reward, 10, expiry, None));
			let pay_in = || Rewards::deposit_reward_tokens(signed(&sponsor), 0, 1_000);
			// As any but the first, which brings the account of the pool into existence.
			assert_ok!(pay_in());
			assert_ok!(Rewards::stake(signed(&person), 0, 1_000));
			System::set_block_number(11);
			let harvest = || Rewards::harvest_rewards(signed(&person), 0, None);
			[measure(&sponsor, pay_in), measure(&person, harvest)]
		})
	}
}

/// The costs of funding a campaign and of claiming from it.
fn campaign(judgement: Option<Judgement<u128>>) -> [Cost; 2] {
	let mut costs = None;
	with_contribution(|chain| {
		if let Some(judgement) = judgement {
			identify(Eve, judgement);
		}
		chain.next();
		let [alice, eve] = [Alice, Eve].map(|name| name.to_account_id());
		let fund = || DataRewards::add_funds(signed(alice.clone()), CAMPAIGN, UNITS);
		let claim = || DataRewards::claim(signed(eve.clone()), CAMPAIGN);
		costs = Some([measure(&alice, fund), measure(&eve, claim)]);
	});
	costs.expect("the campaign was measured")
}

/// Both do the same: they pay into a pot, and out of it what has accrued to a share. A campaign also keeps a
/// ledger of what came in, and bounds what is paid by what was bought, for everybody whom no registrar knows:
/// a pool of the coin itself, which has nothing of the kind, costs four accesses less to claim from.
#[test]
fn claim_costs_an_access_more_than_from_a_pool_of_assets_and_funding_two_less() {
	let pool = peer::costs(false);
	let pool_of_coins = peer::costs(true);
	let [campaign, of_known_person] = [None, Some(Judgement::KnownGood)].map(campaign);
	for (call, ours) in ["funding", "claim"].into_iter().zip([0, 1].map(|call| &campaign[call])) {
		for peers in [&pool, &pool_of_coins] {
			let theirs = &peers[usize::from(call == "claim")];
			let ratio = ours.time.as_secs_f64() / theirs.time.as_secs_f64();
			println!("{call}: {ours:?} against {theirs:?}, {ratio:.2} of its time");
		}
	}
	let accesses = |costs: [Cost; 2]| costs.map(|cost| cost.accesses);
	// Of a call that pays in, and one that pays out.
	assert_eq!(accesses(pool), [(4, 3), (5, 4)]);
	assert_eq!(accesses(pool_of_coins), [(3, 1), (4, 2)]);
	assert_eq!(accesses(campaign), [(3, 2), (6, 4)]);
	assert_eq!(accesses(of_known_person), [(3, 2), (6, 4)]);
}
