//! Random sequences of at least 200 commands, after each of which nothing may have been made or lost, to the
//! planck, and every invariant holds.
//!
//! `PROPTEST_CASES` sets how many sequences are tried instead of 16.

use super::*;
use proptest::{prelude::*, strategy::ValueTree};
use sp_runtime::DispatchResult;

const PEOPLE: [AccountId; 3] = [ALICE, BOB, CAROL];
const CAMPAIGNS: u32 = 3;

#[derive(Clone, Debug)]
enum Command {
	OpenAccount {
		who: AccountId,
		slots: u32,
	},
	CloseAccount {
		who: AccountId,
	},
	Buy {
		who: AccountId,
		fee: Balance,
	},
	Open {
		who: AccountId,
		share: u32,
		minimum: u32,
		funds: Balance,
		length: u64,
	},
	AddFunds {
		who: AccountId,
		campaign: u32,
		amount: Balance,
	},
	LowerShare {
		campaign: u32,
		share: u32,
	},
	Deliver {
		campaign: u32,
	},
	Close {
		campaign: u32,
	},
	Consent {
		who: AccountId,
		campaign: u32,
	},
	Revoke {
		who: AccountId,
		campaign: u32,
	},
	/// The newest receipts, and so many of them at most.
	Contribute {
		who: AccountId,
		campaign: u32,
		count: usize,
	},
	Claim {
		who: AccountId,
		campaign: u32,
	},
	CloseRecord {
		who: AccountId,
		campaign: u32,
	},
	Identify {
		who: AccountId,
	},
	Offer {
		campaign: u32,
		price: Balance,
	},
	Withdraw {
		report: u32,
	},
	BuyReport {
		who: AccountId,
		report: u32,
	},
	DeliverReport {
		purchase: u64,
	},
	Accept {
		purchase: u64,
	},
	Dispute {
		purchase: u64,
	},
	Resolve {
		purchase: u64,
		released: Permill,
	},
	Settle {
		purchase: u64,
	},
	Gift {
		campaign: u32,
		amount: Balance,
	},
	SendAll {
		from: AccountId,
		to: AccountId,
	},
	Wait {
		blocks: u64,
	},
}

fn person() -> impl Strategy<Value = AccountId> {
	prop::sample::select(PEOPLE.to_vec())
}

fn actor() -> impl Strategy<Value = AccountId> {
	prop::sample::select(ACTORS.to_vec())
}

fn amount() -> impl Strategy<Value = Balance> {
	prop_oneof![
		8 => 1..5_000u128,
		2 => 1..10_000_000u128,
		1 => prop::sample::select(vec![0, 1, u128::MAX / 2, u128::MAX]),
	]
}

/// Mostly one of the first, which are opened at the beginning.
fn campaign() -> impl Strategy<Value = u32> {
	prop_oneof![3 => 0..CAMPAIGNS, 1 => 0..8u32]
}

