//! The closest calls of the SDK: a swap in a pool, and a mint of a peg stability module. Both exchange one
//! asset for another at a price that the chain sets, out of one account.
//!
//! They are given every advantage: assets without holds and freezes, a pool whose receiver has an account,
//! and a module with a single external asset.

use bhtd_testing::count;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{NativeFromLeft, NativeOrWithId, UnionOf},
		fungibles::{Create, Mutate},
		AsEnsureOriginWithArg, ConstU128, ConstU32,
	},
	PalletId,
};
use frame_system::{EnsureNever, EnsureRootWithSuccess, RawOrigin};
use pallet_asset_conversion::{AccountIdConverter, Ascending, Chain, WithFirstAsset};
use sp_runtime::{traits::IdentityLookup, AccountId32, BuildStorage, Permill};

type AccountId = AccountId32;
type Balance = u128;
type Asset = NativeOrWithId<u32>;

/// The asset that is swapped for the native one, and given to the module.
const TOKEN: u32 = 1;
/// What the module mints for it.
const PEGGED: u32 = 2;
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
	pub type Tokens = pallet_assets<Instance1>;
	#[runtime::pallet_index(3)]
	pub type Shares = pallet_assets<Instance2>;
	#[runtime::pallet_index(4)]
	pub type Pools = pallet_asset_conversion;
	#[runtime::pallet_index(5)]
	pub type Psm = pallet_psm;
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
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config<pallet_assets::Instance1> for Peer {
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

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config<pallet_assets::Instance2> for Peer {
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
	pub const Native: Asset = Asset::Native;
	pub const PoolsId: PalletId = PalletId(*b"peer/swp");
	pub const PsmId: PalletId = PalletId(*b"peer/psm");
	pub const Fee: Permill = Permill::from_parts(3_000);
	pub const HighestFee: Permill = Permill::from_percent(10);
	pub const NoFee: Permill = Permill::zero();
	pub const NoDepositor: Option<AccountId> = None;
}

type PoolAccount = AccountIdConverter<PoolsId, (Asset, Asset)>;

impl pallet_asset_conversion::Config for Peer {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	// Wide enough for the amounts here; what it is changes no access.
	type HigherPrecisionBalance = u128;
	type AssetKind = Asset;
	type Assets = UnionOf<Balances, Tokens, NativeFromLeft, Asset, AccountId>;
	type PoolId = (Asset, Asset);
	type PoolLocator = Chain<
		WithFirstAsset<Native, AccountId, Asset, PoolAccount>,
		Ascending<AccountId, Asset, PoolAccount>,
	>;
	type PoolAssetId = u32;
	type PoolAssets = Shares;
	type PoolSetupFee = ConstU128<0>;
	type PoolSetupFeeAsset = Native;
	type PoolSetupFeeTarget = ();
	type LPFee = Fee;
	type AdminOrigin = EnsureNever<()>;
	type MaxSwapFee = HighestFee;
	type LiquidityWithdrawalFee = NoFee;
	type MintMinLiquidity = ConstU128<100>;
	type MaxSwapPathLength = ConstU32<4>;
	type PalletId = PoolsId;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

/// Nobody benchmarks the peer.
#[cfg(feature = "runtime-benchmarks")]
pub struct NoBenchmarks;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_psm::BenchmarkHelper<u32, AccountId> for NoBenchmarks {
	fn get_asset_id(index: u32) -> u32 {
		index
	}

	fn create_asset(_: u32, _: &AccountId, _: u8) {}
}

impl pallet_psm::Config for Peer {
	type Fungibles = Tokens;
	type Consideration = ();
	type CreateOrigin = AsEnsureOriginWithArg<EnsureRootWithSuccess<AccountId, NoDepositor>>;
	type RuntimeOrigin = RuntimeOrigin;
	type PalletsOrigin = OriginCaller;
	type AssetId = u32;
	type WeightInfo = ();
	type PalletId = PsmId;
	type MaxExternals = ConstU32<10>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = NoBenchmarks;
}

fn trader() -> AccountId {
	AccountId::new([1; 32])
}

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Counts in a runtime with two assets, of which a provider and a trader have plenty.
fn counted(test: impl FnOnce(AccountId) -> (usize, usize)) -> (usize, usize) {
	let provider = AccountId::new([2; 32]);
	let storage = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig {
			balances: vec![(provider.clone(), PLENTY), (trader(), PLENTY)],
			..Default::default()
		},
		..Default::default()
	};
	let storage = storage.build_storage().expect("the genesis of the peer builds");
	sp_io::TestExternalities::from(storage).execute_with(|| {
		System::set_block_number(1);
		for asset in [TOKEN, PEGGED] {
			assert_ok!(<Tokens as Create<_>>::create(asset, provider.clone(), true, 1));
			for who in [&provider, &trader()] {
				assert_ok!(Tokens::mint_into(asset, who, PLENTY));
			}
		}
		test(provider)
	})
}

/// What a swap of the native asset for a token reads and writes.
pub(super) fn swap() -> (usize, usize) {
	counted(|provider| {
		let [native, token] = [Asset::Native, Asset::WithId(TOKEN)].map(Box::new);
		let origin = signed(provider.clone());
		assert_ok!(Pools::create_pool(origin.clone(), native.clone(), token.clone()));
		let half = PLENTY / 2;
		let (first, second) = (native.clone(), token.clone());
		assert_ok!(Pools::add_liquidity(origin, first, second, half, half, 1, 1, provider));
		let before = Tokens::balance(TOKEN, trader());
		let path = vec![native, token];
		let counts = count(trader(), || {
			Pools::swap_exact_tokens_for_tokens(signed(trader()), path, 1_000, 1, trader(), true)
		});
		assert!(Tokens::balance(TOKEN, trader()) > before);
		counts
	})
}

/// What `psm.mint` of one asset for another reads and writes.
pub(super) fn mint() -> (usize, usize) {
	counted(|provider| {
		let root = RuntimeOrigin::root;
		let admin = || Box::new(OriginCaller::from(RawOrigin::Root));
		let (most, least) = (PLENTY, 1);
		assert_ok!(Psm::create_psm(root(), PEGGED, admin(), admin(), provider, most, least));
		assert_ok!(Psm::add_external_asset(root(), PEGGED, TOKEN));
		let all = Permill::one();
		assert_ok!(Psm::set_asset_ceiling_weight(root(), PEGGED, TOKEN, all));
		let fee = Permill::from_percent(1);
		assert_ok!(Psm::set_minting_fee(root(), PEGGED, TOKEN, fee));
		let mint = || Psm::mint(signed(trader()), PEGGED, TOKEN, 1_000, fee);
		// As any but the first, which brings the reserve into existence.
		assert_ok!(mint());
		let before = Tokens::balance(PEGGED, trader());
		let counts = count(trader(), mint);
		assert_eq!(Tokens::balance(PEGGED, trader()), before + 990);
		counts
	})
}
