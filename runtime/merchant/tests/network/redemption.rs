//! Points of the merchant chain are redeemed with BHTD on the main chain: paid once, or given back.

use crate::{
	account, covered, issuance, on_main, on_merchant, other_says, sovereign, Chains, MainRelay,
	MerchantPara, OtherPara, OTHER_ID,
};
use bhtd_merchant_runtime::{
	configs::redemption::{main_chain, ByMessage, EnsureMainChain, MESSAGE_FEE},
	constants::currency::UNITS,
	genesis_config_presets::PARA_ID,
	AccountId, Assets, Balance, Margin, Points, Redemption, Runtime, RuntimeEvent, RuntimeOrigin,
	System,
};
use bhtd_primitives::{ClassId, Loyalty, MarginLedger, Role};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	storage::storage_prefix,
	traits::{EnsureOrigin, Get},
	Blake2_128Concat, StorageHasher,
};
use pallet_points::types::{Kind, Scope};
use pallet_redemption::{
	traits::{Answer, ErrorCode, MainChain},
	Error, Event, Redemptions,
};
use pallet_side_chains::{nonces, Error as SideChainsError, GenesisChain};
use sp_keyring::Sr25519Keyring::{self, Charlie, Eve, Ferdie, One};
use sp_runtime::{DispatchError, FixedU128, TokenError};
use xcm::latest::prelude::*;
use xcm_emulator::{Network, TestExt};

/// What each of the two chains' consumers are promised on the main chain.
const POOL: Balance = 50_000 * UNITS;
/// What can be had of it at once.
const LIMIT: Balance = POOL / 10;
/// Planck of BHTD for the smallest unit of the points.
const FLOOR: Balance = UNITS / 100;
const CLASS: ClassId = 0;
const SUPPLY: Balance = 1_000_000_000;

/// On the main chain, One is the group merchant of both chains.
pub fn promise(config: &mut bhtd_runtime::RuntimeGenesisConfig) {
	let manager = One.to_account_id();
	config.balances.balances.push((manager.clone(), 1_000_000 * UNITS));
	config.margin.margins.push((manager.clone(), Role::GroupMerchant, 300_000 * UNITS));
	for (core, chain) in [(0, PARA_ID), (1, OTHER_ID)] {
		config.side_chains.chains.push(GenesisChain {
			chain,
			core,
			name: b"Roastery".to_vec(),
			manager: manager.clone(),
			refund: manager.clone(),
			tank: 200 * UNITS,
			pool: POOL,
		});
	}
}

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

/// What the main chain has sent arrives.
fn answers_arrive() {
	MainRelay::execute_with(|| {});
	check();
}

/// Every invariant, and no BHTD made here that does not lie there.
fn check() {
	MerchantPara::ext_wrapper(|| {
		assert_ok!(Redemption::do_try_state());
		assert_ok!(Points::do_try_state());
		assert_ok!(Margin::do_try_state());
	});
	MainRelay::ext_wrapper(|| {
		assert_ok!(bhtd_runtime::SideChains::do_try_state());
		assert_ok!(bhtd_runtime::Margin::do_try_state());
	});
	assert!(on_main(sovereign(PARA_ID)) >= issuance().1);
	let confirmed = cover().0;
	let waiting = cover().2;
	assert!(confirmed - waiting <= pool(PARA_ID).owed);
}

/// What is confirmed, used and reserved.
fn cover() -> (Balance, Balance, Balance) {
	let cover = MerchantPara::ext_wrapper(Redemption::cover).unwrap();
	(cover.confirmed, cover.used, cover.reserved)
}

fn pool(chain: u32) -> pallet_side_chains::PoolView<Balance, u32> {
	MainRelay::ext_wrapper(|| bhtd_runtime::SideChains::pool(chain)).unwrap()
}

fn points(who: Sr25519Keyring) -> Balance {
	MerchantPara::ext_wrapper(|| Assets::balance(CLASS, who.to_account_id()))
}

