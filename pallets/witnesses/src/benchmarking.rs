//! Benchmarks of the calls, of elections, of the start of an era and of reports of offences, each in its
//! costliest case.

use crate::*;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Inspect, InspectHold},
		EnsureOrigin, Get,
	},
	BoundedVec,
};
use frame_system::RawOrigin;
use sp_runtime::{
	traits::{Bounded, One, Saturating, Zero},
	FixedU128,
};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

/// Parameters within all bounds under which everything takes longest.
fn parameters<T: Config>() -> ParametersOf<T> {
	Parameters {
		witnesses: T::MaxWitnesses::get(),
		fewest_witnesses: 1,
		minimum_deposit: T::DepositBounds::get().0,
		minimum_vote: T::VoteBounds::get().0,
		maturity: T::MaxPeriod::get(),
		life: T::LongestLife::get(),
		unbonding: T::MaxPeriod::get(),
		slash_deferral: 1,
		commission_notice: 1,
		highest_commission: Perbill::one(),
		idle_fine: T::HighestFine::get(),
		reporter_share: T::HighestReporterShare::get(),
	}
}

/// Forgets whom a genesis has registered, and sets the parameters.
fn begin<T: Config>() {
	CurrentParameters::<T>::put(parameters::<T>());
	NextParameters::<T>::kill();
	Listed::<T>::kill();
	Planned::<T>::kill();
	Pallet::<T>::seat(WitnessesOf::<T>::default());
	let _ = Points::<T>::clear(u32::MAX, None);
}

fn deposit<T: Config>() -> BalanceOf<T> {
	T::DepositBounds::get().0.saturating_mul(2u32.into())
}

/// What a voter votes with in each era.
fn stake<T: Config>() -> BalanceOf<T> {
	T::VoteBounds::get().0.saturating_mul(10u32.into())
}

fn endow<T: Config>(who: &T::AccountId, amount: BalanceOf<T>) -> Result<(), BenchmarkError> {
	T::Currency::mint_into(who, amount.saturating_add(T::Currency::minimum_balance()))?;
	Ok(())
}

fn longest_profile<T: Config>() -> ProfileContentOf<T> {
	let content = vec![b'x'; T::MaxProfileLength::get() as usize];
	content.try_into().unwrap_or_default()
}

/// Gives an account all that it needs to register.
fn prepare<T: Config>(who: &T::AccountId, deposit: BalanceOf<T>) -> Result<(), BenchmarkError> {
	T::Sessions::set_keys(who);
	T::Consideration::ensure_successful(who, Pallet::<T>::footprint(&longest_profile::<T>()));
	endow::<T>(who, deposit)
}

/// Registers a candidate whose whole deposit counts.
fn register_candidate<T: Config>(who: &T::AccountId) -> Result<(), BenchmarkError> {
	prepare::<T>(who, deposit::<T>())?;
	Pallet::<T>::admit(
		who,
		deposit::<T>(),
		deposit::<T>(),
		Perbill::zero(),
		longest_profile::<T>(),
	)?;
	Ok(())
}

/// Registers `count` candidates.
fn register_candidates<T: Config>(count: u32) -> Result<Vec<T::AccountId>, BenchmarkError> {
	(0..count)
		.map(|index| {
			let who = account("candidate", index, 0);
			register_candidate::<T>(&who)?;
			Ok(who)
		})
		.collect()
}

/// A caller that is a candidate.
fn candidate_caller<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	begin::<T>();
	let caller = whitelisted_caller();
	register_candidate::<T>(&caller)?;
	Ok(caller)
}

/// Lets something of the deposit mature in every era in which it can.
fn mature_everywhere<T: Config>(who: &T::AccountId) {
	let now = CurrentEra::<T>::get();
	for era in now.saturating_add(1)..=now.saturating_add(T::MaxPeriod::get()) {
		Pallet::<T>::mutate_bucket(era, who, |bucket| bucket.maturing_deposit = One::one());
	}
}