fn command() -> impl Strategy<Value = Command> {
	use Command::*;
	let people = prop_oneof![
		3 => (person(), 0..10u32).prop_map(|(who, slots)| OpenAccount { who, slots }),
		1 => person().prop_map(|who| CloseAccount { who }),
		12 => (person(), amount()).prop_map(|(who, fee)| Buy { who, fee: fee.min(1 << 100) }),
		6 => (person(), campaign()).prop_map(|(who, campaign)| Consent { who, campaign }),
		1 => (person(), campaign()).prop_map(|(who, campaign)| Revoke { who, campaign }),
		12 => (person(), campaign(), 0..4usize)
			.prop_map(|(who, campaign, count)| Contribute { who, campaign, count }),
		8 => (person(), campaign()).prop_map(|(who, campaign)| Claim { who, campaign }),
		2 => (person(), campaign()).prop_map(|(who, campaign)| CloseRecord { who, campaign }),
		1 => person().prop_map(|who| Identify { who }),
	];
	let campaigns = prop_oneof![
		2 => (actor(), 0..60u32, 0..3u32, amount(), 5..200u64).prop_map(
			|(who, share, minimum, funds, length)| Open { who, share, minimum, funds, length }
		),
		8 => (actor(), campaign(), amount())
			.prop_map(|(who, campaign, amount)| AddFunds { who, campaign, amount }),
		1 => (campaign(), 0..60u32).prop_map(|(campaign, share)| LowerShare { campaign, share }),
		9 => campaign().prop_map(|campaign| Deliver { campaign }),
		5 => campaign().prop_map(|campaign| Close { campaign }),
		1 => (campaign(), 1..1_000u128).prop_map(|(campaign, amount)| Gift { campaign, amount }),
	];
	let released = (0..=1_000_000u32).prop_map(Permill::from_parts);
	let reports = prop_oneof![
		3 => (campaign(), amount()).prop_map(|(campaign, price)| Offer { campaign, price }),
		1 => (0..6u32).prop_map(|report| Withdraw { report }),
		8 => (actor(), 0..6u32).prop_map(|(who, report)| BuyReport { who, report }),
		10 => (0..20u64).prop_map(|purchase| DeliverReport { purchase }),
		2 => (0..20u64).prop_map(|purchase| Accept { purchase }),
		8 => (0..20u64).prop_map(|purchase| Dispute { purchase }),
		8 => (0..20u64, released)
			.prop_map(|(purchase, released)| Resolve { purchase, released }),
		5 => (0..20u64).prop_map(|purchase| Settle { purchase }),
	];
	let others = prop_oneof![
		1 => (actor(), actor()).prop_map(|(from, to)| SendAll { from, to }),
		20 => prop_oneof![2 => 0..4u64, 1 => 0..30u64].prop_map(|blocks| Wait { blocks }),
	];
	prop_oneof![8 => people, 4 => campaigns, 4 => reports, 3 => others]
}

fn commands() -> impl Strategy<Value = Vec<Command>> {
	prop::collection::vec(command(), 200..260)
}

/// One of the open purchases; without any, one that is not.
fn pick(index: u64) -> u64 {
	let mut open = Purchases::<Test>::iter_keys().collect::<Vec<_>>();
	open.sort();
	let count = open.len().max(1) as u64;
	open.get((index % count) as usize).copied().unwrap_or(index)
}

