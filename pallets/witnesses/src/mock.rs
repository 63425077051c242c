//! A runtime for the tests: accounts with numbers, small amounts, an existential deposit of 10, eras of
//! three sessions of five blocks each.

use crate::{self as pallet_witnesses, issuance::IssuanceCurve, *};
use frame_support::{
	assert_ok, derive_impl, ord_parameter_types, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		tokens::imbalance::ResolveTo,
		ConstU128, ConstU32, ConstU64, LinearStoragePrice,
	},
	PalletId,
};
use frame_system::{EnsureRoot, EnsureSignedBy};
use pallet_authorship::EventHandler;
use pallet_session::SessionManager;
use sp_runtime::{traits::AccountIdConversion, BuildStorage};
use sp_staking::SessionIndex;

pub type AccountId = u64;
pub type Balance = u128;

// Voters.
pub const ALICE: AccountId = 1;
pub const BOB: AccountId = 2;
pub const CHARLIE: AccountId = 3;
pub const DAVE: AccountId = 4;

// Candidates, of which the first four are so from the first block unless a test says otherwise.
pub const W1: AccountId = 11;
pub const W2: AccountId = 12;
pub const W3: AccountId = 13;
pub const W4: AccountId = 14;
pub const W5: AccountId = 15;
pub const W6: AccountId = 16;
pub const W7: AccountId = 17;

/// Pays fees, and is nothing else.
pub const PAYER: AccountId = 40;
/// Has no account.
pub const NOBODY: AccountId = 50;

/// The first of the accounts that [`ExtBuilder::crowd`] adds.
pub const CROWD: AccountId = 1_000;

/// Everybody with a balance from the first block.
pub const ENDOWED: [AccountId; 12] = [ALICE, BOB, CHARLIE, DAVE, W1, W2, W3, W4, W5, W6, W7, PAYER];

pub const START_BALANCE: Balance = 1_000_000;
pub const EXISTENTIAL_DEPOSIT: Balance = 10;

pub const BLOCKS_PER_SESSION: u64 = 5;
pub const SESSIONS_PER_ERA: SessionIndex = 3;
pub const BLOCKS_PER_ERA: u64 = BLOCKS_PER_SESSION * SESSIONS_PER_ERA as u64;
pub const REPORTABLE_SESSIONS: SessionIndex = 6;
pub const BLOCKS_PER_YEAR: u64 = 1_000;
pub const PARAMETERS_DELAY: EraIndex = 2;
pub const MAX_CANDIDATES: u32 = 6;
pub const MAX_WITNESSES: u32 = 5;
pub const MAX_POSITIONS: u32 = 3;
pub const MAX_PERIOD: u32 = 10;

/// The parameters of the first block unless a test says otherwise.
pub const PARAMETERS: Parameters<Balance> = Parameters {
	witnesses: 3,
	fewest_witnesses: 2,
	minimum_deposit: MINIMUM_DEPOSIT,
	minimum_vote: MINIMUM_VOTE,
	maturity: MATURITY,
	life: LIFE,
	unbonding: UNBONDING,
	slash_deferral: DEFERRAL,
	commission_notice: 3,
	highest_commission: Perbill::from_percent(50),
	idle_fine: Perbill::from_percent(1),
	reporter_share: Perbill::from_percent(10),
};
pub const MINIMUM_DEPOSIT: Balance = 1_000;
pub const MINIMUM_VOTE: Balance = 100;
pub const MATURITY: EraIndex = 2;
pub const LIFE: EraIndex = 8;
pub const UNBONDING: EraIndex = 6;
pub const DEFERRAL: EraIndex = 2;
/// The deposit and the commission of the candidates of the first block.
pub const DEPOSIT: Balance = 10_000;
pub const COMMISSION: Perbill = Perbill::from_percent(10);

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
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Witnesses = pallet_witnesses;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
	// Tests freeze what is on hold.
	type FreezeIdentifier = u8;
	type MaxFreezes = ConstU32<1>;
}

ord_parameter_types! {
	pub const Treasury: AccountId = 90;
	pub const Judge: AccountId = 99;
}

