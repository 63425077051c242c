//! A side chain with points and margins, and a model of the main chain behind it.

use crate::{
	self as pallet_redemption,
	traits::{Answer, ErrorCode, MainChain, QueryId},
	*,
};
use bhtd_primitives::{Loyalty, MarginLedger, Role};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, Mutate},
		fungibles::InspectHold,
		tokens::{Fortitude, Precision, Preservation},
		AsEnsureOriginWithArg, ConstU32, Footprint, LinearStoragePrice,
	},
	PalletId,
};
use frame_system::{EnsureNever, EnsureRoot, EnsureSignedBy};
use pallet_points::types::{Kind, Scope};
use pallet_side_chains::nonces::{Nonces, Refusal};
use scale_info::TypeInfo;
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};
use std::collections::VecDeque;

pub type Balance = u128;
/// As wide as a vault's id needs.
pub type AccountId = u128;

pub const MERCHANT: AccountId = 1;
pub const RIVAL: AccountId = 2;
pub const ALICE: AccountId = 11;
pub const BOB: AccountId = 12;
pub const CAROL: AccountId = 13;
/// Has points at most, never BHTD.
pub const NEWCOMER: AccountId = 14;
/// Nobody can be paid under this name on the main chain.
pub const UNPAYABLE: AccountId = 666;
/// As whom answers of the main chain arrive.
pub const PARENT: AccountId = 999;

pub const PEOPLE: [AccountId; 3] = [ALICE, BOB, CAROL];

pub const EXISTENTIAL_DEPOSIT: Balance = 10;
pub const ENDOWMENT: Balance = 1_000_000_000;
pub const MINIMUM: Balance = 1_000;
pub const NOTICE: u64 = 10;
pub const SUPPLY: Balance = 1_000_000;
pub const FLOOR: Balance = 2;
pub const LEAST: Balance = 10;
pub const RETRY: u64 = 20;
/// What a message costs.
pub const FEE: Balance = 7;
/// What the main chain has promised, and lets through at once.
pub const POOL: Balance = 1_000_000;
pub const LIMIT: Balance = 100_000;

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
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Assets = pallet_assets<Instance1>;
	#[runtime::pallet_index(3)]
	pub type AssetsHolder = pallet_assets_holder<Instance1>;
	#[runtime::pallet_index(4)]
	pub type Margin = pallet_margin;
	#[runtime::pallet_index(5)]
	pub type Points = pallet_points;
	#[runtime::pallet_index(6)]
	pub type Redemption = pallet_redemption;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ExistentialDeposit;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config<pallet_assets::Instance1> for Test {
	type Balance = Balance;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureNever<AccountId>>;
	type ForceOrigin = EnsureNever<AccountId>;
	type AssetDeposit = NoDeposit;
	type AssetAccountDeposit = NoDeposit;
	type MetadataDepositBase = NoDeposit;
	type MetadataDepositPerByte = NoDeposit;
	type Freezer = ();
	type Holder = AssetsHolder;
}

impl pallet_assets_holder::Config<pallet_assets::Instance1> for Test {
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeEvent = RuntimeEvent;
}

parameter_types! {
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
	pub const NoDeposit: Balance = 0;
	pub const ClassReason: RuntimeHoldReason =
		RuntimeHoldReason::Points(pallet_points::HoldReason::Class);
	pub const BookReason: RuntimeHoldReason =
		RuntimeHoldReason::Points(pallet_points::HoldReason::ReceiptBook);
	pub const ProfileReason: RuntimeHoldReason =
		RuntimeHoldReason::Margin(pallet_margin::HoldReason::Profile);
	pub const DepositBase: Balance = 100;
	pub const DepositPerByte: Balance = 1;
	pub const PointsPalletId: PalletId = PalletId(*b"bhtd/pts");
	pub const LowestMinimum: Balance = 1;
	pub const HighestMinimum: Balance = ENDOWMENT;
	pub const ShortestNotice: u64 = 1;
	pub const LongestNotice: u64 = 1_000;
	pub static RetryAfter: u64 = RETRY;
	pub static LeastRedemption: Balance = LEAST;
	/// The main chain, and all messages on their way.
	pub static Main: Model = Model::default();
}

type Deposit<Reason> = HoldConsideration<
	AccountId,
	Balances,
	Reason,
	LinearStoragePrice<DepositBase, DepositPerByte, Balance>,
	Footprint,
>;