fn apply(command: Command) -> DispatchResult {
	use Command::*;
	match command {
		OpenAccount { who, slots } => DataRewards::open_data_account(signed(who), slots),
		CloseAccount { who } => DataRewards::close_data_account(signed(who)),
		Buy { who, fee } => {
			buy(who, fee);
			Ok(())
		}
		Open { who, share, minimum, funds, length } => {
			let from = System::block_number();
			let until = from + length;
			let window = Window { from, until, closes: until + AFTERMATH };
			let provider_share = Permill::from_percent(share);
			let terms = Terms { window, provider_share, minimum, ..terms() };
			DataRewards::open_campaign(signed(who), terms, funds)
		}
		AddFunds { who, campaign, amount } => DataRewards::add_funds(signed(who), campaign, amount),
		LowerShare { campaign, share } => {
			let share = Permill::from_percent(share);
			DataRewards::lower_provider_share(signed(PROVIDER), campaign, share)
		}
		Deliver { campaign } => {
			DataRewards::deliver(signed(PROVIDER), campaign, hash(7), pointer())
		}
		Close { campaign } => DataRewards::close_campaign(signed(CAROL), campaign),
		Consent { who, campaign } => {
			DataRewards::consent(signed(who), campaign, hash(2), pointer())
		}
		Revoke { who, campaign } => DataRewards::revoke(signed(who), campaign),
		Contribute { who, campaign, count } => {
			let next = DataAccounts::<Test>::get(who).map_or(0, |account| account.next);
			let used = Contributors::<Test>::get(campaign, who).map_or(0, |record| record.next);
			let first = next.saturating_sub(count as u64).max(used);
			contribute_to(campaign, who, &(first..next).collect::<Vec<_>>())
		}
		Claim { who, campaign } => DataRewards::claim(signed(who), campaign),
		CloseRecord { who, campaign } => DataRewards::close_record(signed(READER), campaign, who),
		Identify { who } => {
			identify(who);
			Ok(())
		}
		Offer { campaign, price } => {
			DataRewards::offer_report(signed(PROVIDER), campaign, crate::Offer { price, ..offer() })
		}
		Withdraw { report } => DataRewards::withdraw_report(signed(PROVIDER), report),
		BuyReport { who, report } => {
			DataRewards::buy_report(signed(who), report, ARBITER, Balance::MAX)
		}
		DeliverReport { purchase } => {
			DataRewards::deliver_report(signed(PROVIDER), pick(purchase), hash(5), pointer())
		}
		Accept { purchase } => {
			let purchase = pick(purchase);
			let buyer = DataRewards::purchase(purchase).map_or(READER, |it| it.buyer);
			DataRewards::accept_report(signed(buyer), purchase)
		}
		Dispute { purchase } => {
			let purchase = pick(purchase);
			let buyer = DataRewards::purchase(purchase).map_or(READER, |it| it.buyer);
			DataRewards::dispute(signed(buyer), purchase, hash(6))
		}
		Resolve { purchase, released } => {
			DataRewards::resolve(signed(ARBITER), pick(purchase), released)
		}
		Settle { purchase } => DataRewards::settle_purchase(signed(BOB), pick(purchase)),
		Gift { campaign, amount } => {
			if !Campaigns::<Test>::contains_key(campaign) {
				return Ok(());
			}
			Balances::transfer_keep_alive(signed(SPONSOR), DataRewards::pot(campaign), amount)?;
			Gifts::mutate(|gifts| *gifts += amount);
			Ok(())
		}
		SendAll { from, to } => Balances::transfer_all(signed(from), to, false),
		Wait { blocks } => {
			advance_to(System::block_number() + blocks);
			Ok(())
		}
	}
}

/// A call and the gift it may set free: one that closes a campaign gives the sponsor what was sent to its
/// pot.
fn run(command: Command) -> DispatchResult {
	let surplus = |campaign| {
		let endowment = Campaigns::<Test>::get(campaign).map(|it| it.endowment);
		let held = Ledgers::<Test>::get(campaign).map(|ledger| ledger.held().unwrap());
		free(DataRewards::pot(campaign)) - endowment.unwrap_or(0) - held.unwrap_or(0)
	};
	let closing = match command {
		Command::Close { campaign } => Some((campaign, surplus(campaign))),
		_ => None,
	};
	let result = frame_support::storage::with_storage_layer(|| apply(command));
	if let Some((campaign, surplus)) = closing {
		if result.is_ok() && !Campaigns::<Test>::contains_key(campaign) {
			Gifts::mutate(|gifts| *gifts -= surplus);
		}
	}
	result
}

/// Promise X2 as it is seen from outside: everything that was ever paid in is with somebody, or shown to be
/// there, and dust is less than a planck for each contributor.
fn check_conserved() {
	for campaign in Campaigns::<Test>::iter_keys() {
		let ledger = DataRewards::campaign(campaign).unwrap().ledger;
		let of = |who| DataRewards::claimable(campaign, who);
		let shown = ACTORS.into_iter().filter_map(of).map(|it| it.payable + it.reserved);
		let shown = shown.sum::<Balance>();
		let dust = ledger.reserved - shown;
		assert!(dust <= Balance::from(ledger.records), "{dust}");
		let out = ledger.claimed + ledger.delivered + ledger.refunded + ledger.forfeited;
		let rest = ledger.waiting + ledger.funds + ledger.income + ledger.provider;
		assert_eq!(ledger.funded, out + shown + dust + rest);
	}
}

