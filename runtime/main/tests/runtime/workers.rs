//! Work for the community, approved by the council and paid era by era out of the treasury.

use crate::{
	chain::{check, Chain},
	common::{free, network, signed},
};
use bhtd_runtime::{
	configs::monetary::TreasuryAccount,
	constants::currency::{EXISTENTIAL_DEPOSIT, UNITS},
	Balance, Balances, Hash, Runtime, RuntimeCall, RuntimeOrigin, Workers,
};
use frame_support::{assert_noop, assert_ok, traits::Get, BoundedVec};
use pallet_collective::RawOrigin;
use pallet_workers::{Error, Terms};
use sp_keyring::Sr25519Keyring::{Bob, Eve, Ferdie};
use sp_runtime::{traits::Dispatchable, DispatchError, DispatchResult};

const PAY: Balance = 100 * UNITS;

fn motion(call: impl Into<RuntimeCall>, ayes: u32, members: u32) -> DispatchResult {
	let origin = RuntimeOrigin::from(RawOrigin::Members(ayes, members));
	call.into().dispatch(origin).map(drop).map_err(|with_info| with_info.error)
}

fn propose(pay: Balance) -> DispatchResult {
	let terms = Terms {
		document: Hash::repeat_byte(1),
		title: BoundedVec::truncate_from(b"A wallet".to_vec()),
		url: BoundedVec::default(),
		pay,
		eras: 2,
	};
	Workers::propose(signed(Eve.to_account_id()), terms, Ferdie.to_account_id())
}

fn approve(worker: u32) -> RuntimeCall {
	pallet_workers::Call::approve { worker }.into()
}

fn with_treasury(funds: Balance, test: impl FnOnce(Chain)) {
	network("development").execute_with(|| {
		let chain = Chain::start();
		let bob = signed(Bob.to_account_id());
		assert_ok!(Balances::transfer_keep_alive(bob, TreasuryAccount::get().into(), funds));
		test(chain);
		check();
	});
}

#[test]
fn worker_is_paid_for_the_eras_it_was_approved_for() {
	with_treasury(10_000 * UNITS, |mut chain| {
		assert_ok!(propose(PAY));
		assert_ok!(motion(approve(0), 2, 3));
		let treasury = free(TreasuryAccount::get());
		let era: u32 = <Runtime as pallet_workers::Config>::EraLength::get();
		chain.until_block(5 * era);
		// The first payment also brings the pot into existence.
		let pot = EXISTENTIAL_DEPOSIT;
		assert_eq!(free(TreasuryAccount::get()), treasury - 2 * PAY - pot);

		let ferdie = free(Ferdie.to_account_id());
		assert_ok!(Workers::claim(signed(Bob.to_account_id()), 0));
		assert_eq!(free(Ferdie.to_account_id()), ferdie + 2 * PAY);
		assert_eq!(Workers::worker(0), None);
	});
}

#[test]
fn half_of_the_council_grant_little_and_stop_everything() {
	with_treasury(10_000 * UNITS, |_| {
		assert_ok!(propose(PAY));
		assert_ok!(propose(PAY + 1));
		assert_ok!(propose(10 * PAY + 1));
		let half = DispatchError::BadOrigin;
		assert_noop!(motion(approve(0), 1, 2), half);
		assert_ok!(motion(approve(0), 4, 7));
		assert_noop!(motion(approve(1), 4, 7), Error::<Runtime>::PayAboveLimit);
		assert_ok!(motion(approve(1), 5, 7));
		assert_noop!(motion(approve(2), 7, 7), Error::<Runtime>::PayAboveLimit);
		let limit = Error::<Runtime>::PayAboveLimit;
		assert_noop!(Workers::approve(RuntimeOrigin::root(), 2), limit);

		let stop = pallet_workers::Call::stop { worker: 1 };
		assert_noop!(Workers::stop(signed(Bob.to_account_id()), 1), Error::<Runtime>::NotWorker);
		assert_ok!(motion(stop, 4, 7));
	});
}
