//! Many voters over many eras, and what they cost.

use super::*;
use pallet_authorship::EventHandler;
use std::collections::BTreeMap;

const VOTERS: u64 = 1_000;
const SERVANTS: u64 = 20;
const ERAS: EraIndex = 200;
/// The calls of voters in an era.
const CALLS: u64 = 40;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
	/// A number below `sides`.
	fn roll(&mut self, sides: u64) -> u64 {
		// SplitMix64.
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut number = self.0;
		number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		(number ^ (number >> 31)) % sides
	}
}

fn servant(number: u64) -> AccountId {
	CROWD + number
}

fn voter(number: u64) -> AccountId {
	CROWD + SERVANTS + number
}

/// What the events of a simulation add up to, in planck.
#[derive(Debug, Default)]
struct Books {
	issued: Balance,
	fees: Balance,
	claimed: Balance,
	voted: Balance,
	withdrawn: Balance,
	collected: Balance,
	deposited: Balance,
	deposits_slashed: Balance,
	pools_slashed: Balance,
	fined: Balance,
	slashes: u32,
}

impl Books {
	/// Enters all events so far.
	fn enter(&mut self) {
		for event in events() {
			match event {
				Event::RewardsDivided { issued, .. } => self.issued += issued,
				Event::Claimed { amount, .. } | Event::CandidateClaimed { amount, .. } => {
					self.claimed += amount
				}
				Event::Voted { amount, .. } => self.voted += amount,
				Event::Withdrawn { amount, .. } => self.withdrawn += amount,
				Event::LossCollected { amount, .. } => self.collected += amount,
				Event::ToppedUp { amount, .. } => self.deposited += amount,
				Event::Slashed { deposit, pool, .. } => {
					self.deposits_slashed += deposit;
					self.pools_slashed += pool;
					self.slashes += 1;
				}
				Event::WitnessIdle { fine, .. } => self.fined += fine,
				_ => (),
			}
		}
	}
}

/// One call of a voter, whether it succeeds or not.
fn act(dice: &mut Dice) {
	let who = voter(dice.roll(VOTERS));
	let origin = signed(who);
	let behind: Vec<_> = Positions::<Test>::iter_key_prefix(who).collect();
	let mine = match behind.is_empty() {
		true => None,
		false => Some(behind[dice.roll(behind.len() as u64) as usize]),
	};
	let other = servant(dice.roll(SERVANTS));
	let amount = Balance::from(100 + dice.roll(20_000));
	let _ = match (dice.roll(16), mine) {
		(0..4, _) | (_, None) => Witnesses::vote(origin, other, amount),
		(4..6, Some(mine)) => Witnesses::unvote(origin, mine, amount),
		(6..8, Some(mine)) => Witnesses::withdraw(origin, mine),
		(8..10, Some(mine)) => Witnesses::move_votes(origin, mine, other, amount),
		(10, Some(mine)) => Witnesses::unvote(origin, mine, Balance::MAX),
		(11, Some(mine)) => Witnesses::renew(origin, mine),
		(12..14, Some(mine)) => Witnesses::compound(origin, mine),
		(14, Some(mine)) => Witnesses::settle(signed(PAYER), who, mine),
		(_, Some(mine)) => Witnesses::claim(origin, mine),
	};
}