/// Charlie's points are covered by the pool of the main chain, which has heard of `owed`.
fn declared(owed: Balance) {
	MerchantPara::execute_with(|| {
		assert_ok!(Redemption::set_issuer(RuntimeOrigin::root(), Charlie.to_account_id()));
		assert_ok!(Points::create_class(
			signed(Charlie),
			b"Coffee".to_vec().try_into().unwrap(),
			b"CFE".to_vec().try_into().unwrap(),
			2,
			SUPPLY,
			FixedU128::from(FLOOR),
			Kind::Value,
			Scope::Global,
			Default::default(),
		));
		assert_ok!(Redemption::declare(signed(Charlie), owed));
	});
	assert_eq!((pool(PARA_ID).owed, cover().0), (owed, 0));
	answers_arrive();
	assert_eq!(cover(), (owed, 0, 0));
}

fn award(who: Sr25519Keyring, amount: Balance) {
	MerchantPara::execute_with(|| {
		let (charlie, who) = (Charlie.to_account_id(), who.to_account_id());
		assert_ok!(<Points as Loyalty<AccountId>>::award(&charlie, CLASS, &who, amount));
	});
}

/// Somebody redeems points for somebody's account on the main chain, which hears of it.
fn redeem(who: Sr25519Keyring, amount: Balance, beneficiary: Sr25519Keyring) {
	MerchantPara::execute_with(|| {
		let beneficiary = beneficiary.to_account_id();
		assert_ok!(Redemption::redeem_on_main(signed(who), CLASS, amount, 0, beneficiary));
	});
}

/// The main chain goes on for as long as it takes its limit to let as much through again.
fn limit_recovers() {
	MainRelay::ext_wrapper(|| {
		let window: u32 = <bhtd_runtime::Runtime as pallet_side_chains::Config>::LimitWindow::get();
		let now = bhtd_runtime::System::block_number();
		bhtd_runtime::System::set_block_number(now + window);
	});
}

/// Anybody has those paid that wait.
fn serve(chain: u32) -> bool {
	MainRelay::ext_wrapper(|| {
		let anybody = bhtd_runtime::RuntimeOrigin::signed(Eve.to_account_id());
		bhtd_runtime::SideChains::serve(anybody, chain, 100).is_ok()
	})
}

/// It is time to ask again.
fn retry(who: Sr25519Keyring, number: u64) {
	let wait: u32 = <Runtime as pallet_redemption::Config>::RetryAfter::get();
	Chains::set_relay_block_number(Chains::relay_block_number() + wait);
	MerchantPara::execute_with(|| {
		assert_ok!(Redemption::retry(signed(Ferdie), who.to_account_id(), number));
	});
}

/// The answer to the last thing asked will not be understood: pallet-xcm has forgotten the question.
fn lose_answer() {
	MerchantPara::ext_wrapper(|| {
		for (_, _, redemption) in Redemptions::<Runtime>::iter() {
			let mut key = storage_prefix(b"PolkadotXcm", b"Queries").to_vec();
			key.extend(Blake2_128Concat::hash(&redemption.query.encode()));
			assert!(sp_io::storage::exists(&key));
			sp_io::storage::clear(&key);
		}
	});
	MainRelay::execute_with(|| {});
}