impl pallet_margin::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = Deposit<ProfileReason>;
	type ArbiterOrigin = EnsureRoot<AccountId>;
	type TermsOrigin = EnsureRoot<AccountId>;
	type BlockNumberProvider = System;
	type LowestMinimum = LowestMinimum;
	type HighestMinimum = HighestMinimum;
	type ShortestNotice = ShortestNotice;
	type LongestNotice = LongestNotice;
	type MaxProfileLength = ConstU32<64>;
	type MaxBeneficiaries = ConstU32<4>;
	type WeightInfo = ();
}

impl pallet_points::Config for Test {
	type Assets = Assets;
	type Margin = Redemption;
	type ClassConsideration = Deposit<ClassReason>;
	type BookConsideration = Deposit<BookReason>;
	type PalletId = PointsPalletId;
	type MaxNameLength = ConstU32<50>;
	type MaxDesignLength = ConstU32<256>;
	type MaxAwards = ConstU32<8>;
	type WeightInfo = ();
}

frame_support::ord_parameter_types! {
	pub const Answering: AccountId = PARENT;
}

impl Config for Test {
	type Margin = Margin;
	type Loyalty = Points;
	type Points = AssetsHolder;
	type RuntimeHoldReason = RuntimeHoldReason;
	type MainChain = ModelChain;
	type MainChainOrigin = EnsureSignedBy<Answering, AccountId>;
	type AdminOrigin = EnsureRoot<AccountId>;
	type BlockNumberProvider = System;
	type RetryAfter = RetryAfter;
	type LeastRedemption = LeastRedemption;
	type WeightInfo = ();
}

/// What the model of the main chain answers.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum Outcome {
	Done,
	/// There is no such chain; found before the number is looked at.
	NotFound,
	/// More than the pool has.
	Exhausted,
	/// More than the limit.
	AboveLimit,
	Used,
	TooOld,
	TooFar,
	NotPayable,
	/// What nobody understands.
	Garbage,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Message {
	Redeem { beneficiary: AccountId, amount: Balance, number: u64 },
	Declare { owed: Balance },
}

/// The main chain as `pallet-side-chains` behaves, in the order of its checks.
#[derive(Clone, Debug)]
pub struct Model {
	pub promised: Balance,
	pub limit: Balance,
	pub owed: Balance,
	pub nonces: Nonces,
	/// What it has paid, by number and beneficiary, in order.
	pub paid: Vec<(u64, AccountId, Balance)>,
	/// Messages on their way up, with what their answers name.
	pub up: VecDeque<(QueryId, Message)>,
	/// Answers on their way down.
	pub down: VecDeque<(QueryId, Outcome)>,
	pub queries: QueryId,
	/// It does not know this chain.
	pub unknown: bool,
	/// Nothing can be sent.
	pub jammed: bool,
}

impl Default for Model {
	fn default() -> Self {
		Self {
			promised: POOL,
			limit: LIMIT,
			owed: 0,
			nonces: Default::default(),
			paid: Vec::new(),
			up: VecDeque::new(),
			down: VecDeque::new(),
			queries: 0,
			unknown: false,
			jammed: false,
		}
	}
}

impl Model {
	fn outcome(&mut self, message: Message) -> Outcome {
		match message {
			_ if self.unknown => Outcome::NotFound,
			Message::Declare { owed } if owed > self.promised => Outcome::Exhausted,
			Message::Declare { owed } => {
				self.owed = owed;
				Outcome::Done
			}
			Message::Redeem { beneficiary, amount, number } => {
				let mut nonces = self.nonces.clone();
				match nonces.spend(number) {
					Err(Refusal::Used) => return Outcome::Used,
					Err(Refusal::TooOld) => return Outcome::TooOld,
					Err(Refusal::TooFar) => return Outcome::TooFar,
					Ok(()) => {}
				}
				if amount > self.promised {
					return Outcome::Exhausted;
				}
				if amount > self.limit {
					return Outcome::AboveLimit;
				}
				if beneficiary == UNPAYABLE {
					return Outcome::NotPayable;
				}
				self.nonces = nonces;
				self.promised -= amount;
				self.owed = self.owed.saturating_sub(amount);
				self.paid.push((number, beneficiary, amount));
				Outcome::Done
			}
		}
	}
}

pub struct ModelChain;