/// Puts `amount` into the pot that can be claimed.
fn fill_pot<T: Config>(amount: BalanceOf<T>) -> Result<(), BenchmarkError> {
	endow::<T>(&Pallet::<T>::pot(), amount)?;
	Unclaimed::<T>::mutate(|unclaimed| *unclaimed = unclaimed.saturating_add(amount));
	Ok(())
}

/// A witness with rewards.
fn reward_candidate<T: Config>(who: &T::AccountId) -> Result<(), BenchmarkError> {
	let rewards = deposit::<T>();
	fill_pot::<T>(rewards)?;
	Candidates::<T>::mutate_extant(who, |candidate| candidate.rewards = rewards);
	Ok(())
}

fn witnesses<T: Config>(who: Vec<T::AccountId>) -> WitnessesOf<T> {
	BoundedVec::truncate_from(who)
}

/// Puts the caller behind `candidates` such that it has to look into as many buckets as can be: it voted
/// and took votes back in as many eras as a position can tell apart, all of that has become due since,
/// its pools have been slashed and rewarded, and it moved what it had elsewhere to the first of them.
fn ripe_positions<T: Config>(candidates: &[T::AccountId]) -> Result<T::AccountId, BenchmarkError> {
	let voter: T::AccountId = whitelisted_caller();
	let other: T::AccountId = account("other", 0, 0);
	register_candidate::<T>(&other)?;
	for candidate in candidates {
		register_candidate::<T>(candidate)?;
	}
	let eras = T::MaxPeriod::get();
	let votes = stake::<T>().saturating_mul(eras.saturating_mul(8).into());
	endow::<T>(&voter, votes.saturating_mul((candidates.len() as u32).into()))?;

	Pallet::<T>::do_vote(&voter, &other, stake::<T>())?;
	if let Some(first) = candidates.first() {
		Pallet::<T>::do_move_votes(&voter, &other, first, BalanceOf::<T>::max_value())?;
	}
	for era in 0..eras {
		for candidate in candidates {
			Pallet::<T>::do_vote(&voter, candidate, stake::<T>().saturating_mul(2u32.into()))?;
			// One more is to be taken back by the benchmark.
			if era > 0 {
				Pallet::<T>::do_unvote(&voter, candidate, T::VoteBounds::get().0)?;
			}
		}
		Pallet::<T>::start_era();
	}
	(0..eras).for_each(|_| Pallet::<T>::start_era());
	for candidate in candidates {
		Pools::<T>::mutate_extant(candidate, |pool| {
			pool.balance.saturating_reduce(Perbill::from_percent(1).mul_ceil(pool.balance));
			pool.index = pool.index.saturating_add(FixedU128::one());
		});
	}
	fill_pot::<T>(votes.saturating_mul((candidates.len() as u32).into()))?;
	Ok(voter)
}

/// A voter with a position as [`ripe_positions`] makes it, and the candidate.
fn ripe_position<T: Config>() -> Result<(T::AccountId, T::AccountId), BenchmarkError> {
	begin::<T>();
	let candidate: T::AccountId = account("candidate", 0, 0);
	let voter = ripe_positions::<T>(core::slice::from_ref(&candidate))?;
	Ok((voter, candidate))
}

fn candidate_of<T: Config>(who: &T::AccountId) -> Result<CandidateOf<T>, BenchmarkError> {
	Candidates::<T>::get(who).ok_or(BenchmarkError::Stop("no candidate"))
}

fn position_of<T: Config>(
	voter: &T::AccountId,
	candidate: &T::AccountId,
) -> Result<PositionOf<T>, BenchmarkError> {
	Positions::<T>::get(voter, candidate).ok_or(BenchmarkError::Stop("no position"))
}