#[test]
fn points_awarded_on_the_cover_of_the_main_chain_are_redeemed_there() {
	covered(|| {
		// GIVEN points that the pool covers; what Charlie holds on the side chain is not touched
		declared(20_000 * UNITS);
		award(Eve, 100_000);
		assert_eq!(cover(), (20_000 * UNITS, 1_000 * UNITS, 0));
		let charlie = Charlie.to_account_id();
		let owed = || <Margin as MarginLedger<_>>::owed(&charlie, Role::Merchant);
		assert_eq!(MerchantPara::ext_wrapper(owed), 0);
		let (eve, ferdie) = (on_merchant(Eve.to_account_id()), on_main(Ferdie.to_account_id()));
		let (lies, main) = (on_main(sovereign(PARA_ID)), issuance().0);
		let quote = MerchantPara::ext_wrapper(|| Redemption::quote(CLASS, 50_000)).unwrap();

		// WHEN Eve redeems half of them for Ferdie's account there
		redeem(Eve, 50_000, Ferdie);

		// THEN he has the BHTD and what is left of the message's fee, out of the merchant's margin
		let arrived = on_main(Ferdie.to_account_id()) - ferdie;
		assert!(arrived > 500 * UNITS && arrived < 500 * UNITS + MESSAGE_FEE, "{arrived}");
		assert_eq!((quote.out, quote.covered), (500 * UNITS, true));
		assert_eq!(on_main(sovereign(PARA_ID)), lies - MESSAGE_FEE);
		assert_eq!(issuance().0, main);
		assert_eq!(
			(pool(PARA_ID).promised, pool(PARA_ID).owed),
			(POOL - 500 * UNITS, 19_500 * UNITS)
		);
		// She has paid what she was told, and the points are on hold.
		let paid = eve - on_merchant(Eve.to_account_id());
		assert!(paid > MESSAGE_FEE && paid <= quote.fee.unwrap(), "{paid} {quote:?}");
		assert!(quote.fee.unwrap() - paid < UNITS / 100, "{paid} {quote:?}");
		assert_eq!(points(Eve), 50_000);
		assert_eq!(cover(), (20_000 * UNITS, 1_000 * UNITS, 500 * UNITS));

		// AND with the answer they are in the vault
		answers_arrive();
		assert_eq!(cover(), (19_500 * UNITS, 500 * UNITS, 0));
		let vault = Points::vault(CLASS);
		assert_eq!(MerchantPara::ext_wrapper(|| Assets::balance(CLASS, &vault)), SUPPLY - 50_000);
		assert!(
			MerchantPara::ext_wrapper(|| Redemption::redemptions(Eve.to_account_id())).is_empty()
		);
	});
}

#[test]
fn fee_covers_a_message_and_its_answer_twice_and_not_much_more() {
	covered(|| {
		declared(20_000 * UNITS);
		award(Eve, 100_000);
		let before = on_main(Ferdie.to_account_id());
		redeem(Eve, 100, Ferdie);
		let left = on_main(Ferdie.to_account_id()) - before - 100 * FLOOR;
		let needed = MESSAGE_FEE - left;
		assert!(2 * needed <= MESSAGE_FEE && MESSAGE_FEE <= 4 * needed, "{needed}");
		answers_arrive();
	});
}

#[test]
fn account_that_does_not_exist_yet_is_paid() {
	covered(|| {
		declared(20_000 * UNITS);
		award(Eve, 100_000);
		assert_eq!(on_main(Sr25519Keyring::Two.to_account_id()), 0);
		redeem(Eve, 100, Sr25519Keyring::Two);
		assert!(on_main(Sr25519Keyring::Two.to_account_id()) > 100 * FLOOR);
		answers_arrive();
		assert_eq!(points(Eve), 99_900);
	});
}

#[test]
fn redemption_that_waits_for_the_limit_is_as_good_as_paid() {
	covered(|| {
		declared(20_000 * UNITS);
		award(Eve, 1_000_001);
		let ferdie = on_main(Ferdie.to_account_id());
		redeem(Eve, 400_000, Ferdie);
		redeem(Eve, 400_000, Ferdie);
		let arrived = on_main(Ferdie.to_account_id()) - ferdie;
		assert!(arrived < 4_001 * UNITS, "{arrived}");
		assert_eq!((pool(PARA_ID).waiting, pool(PARA_ID).queued), (1, 4_000 * UNITS));
		answers_arrive();
		assert_eq!((points(Eve), cover()), (200_001, (12_000 * UNITS, 2_000 * UNITS + FLOOR, 0)));

		// It is paid as soon as the limit lets it through.
		limit_recovers();
		assert!(serve(PARA_ID));
		let arrived = on_main(Ferdie.to_account_id()) - ferdie;
		assert!(arrived > 8_000 * UNITS && arrived < 8_001 * UNITS, "{arrived}");
	});
}

#[test]
fn refused_redemption_gives_the_points_back() {
	covered(|| {
		declared(20_000 * UNITS);
		award(Eve, 600_001);
		let ferdie = on_main(Ferdie.to_account_id());
		// More than the main chain ever lets through at once.
		redeem(Eve, 600_000, Ferdie);
		assert_eq!(points(Eve), 1);
		let arrived = on_main(Ferdie.to_account_id()) - ferdie;
		assert!(arrived < MESSAGE_FEE, "{arrived}");
		answers_arrive();
		assert_eq!(points(Eve), 600_001);
		assert_eq!(cover(), (20_000 * UNITS, 6_000 * UNITS + FLOOR, 0));
		assert_eq!(pool(PARA_ID).promised, POOL);
	});
}

