//! What the council may have done as root, and that there is nothing else.

use crate::{
	chain::{check, decide, hash_of, Chain},
	common::{in_block, network, signed},
};
use bhtd_runtime::{
	configs::governance::{List, SettingDelay, UpgradeDelay},
	constants::time::{DAYS, MINUTES},
	AllPalletsWithSystem, Configuration, Enactment, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, System, VERSION,
};
use codec::{Decode, Encode};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::GetDispatchInfo,
	traits::{Get, GetCallMetadata, PalletsInfoAccess},
};
use pallet_enactment::{Classify, Error, Event, Kind};
use polkadot_runtime_parachains::{
	configuration::{self, ActiveConfig},
	coretime, paras,
};
use sp_core::traits::{Externalities, ReadRuntimeVersion, ReadRuntimeVersionExt};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{traits::TrailingZeroInput, DispatchError, DispatchResult};
use sp_version::RuntimeVersion;

/// The council.
pub const ALL: [Sr25519Keyring; 4] = [Alice, Bob, Charlie, Dave];
/// Three quarters of the council.
pub const THREE: [Sr25519Keyring; 3] = [Alice, Bob, Charlie];
/// Half of the council.
pub const TWO: [Sr25519Keyring; 2] = [Alice, Bob];

/// Stands for the code of a runtime.
const CODE: &[u8] = b"a better runtime";

/// What comes of putting a call on the council's list.
pub fn propose(call: impl Into<RuntimeCall>, ayes: &[Sr25519Keyring]) -> DispatchResult {
	decide(pallet_enactment::Call::propose { call: Box::new(call.into()) }, ayes)
}

fn cancel(id: u32, ayes: &[Sr25519Keyring]) -> DispatchResult {
	decide(pallet_enactment::Call::cancel { id }, ayes)
}

/// A setting.
fn setting() -> RuntimeCall {
	configuration::Call::set_dispute_period { new: 9 }.into()
}

/// An upgrade.
fn upgrade() -> RuntimeCall {
	frame_system::Call::authorize_upgrade { code_hash: sp_io::hashing::blake2_256(CODE).into() }
		.into()
}

/// What a listed call came to, if it is done.
pub fn outcome(chain: &Chain, id: u32) -> Option<DispatchResult> {
	chain.find(|event| match event {
		RuntimeEvent::Enactment(Event::Enacted { id: of, result }) if of == id => Some(result),
		_ => None,
	})
}

/// Says that any code is a runtime of this version.
struct Version(RuntimeVersion);

impl ReadRuntimeVersion for Version {
	fn read_runtime_version(&self, _: &[u8], _: &mut dyn Externalities) -> Result<Vec<u8>, String> {
		Ok(self.0.encode())
	}
}

/// Runs a test on a network where `CODE` is a runtime with this version.
fn with_version(version: RuntimeVersion, test: impl FnOnce(Chain)) {
	let mut ext = network("local_testnet_4");
	ext.register_extension(ReadRuntimeVersionExt::new(Version(version)));
	ext.execute_with(|| {
		test(Chain::start());
		check();
	});
}

fn on_chain(test: impl FnOnce(Chain)) {
	network("local_testnet_4").execute_with(|| {
		test(Chain::start());
		check();
	});
}

#[test]
fn delays_are_weeks_on_live_networks_and_minutes_on_others() {
	sp_io::TestExternalities::new_empty().execute_with(|| {
		assert_eq!(<UpgradeDelay as Get<u32>>::get(), 14 * DAYS);
		assert_eq!(<SettingDelay as Get<u32>>::get(), 7 * DAYS);
	});
	network("local_testnet_4").execute_with(|| {
		assert_eq!(<UpgradeDelay as Get<u32>>::get(), 2 * MINUTES);
		assert_eq!(<SettingDelay as Get<u32>>::get(), MINUTES);
	});
}

#[test]
fn two_thirds_change_the_configuration_after_a_delay() {
	on_chain(|mut chain| {
		assert_ok!(propose(setting(), &THREE));
		let [pending] = &Enactment::pending()[..] else { panic!("one call is pending") };
		assert_eq!((pending.kind, pending.at), (Kind::Setting, 1 + MINUTES));
		assert_eq!((pending.hash, pending.call.clone()), (hash_of(&setting()), Some(setting())));

		chain.until_block(MINUTES);
		assert_eq!(outcome(&chain, 0), None);
		chain.until_block(2 + MINUTES);
		assert_eq!(outcome(&chain, 0), Some(Ok(())));
		assert!(Enactment::pending().is_empty());

		// A configuration holds two sessions later.
		assert_ne!(ActiveConfig::<Runtime>::get().dispute_period, 9);
		chain.until_session(4);
		assert_eq!(ActiveConfig::<Runtime>::get().dispute_period, 9);
	});
}