impl ModelChain {
	fn send(payer: &AccountId, message: Message) -> Result<QueryId, DispatchError> {
		let mut main = Main::get();
		if main.jammed {
			return Err(DispatchError::Unavailable);
		}
		<Balances as Mutate<AccountId>>::burn_from(
			payer,
			FEE,
			Preservation::Expendable,
			Precision::Exact,
			Fortitude::Polite,
		)?;
		let query = main.queries;
		main.queries += 1;
		main.up.push_back((query, message));
		Main::set(main);
		Ok(query)
	}
}

pub fn code(outcome: Outcome) -> ErrorCode {
	ErrorCode::truncate_from(outcome.encode())
}

impl MainChain<AccountId, Balance> for ModelChain {
	type Response = Outcome;

	fn redeem(
		payer: &AccountId,
		beneficiary: &AccountId,
		amount: Balance,
		number: u64,
	) -> Result<QueryId, DispatchError> {
		Self::send(payer, Message::Redeem { beneficiary: *beneficiary, amount, number })
	}

	fn declare(payer: &AccountId, owed: Balance) -> Result<QueryId, DispatchError> {
		Self::send(payer, Message::Declare { owed })
	}

	fn answer(response: &Outcome) -> Option<Answer> {
		match *response {
			Outcome::Done => Some(Answer::Done),
			Outcome::Used => Some(Answer::Used),
			Outcome::NotFound => Some(Answer::Unheard(code(*response))),
			Outcome::Exhausted | Outcome::AboveLimit | Outcome::NotPayable | Outcome::TooFar => {
				Some(Answer::Refused(code(*response)))
			}
			Outcome::TooOld | Outcome::Garbage => None,
		}
	}

	fn fee() -> Option<Balance> {
		(!Main::get().jammed).then_some(FEE)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up(payer: &AccountId) {
		assert_ok!(<Balances as Mutate<AccountId>>::mint_into(payer, FEE + EXISTENTIAL_DEPOSIT));
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_up_done() -> Outcome {
		Outcome::Done
	}
}

/// The main chain executes the next message, and its answer sets out.
pub fn execute() -> Option<Outcome> {
	let mut main = Main::get();
	let (query, message) = main.up.pop_front()?;
	let outcome = main.outcome(message);
	main.down.push_back((query, outcome));
	Main::set(main);
	Some(outcome)
}

/// The next message does not arrive.
pub fn lose_message() {
	Main::mutate(|main| main.up.pop_front());
}

/// The next answer does not arrive.
pub fn lose_answer() {
	Main::mutate(|main| main.down.pop_front());
}

/// An answer as the transport passes it on.
pub fn answer(query: QueryId, response: Outcome) -> DispatchResult {
	frame_support::storage::with_storage_layer(|| {
		Redemption::report(signed(PARENT), query, response)
	})
}

/// The next answer arrives.
pub fn deliver() -> DispatchResult {
	let next = Main::mutate(|main| main.down.pop_front());
	next.map_or(Ok(()), |(query, response)| answer(query, response))
}

/// The next message is executed, and its answer arrives.
pub fn round_trip() -> Outcome {
	let outcome = execute().expect("there is a message");
	assert_ok!(deliver());
	outcome
}

/// Builds the state of a test, runs it, and checks every invariant at its end.
pub struct ExtBuilder {
	margin: Balance,
	confirmed: Balance,
	issuer: Option<AccountId>,
	out: Balance,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { margin: MINIMUM, confirmed: 100_000, issuer: Some(MERCHANT), out: 10_000 }
	}
}

impl ExtBuilder {
	/// What of the merchant's margin here is beyond the minimum.
	pub fn local(self, capacity: Balance) -> Self {
		Self { margin: MINIMUM + capacity, ..self }
	}

	/// What the main chain's genesis says is owed.
	pub fn confirmed(self, confirmed: Balance) -> Self {
		Self { confirmed, ..self }
	}

	/// Whose points are covered.
	pub fn issuer(self, issuer: Option<AccountId>) -> Self {
		Self { issuer, confirmed: 0, ..self }
	}

	/// How many points Alice has at first.
	pub fn out(self, out: Balance) -> Self {
		Self { out, ..self }
	}