fn votes<T: Config>(voter: &T::AccountId) -> BalanceOf<T> {
	T::Currency::balance_on_hold(&HoldReason::Vote.into(), voter)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() -> Result<(), BenchmarkError> {
		begin::<T>();
		for who in register_candidates::<T>(T::MaxCandidates::get())? {
			mature_everywhere::<T>(&who);
		}
		let caller: T::AccountId = whitelisted_caller();
		let deposit = deposit::<T>().saturating_mul(2u32.into());
		prepare::<T>(&caller, deposit)?;
		let profile = longest_profile::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), deposit, Perbill::zero(), profile);

		assert!(Listed::<T>::get().contains(&caller));
		assert_eq!(Listed::<T>::decode_len(), Some(T::MaxCandidates::get() as usize));
		Ok(())
	}

	#[benchmark]
	fn top_up() -> Result<(), BenchmarkError> {
		let caller = candidate_caller::<T>()?;
		endow::<T>(&caller, deposit::<T>())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), deposit::<T>());

		let held = T::Currency::balance_on_hold(&HoldReason::Deposit.into(), &caller);
		assert_eq!(held, deposit::<T>().saturating_mul(2u32.into()));
		Ok(())
	}

	#[benchmark]
	fn set_commission() -> Result<(), BenchmarkError> {
		let caller = candidate_caller::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), Perbill::one());

		let candidate = candidate_of::<T>(&caller)?;
		assert_eq!(
			candidate.next_commission.map(|(commission, _)| commission),
			Some(Perbill::one())
		);
		Ok(())
	}

	#[benchmark]
	fn set_profile() -> Result<(), BenchmarkError> {
		let caller = candidate_caller::<T>()?;
		Pallet::<T>::do_set_profile(&caller, ProfileContentOf::<T>::default())?;
		let profile = longest_profile::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), profile.clone());

		assert_eq!(Profiles::<T>::get(&caller).map(|stored| stored.content), Some(profile));
		Ok(())
	}

	#[benchmark]
	fn chill() -> Result<(), BenchmarkError> {
		let caller = candidate_caller::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(!candidate_of::<T>(&caller)?.status.is_active());
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let caller = candidate_caller::<T>()?;
		Pallet::<T>::do_chill(&caller)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(candidate_of::<T>(&caller)?.status.is_active());
		Ok(())
	}

	#[benchmark]
	fn leave() -> Result<(), BenchmarkError> {
		let caller = candidate_caller::<T>()?;
		mature_everywhere::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(candidate_of::<T>(&caller)?.status.is_leaving());
		assert!(!Listed::<T>::get().contains(&caller));
		Ok(())
	}

	#[benchmark]
	fn withdraw_deposit() -> Result<(), BenchmarkError> {
		let caller = candidate_caller::<T>()?;
		reward_candidate::<T>(&caller)?;
		// Elections have failed all the time, so that it still serves.
		Planned::<T>::put(witnesses::<T>(vec![caller.clone()]));
		Pallet::<T>::do_leave(&caller)?;
		CurrentEra::<T>::mutate(|era| *era = era.saturating_add(T::MaxPeriod::get()));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(!Candidates::<T>::contains_key(&caller) && !Pools::<T>::contains_key(&caller));
		assert!(Planned::<T>::get().is_empty());
		Ok(())
	}

	#[benchmark]
	fn claim_as_candidate() -> Result<(), BenchmarkError> {
		let caller = candidate_caller::<T>()?;
		reward_candidate::<T>(&caller)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(candidate_of::<T>(&caller)?.rewards.is_zero());
		Ok(())
	}

	#[benchmark]
	fn vote() -> Result<(), BenchmarkError> {
		let (voter, candidate) = ripe_position::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(voter.clone()), candidate.clone(), stake::<T>());

		let position = position_of::<T>(&voter, &candidate)?;
		assert_eq!(position.maturing.len(), 1);
		assert!(position.carried.is_none() && !position.rewards.is_zero());
		Ok(())
	}

	#[benchmark]
	fn renew() -> Result<(), BenchmarkError> {
		let (voter, candidate) = ripe_position::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(voter.clone()), candidate.clone());

		let lapses = CurrentEra::<T>::get().saturating_add(T::LongestLife::get());
		assert_eq!(position_of::<T>(&voter, &candidate)?.lapses, lapses);
		Ok(())
	}

	#[benchmark]
	fn move_votes() -> Result<(), BenchmarkError> {
		begin::<T>();
		let from: T::AccountId = account("candidate", 0, 0);
		let to: T::AccountId = account("candidate", 1, 0);
		let voter = ripe_positions::<T>(&[from.clone(), to.clone()])?;

		#[extrinsic_call]
		_(RawOrigin::Signed(voter.clone()), from.clone(), to.clone(), stake::<T>());

		let carried = position_of::<T>(&voter, &to)?.carried;
		assert_eq!(carried.map(|carried| carried.from), Some(from));
		Ok(())
	}

	#[benchmark]
	fn unvote() -> Result<(), BenchmarkError> {
		let (voter, candidate) = ripe_position::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(voter.clone()), candidate.clone(), stake::<T>());

		let position = position_of::<T>(&voter, &candidate)?;
		assert_eq!(position.unbonding.len() as u32, T::MaxPeriod::get());
		Ok(())
	}

	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let (voter, candidate) = ripe_position::<T>()?;
		let before = votes::<T>(&voter);

		#[extrinsic_call]
		_(RawOrigin::Signed(voter.clone()), candidate.clone());

		assert!(position_of::<T>(&voter, &candidate)?.unbonding.is_empty());
		assert!(votes::<T>(&voter) < before);
		Ok(())
	}

	#[benchmark]
	fn claim() -> Result<(), BenchmarkError> {
		let (voter, candidate) = ripe_position::<T>()?;
		let before = T::Currency::balance(&voter);

		#[extrinsic_call]
		_(RawOrigin::Signed(voter.clone()), candidate.clone());

		assert!(position_of::<T>(&voter, &candidate)?.rewards.is_zero());
		assert!(T::Currency::balance(&voter) > before);
		Ok(())
	}

	#[benchmark]
	fn compound() -> Result<(), BenchmarkError> {
		let (voter, candidate) = ripe_position::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(voter.clone()), candidate.clone());

		let position = position_of::<T>(&voter, &candidate)?;
		assert!(position.rewards.is_zero());
		assert_eq!(position.maturing.len(), 1);
		Ok(())
	}

	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let (voter, candidate) = ripe_position::<T>()?;
		// The candidate is gone, so that the position is closed and the pool removed.
		Candidates::<T>::remove(&candidate);
		Pools::<T>::mutate_extant(&candidate, |pool| pool.frozen = true);
		let caller: T::AccountId = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), voter.clone(), candidate.clone());

		assert!(!Positions::<T>::contains_key(&voter, &candidate));
		assert!(!Pools::<T>::contains_key(&candidate));
		assert!(votes::<T>(&voter).is_zero());
		Ok(())
	}

	#[benchmark]
	fn set_parameters() -> Result<(), BenchmarkError> {
		let origin =
			T::ParametersOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		begin::<T>();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, parameters::<T>());

		assert!(NextParameters::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn cancel_slash() -> Result<(), BenchmarkError> {
		let origin =
			T::CancelOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let candidate = candidate_caller::<T>()?;
		offend::<T>(core::slice::from_ref(&candidate));
		let era = CurrentEra::<T>::get().saturating_add(1);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, era, candidate.clone());

		assert!(!Slashes::<T>::contains_key(era, &candidate));
		assert!(!PendingSlashes::<T>::contains_key(&candidate));
		Ok(())
	}

	/// Linear in the candidates listed, of which as many as can serve were witnesses and are not any
	/// more, and in the candidates slashed, which have all left the list and are answered for.
	#[benchmark]
	fn start_era(
		c: Linear<1, { T::MaxCandidates::get() }>,
		s: Linear<0, { T::MaxWitnesses::get() }>,
	) -> Result<(), BenchmarkError> {
		begin::<T>();
		// Late enough for buckets of long ago.
		let now = T::MaxPeriod::get();
		CurrentEra::<T>::put(now);
		let era = now.saturating_add(1);
		let slashed: Vec<T::AccountId> = (0..s).map(|index| account("slashed", index, 0)).collect();
		for who in &slashed {
			register_candidate::<T>(who)?;
			Pallet::<T>::do_leave(who)?;
			Pools::<T>::mutate_extant(who, |pool| {
				pool.balance = deposit::<T>();
				pool.shares = deposit::<T>();
				pool.watchers = now;
			});
			for era in 1..=now {
				Pallet::<T>::mutate_bucket(era, who, |bucket| bucket.watchers = 1);
			}
		}
		offend::<T>(&slashed);
		let listed = register_candidates::<T>(c)?;
		for who in &listed {
			Pools::<T>::mutate_extant(who, |pool| {
				pool.balance = deposit::<T>();
				pool.shares = deposit::<T>();
				pool.matured = deposit::<T>();
			});
			Pallet::<T>::mutate_bucket(era, who, |bucket| {
				bucket.maturing = One::one();
				bucket.maturing_deposit = One::one();
			});
			Pallet::<T>::do_set_commission(who, Perbill::one())?;
		}
		let serving = c.min(T::MaxWitnesses::get()) as usize;
		let elected = listed.iter().take(serving).cloned().collect();
		let planned = listed.iter().rev().take(serving).cloned().collect();
		Pallet::<T>::seat(witnesses::<T>(elected));
		Planned::<T>::put(witnesses::<T>(planned));
		for who in listed.iter().take(serving) {
			Points::<T>::insert(who, 1_000);
		}
		fill_pot::<T>(deposit::<T>())?;
		Undivided::<T>::put(deposit::<T>());
		NextParameters::<T>::put((era, parameters::<T>()));

		#[block]
		{
			Pallet::<T>::start_era();
		}

		assert_eq!(CurrentEra::<T>::get(), era);
		assert_eq!(Elected::<T>::get(), Planned::<T>::get());
		assert!(Points::<T>::iter().next().is_none());
		for who in slashed {
			assert!(candidate_of::<T>(&who)?.deposit < deposit::<T>());
		}
		for who in listed {
			assert_eq!(candidate_of::<T>(&who)?.commission, Perbill::one());
			assert!(Buckets::<T>::get(era, &who).snapshot.is_some());
		}
		Ok(())
	}

	/// Linear in the candidates, all of which qualify.
	#[benchmark]
	fn elect(c: Linear<1, { T::MaxCandidates::get() }>) -> Result<(), BenchmarkError> {
		begin::<T>();
		register_candidates::<T>(c)?;

		#[block]
		{
			Pallet::<T>::elect(1);
		}

		assert_eq!(Planned::<T>::get().len() as u32, c.min(T::MaxWitnesses::get()));
		Ok(())
	}

	/// Linear in the offenders, all of which are witnesses.
	#[benchmark]
	fn on_offence(n: Linear<1, { T::MaxWitnesses::get() }>) -> Result<(), BenchmarkError> {
		begin::<T>();
		let offenders = register_candidates::<T>(n)?;
		Elected::<T>::put(witnesses::<T>(offenders.clone()));

		#[block]
		{
			offend::<T>(&offenders);
		}

		for who in offenders {
			assert_eq!(PendingSlashes::<T>::get(&who), 1);
		}
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}

/// Reports an offence of all of them by somebody.
fn offend<T: Config>(offenders: &[T::AccountId]) {
	let reporter: T::AccountId = account("reporter", 0, 0);
	let details: Vec<_> = offenders
		.iter()
		.map(|who| OffenceDetails {
			offender: (who.clone(), ()),
			reporters: vec![reporter.clone()],
		})
		.collect();
	let fractions = vec![Perbill::from_percent(10); offenders.len()];
	Pallet::<T>::on_offence(&details, &fractions, 0);
}
