//! What crosses between the chains: BHTD, and the worth of points.

use super::{sovereign, Notes, Story, FIRST, PATIENCE, POOL};
use crate::{
	deadline::Deadline,
	ensure, ensure_eq,
	report::bhtd,
	story::{BHTD, POINT},
	types::{
		account, call, number,
		side_chains::{
			account_junction, fungible, location, parachain, versioned, Cover, PoolView, Redeemed,
			Sent,
		},
		variant, Call, ClassCreated, ClassView, Person, Receipt, ReceiptBookOpened,
	},
	Result,
};
use subxt::dynamic::Value;

/// What Charlie lets the pool stand for.
const COVERED: u128 = 5_000 * BHTD;

/// What Eve is awarded: worth half of it.
const AWARD: u128 = 25_000 * POINT;

/// What she redeems.
const REDEEMED: u128 = 10_000 * POINT;

/// What that is worth, at a tenth of a BHTD for a point.
const WORTH: u128 = 1_000 * BHTD;

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

/// The pool, as the main chain has it.
async fn pool(story: &Story) -> Result<PoolView> {
	let pool: Option<_> =
		story.state().await?.view("SideChains", "pool", vec![number(FIRST)]).await?;
	pool.ok_or_else(|| "the chain has no pool".into())
}

/// What of the pool stands for points, as the side chain has it.
async fn cover(story: &Story) -> Result<Cover> {
	let state = story.side()?.latest_final().await?;
	let cover: Option<_> = state.view("Redemption", "cover", vec![]).await?;
	cover.ok_or_else(|| "nobody's points are covered".into())
}

/// Charlie's points lie on the pool that Grace's margin has promised, and only as far as it was declared.
pub async fn declare(story: &mut Story) -> Result<Notes> {
	let (alice, charlie, eve) = (&story.cast.alice, &story.cast.charlie, &story.cast.eve);
	let side = story.side()?;
	let set_issuer = call("Redemption", "set_issuer", [("issuer", account(&charlie.id))]);
	side.succeed(alice, call("Sudo", "sudo", [("call", set_issuer.into_value())])).await?;
	let declare = || call("Redemption", "declare", [("owed", number(COVERED))]);
	side.expect(vec![(eve, declare(), Some("Redemption::NotIssuer")), (charlie, declare(), None)])
		.await?;

	let deadline = Deadline::new("the main chain has confirmed nothing", PATIENCE);
	while cover(story).await?.confirmed < COVERED {
		deadline.wait().await?;
	}
	let waited = deadline.elapsed();
	let there = pool(story).await?;
	ensure_eq("the pool", there, PoolView { promised: POOL, owed: COVERED, queued: 0 })?;

	let create = call(
		"Points",
		"create_class",
		[
			("name", Value::from_bytes("Points of the first chain")),
			("symbol", Value::from_bytes("FIRST")),
			("decimals", number(2u8)),
			("supply", number(1_000_000 * POINT)),
			("floor", number(WORTH / REDEEMED * 1_000_000_000_000_000_000)),
			("kind", variant("Value")),
			("scope", variant("Global")),
			("design", Value::from_bytes("{}")),
		],
	);
	let made = side
		.expect(vec![
			(charlie, create, None),
			(charlie, call("Points", "open_receipt_book", []), None),
		])
		.await?;
	let class = made[0].event::<ClassCreated>()?.class;
	let book = made[1].event::<ReceiptBookOpened>()?.book;
	let award = call(
		"Points",
		"award",
		[
			("class", number(class)),
			("beneficiary", account(&eve.id)),
			("amount", number(AWARD)),
			("receipt", Receipt { book, number: 0 }.into()),
		],
	);
	side.succeed(charlie, award).await?;
	let used = cover(story).await?.used;
	ensure_eq("what lies on the pool", used, WORTH / REDEEMED * AWARD)?;
	story.class = class;
	Ok(vec![
		format!(
			"The main chain keeps {} of {} for them; that took {} s.",
			bhtd(COVERED),
			bhtd(POOL),
			waited.as_secs()
		),
		format!("Eve is awarded points worth {}, all of which lie on the pool.", bhtd(used)),
	])
}