#[test]
fn less_than_two_thirds_change_no_setting() {
	on_chain(|_| {
		for ayes in [&TWO[..], &[Alice]] {
			assert_eq!(propose(setting(), ayes), Err(DispatchError::BadOrigin));
		}
		// And nobody does so directly, however many they are.
		assert_eq!(decide(setting(), &ALL), Err(DispatchError::BadOrigin));
		for name in ALL {
			let who = || signed(name.to_account_id());
			assert_noop!(Enactment::propose(who(), Box::new(setting())), DispatchError::BadOrigin);
			assert_noop!(Configuration::set_dispute_period(who(), 9), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn four_fifths_replace_the_code() {
	let better = RuntimeVersion { spec_version: VERSION.spec_version + 1, ..VERSION };
	with_version(better, |mut chain| {
		let apply = |code: &[u8]| {
			System::apply_authorized_upgrade(signed(Eve.to_account_id()), code.to_vec())
		};
		assert_ok!(propose(upgrade(), &ALL));
		assert_eq!(Enactment::pending()[0].at, 1 + 2 * MINUTES);
		chain.until_block(2 * MINUTES);
		assert!(System::authorized_upgrade().is_none());
		assert!(apply(CODE).is_err());

		chain.until_block(2 + 2 * MINUTES);
		assert_eq!(outcome(&chain, 0), Some(Ok(())));
		// Anybody may give the code now, but no other.
		assert!(apply(b"a worse runtime").is_err());
		assert_ok!(apply(CODE));
		let code =
			frame_support::storage::unhashed::get_raw(sp_core::storage::well_known_keys::CODE);
		assert_eq!(code.as_deref(), Some(CODE));
	});
}

#[test]
fn three_quarters_are_not_four_fifths() {
	on_chain(|_| {
		for ayes in [&THREE[..], &TWO, &[Dave]] {
			assert_eq!(propose(upgrade(), ayes), Err(DispatchError::BadOrigin));
		}
		assert!(Enactment::pending().is_empty());
	});
}

#[test]
fn code_of_an_old_version_is_not_accepted() {
	with_version(VERSION, |mut chain| {
		assert_ok!(propose(upgrade(), &ALL));
		chain.until_block(2 + 2 * MINUTES);
		assert_eq!(outcome(&chain, 0), Some(Ok(())));
		assert_ok!(System::apply_authorized_upgrade(signed(Eve.to_account_id()), CODE.to_vec()));
		System::assert_has_event(
			frame_system::Event::RejectedInvalidAuthorizedUpgrade {
				code_hash: sp_io::hashing::blake2_256(CODE).into(),
				error: frame_system::Error::<Runtime>::SpecVersionNeedsToIncrease.into(),
			}
			.into(),
		);
		let code =
			frame_support::storage::unhashed::get_raw(sp_core::storage::well_known_keys::CODE);
		assert_ne!(code.as_deref(), Some(CODE));
	});
}

#[test]
fn nothing_can_be_hurried() {
	on_chain(|mut chain| {
		assert_ok!(propose(setting(), &THREE));
		chain.until_block(MINUTES);
		let enact =
			|| pallet_enactment::Call::<Runtime>::enact { id: 0, call: Box::new(setting()) };
		// Not even by root, where there is one.
		assert_noop!(
			Enactment::enact(RuntimeOrigin::root(), 0, Box::new(setting())),
			Error::<Runtime>::TooEarly
		);
		assert_eq!(decide(enact(), &ALL), Err(DispatchError::BadOrigin));
		let name =
			|id: u32| pallet_scheduler::Lookup::<Runtime>::iter_keys().nth(id as usize).unwrap();
		let cancel = pallet_scheduler::Call::cancel_named { id: name(0) };
		assert_eq!(decide(cancel, &ALL), Err(DispatchError::BadOrigin));
		assert_eq!(outcome(&chain, 0), None);
	});
}

#[test]
fn more_than_half_cancel() {
	on_chain(|mut chain| {
		assert_ok!(propose(upgrade(), &ALL));
		assert_ok!(propose(setting(), &ALL));
		for ayes in [&TWO[..], &[Charlie]] {
			for id in [0, 1] {
				assert_eq!(cancel(id, ayes), Err(DispatchError::BadOrigin));
			}
		}
		for id in [0, 1] {
			assert_ok!(cancel(id, &[Bob, Charlie, Dave]));
		}
		assert!(Enactment::pending().is_empty());
		chain.until_block(2 + 2 * MINUTES);
		assert_eq!((outcome(&chain, 0), outcome(&chain, 1)), (None, None));
		assert!(System::authorized_upgrade().is_none());
	});
}

#[test]
fn what_is_due_when_a_session_changes_is_done_in_the_next_block() {
	on_chain(|mut chain| {
		// Session one begins in block eleven, and takes all of its weight.
		chain.until_block(1);
		assert_ok!(propose(setting(), &THREE));
		chain.until_block(1 + MINUTES);
		assert_eq!(bhtd_runtime::Session::current_index(), 1);
		assert_eq!(outcome(&chain, 0), None);
		// It can still be cancelled.
		assert_eq!(Enactment::pending().len(), 1);
		chain.next();
		assert_eq!(outcome(&chain, 0), Some(Ok(())));
	});
}

#[test]
fn long_calls_are_kept_and_then_forgotten() {
	on_chain(|mut chain| {
		let code = vec![7; 100_000];
		let call = paras::Call::add_trusted_validation_code { validation_code: code.into() };
		assert_ok!(propose(call, &ALL));
		assert_eq!(pallet_preimage::PreimageFor::<Runtime>::iter().count(), 1);
		chain.until_block(2 + 2 * MINUTES);
		assert_eq!(outcome(&chain, 0), Some(Ok(())));
		assert_eq!(paras::CodeByHash::<Runtime>::iter().count(), 1);
		assert_eq!(pallet_preimage::PreimageFor::<Runtime>::iter().count(), 0);
		assert_eq!(pallet_preimage::RequestStatusFor::<Runtime>::iter().count(), 0);
	});
}

#[test]
fn wrappers_with_listed_calls_inside_are_refused() {
	let inner = || Box::new(setting());
	let alice = || Alice.to_account_id();
	let root = || {
		Box::new(bhtd_runtime::OriginCaller::system(
			frame_system::RawOrigin::<bhtd_runtime::AccountId>::Root,
		))
	};
	let wrapped: Vec<RuntimeCall> = vec![
		pallet_utility::Call::batch { calls: vec![setting()] }.into(),
		pallet_utility::Call::batch_all { calls: vec![setting()] }.into(),
		pallet_utility::Call::force_batch { calls: vec![setting()] }.into(),
		pallet_utility::Call::as_derivative { index: 0, call: inner() }.into(),
		pallet_utility::Call::dispatch_as { as_origin: root(), call: inner() }.into(),
		pallet_utility::Call::dispatch_as_fallible { as_origin: root(), call: inner() }.into(),
		pallet_utility::Call::with_weight { call: inner(), weight: Default::default() }.into(),
		pallet_utility::Call::if_else { main: inner(), fallback: inner() }.into(),
		pallet_proxy::Call::proxy { real: alice().into(), force_proxy_type: None, call: inner() }
			.into(),
		pallet_multisig::Call::as_multi_threshold_1 { other_signatories: vec![], call: inner() }
			.into(),
		pallet_scheduler::Call::schedule {
			when: 100,
			maybe_periodic: None,
			priority: 0,
			call: inner(),
		}
		.into(),
		pallet_scheduler::Call::schedule_after {
			after: 100,
			maybe_periodic: None,
			priority: 0,
			call: inner(),
		}
		.into(),
		pallet_sudo::Call::sudo { call: inner() }.into(),
		pallet_preimage::Call::note_preimage { bytes: setting().encode() }.into(),
		pallet_collective::Call::<Runtime, pallet_collective::Instance1>::execute {
			proposal: inner(),
			length_bound: 1_000,
		}
		.into(),
		pallet_enactment::Call::propose { call: inner() }.into(),
		pallet_enactment::Call::enact { id: 0, call: inner() }.into(),
	];
	in_block("local_testnet_4", || {
		for call in wrapped {
			assert_eq!(
				propose(call.clone(), &ALL),
				Err(Error::<Runtime>::NotListed.into()),
				"{call:?}"
			);
			assert_eq!(Enactment::kind_of(Box::new(call)), None);
		}
	});
}

/// Every call that the runtime has, with small arguments.
fn all_calls() -> Vec<RuntimeCall> {
	let decode = |bytes: &[u8]| RuntimeCall::decode(&mut TrailingZeroInput::new(bytes)).ok();
	let mut calls = Vec::new();
	for pallet in AllPalletsWithSystem::infos() {
		let index = pallet.index as u8;
		if !RuntimeCall::get_module_names().contains(&pallet.name) {
			continue;
		}
		let known = RuntimeCall::get_call_names(pallet.name).len();
		let mut found: Vec<_> = (0..=u8::MAX).filter_map(|call| decode(&[index, call])).collect();
		// Some arguments have no variant zero: BABE's begin with one, the newest of XCM are five. One of
		// all the ways to put those among zeroes fits.
		let mut ways = [1, 5].into_iter().flat_map(|variant| {
			(1u32..1 << 12).map(move |way| -> Vec<u8> {
				(0..12).map(|bit| if way >> bit & 1 == 1 { variant } else { 0 }).collect()
			})
		});
		while found.len() < known {
			let arguments = ways.next().unwrap_or_else(|| panic!("not all of {}", pallet.name));
			for call in 0..=u8::MAX {
				let name = |call: &RuntimeCall| call.get_call_metadata().function_name;
				if let Some(call) = decode(&[&[index, call], &arguments[..]].concat()) {
					if found.iter().all(|other| name(other) != name(&call)) {
						found.push(call);
					}
				}
			}
		}
		calls.extend(found);
	}
	calls
}

/// The names of a call's pallet and of the call.
fn name(call: &RuntimeCall) -> String {
	let metadata = call.get_call_metadata();
	format!("{}.{}", metadata.pallet_name, metadata.function_name)
}

#[test]
fn list_has_these_calls_and_no_other() {
	let calls = all_calls();
	let modules = RuntimeCall::get_module_names();
	let all: usize = modules.iter().map(|pallet| RuntimeCall::get_call_names(pallet).len()).sum();
	assert!(calls.len() == all && all > 300, "{all}");

	let listed = |kind| -> Vec<String> {
		let of_kind = calls.iter().filter(|call| List::classify(call) == Some(kind));
		of_kind.map(name).collect()
	};
	assert_eq!(
		listed(Kind::Upgrade),
		[
			"System.authorize_upgrade",
			"Paras.force_set_current_head",
			"Paras.add_trusted_validation_code",
			"Paras.force_set_most_recent_context",
			"Paras.authorize_force_set_current_code_hash",
			"Registrar.remove_lock",
			"Registrar.schedule_code_upgrade",
			"Registrar.set_current_head",
		]
	);
	let (configuration, others): (Vec<_>, Vec<_>) =
		listed(Kind::Setting).into_iter().partition(|name| name.starts_with("Configuration."));
	// All but one, which only fails.
	assert!(!configuration.contains(&"Configuration.set_hrmp_open_request_ttl".to_string()));
	assert_eq!(configuration.len() + 1, RuntimeCall::get_call_names("Configuration").len());
	assert_eq!(
		others,
		[
			"Paras.force_queue_action",
			"Paras.poke_unused_validation_code",
			"Coretime.request_core_count",
			"Coretime.assign_core",
			"Anchor.create_currency",
			"Anchor.set_terms",
			"Anchor.resume_minting",
			"Anchor.admit",
			"Anchor.dismiss",
			"XcmPallet.force_xcm_version",
			"XcmPallet.force_default_xcm_version",
		]
	);
}

#[test]
fn listed_calls_fit_in_what_the_scheduler_has() {
	let room = bhtd_runtime::configs::governance::MaxScheduledWeight::get();
	let code = || vec![0; polkadot_primitives::MAX_CODE_SIZE as usize];
	let longest: [RuntimeCall; 2] = [
		paras::Call::add_trusted_validation_code { validation_code: code().into() }.into(),
		polkadot_runtime_common::paras_registrar::Call::schedule_code_upgrade {
			para: 2_000.into(),
			new_code: code().into(),
		}
		.into(),
	];
	let listed = all_calls().into_iter().filter(|call| List::classify(call).is_some());
	for call in listed.chain(longest) {
		let name = name(&call);
		let length = call.encoded_size() as u32;
		let enact = pallet_enactment::Call::<Runtime>::enact { id: 0, call: Box::new(call) };
		let weight = enact.get_dispatch_info().call_weight;
		use pallet_scheduler::WeightInfo;
		type Scheduler = pallet_scheduler::weights::SubstrateWeight<Runtime>;
		let overhead = Scheduler::service_task_fetched(length)
			.saturating_add(Scheduler::service_agendas_base())
			.saturating_add(Scheduler::service_agenda_base(50))
			.saturating_add(Scheduler::execute_dispatch_unsigned());
		assert!(weight.saturating_add(overhead).all_lt(room), "{name} {weight:?}");
	}
}

#[test]
fn cores_are_assigned_after_a_delay() {
	on_chain(|mut chain| {
		let assign = coretime::Call::assign_core {
			core: 0,
			begin: 1,
			assignment: vec![(
				polkadot_runtime_parachains::scheduler::CoreAssignment::Pool,
				polkadot_runtime_parachains::scheduler::PartsOf57600::FULL,
			)],
			end_hint: None,
		};
		assert_eq!(decide(assign.clone(), &ALL), Err(DispatchError::BadOrigin));
		assert_ok!(propose(assign, &THREE));
		chain.until_block(2 + MINUTES);
		assert_eq!(outcome(&chain, 0), Some(Ok(())));
	});
}

#[test]
fn one_witness_decides_alone_on_a_development_network() {
	network("development").execute_with(|| {
		let mut chain = Chain::start();
		assert_ok!(propose(setting(), &[Alice]));
		chain.until_block(2 + MINUTES);
		assert_eq!(outcome(&chain, 0), Some(Ok(())));
	});
}
