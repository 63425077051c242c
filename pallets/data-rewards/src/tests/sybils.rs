//! Promise X4 against an owner of merchants and consumers that buys from itself, whatever it does.

use super::*;
use bhtd_primitives::OnCompletion;
use frame_support::traits::{
	fungible::Mutate,
	tokens::{Fortitude, Precision, Preservation},
};
use proptest::prelude::*;

/// What the store charges, and burns of it.
const FEE_RATE: Permill = Permill::from_percent(1);
const BURNT_SHARE: Permill = Permill::from_percent(50);

/// The accounts of one owner; the first is the merchant.
const OWN: [AccountId; 4] = [MERCHANT, ALICE, BOB, CAROL];
const CAMPAIGNS: u32 = 3;

#[derive(Clone, Debug)]
enum Action {
	/// One account buys from another, for a price in thousands of planck.
	Buy {
		buyer: usize,
		price: Balance,
	},
	/// Contributes every receipt that counts yet.
	Contribute {
		who: usize,
		campaign: u32,
	},
	Consent {
		who: usize,
		campaign: u32,
	},
	Revoke {
		who: usize,
		campaign: u32,
	},
	Claim {
		who: usize,
		campaign: u32,
	},
	/// Begins anew, if it can.
	Reopen {
		who: usize,
	},
	Wait {
		blocks: u64,
	},
}

fn actions() -> impl Strategy<Value = Vec<Action>> {
	use Action::*;
	let who = || 1..OWN.len();
	let campaign = || 0..CAMPAIGNS;
	let action = prop_oneof![
		5 => (who(), 0..1_000u128).prop_map(|(buyer, price)| Buy { buyer, price }),
		5 => (who(), campaign()).prop_map(|(who, campaign)| Contribute { who, campaign }),
		3 => (who(), campaign()).prop_map(|(who, campaign)| Consent { who, campaign }),
		1 => (who(), campaign()).prop_map(|(who, campaign)| Revoke { who, campaign }),
		3 => (who(), campaign()).prop_map(|(who, campaign)| Claim { who, campaign }),
		1 => who().prop_map(|who| Reopen { who }),
		3 => (0..15u64).prop_map(|blocks| Wait { blocks }),
	];
	prop::collection::vec(action, 1..80)
}

/// The owner sells to itself. What it pays is the fee.
fn sale(buyer: AccountId, price: Balance) -> Balance {
	let fee = FEE_RATE.mul_ceil(price);
	let burnt = BURNT_SHARE.mul_ceil(fee);
	let keep = Preservation::Preserve;
	assert_ok!(<Balances as Mutate<_>>::transfer(&buyer, &MERCHANT, price - fee, keep));
	assert_ok!(<Balances as Mutate<_>>::transfer(&buyer, &TREASURY, fee - burnt, keep));
	let (exact, polite) = (Precision::Exact, Fortitude::Polite);
	assert_ok!(<Balances as Mutate<_>>::burn_from(&buyer, burnt, keep, exact, polite));
	Burnt::mutate(|all| *all += burnt);
	DataRewards::completed(&bhtd_primitives::Receipt { net: price, ..receipt(buyer, fee) });
	fee
}

fn contribute_all(campaign: u32, who: AccountId) {
	let Some(view) = DataRewards::data_account(who) else { return };
	let next = Contributors::<Test>::get(campaign, who).map_or(0, |record| record.next);
	let window = DataRewards::campaign(campaign).unwrap().terms.window;
	let counts = |receipt: &&KeptReceiptOf<Test>| {
		receipt.number >= next && (window.from..window.until).contains(&receipt.block)
	};
	let numbers = view.receipts.iter().filter(counts).map(|receipt| receipt.number);
	let _ = contribute_to(campaign, who, &numbers.collect::<Vec<_>>());
}