/// The points are on hold until the main chain has paid, and then in the vault.
pub async fn redeem(story: &mut Story) -> Result<Notes> {
	let (eve, ferdie, class) = (&story.cast.eve, &story.cast.ferdie, story.class);
	let side = story.side()?;
	let view = |state: crate::chain::State| async move {
		let found: Option<ClassView> = state.view("Points", "class", vec![number(class)]).await?;
		found.ok_or_else(|| crate::Error::from("there is no class"))
	};
	let redeem = |min_out| -> Call {
		call(
			"Redemption",
			"redeem_on_main",
			[
				("class", number(class)),
				("points", number(REDEEMED)),
				("min_out", number(min_out)),
				("beneficiary", account(&ferdie.id)),
			],
		)
	};
	let had = story.state().await?.funds(&ferdie.id).await?.free;
	let began = story.main()?.finalised().await?;
	let sent = side
		.expect(vec![
			(eve, redeem(WORTH + 1), Some("Redemption::BelowMinOut")),
			(eve, redeem(WORTH), None),
		])
		.await?;
	let Sent { number: nonce, amount, .. } = sent[1].event()?;
	ensure_eq("what is redeemed", amount, WORTH)?;
	let held = sent[1].state.points_holds(class, &eve.id).await?;
	ensure_eq("Eve's points on hold", held, vec![("Redemption::Redemption".into(), REDEEMED)])?;

	let deadline = Deadline::new("nothing is paid on the main chain", PATIENCE);
	let mut seen = began;
	let paid = loop {
		let last = story.main()?.finalised().await?;
		let mut found = None;
		for block in seen + 1..=last {
			let events = story.main()?.block(block).await?.events::<Redeemed>().await?;
			found = events.into_iter().next().map(|event| (block, event)).or(found);
		}
		seen = last;
		if let Some(found) = found {
			break found;
		}
		deadline.wait().await?;
	};
	let (block, event) = paid;
	ensure_eq(
		"what was paid",
		event,
		Redeemed { chain: FIRST, nonce, beneficiary: ferdie.id, amount: WORTH },
	)?;
	let got = story.state().await?.funds(&ferdie.id).await?.free - had;
	ensure!((WORTH..=WORTH + FEES).contains(&got), "Ferdie has got {}", bhtd(got));
	let there = pool(story).await?;
	let left = PoolView { promised: POOL - WORTH, owed: COVERED - WORTH, queued: 0 };
	ensure_eq("the pool", there, left)?;

	let deadline = Deadline::new("the answer has not arrived", PATIENCE);
	while cover(story).await?.reserved > 0 {
		deadline.wait().await?;
	}
	let now = cover(story).await?;
	ensure_eq("what is covered", now.confirmed, COVERED - WORTH)?;
	ensure_eq("what lies on the pool", now.used, WORTH / REDEEMED * (AWARD - REDEEMED))?;
	let state = side.latest_final().await?;
	ensure_eq("Eve's points", state.points(class, &eve.id).await?, AWARD - REDEEMED)?;
	ensure_eq("her points on hold", state.points_holds(class, &eve.id).await?, vec![])?;
	ensure_eq("what circulates", view(state).await?.circulating, AWARD - REDEEMED)?;
	Ok(vec![
		format!("{} points are redeemed for {}; for a planck more it is refused.", REDEEMED / POINT, bhtd(WORTH)),
		format!("Ferdie has {} on the main chain {} blocks after Eve signed: what is left of the message's \
			fee is with it.", bhtd(got), block - began),
		format!("{} s later the points are in the vault.", deadline.elapsed().as_secs()),
	])
}
