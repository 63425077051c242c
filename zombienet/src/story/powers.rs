//! Who has no power over points: the merchant, the root key and the council.
//!
//! Every attempt must fail, and leave the points of everybody and the asset itself as they were.

use super::{Notes, Story, POINT};
use crate::{
	ensure, ensure_eq,
	types::{account, address, call, number, Call, Person},
	Result,
};
use std::collections::BTreeMap;
use subxt::{
	dynamic::{tx, Value},
	ext::scale_value::Composite,
};

/// How many bytes an event about a motion has before the result: the motion's hash.
const MOTION_HASH_LENGTH: usize = 32;

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

/// What a call is called.
fn name_of(call: &Call) -> String {
	format!("{}.{}", call.pallet_name().to_lowercase(), call.call_name())
}

/// What was refused, for each reason.
fn by_reason(refusals: Vec<(String, String)>) -> Notes {
	let mut reasons = BTreeMap::<_, Vec<_>>::new();
	for (name, error) in refusals {
		reasons.entry(error).or_default().push(name);
	}
	let note = |(error, names): (String, Vec<String>)| format!("{error}: {}", names.join(", "));
	reasons.into_iter().map(note).collect()
}

/// Points, asset and margin are as before the step.
async fn unchanged(story: &Story) -> Result<()> {
	let after = story.look().await?;
	ensure_eq("the class", &after.class, &story.before.class)?;
	ensure_eq("the margin", &after.margin, &story.before.margin)?;
	for (was, is) in story.before.people.iter().zip(&after.people) {
		ensure_eq(&format!("the points of {}", is.name), is.points, was.points)?;
	}
	Ok(())
}

/// The merchant owns neither its points nor its customers'.
pub async fn merchant(story: &mut Story) -> Result<Notes> {
	let class = story.class()?;
	let calls = grabs(class, &story.cast.carol, &story.cast.bob);
	let names: Vec<_> = calls.iter().map(name_of).collect();
	let fates =
		story.submit(|cast| calls.into_iter().map(|call| (&cast.bob, call)).collect()).await?;
	let mut refusals = Vec::new();
	for (fate, name) in fates.into_iter().zip(names) {
		let error = fate.included()?.error.ok_or_else(|| format!("Bob's {name} succeeded"))?;
		refusals.push((name, error));
	}
	unchanged(story).await?;
	Ok(by_reason(refusals))
}

/// Root is no owner of points either.
///
/// It could pretend to be the vault, as it could replace the whole runtime. That is why no network but
/// the development chain has a root key, and why the council cannot become root.
pub async fn root(story: &mut Story) -> Result<Notes> {
	let calls = grabs(story.class()?, &story.cast.carol, &story.cast.alice);
	let names: Vec<_> = calls.iter().map(name_of).collect();
	let fates = story
		.submit(|cast| {
			let as_root = |grab: Call| call("Sudo", "sudo", [("call", grab.into_value())]);
			calls.into_iter().map(|grab| (&cast.alice, as_root(grab))).collect()
		})
		.await?;
	let mut refusals = Vec::new();
	for (fate, name) in fates.into_iter().zip(names) {
		let error = fate.included()?.outcome_of("Sudo", "Sudid", 0)?;
		let error = error.ok_or_else(|| format!("{name} as root succeeded"))?;
		refusals.push((name, error));
	}
	unchanged(story).await?;
	Ok(by_reason(refusals))
}

/// The council has less power than root: neither can it do any of this, nor become somebody who could.
pub async fn council(story: &mut Story) -> Result<Notes> {
	let members = story.state.council().await?;
	ensure!(members.contains(&story.cast.alice.id), "Alice is not on the council");
	let mut calls = grabs(story.class()?, &story.cast.carol, &story.cast.alice);
	let vault = Value::unnamed_variant("Signed", [account(&story.before.class()?.vault)]);
	let as_vault = [
		("as_origin", Value::unnamed_variant("system", [vault])),
		("call", calls[0].clone().into_value()),
	];
	calls.push(call("Utility", "dispatch_as", as_vault));
	calls.push(call("Sudo", "sudo", [("call", calls[0].clone().into_value())]));
	let names: Vec<_> = calls.iter().map(name_of).collect();
	let mut motions = Vec::new();
	for motion in calls {
		let length = story.state.encoded_len(&motion)?;
		motions.push(call(
			"Council",
			"propose",
			[
				// Carried by the proposer's vote alone, which a council of one is all of.
				("threshold", number(1u8)),
				("proposal", motion.into_value()),
				("length_bound", number(length)),
			],
		));
	}
	let fates = story
		.submit(|cast| motions.into_iter().map(|motion| (&cast.alice, motion)).collect())
		.await?;
	let mut refusals = Vec::new();
	for (fate, name) in fates.into_iter().zip(names) {
		// The event names the motion before its result.
		let error = fate.included()?.outcome_of("Council", "Executed", MOTION_HASH_LENGTH)?;
		let error = error.ok_or_else(|| format!("{name} by the council succeeded"))?;
		refusals.push((name, error));
	}
	unchanged(story).await?;
	Ok(by_reason(refusals))
}