parameter_types! {
	pub const ProfileReason: RuntimeHoldReason = RuntimeHoldReason::Witnesses(HoldReason::Profile);
	pub const WitnessesPalletId: PalletId = PalletId(*b"bhtd/wit");
	pub const Curve: IssuanceCurve = IssuanceCurve {
		first: Perbill::from_percent(10),
		shrink: Perbill::from_percent(50),
		least: Perbill::from_percent(2),
	};
	pub const DepositBounds: (Balance, Balance) = (100, 50_000);
	pub const VoteBounds: (Balance, Balance) = (10, 1_000);
	pub const HighestFine: Perbill = Perbill::from_percent(10);
	pub const HighestReporterShare: Perbill = Perbill::from_percent(20);
	/// Bounds that the simulation widens.
	pub static CandidateBound: u32 = MAX_CANDIDATES;
	pub static WitnessBound: u32 = MAX_WITNESSES;
	/// All coins of the first block.
	pub storage FirstIssuance: Balance = 0;
	/// Who has no session keys.
	pub storage Keyless: Vec<AccountId> = Vec::new();
	/// Who was disabled in the session that runs, and how severe the offence was.
	pub storage Disabled: Vec<(AccountId, Perbill)> = Vec::new();
	/// The session from which on proofs of keys are kept.
	pub storage KeptFrom: SessionIndex = 0;
	/// Whether slashes and fines go to the witnesses, rather than to the treasury.
	pub storage SlashesAreFees: bool = false;
	/// The members of the council.
	pub storage Council: Vec<AccountId> = Vec::new();
	/// The session that runs.
	pub storage CurrentSession: SessionIndex = 0;
	/// The validators of the session that runs.
	pub storage Validators: Vec<AccountId> = Vec::new();
	/// Those of the next.
	pub storage Queued: Vec<AccountId> = Vec::new();
}

/// The sessions of the tests: everybody has keys unless a test takes them away.
pub struct MockSessions;
impl Sessions<AccountId> for MockSessions {
	fn has_keys(who: &AccountId) -> bool {
		!Keyless::get().contains(who)
	}

	fn disable(who: &AccountId, severity: Perbill) {
		let mut disabled = Disabled::get();
		disabled.push((*who, severity));
		Disabled::set(&disabled);
	}

	fn forget_before(session: SessionIndex) {
		KeptFrom::set(&session);
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_keys(who: &AccountId) {
		let keyless = Keyless::get().into_iter().filter(|keyless| keyless != who);
		Keyless::set(&keyless.collect());
	}
}

/// The council: checks that it is told exactly what changes.
pub struct MockCouncil;
impl ChangeMembers<AccountId> for MockCouncil {
	fn change_members_sorted(incoming: &[AccountId], outgoing: &[AccountId], new: &[AccountId]) {
		let expected = Self::compute_members_diff_sorted(new, &Council::get());
		assert_eq!((incoming.to_vec(), outgoing.to_vec()), expected);
		assert!(new.windows(2).all(|pair| pair[0] < pair[1]));
		Council::set(&new.to_vec());
	}
}

/// Where slashes and fines go.
pub struct MockSlashed;
impl OnUnbalanced<Credit<AccountId, Balances>> for MockSlashed {
	fn on_nonzero_unbalanced(slashed: Credit<AccountId, Balances>) {
		if SlashesAreFees::get() {
			FeesToWitnesses::<Test>::on_unbalanced(slashed);
		} else {
			ResolveTo::<Treasury, Balances>::on_unbalanced(slashed);
		}
	}
}

impl Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		ProfileReason,
		LinearStoragePrice<ConstU128<20>, ConstU128<1>, Balance>,
	>;
	type PalletId = WitnessesPalletId;
	type ParametersOrigin = EnsureRoot<AccountId>;
	type CancelOrigin = EnsureSignedBy<Judge, AccountId>;
	type Slashed = MockSlashed;
	type Members = MockCouncil;
	type Sessions = MockSessions;
	type SessionsPerEra = ConstU32<SESSIONS_PER_ERA>;
	type ReportableSessions = ConstU32<REPORTABLE_SESSIONS>;
	type BlocksPerYear = ConstU64<BLOCKS_PER_YEAR>;
	type Issuance = Curve;
	type MaxCandidates = CandidateBound;
	type MaxWitnesses = WitnessBound;
	type MaxPositions = ConstU32<MAX_POSITIONS>;
	type MaxPeriod = ConstU32<MAX_PERIOD>;
	type ShortestMaturity = ConstU32<1>;
	type ShortestUnbonding = ConstU32<4>;
	type LongestLife = ConstU32<20>;
	type ParametersDelay = ConstU32<PARAMETERS_DELAY>;
	type DepositBounds = DepositBounds;
	type VoteBounds = VoteBounds;
	type HighestFine = HighestFine;
	type HighestReporterShare = HighestReporterShare;
	type MaxProfileLength = ConstU32<32>;
	type WeightInfo = ();
}