#[test]
fn answer_that_was_lost_is_given_again_and_nothing_is_paid_twice() {
	covered(|| {
		declared(20_000 * UNITS);
		award(Eve, 100_000);
		let ferdie = on_main(Ferdie.to_account_id());
		redeem(Eve, 50_000, Ferdie);
		lose_answer();
		assert_eq!((points(Eve), cover().2), (50_000, 500 * UNITS));
		assert!(on_main(Ferdie.to_account_id()) > ferdie + 500 * UNITS);

		let before = on_main(Ferdie.to_account_id());
		retry(Eve, 0);
		// Nothing but what is left of the fee, which he paid himself on the side chain.
		assert!(on_main(Ferdie.to_account_id()) - before < MESSAGE_FEE);
		answers_arrive();
		assert_eq!((points(Eve), cover()), (50_000, (19_500 * UNITS, 500 * UNITS, 0)));
		assert_eq!(pool(PARA_ID).promised, POOL - 500 * UNITS);
	});
}

#[test]
fn message_that_was_lost_is_sent_again_and_paid() {
	Chains::init();
	declared(20_000 * UNITS);
	award(Eve, 100_000);
	let ferdie = on_main(Ferdie.to_account_id());
	MerchantPara::execute_with(|| {
		let beneficiary = Ferdie.to_account_id();
		assert_ok!(Redemption::redeem_on_main(signed(Eve), CLASS, 50_000, 0, beneficiary));
		cumulus_pallet_parachain_system::PendingUpwardMessages::<Runtime>::kill();
	});
	answers_arrive();
	assert_eq!((on_main(Ferdie.to_account_id()), cover().2), (ferdie, 500 * UNITS));
	retry(Eve, 0);
	assert!(on_main(Ferdie.to_account_id()) > ferdie + 500 * UNITS);
	answers_arrive();
	assert_eq!((points(Eve), cover()), (50_000, (19_500 * UNITS, 500 * UNITS, 0)));
	// The fee of the lost message lies there, and nobody has it here.
	assert_eq!(on_main(sovereign(PARA_ID)) - issuance().1, MESSAGE_FEE);
}

#[test]
fn what_was_paid_is_not_given_back_although_the_pool_is_empty_at_the_second_message() {
	covered(|| {
		declared(5_000 * UNITS);
		award(Eve, 500_000);
		redeem(Eve, 50_000, Ferdie);
		lose_answer();
		// The manager takes back all that is not owed, and the rest is redeemed.
		MainRelay::execute_with(|| {
			let manager = || bhtd_runtime::RuntimeOrigin::signed(One.to_account_id());
			let notice: u32 =
				<bhtd_runtime::Runtime as pallet_side_chains::Config>::LoweringNotice::get();
			assert_ok!(bhtd_runtime::SideChains::announce_lowering(manager(), PARA_ID, POOL));
			let now = bhtd_runtime::System::block_number();
			bhtd_runtime::System::set_block_number(now + notice);
			assert_ok!(bhtd_runtime::SideChains::lower_pool(manager(), PARA_ID));
		});
		assert_eq!(pool(PARA_ID).promised, 4_500 * UNITS);
		// All of it is worth less than the limit at least, which lets a thousand through.
		for _ in 0..5 {
			redeem(Eve, 89_999, Ferdie);
			answers_arrive();
			limit_recovers();
		}
		assert!(pool(PARA_ID).promised < UNITS);

		// The main chain looks at the number first.
		let before = on_main(Ferdie.to_account_id());
		retry(Eve, 0);
		answers_arrive();
		assert!(on_main(Ferdie.to_account_id()) - before < MESSAGE_FEE);
		assert_eq!((points(Eve), cover().2), (5, 0));
	});
}

