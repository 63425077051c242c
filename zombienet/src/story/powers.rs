//! Who has no power over points: the merchant, the root key and the council.
//!
//! Every attempt must fail, and leave the points of everybody and the asset itself as they were.

use super::{Notes, Story, POINT};
use crate::{
	chain::{Fate, Included},
	ensure, ensure_eq,
	types::{account, address, call, community::Proposed, fields, number, Call, Person},
	Result,
};
use std::collections::BTreeMap;
use subxt::{
	dynamic::{tx, Value},
	ext::scale_value::Composite,
	utils::AccountId32,
};

/// How many bytes an event about a motion has before the result: the motion's hash.
const MOTION_HASH_LENGTH: usize = 32;

/// What a motion may weigh, in picoseconds and in bytes of proof: more than any of the story's does.
const MOTION_WEIGHT: (u64, u64) = (50_000_000_000, 1_000_000);

/// Every call of the points' assets that would make points, take them, freeze them or hand over
/// somebody's power over them.
fn grabs(class: u32, victim: &Person, profiteer: &Person) -> Vec<Call> {
	let grab = |name: &str, arguments: Vec<(&str, Value)>| {
		let mut named = vec![("id", number(class))];
		named.extend(arguments);
		tx("Assets", name, Composite::named(named))
	};
	let to = || address(&profiteer.id);
	let from = || address(&victim.id);
	let amount = || number(POINT);
	vec![
		grab("mint", vec![("beneficiary", to()), ("amount", amount())]),
		grab("burn", vec![("who", from()), ("amount", amount())]),
		grab("force_transfer", vec![("source", from()), ("dest", to()), ("amount", amount())]),
		grab("freeze", vec![("who", from())]),
		grab("freeze_asset", vec![]),
		grab("block", vec![("who", from())]),
		grab("set_team", vec![("issuer", to()), ("admin", to()), ("freezer", to())]),
		grab("transfer_ownership", vec![("owner", to())]),
		grab("set_min_balance", vec![("min_balance", number(1_000u32))]),
		grab("start_destroy", vec![]),
		force_status(class, profiteer),
	]
}

/// The call with which the asset's owners could be replaced by force.
fn force_status(class: u32, profiteer: &Person) -> Call {
	let to = || address(&profiteer.id);
	call(
		"Assets",
		"force_asset_status",
		[
			("id", number(class)),
			("owner", to()),
			("issuer", to()),
			("admin", to()),
			("freezer", to()),
			("min_balance", number(1u8)),
			("is_sufficient", Value::bool(true)),
			("is_frozen", Value::bool(false)),
		],
	)
}

/// What came of a call that somebody with power has dispatched.
struct Tried {
	name: String,
	included: Included,
	/// Why it failed, if it did.
	error: Option<String>,
}

/// Calls by name, each with the error it failed with.
type Refusals = Vec<(String, String)>;

/// What a call is called.
fn name_of(call: &Call) -> String {
	format!("{}.{}", call.pallet_name().to_lowercase(), call.call_name())
}

/// A call in the name of an account that has not signed it.
pub(super) fn as_account(who: &AccountId32, other: Call) -> Call {
	let signed = Value::unnamed_variant("Signed", [account(who)]);
	let origin = Value::unnamed_variant("system", [signed]);
	call("Utility", "dispatch_as", [("as_origin", origin), ("call", other.into_value())])
}

/// What was refused, for each reason.
pub(super) fn by_reason(refusals: Refusals) -> Notes {
	let mut reasons = BTreeMap::<_, Vec<_>>::new();
	for (name, error) in refusals {
		reasons.entry(error).or_default().push(name);
	}
	let note = |(error, names): (String, Vec<String>)| format!("{error}: {}", names.join(", "));
	reasons.into_iter().map(note).collect()
}

/// A call as the root key dispatches it.
fn as_root(inner: Call) -> Call {
	call("Sudo", "sudo", [("call", inner.into_value())])
}

/// Points, asset and margin are as before the step.
pub(super) async fn unchanged(story: &Story) -> Result<()> {
	let after = story.look().await?;
	ensure_eq("the class", &after.class, &story.before.class)?;
	ensure_eq("the margin", &after.margin, &story.before.margin)?;
	for (was, is) in story.before.people.iter().zip(&after.people) {
		ensure_eq(&format!("the points of {}", is.name), is.points, was.points)?;
	}
	Ok(())
}

impl Story {
	/// Has the root key dispatch calls, each of which must fail.
	pub(super) async fn refused_as_root(&mut self, calls: Vec<Call>) -> Result<Refusals> {
		refusals(self.tried_as_root(calls).await?)
	}

	/// Has the root key dispatch calls, each of which must succeed.
	pub(super) async fn done_as_root(&mut self, calls: Vec<Call>) -> Result<Vec<Included>> {
		successes(self.tried_as_root(calls).await?)
	}

	/// Has the council dispatch calls, each of which must fail.
	pub(super) async fn refused_by_council(&mut self, calls: Vec<Call>) -> Result<Refusals> {
		refusals(self.tried_by_council(calls).await?)
	}

	/// Has the council dispatch calls, each of which must succeed.
	pub(super) async fn done_by_council(&mut self, calls: Vec<Call>) -> Result<Vec<Included>> {
		successes(self.tried_by_council(calls).await?)
	}

	async fn tried_as_root(&mut self, calls: Vec<Call>) -> Result<Vec<Tried>> {
		let names: Vec<_> = calls.iter().map(name_of).collect();
		let fates = self
			.submit(|cast| calls.into_iter().map(|inner| (&cast.alice, as_root(inner))).collect())
			.await?;
		tried(fates, names, |included| included.outcome_of("Sudo", "Sudid", 0))
	}