fn act(action: Action, fees: &mut Balance) {
	match action {
		Action::Buy { buyer, price } => *fees += sale(OWN[buyer], price * 1_000),
		Action::Contribute { who, campaign } => contribute_all(campaign, OWN[who]),
		Action::Consent { who, campaign } => {
			let _ = DataRewards::open_data_account(signed(OWN[who]), MAX_SLOTS);
			let _ = DataRewards::consent(signed(OWN[who]), campaign, hash(2), pointer());
		}
		Action::Revoke { who, campaign } => {
			let _ = DataRewards::revoke(signed(OWN[who]), campaign);
		}
		Action::Claim { who, campaign } => {
			let _ = DataRewards::claim(signed(OWN[who]), campaign);
		}
		Action::Reopen { who } => {
			for campaign in 0..CAMPAIGNS {
				let _ = DataRewards::claim(signed(OWN[who]), campaign);
			}
			let _ = DataRewards::close_data_account(signed(OWN[who]));
			let _ = DataRewards::open_data_account(signed(OWN[who]), MAX_SLOTS);
		}
		Action::Wait { blocks } => advance_to(System::block_number() + blocks),
	}
}

fn owned() -> Balance {
	OWN.map(wealth).iter().sum()
}

/// Three generous campaigns one after another and at the same time, and nobody else to share with.
/// Says what the owner has paid in fees, and got in rewards.
fn attack(actions: Vec<Action>) -> (Balance, Balance) {
	let mut outcome = (0, 0);
	ExtBuilder.build_and_execute(|| {
		for (from, until, closes) in [(10, 110, 130), (20, 80, 100), (101, 200, 220)] {
			let campaign = open(Terms { window: Window { from, until, closes }, ..terms() });
			assert_ok!(DataRewards::add_funds(signed(SPONSOR), campaign, 10_000_000));
		}
		let before = owned();
		let mut fees = 0;
		advance_to(10);
		for action in actions {
			act(action, &mut fees);
		}
		advance_to(System::block_number().max(1_000));
		for who in OWN {
			for campaign in 0..CAMPAIGNS {
				let _ = DataRewards::claim(signed(who), campaign);
			}
			let _ = DataRewards::close_data_account(signed(who));
			assert_eq!(DataRewards::data_account(who), None);
		}
		// All its deposits are back.
		let rewards = owned() + fees - before;
		outcome = (fees, rewards);
	});
	outcome
}

/// As many sequences as `PROPTEST_CASES` says, or 200.
fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 200 }, ..default }
}

proptest! {
	#![proptest_config(sequences())]

	#[test]
	fn buying_from_oneself_returns_less_than_it_costs(actions in actions()) {
		let (fees, rewards) = attack(actions);
		prop_assert!(rewards <= PayoutShare::get().mul_floor(fees), "{} for {}", rewards, fees);
		prop_assert!(rewards < fees || fees == 0, "{} for {}", rewards, fees);
	}
}

/// The best there is: all receipts into all campaigns, with all of the stream. It returns the payout share,
/// and not a planck more.
#[test]
fn the_best_strategy_returns_the_payout_share() {
	use Action::*;
	let mut actions = Vec::new();
	for who in 1..OWN.len() {
		for campaign in 0..CAMPAIGNS {
			actions.push(Consent { who, campaign });
		}
		actions.push(Buy { buyer: who, price: 1_000 });
	}
	actions.push(Wait { blocks: 11 });
	for buyer in 1..OWN.len() {
		actions.push(Buy { buyer, price: 1_000 });
	}
	for who in 1..OWN.len() {
		for campaign in [0, 1] {
			actions.push(Contribute { who, campaign });
		}
	}
	actions.push(Wait { blocks: 300 });
	let (fees, rewards) = attack(actions);
	assert_eq!((fees, rewards), (60_000, 30_000));
}

/// Buyers of one's own that take the place of honest ones are paid no more than the bound, and win nothing
/// for the sponsor either.
#[test]
fn what_sybils_could_not_be_paid_goes_to_the_treasury() {
	ExtBuilder.with_campaign(|| {
		identify(RIVAL);
		join_with(RIVAL, 1_000);
		join(ALICE);
		let fee = sale(ALICE, 900_000);
		assert_ok!(contribute(ALICE, &[0]));
		advance_to(CLOSES);
		assert_ok!(claim(ALICE));
		assert_ok!(claim(RIVAL));
		assert_eq!(fee, 9_000);
		assert_eq!(ledger().claimed, 4_500 + 10_000);
		assert_eq!((ledger().waiting, ledger().forfeited), (0, FUNDS - 14_500));
		let fee_of_treasury = fee - Burnt::get();
		assert_eq!(free(TREASURY), EXISTENTIAL_DEPOSIT + fee_of_treasury + FUNDS - 14_500);
	});
}