#[test]
fn two_hundred_eras_add_up_to_the_last_planck() {
	CandidateBound::set(SERVANTS as u32);
	WitnessBound::set(7);
	let genesis: Vec<_> = (0..SERVANTS)
		.map(|number| (servant(number), DEPOSIT + 100 * Balance::from(number), COMMISSION))
		.collect();
	let seven = |parameters: &mut Parameters<Balance>| {
		parameters.witnesses = 7;
		parameters.fewest_witnesses = 4;
	};
	let builder = ExtBuilder::default().crowd(SERVANTS + VOTERS).parameters(seven);
	builder.candidates(&genesis).build_and_execute(|| {
		let mut dice = Dice(2_024);
		let mut books = Books {
			deposited: genesis.iter().map(|(_, deposit, _)| deposit).sum(),
			..Default::default()
		};
		let treasury = free(Treasury::get());
		for number in 0..VOTERS {
			let amount = 1_000 + Balance::from(dice.roll(30_000));
			assert_ok!(vote(voter(number), servant(dice.roll(SERVANTS)), amount));
		}

		for round in 0..ERAS {
			for _ in 0..CALLS {
				act(&mut dice);
			}
			let fee = Balance::from(dice.roll(3_000));
			if fee > 0 {
				pay_fee(fee);
				books.fees += fee;
			}
			let someone = servant(dice.roll(SERVANTS));
			match dice.roll(12) {
				0 => report(someone, Perbill::from_parts(dice.roll(400_000_000) as u32)),
				1 => {
					let _ = Witnesses::claim_as_candidate(signed(someone));
				}
				2 => {
					let _ = Witnesses::top_up(signed(someone), 700);
				}
				_ => (),
			}
			for number in 0..SERVANTS {
				let _ = Witnesses::resume(signed(servant(number)));
			}
			// Sometimes one sleeps for an era.
			let idle = [servant(dice.roll(4 * SERVANTS))];
			next_era_without(&idle);
			if round % 25 == 0 {
				assert_ok!(Witnesses::do_try_state());
			}
		}
		// The last slashes, and then whatever has not been collected.
		run_eras(DEFERRAL);
		let positions: Vec<_> = Positions::<Test>::iter_keys().collect();
		assert!(positions.len() > 800, "{}", positions.len());
		positions.into_iter().for_each(|(who, candidate)| settle(who, candidate));
		books.enter();
		assert!(books.slashes > 5 && books.fined > 0 && books.withdrawn > 0, "{books:?}");
		check_books(&books, treasury);
	});
}

fn check_books(books: &Books, treasury: Balance) {
	let positions: Vec<_> = Positions::<Test>::iter().collect();
	let pools: BTreeMap<_, _> = Pools::<Test>::iter().collect();
	let candidates: Vec<_> = Candidates::<Test>::iter_values().collect();

	// Rewards: what came in was claimed, can be claimed, waits, or is the dust of rounding.
	let claimable = positions.iter().map(|(_, _, position)| position.rewards).sum::<Balance>()
		+ candidates.iter().map(|candidate| candidate.rewards).sum::<Balance>();
	let (unclaimed, undivided) = (Unclaimed::<Test>::get(), Undivided::<Test>::get());
	let dust = unclaimed - claimable;
	assert_eq!(books.issued + books.fees, books.claimed + claimable + undivided + dust);
	assert_eq!(free(pot()), EXISTENTIAL_DEPOSIT + unclaimed + undivided);
	// Less than one for each pool and era, and for each part of each reward.
	let parts =
		Balance::from(ERAS) * Balance::from(SERVANTS + 4 * CALLS) + 4 * Balance::from(VOTERS);
	assert!(dust < parts && undivided < 3_000, "{dust} {undivided}");
	assert!(books.claimed > 100 * dust);

	// Votes: what was put behind candidates came back, was slashed, or is on hold.
	let held: Balance = positions.iter().map(|(_, _, position)| position.held).sum();
	assert_eq!(books.voted, books.withdrawn + books.collected + held);
	let on_hold: Balance = frame_system::Account::<Test>::iter_keys().map(votes).sum();
	assert_eq!(held, on_hold);
	// All that pools lost has been collected, but for what rounding has left in them.
	let worth: Balance = pools.values().map(|pool| pool.balance).sum();
	assert!(held <= worth && worth - held < parts, "{held} {worth}");
	assert!(books.collected >= books.pools_slashed - parts, "{books:?}");

	// Deposits, and where all slashes went.
	let deposits: Balance = candidates.iter().map(|candidate| candidate.deposit).sum();
	assert_eq!(books.deposited, deposits + books.deposits_slashed + books.fined);
	let slashed = books.collected + books.deposits_slashed + books.fined;
	assert_eq!(free(Treasury::get()), treasury + slashed);
}

/// How many different items of the storage were read and written.
fn accesses(ext: &mut sp_io::TestExternalities, action: impl FnOnce()) -> (usize, usize) {
	ext.commit_all().expect("no transaction is open");
	let recorder = Default::default();
	ext.execute_with_recorder(Clone::clone(&recorder), action);
	let reads = recorder.recorded_keys().values().map(|keys| keys.len()).sum();
	let writes = ext.overlayed_changes().changes().count();
	(reads, writes)
}