	async fn tried_by_council(&mut self, calls: Vec<Call>) -> Result<Vec<Tried>> {
		let members = self.state.council().await?;
		ensure!(members.contains(&self.cast.alice.id), "Alice is not on the council");
		let names: Vec<_> = calls.iter().map(name_of).collect();
		let (mut motions, mut lengths) = (Vec::new(), Vec::new());
		for motion in calls {
			let length = self.state.encoded_len(&motion)?;
			lengths.push(length);
			motions.push(call(
				"Council",
				"propose",
				[
					("threshold", number(members.len() as u32)),
					("proposal", motion.into_value()),
					("length_bound", number(length)),
				],
			));
		}
		let mut fates = self
			.submit(|cast| motions.into_iter().map(|motion| (&cast.alice, motion)).collect())
			.await?;
		// In a council of one, the proposer's vote carries a motion at once.
		if members.len() > 1 {
			fates = self.carried(fates, lengths, &members).await?;
		}
		// The event names the motion before its result.
		let outcome =
			|included: &Included| included.outcome_of("Council", "Executed", MOTION_HASH_LENGTH);
		tried(fates, names, outcome)
	}

	/// Has all members vote for motions that were proposed, and closes the motions.
	async fn carried(
		&mut self,
		proposed: Vec<Fate>,
		lengths: Vec<u32>,
		members: &[AccountId32],
	) -> Result<Vec<Fate>> {
		let mut motions = Vec::new();
		for (fate, length) in proposed.into_iter().zip(lengths) {
			motions.push((fate.included()?.event::<Proposed>()?, length));
		}
		self.expect(|cast| {
			let voters = [&cast.alice, &cast.bob];
			let voters = voters.into_iter().filter(|voter| members.contains(&voter.id));
			let votes = |voter| motions.iter().map(move |(motion, _)| (voter, motion.aye(), None));
			voters.flat_map(votes).collect()
		})
		.await?;
		self.submit(|cast| {
			let closings = motions.iter().map(|(motion, length)| motion.close(*length));
			closings.map(|closing| (&cast.alice, closing)).collect()
		})
		.await
	}
}

impl Proposed {
	/// The call that votes for the motion.
	fn aye(&self) -> Call {
		let arguments = [
			("proposal", Value::from_bytes(self.proposal_hash)),
			("index", number(self.proposal_index)),
			("approve", Value::bool(true)),
		];
		call("Council", "vote", arguments)
	}

	/// The call that closes the motion, which is of `length` bytes.
	fn close(&self, length: u32) -> Call {
		let (time, proof) = MOTION_WEIGHT;
		let weight = fields([("ref_time", number(time)), ("proof_size", number(proof))]);
		let arguments = [
			("proposal_hash", Value::from_bytes(self.proposal_hash)),
			("index", number(self.proposal_index)),
			("proposal_weight_bound", weight),
			("length_bound", number(length)),
		];
		call("Council", "close", arguments)
	}
}

/// What came of each of some calls.
fn tried(
	fates: Vec<Fate>,
	names: Vec<String>,
	outcome: impl Fn(&Included) -> Result<Option<String>>,
) -> Result<Vec<Tried>> {
	let tried = |(fate, name): (Fate, String)| {
		let included = fate.included()?;
		let error = outcome(&included)?;
		Ok(Tried { name, included, error })
	};
	fates.into_iter().zip(names).map(tried).collect()
}

/// Why each of some calls failed; an error if one did not.
fn refusals(tried: Vec<Tried>) -> Result<Refusals> {
	let refusal = |Tried { name, error, .. }: Tried| {
		let error = error.ok_or_else(|| format!("{name} succeeded"))?;
		Ok((name, error))
	};
	tried.into_iter().map(refusal).collect()
}

/// Calls that succeeded; an error if one did not.
fn successes(tried: Vec<Tried>) -> Result<Vec<Included>> {
	let success = |Tried { name, included, error }: Tried| match error {
		None => Ok(included),
		Some(error) => Err(format!("{name}: {error}").into()),
	};
	tried.into_iter().map(success).collect()
}

/// The merchant owns neither its points nor its customers'.
pub async fn merchant(story: &mut Story) -> Result<Notes> {
	let class = story.class()?;
	let calls = grabs(class, &story.cast.carol, &story.cast.bob);
	let names: Vec<_> = calls.iter().map(name_of).collect();
	let fates =
		story.submit(|cast| calls.into_iter().map(|call| (&cast.bob, call)).collect()).await?;
	let refusals = refusals(tried(fates, names, |included| Ok(included.error.clone()))?)?;
	unchanged(story).await?;
	Ok(by_reason(refusals))
}

/// Root is no owner of points either.
///
/// It could pretend to be the vault, as it could replace the whole runtime. That is why no network but
/// the development chain has a root key, and why the council cannot become root.
pub async fn root(story: &mut Story) -> Result<Notes> {
	let calls = grabs(story.class()?, &story.cast.carol, &story.cast.alice);
	let refusals = story.refused_as_root(calls).await?;
	unchanged(story).await?;
	Ok(by_reason(refusals))
}

/// The council has less power than root: neither can it do any of this, nor become somebody who could.
pub async fn council(story: &mut Story) -> Result<Notes> {
	let mut calls = grabs(story.class()?, &story.cast.carol, &story.cast.alice);
	calls.push(as_account(&story.before.class()?.vault, calls[0].clone()));
	calls.push(call("Sudo", "sudo", [("call", calls[0].clone().into_value())]));
	let refusals = story.refused_by_council(calls).await?;
	unchanged(story).await?;
	Ok(by_reason(refusals))
}
