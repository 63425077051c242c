//! What crosses between the chains: BHTD, and the worth of points.

use super::{sovereign, Notes, Story, FIRST, PATIENCE};
use crate::{
	deadline::Deadline,
	ensure, ensure_eq,
	report::bhtd,
	story::BHTD,
	types::{
		number,
		side_chains::{account_junction, fungible, location, parachain, versioned},
		variant, Call, Person,
	},
	Result,
};
use subxt::dynamic::Value;

/// What Eve sends down, and what comes up again.
const SENT: u128 = 50 * BHTD;

/// What deliveries and execution elsewhere cost at most.
const FEES: u128 = 2 * BHTD;

/// The call that sends BHTD to an account of another chain.
fn send_call(pallet: &str, to: Value, who: &Person, asset: Value, amount: u128) -> Call {
	crate::types::call(
		pallet,
		"transfer_assets",
		[
			("dest", versioned(to)),
			("beneficiary", versioned(location(0, [account_junction(&who.id)]))),
			("assets", versioned(fungible(asset, amount))),
			("fee_asset_item", number(0u8)),
			("weight_limit", variant("Unlimited")),
		],
	)
}

/// BHTD lies in the chain's account on the main chain, and as much comes into being on the side chain.
pub async fn down(story: &mut Story) -> Result<Notes> {
	let (eve, ferdie) = (&story.cast.eve, &story.cast.ferdie);
	let before = story.state().await?.funds(&sovereign(FIRST)).await?.free;
	let had = story.side()?.latest_final().await?.funds(&ferdie.id).await?.free;
	let to = location(0, [parachain(FIRST)]);
	let send = send_call("XcmPallet", to, ferdie, location(0, []), SENT);
	let sent = story.main()?.succeed(eve, send).await?;
	let lies = sent.state.funds(&sovereign(FIRST)).await?.free;
	ensure_eq("what lies in the chain's account", lies, before + SENT)?;

	let deadline = Deadline::new("nothing arrives on the side chain", PATIENCE);
	let got = loop {
		let now = story.side()?.latest_final().await?.funds(&ferdie.id).await?.free;
		if now > had {
			break now - had;
		}
		deadline.wait().await?;
	};
	ensure!((SENT - FEES..=SENT).contains(&got), "{} arrive of {}", bhtd(got), bhtd(SENT));
	Ok(vec![format!(
		"Of {} that Eve sends, {} arrive with Ferdie after {} s.",
		bhtd(SENT),
		bhtd(got),
		deadline.elapsed().as_secs()
	)])
}

/// BHTD of a side chain is burnt there and leaves the chain's account.
pub async fn up(story: &mut Story) -> Result<Notes> {
	let (eve, ferdie) = (&story.cast.eve, &story.cast.ferdie);
	let before = story.state().await?;
	let lay = before.funds(&sovereign(FIRST)).await?.free;
	let had = before.funds(&eve.id).await?.free;
	let amount = SENT / 2;
	let send = send_call("PolkadotXcm", location(1, []), eve, location(1, []), amount);
	story.side()?.succeed(ferdie, send).await?;

	let deadline = Deadline::new("nothing arrives on the main chain", PATIENCE);
	let (state, got) = loop {
		let state = story.state().await?;
		let now = state.funds(&eve.id).await?.free;
		if now > had {
			break (state, now - had);
		}
		deadline.wait().await?;
	};
	let lies = state.funds(&sovereign(FIRST)).await?.free;
	ensure_eq("what lies in the chain's account", lies, lay - amount)?;
	ensure!((amount - FEES..=amount).contains(&got), "{} arrive of {}", bhtd(got), bhtd(amount));
	Ok(vec![format!(
		"Of {} that Ferdie sends, {} arrive with Eve after {} s.",
		bhtd(amount),
		bhtd(got),
		deadline.elapsed().as_secs()
	)])
}