/// What each of a crowd has behind a candidate.
const EACH: Balance = 100_000;

/// Puts `count` voters behind `candidate`, as if they had voted long ago.
fn crowd_behind(candidate: AccountId, count: u64) {
	let lapses = era() + LIFE;
	let index = pool(candidate).index;
	for number in 0..count {
		let who = voter(number);
		let position = PositionOf::<Test> {
			held: EACH,
			matured: EACH,
			maturing: Default::default(),
			lapsed: 0,
			unbonding: Default::default(),
			lapses,
			index,
			rewards: 0,
			carried: None,
		};
		Positions::<Test>::insert(who, candidate, position);
		Voters::<Test>::insert(who, Voter { positions: 1, moved: None });
		frame_system::Account::<Test>::insert(
			who,
			frame_system::AccountInfo {
				consumers: 1,
				providers: 1,
				data: pallet_balances::AccountData {
					free: START_BALANCE,
					reserved: EACH,
					..Default::default()
				},
				..Default::default()
			},
		);
		let hold =
			frame_support::traits::tokens::IdAmount { id: HoldReason::Vote.into(), amount: EACH };
		pallet_balances::Holds::<Test>::insert(
			who,
			frame_support::BoundedVec::truncate_from(vec![hold]),
		);
	}
	let total = EACH * Balance::from(count);
	pallet_balances::TotalIssuance::<Test>::mutate(|issuance| {
		*issuance += Balance::from(count) * START_BALANCE + total
	});
	Pools::<Test>::mutate(candidate, |pool| {
		let pool = pool.as_mut().expect("a pool");
		pool.balance += total;
		pool.shares += total;
		pool.matured += total;
	});
	Buckets::<Test>::mutate(lapses, candidate, |bucket| bucket.lapsing += total);
}

/// What the calls of a voter and the starts of two eras read and write, with so many voters in the pool.
fn cost(count: u64) -> [(usize, usize); 5] {
	let mut ext = ExtBuilder::default().build();
	ext.execute_with(|| {
		crowd_behind(W1, count);
		if count < 100 {
			assert_ok!(Witnesses::do_try_state());
		}
	});
	let before_era = |ext: &mut sp_io::TestExternalities| {
		ext.execute_with(|| {
			let next = era() + 1;
			while (CurrentSession::get() + 1) / SESSIONS_PER_ERA < next {
				run_session();
			}
			for author in Validators::get() {
				System::set_block_number(System::block_number() + 1);
				Witnesses::note_author(author);
			}
		})
	};
	let vote = accesses(&mut ext, || {
		assert_ok!(vote(ALICE, W1, 1_000));
	});
	before_era(&mut ext);
	// So much that everybody gets some of it.
	ext.execute_with(|| pay_fee(900_000));
	let reward = accesses(&mut ext, rotate_session);
	let claim = accesses(&mut ext, || {
		assert_ok!(Witnesses::claim(signed(voter(7)), W1));
	});
	ext.execute_with(|| {
		assert!(Balances::total_issuance() > 0 && pool(W1).index > Default::default());
		report(W1, Perbill::from_percent(10));
	});
	for _ in 1..DEFERRAL {
		before_era(&mut ext);
		ext.execute_with(rotate_session);
	}
	before_era(&mut ext);
	let slash = accesses(&mut ext, rotate_session);
	let settle = accesses(&mut ext, || settle(voter(5), W1));
	ext.execute_with(|| {
		assert_eq!(votes(voter(5)), EACH * 9 / 10);
		assert_eq!(pool(W1).balance, (EACH * Balance::from(count) + 1_000) * 9 / 10);
		if count < 100 {
			assert_ok!(Witnesses::do_try_state());
		}
	});
	[vote, reward, claim, slash, settle]
}

#[test]
fn the_cost_does_not_depend_on_the_number_of_voters() {
	let few = cost(10);
	assert!(few.iter().all(|(reads, writes)| *reads > 3 && *writes > 2), "{few:?}");
	assert_eq!(few, cost(100_000));
}