#[test]
fn more_than_the_pool_has_is_not_confirmed() {
	covered(|| {
		declared(20_000 * UNITS);
		MerchantPara::execute_with(|| {
			assert_ok!(Redemption::declare(signed(Charlie), POOL + 1));
		});
		answers_arrive();
		assert_eq!(cover().0, 20_000 * UNITS);
		// Less is, and at once.
		MerchantPara::execute_with(|| {
			assert_ok!(Redemption::declare(signed(Charlie), 10_000 * UNITS));
			assert_eq!(Redemption::cover().unwrap().confirmed, 10_000 * UNITS);
		});
		answers_arrive();
		assert_eq!((cover().0, pool(PARA_ID).owed), (10_000 * UNITS, 10_000 * UNITS));
		// And then more again, in spite of what was refused.
		MerchantPara::execute_with(|| {
			assert_ok!(Redemption::declare(signed(Charlie), POOL));
		});
		answers_arrive();
		assert_eq!((cover().0, pool(PARA_ID).owed), (POOL, POOL));
	});
}

#[test]
fn nobody_but_the_main_chain_answers() {
	covered(|| {
		declared(20_000 * UNITS);
		award(Eve, 600_001);
		// It will be refused; somebody would like it to be done, or somebody else's to be refused.
		redeem(Eve, 600_000, Ferdie);
		let query =
			MerchantPara::ext_wrapper(|| Redemption::redemptions(Eve.to_account_id())[0].1.query);
		let done = || Response::DispatchResult(MaybeErrorCode::Success);
		let before = cover();

		// An account, the administration, and others that answer something.
		MerchantPara::execute_with(|| {
			let sibling = Location::new(1, [Parachain(OTHER_ID)]);
			let account = Location::new(1, [AccountId32 { network: None, id: [1; 32] }]);
			for origin in [
				signed(Eve),
				signed(Charlie),
				RuntimeOrigin::root(),
				pallet_xcm::Origin::Response(sibling.clone()).into(),
				pallet_xcm::Origin::Response(account).into(),
				pallet_xcm::Origin::Response(Location::here()).into(),
				pallet_xcm::Origin::Xcm(Location::parent()).into(),
				cumulus_pallet_xcm::Origin::Relay.into(),
			] {
				assert!(EnsureMainChain::try_origin(origin.clone()).is_err());
				assert_noop!(Redemption::report(origin, query, done()), DispatchError::BadOrigin);
			}
			let main: RuntimeOrigin = pallet_xcm::Origin::Response(Location::parent()).into();
			assert!(EnsureMainChain::try_origin(main).is_ok());
		});

		// Another chain.
		for querier in [None, Some(Location::here()), Some(Location::new(1, [Parachain(PARA_ID)]))]
		{
			OtherPara::execute_with(|| {
				let lie = QueryResponse {
					query_id: query,
					response: done(),
					max_weight: Weight::from_parts(1_000_000_000, 100_000),
					querier,
				};
				let there = Location::new(1, [Parachain(PARA_ID)]);
				type Router = bhtd_merchant_runtime::xcm_config::XcmRouter;
				assert_ok!(send_xcm::<Router>(there, Xcm(vec![lie])));
			});
			assert_eq!(cover(), before);
		}
		assert_eq!(points(Eve), 1);
		answers_arrive();
		assert_eq!(points(Eve), 600_001);
	});
}

#[test]
fn account_of_the_main_chain_does_not_answer_for_it() {
	covered(|| {
		declared(20_000 * UNITS);
		award(Eve, 100_000);
		MerchantPara::execute_with(|| {
			let beneficiary = Ferdie.to_account_id();
			assert_ok!(Redemption::redeem_on_main(signed(Eve), CLASS, 50_000, 0, beneficiary));
			// The message goes up only when this block ends.
		});
		let query = MerchantPara::ext_wrapper(|| {
			Redemptions::<Runtime>::iter_values().next().map(|redemption| redemption.query)
		});
		MainRelay::execute_with(|| {
			let lie = QueryResponse {
				query_id: query.unwrap(),
				response: Response::DispatchResult(MaybeErrorCode::Error(Default::default())),
				max_weight: Weight::from_parts(1_000_000_000, 100_000),
				querier: Some(Location::here()),
			};
			let from = account(Eve).interior().clone();
			let down = Parachain(PARA_ID);
			assert_ok!(bhtd_runtime::XcmPallet::send_xcm(from, down, Xcm(vec![lie])));
		});
		answers_arrive();
		assert_eq!((points(Eve), cover().2), (50_000, 0));
	});
}