/// Builds the first block of a test.
pub struct ExtBuilder {
	parameters: Option<Parameters<Balance>>,
	candidates: Vec<(AccountId, Balance, Perbill)>,
	crowd: u64,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self {
			parameters: Some(PARAMETERS),
			candidates: [W1, W2, W3, W4].map(|who| (who, DEPOSIT, COMMISSION)).into(),
			crowd: 0,
		}
	}
}

impl ExtBuilder {
	/// Changes the parameters of the first block.
	pub fn parameters(mut self, change: impl FnOnce(&mut Parameters<Balance>)) -> Self {
		if let Some(parameters) = self.parameters.as_mut() {
			change(parameters);
		}
		self
	}

	/// The pallet is not used.
	pub fn without_parameters(mut self) -> Self {
		self.parameters = None;
		self
	}

	/// Adds so many accounts with a balance.
	pub fn crowd(mut self, crowd: u64) -> Self {
		self.crowd = crowd;
		self
	}

	/// The candidates of the first block, with their deposits and commissions.
	pub fn candidates(mut self, candidates: &[(AccountId, Balance, Perbill)]) -> Self {
		self.candidates = candidates.to_vec();
		self
	}

	/// The candidates of the first block, with their deposits and without commission.
	pub fn deposits(self, deposits: &[(AccountId, Balance)]) -> Self {
		let free_of_charge = |&(who, deposit)| (who, deposit, Perbill::zero());
		self.candidates(&deposits.iter().map(free_of_charge).collect::<Vec<_>>())
	}

	pub fn build(self) -> sp_io::TestExternalities {
		let storage = RuntimeGenesisConfig {
			system: Default::default(),
			balances: pallet_balances::GenesisConfig {
				balances: ENDOWED
					.into_iter()
					.chain((0..self.crowd).map(|number| CROWD + number))
					.map(|who| (who, START_BALANCE))
					// So that slashes of any size arrive.
					.chain([(Treasury::get(), EXISTENTIAL_DEPOSIT)])
					.collect(),
				..Default::default()
			},
			witnesses: pallet_witnesses::GenesisConfig {
				parameters: self.parameters,
				candidates: self.candidates,
			},
		}
		.build_storage()
		.expect("the genesis of the tests builds");
		let mut ext = sp_io::TestExternalities::from(storage);
		ext.execute_with(|| {
			FirstIssuance::set(&Balances::total_issuance());
			start_sessions();
			// No events are kept in block zero.
			System::set_block_number(1);
		});
		ext
	}

	/// Runs a test and checks every invariant after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(Witnesses::do_try_state());
			check_deposits();
			check_issuance();
		});
	}
}

/// Every candidate holds the deposit of its record and its profile, and nobody else does.
fn check_deposits() {
	for who in frame_system::Account::<Test>::iter_keys() {
		let due = Profiles::<Test>::get(who).map_or(0, |stored| {
			let footprint = Witnesses::footprint(&stored.content);
			20 + footprint.size as Balance
		});
		assert_eq!(Balances::balance_on_hold(&HoldReason::Profile.into(), &who), due);
	}
}

/// What was there in the first block and what was issued since is all there is.
fn check_issuance() {
	let sum: Balance = frame_system::Account::<Test>::iter_values()
		.map(|account| account.data.free + account.data.reserved)
		.sum();
	assert_eq!(Balances::total_issuance(), sum);
	assert_eq!(sum, first_issuance() + issued());
}

/// All coins of the first block.
pub fn first_issuance() -> Balance {
	FirstIssuance::get()
}

/// What the events of the test say was issued.
pub fn issued() -> Balance {
	events()
		.into_iter()
		.map(|event| match event {
			Event::RewardsDivided { issued, .. } => issued,
			_ => 0,
		})
		.sum()
}

/// What `event` says happened, in order.
pub fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Witnesses(event) => Some(event),
			_ => None,
		})
		.collect()
}

pub fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Who may cancel slashes.
pub fn judge() -> RuntimeOrigin {
	signed(Judge::get())
}

pub fn profile(content: &[u8]) -> ProfileContentOf<Test> {
	content.to_vec().try_into().expect("short enough")
}

pub fn free(who: AccountId) -> Balance {
	Balances::free_balance(who)
}