/// Everybody on the side of a dishonest sponsor: it sells the data to itself, collects it itself, and
/// contributes as often as it likes.
const RING: [AccountId; 6] = [SPONSOR, PROVIDER, MERCHANT, READER, BOB, CAROL];

#[derive(Clone, Copy, Debug)]
struct Plan {
	/// The most weight of a person.
	cap: Balance,
	share: Permill,
	/// What the two buyers of the ring pay, in thousands of planck.
	prices: [Balance; 2],
	/// When they join.
	join: u64,
	reports: bool,
	identified: bool,
}

/// What the ring has gained, as a negative number if it has lost, and what an honest contributor got.
fn scheme(plan: Plan) -> (i128, Balance) {
	let mut outcome = (0, 0);
	ExtBuilder.build_and_execute(|| {
		let ring = || RING.map(wealth).iter().sum::<Balance>();
		let (before, alice) = (ring(), wealth(ALICE));
		let cap_per_receipt = plan.cap;
		let cap_per_person = plan.cap;
		let provider_share = plan.share;
		open(Terms { cap_per_receipt, cap_per_person, provider_share, ..terms() });
		if plan.identified {
			identify(ALICE);
		}
		join_with(ALICE, 400_000);
		advance_to(FROM + plan.join);
		for (who, price) in [BOB, CAROL].into_iter().zip(plan.prices) {
			if price > 0 {
				join(who);
				sale(who, price * 1_000);
				contribute_all(0, who);
			}
		}
		offer_report();
		for block in [FROM + 80, UNTIL, CLOSES - 1] {
			advance_to(block);
			if plan.reports {
				let purchase = delivered();
				assert_ok!(DataRewards::accept_report(signed(READER), purchase));
			}
			for who in [ALICE, BOB, CAROL] {
				let _ = claim(who);
			}
			assert_ok!(DataRewards::deliver(signed(PROVIDER), 0, hash(7), pointer()));
		}
		advance_to(CLOSES);
		for who in [ALICE, BOB, CAROL] {
			let _ = claim(who);
			let _ = DataRewards::close_data_account(signed(who));
		}
		assert_ok!(DataRewards::withdraw_report(signed(PROVIDER), 0));
		assert_ok!(DataRewards::close_campaign(signed(SPONSOR), 0));
		assert_eq!(DataRewards::campaign(0), None);
		outcome = (ring() as i128 - before as i128, wealth(ALICE) - alice);
	});
	outcome
}

fn plans() -> impl Strategy<Value = Plan> {
	let caps = prop::sample::select(vec![1, 100, 100_000, 10_000_000u128]);
	let prices = prop::array::uniform2(prop_oneof![Just(0), 1..10_000u128]);
	let rest = (0..=50u32, prices, 0..80u64, any::<bool>(), any::<bool>());
	(caps, rest).prop_map(|(cap, (share, prices, join, reports, identified))| {
		let share = Permill::from_percent(share);
		Plan { cap, share, prices, join, reports, identified }
	})
}

proptest! {
	#![proptest_config(sequences())]

	/// A sponsor could take back what an honest contributor has earned, if what accrues to worthless weight
	/// of its own returned to it.
	#[test]
	fn diluting_an_honest_contributor_never_pays_for_sponsor_provider_and_buyers(plan in plans()) {
		let honest = Plan { prices: [0; 2], ..plan };
		let (alone, earned) = scheme(honest);
		let (gain, left) = scheme(plan);
		prop_assert!(gain <= 0, "{} out of nothing", gain);
		// Beside what is left to the contributor, the ring has paid to others all that it took away.
		let taken = earned as i128 - left as i128;
		prop_assert!(-gain - left as i128 >= taken, "{} for {}", -gain, taken);
		prop_assert!(gain <= alone, "{} instead of {}", gain, alone);
	}
}

/// The cheapest dilution there is: a cap of a planck gives every account the same weight.
#[test]
fn worthless_weight_claws_nothing_back() {
	let honest = Plan {
		cap: 1,
		share: Permill::zero(),
		prices: [0; 2],
		join: 0,
		reports: false,
		identified: true,
	};
	assert_eq!(scheme(honest), (-(FUNDS as i128), FUNDS));
	// Each buys for a thousand planck, pays ten as a fee, and gets back half.
	let (gain, left) = scheme(Plan { prices: [1; 2], ..honest });
	assert_eq!((gain, left), (-(FUNDS as i128) - 10, FUNDS / 3));
}