#[test]
fn hostile_chain_takes_its_pool_at_its_rate_and_nothing_else() {
	Chains::init();
	declared(20_000 * UNITS);
	let ferdie = on_main(Ferdie.to_account_id());
	let others = pool(PARA_ID);
	let margin = |who: Sr25519Keyring| {
		let who = who.to_account_id();
		MainRelay::ext_wrapper(|| bhtd_runtime::Margin::held(&who, Role::GroupMerchant))
	};
	let held = margin(One);
	let mut number = 0;
	let mut take = |amount: Balance| {
		let fees: Asset = (Here, UNITS).into();
		let call = main_chain::SideChains::Redeem {
			beneficiary: Ferdie.to_account_id(),
			amount,
			nonce: number,
		};
		number += 1;
		other_says(vec![
			WithdrawAsset(fees.clone().into()),
			BuyExecution { fees, weight_limit: Unlimited },
			Transact {
				origin_kind: OriginKind::Native,
				fallback_max_weight: None,
				call: main_chain::Call::SideChains(call).encode().into(),
			},
		]);
	};
	for amount in [u128::MAX, POOL + 1, POOL, LIMIT + 1] {
		take(amount);
		assert_eq!(on_main(Ferdie.to_account_id()), ferdie, "{amount}");
	}
	for _ in 0..20 {
		take(LIMIT);
		take(u128::MAX);
	}
	// At once it is the limit.
	assert_eq!(on_main(Ferdie.to_account_id()), ferdie + LIMIT);
	// In the end it is the pool.
	for day in 2..=10 {
		limit_recovers();
		assert!(serve(OTHER_ID) && !serve(OTHER_ID));
		assert_eq!(on_main(Ferdie.to_account_id()), ferdie + day * LIMIT);
	}
	limit_recovers();
	assert!(!serve(OTHER_ID));
	take(1_000 * UNITS);
	assert_eq!(on_main(Ferdie.to_account_id()), ferdie + POOL);
	assert_eq!(held - margin(One), POOL);
	// The other chain's consumers have what they had.
	assert_eq!((pool(PARA_ID).promised, pool(PARA_ID).owed), (others.promised, others.owed));
	award(Eve, 100_000);
	redeem(Eve, 99_999, Ferdie);
	assert!(on_main(Ferdie.to_account_id()) > ferdie + POOL + 999 * UNITS);
	answers_arrive();
	assert_eq!(points(Eve), 1);
}

#[test]
fn consumer_must_be_able_to_pay_for_the_message() {
	covered(|| {
		declared(20_000 * UNITS);
		award(Sr25519Keyring::Two, 100_000);
		MerchantPara::execute_with(|| {
			let who = Sr25519Keyring::Two;
			let call = Redemption::redeem_on_main(signed(who), CLASS, 100, 0, who.to_account_id());
			assert_noop!(call, TokenError::FundsUnavailable);
			let redeemed = System::events()
				.iter()
				.any(|record| matches!(record.event, RuntimeEvent::Redemption(Event::Sent { .. })));
			assert!(!redeemed);
			let nobody = Redemption::retry(signed(Eve), who.to_account_id(), 0);
			assert_noop!(nobody, Error::<Runtime>::RedemptionNotFound);
		});
	});
}

#[test]
fn messages_are_never_too_heavy_for_the_main_chain() {
	use bhtd_runtime::{xcm_config::Weigher, RuntimeCall};
	use xcm_executor::traits::WeightBounds;
	Chains::init();
	let beneficiary = Ferdie.to_account_id();
	for call in [
		main_chain::SideChains::Redeem {
			beneficiary: beneficiary.clone(),
			amount: u128::MAX,
			nonce: u64::MAX,
		},
		main_chain::SideChains::DeclareOwed { owed: u128::MAX },
	] {
		let message =
			MerchantPara::ext_wrapper(|| ByMessage::message(&beneficiary, call, u64::MAX));
		MainRelay::ext_wrapper(|| {
			let mut message: Xcm<RuntimeCall> = Xcm::from(message);
			let weight = Weigher::weight(&mut message, Weight::MAX).unwrap();
			type Queue = <bhtd_runtime::Runtime as pallet_message_queue::Config>::ServiceWeight;
			let room = Queue::get();
			assert!((weight * 10).all_lt(room), "{weight:?} {room:?}");
		});
	}
}