/// Everything can be brought to an end, and nothing is left over.
fn check_exit() {
	for (blocks, _) in [(LONGEST, ()), (ARBITRATION, ())] {
		advance_to(System::block_number() + blocks);
		for purchase in Purchases::<Test>::iter_keys().collect::<Vec<_>>() {
			assert_ok!(DataRewards::settle_purchase(signed(BOB), purchase));
		}
	}
	for (campaign, who) in Contributors::<Test>::iter_keys().collect::<Vec<_>>() {
		let result = match who {
			ALICE => DataRewards::claim(signed(who), campaign),
			_ => DataRewards::close_record(signed(READER), campaign, who),
		};
		assert_ok!(result);
	}
	for campaign in Campaigns::<Test>::iter_keys().collect::<Vec<_>>() {
		assert_ok!(run(Command::Close { campaign }));
		assert!(!Campaigns::<Test>::contains_key(campaign));
		assert_eq!(wealth(DataRewards::pot(campaign)), 0);
	}
	for who in DataAccounts::<Test>::iter_keys().collect::<Vec<_>>() {
		assert_ok!(DataRewards::close_data_account(signed(who)));
	}
	for (report, record) in Reports::<Test>::iter().collect::<Vec<_>>() {
		assert_ok!(DataRewards::withdraw_report(signed(record.provider), report));
	}
	assert_eq!(Gifts::get(), 0);
}

/// Three campaigns, people with accounts, and a report, so that sequences begin in the middle.
fn prepare() {
	for campaign in 0..CAMPAIGNS {
		let late = u64::from(campaign) * 60;
		let Window { from, until, closes } = window();
		let window = Window { from: from + late, until: until + late, closes: closes + late };
		open(Terms {
			window,
			cap_per_receipt: 3_000,
			cap_per_person: 6_000,
			provider_share: Permill::from_percent(10 * campaign + 10),
			..terms()
		});
	}
	join_with(ALICE, 3_000);
	offer_report();
}

fn sequences() -> ProptestConfig {
	let default = ProptestConfig { source_file: Some(file!()), ..Default::default() };
	let chosen = std::env::var_os("PROPTEST_CASES").is_some();
	ProptestConfig { cases: if chosen { default.cases } else { 16 }, ..default }
}

proptest! {
	#![proptest_config(sequences())]

	#[test]
	fn random_commands_conserve_everything(commands in commands()) {
		ExtBuilder.build_and_execute(|| {
			let issuance = Balances::total_issuance();
			prepare();
			for command in commands {
				let _ = run(command);
				check_invariants(issuance);
				check_conserved();
				System::reset_events();
			}
			check_exit();
		});
	}
}

#[test]
fn commands_succeed_often_enough_to_matter() {
	// A generator whose commands all fail, or none of which ever gets to the end, would prove nothing.
	let mut runner = prop::test_runner::TestRunner::deterministic();
	let (mut done, mut refused) = (0, 0);
	let mut counts = [0; 10];
	for _ in 0..80 {
		let commands = commands().new_tree(&mut runner).unwrap().current();
		ExtBuilder.build_and_execute(|| {
			prepare();
			for command in commands {
				match run(command) {
					Ok(()) => done += 1,
					Err(_) => refused += 1,
				}
			}
			for record in System::events() {
				let RuntimeEvent::DataRewards(event) = record.event else { continue };
				match event {
					Event::Contributed { .. } => counts[0] += 1,
					Event::Claimed { .. } => counts[1] += 1,
					Event::RecordClosed { .. } => counts[2] += 1,
					Event::Refunded { .. } => counts[3] += 1,
					Event::CampaignClosed { .. } => counts[4] += 1,
					Event::Delivered { paid: 1.., .. } => counts[5] += 1,
					Event::Revoked { .. } => counts[6] += 1,
					Event::PurchaseSettled { arbiter_fee: 1.., .. } => counts[7] += 1,
					Event::PurchaseSettled { refund: 0, .. } => counts[8] += 1,
					Event::PurchaseSettled { .. } => counts[9] += 1,
					_ => {}
				}
			}
		});
	}
	assert!(done * 4 > refused, "{done} done, {refused} refused");
	assert!(counts.iter().all(|count| *count > 5), "{counts:?}");
}