	pub fn build(self) -> sp_io::TestExternalities {
		RetryAfter::set(RETRY);
		LeastRedemption::set(LEAST);
		Main::set(Model { owed: self.confirmed, ..Default::default() });
		let people = PEOPLE.into_iter().chain([MERCHANT, RIVAL]).map(|who| (who, ENDOWMENT));
		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: people.collect(),
				..Default::default()
			},
			margin: pallet_margin::GenesisConfig {
				terms: Role::ALL.map(|role| (role, MINIMUM, NOTICE)).to_vec(),
				margins: vec![
					(MERCHANT, Role::Merchant, self.margin),
					(RIVAL, Role::Merchant, MINIMUM + 500_000),
				],
			},
			redemption: pallet_redemption::GenesisConfig {
				issuer: self.issuer,
				confirmed: self.confirmed,
			},
			..Default::default()
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			for who in [MERCHANT, RIVAL] {
				assert_ok!(create(who));
			}
			if self.out > 0 {
				assert_ok!(award(ALICE, self.out));
			}
			System::reset_events();
		});
		ext
	}

	/// In the genesis block, in which a runtime prepares its benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	pub fn build_genesis(self) -> sp_io::TestExternalities {
		let mut ext = self.out(0).issuer(None).build();
		ext.execute_with(|| System::set_block_number(0));
		ext
	}

	/// Runs a test and checks every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check_invariants();
		});
	}
}

/// What the main chain has done, and this chain has not heard of.
pub fn unheard() -> Balance {
	let main = Main::get();
	Redemptions::<Test>::iter()
		.filter(|(_, number, redemption)| {
			let mut nonces = main.nonces.clone();
			nonces.spend(*number) == Err(Refusal::Used) && redemption.amount > 0
		})
		.map(|(_, _, redemption)| redemption.amount)
		.sum()
}

/// Every invariant of this chain and of both together.
pub fn check_invariants() {
	Redemption::do_try_state().unwrap();
	Points::do_try_state().unwrap();
	Margin::do_try_state().unwrap();
	let main = Main::get();
	// Nothing is paid that was not promised, and no number twice.
	let paid: Balance = main.paid.iter().map(|(_, _, amount)| amount).sum();
	assert_eq!(paid + main.promised, POOL);
	// What is counted on here is kept there, but for what was paid and not heard of.
	if let Some(cover) = TheCover::<Test>::get() {
		assert!(
			cover.confirmed - unheard() <= main.owed,
			"{cover:?} counts on more than {} less {}",
			main.owed,
			unheard()
		);
		assert!(main.owed <= main.promised);
	}
	assert!([0, 1].iter().all(|class| Assets::total_supply(*class) == SUPPLY));
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn text<Max: frame_support::traits::Get<u32>>(text: &str) -> frame_support::BoundedVec<u8, Max> {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// The merchant's class is 0, the rival's 1.
fn create(who: AccountId) -> DispatchResult {
	Points::create_class(
		signed(who),
		text("Beans"),
		text("BEAN"),
		2,
		SUPPLY,
		FLOOR.into(),
		Kind::Value,
		Scope::Global,
		text("{}"),
	)
}

/// Awards points of class 0.
pub fn award(who: AccountId, points: Balance) -> DispatchResult {
	<Points as Loyalty<AccountId>>::award(&MERCHANT, 0, &who, points)
}

pub fn redeem(who: AccountId, points: Balance) -> DispatchResult {
	Redemption::redeem_on_main(signed(who), 0, points, 0, who)
}

pub fn convert(who: AccountId, points: Balance) -> DispatchResult {
	Points::convert(signed(who), 0, points, 0)
}

pub fn cover() -> CoverOf<Test> {
	TheCover::<Test>::get().expect("there is an issuer")
}

/// What is confirmed, used and reserved.
pub fn sums() -> (Balance, Balance, Balance) {
	let CoverOf::<Test> { confirmed, used, reserved, .. } = cover();
	(confirmed, used, reserved)
}

/// What the margin of this chain owes itself.
pub fn owed_here(who: AccountId) -> Balance {
	<Margin as MarginLedger<AccountId>>::owed(&who, Role::Merchant)
}

/// What the ledger says that the pallet is.
pub fn owed(who: AccountId) -> Balance {
	<Redemption as MarginLedger<AccountId>>::owed(&who, Role::Merchant)
}

pub fn capacity(who: AccountId) -> Balance {
	<Redemption as MarginLedger<AccountId>>::capacity(&who, Role::Merchant)
}

pub fn points(who: AccountId) -> Balance {
	Assets::balance(0, who)
}

pub fn on_hold(who: AccountId) -> Balance {
	AssetsHolder::balance_on_hold(0, &HoldReason::Redemption.into(), &who)
}

pub fn advance(blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
}

pub fn paid_to(who: AccountId) -> Balance {
	let main = Main::get();
	main.paid.iter().filter(|(_, to, _)| *to == who).map(|(_, _, amount)| amount).sum()
}