/// What is known here of the main chain's runtime is what it is.
#[test]
fn main_chain_is_spoken_to_in_its_own_language() {
	use bhtd_runtime::RuntimeCall;
	use frame_support::traits::PalletInfoAccess;
	assert_eq!(bhtd_runtime::SideChains::index(), usize::from(main_chain::SIDE_CHAINS));
	let beneficiary = Ferdie.to_account_id();
	let (amount, nonce) = (u128::MAX - 1, u64::MAX - 2);
	for (theirs, ours) in [
		(
			RuntimeCall::from(pallet_side_chains::Call::redeem {
				beneficiary: beneficiary.clone(),
				amount,
				nonce,
			}),
			main_chain::SideChains::Redeem { beneficiary, amount, nonce },
		),
		(
			pallet_side_chains::Call::declare_owed { owed: amount }.into(),
			main_chain::SideChains::DeclareOwed { owed: amount },
		),
	] {
		assert_eq!(theirs.encode(), main_chain::Call::SideChains(ours).encode());
	}
	assert_eq!(pallet_redemption::numbers::WINDOW, nonces::WINDOW);
	let (theirs, ours): (Balance, Balance) = (
		<bhtd_runtime::Runtime as pallet_side_chains::Config>::LeastRedemption::get(),
		<Runtime as pallet_redemption::Config>::LeastRedemption::get(),
	);
	assert_eq!(theirs, ours);
}

#[test]
fn errors_of_the_main_chain_mean_what_they_say() {
	type Errors = SideChainsError<bhtd_runtime::Runtime>;
	type MarginError = pallet_margin::Error<bhtd_runtime::Runtime>;
	let answer = |error: DispatchError| {
		let code = MaybeErrorCode::Error(error.encode().try_into().unwrap());
		ByMessage::answer(&Response::DispatchResult(code))
	};
	let code = |error: DispatchError| ErrorCode::truncate_from(error.encode());
	assert_eq!(answer(Errors::NonceUsed.into()), Some(Answer::Used));
	assert_eq!(answer(Errors::NonceTooOld.into()), None);
	// Found after the look at the number.
	for error in [
		Errors::NonceTooFar.into(),
		Errors::BelowLeastRedemption.into(),
		Errors::PoolExhausted.into(),
		Errors::AboveLimit.into(),
		Errors::BeneficiaryNotPayable.into(),
		Errors::QueueFull.into(),
		Errors::ExceedsPool.into(),
		MarginError::ExceedsOwed.into(),
		TokenError::FundsUnavailable.into(),
		DispatchError::Arithmetic(sp_runtime::ArithmeticError::Underflow),
	] {
		assert_eq!(answer(error), Some(Answer::Refused(code(error))), "{error:?}");
	}
	// Found before it, or who knows when.
	for error in [
		Errors::ChainNotFound.into(),
		DispatchError::BadOrigin,
		DispatchError::CannotLookup,
		DispatchError::Exhausted,
	] {
		assert_eq!(answer(error), Some(Answer::Unheard(code(error))), "{error:?}");
	}
	// Not an answer at all.
	let nonsense =
		|bytes: Vec<u8>| Response::DispatchResult(MaybeErrorCode::Error(bytes.try_into().unwrap()));
	for response in [
		Response::Null,
		Response::ExecutionResult(None),
		Response::Version(5),
		Response::DispatchResult(MaybeErrorCode::TruncatedError(Default::default())),
		nonsense(vec![]),
		nonsense(vec![255]),
		nonsense([DispatchError::BadOrigin.encode(), vec![0]].concat()),
	] {
		assert_eq!(ByMessage::answer(&response), None, "{response:?}");
	}
	assert_eq!(
		ByMessage::answer(&Response::DispatchResult(MaybeErrorCode::Success)),
		Some(Answer::Done)
	);
}