/// What `who` has on hold for `reason`.
pub fn held(who: AccountId, reason: HoldReason) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

/// The account that keeps rewards until they are claimed.
pub fn pot() -> AccountId {
	WitnessesPalletId::get().into_account_truncating()
}

pub fn era() -> EraIndex {
	CurrentEra::<Test>::get()
}

pub fn candidate(who: AccountId) -> CandidateOf<Test> {
	Candidates::<Test>::get(who).expect("a candidate")
}

pub fn pool(who: AccountId) -> PoolOf<Test> {
	Pools::<Test>::get(who).expect("a pool")
}

pub fn position(voter: AccountId, candidate: AccountId) -> PositionOf<Test> {
	Positions::<Test>::get(voter, candidate).expect("a position")
}

/// The witnesses of the era that runs, in the order of their accounts.
pub fn elected() -> Vec<AccountId> {
	let mut elected = Elected::<Test>::get().into_inner();
	elected.sort();
	elected
}

/// The witnesses of the latest election, in the order of their accounts.
pub fn planned() -> Vec<AccountId> {
	let mut planned = Planned::<Test>::get().into_inner();
	planned.sort();
	planned
}

/// Takes the keys of `who` away.
pub fn lose_keys(who: AccountId) {
	let mut keyless = Keyless::get();
	keyless.push(who);
	Keyless::set(&keyless);
}

/// Gives `who` keys again.
pub fn restore_keys(who: AccountId) {
	Keyless::set(&Keyless::get().into_iter().filter(|keyless| *keyless != who).collect());
}

/// The genesis of the sessions, as `pallet_session` builds it.
fn start_sessions() {
	let first = Witnesses::new_session_genesis(0).unwrap_or_default();
	let second = Witnesses::new_session_genesis(1).unwrap_or_else(|| first.clone());
	Validators::set(&first);
	Queued::set(&second);
	Witnesses::start_session(0);
}

/// Ends the session that runs and begins the next, as `pallet_session` does.
pub fn rotate_session() {
	let ended = CurrentSession::get();
	Witnesses::end_session(ended);
	Validators::set(&Queued::get());
	CurrentSession::set(&(ended + 1));
	Witnesses::start_session(ended + 1);
	let next = Witnesses::new_session(ended + 2);
	if next.is_some() {
		Disabled::set(&Vec::new());
	}
	Queued::set(&next.unwrap_or_else(Validators::get));
}

/// Makes the blocks of a session with all of its validators but `idle`, and begins the next one.
pub fn run_session_without(idle: &[AccountId]) {
	let authors: Vec<_> =
		Validators::get().into_iter().filter(|author| !idle.contains(author)).collect();
	for block in 0..BLOCKS_PER_SESSION {
		System::set_block_number(System::block_number() + 1);
		if let Some(author) = authors.get(block as usize % authors.len().max(1)) {
			Witnesses::note_author(*author);
		}
	}
	rotate_session();
}

/// Makes the blocks of a session, and begins the next one.
pub fn run_session() {
	run_session_without(&[]);
}

/// Runs sessions until the next era has begun.
pub fn next_era() {
	next_era_without(&[]);
}

/// The same while `idle` make no blocks.
pub fn next_era_without(idle: &[AccountId]) {
	let before = era();
	while era() == before {
		run_session_without(idle);
	}
}

/// Runs sessions until so many eras have begun.
pub fn run_eras(count: EraIndex) {
	(0..count).for_each(|_| next_era());
}

/// Pays a fee of `amount` to the witnesses.
pub fn pay_fee(amount: Balance) {
	use frame_support::traits::{
		fungible::Balanced,
		tokens::{Fortitude, Precision, Preservation},
	};
	let fee = <Balances as Balanced<AccountId>>::withdraw(
		&PAYER,
		amount,
		Precision::Exact,
		Preservation::Expendable,
		Fortitude::Polite,
	)
	.expect("the payer is rich");
	FeesToWitnesses::<Test>::on_unbalanced(fee);
}

/// Reports an offence of `who`, by nobody in particular.
pub fn report(who: AccountId, fraction: Perbill) {
	report_by(&[], who, fraction);
}

/// Reports an offence of `who` by `reporters`.
pub fn report_by(reporters: &[AccountId], who: AccountId, fraction: Perbill) {
	use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
	let offender = OffenceDetails { offender: (who, ()), reporters: reporters.to_vec() };
	Witnesses::on_offence(&[offender], &[fraction], CurrentSession::get());
}
