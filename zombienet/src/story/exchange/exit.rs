//! How an operator leaves.

use super::{
	cancel_call, cost,
	desk::{bid, ASK, BIDS, LOTS},
	operator,
	points::{PRICE, WANTED},
	proceeds,
	trade::{BOUGHT, SOLD},
	trade_call, Notes, Story, Who, BHTD, DAVE,
};
use crate::{
	ensure, ensure_eq,
	report::{bhtd, yuan},
	story::{value_of, BLOCK_LIMIT, FIXED_ONE},
	types::{
		account, call, number,
		wholesale::{Departure, Left, Market, MarketRemoved, RecordRemoved, RecordView, Volume},
		Call,
	},
	Result,
};

const FERDIE: Who = |cast| &cast.ferdie;

fn operators(name: &str) -> Call {
	call("Margin", name, [("role", operator())])
}

impl Story {
	async fn record(&self, market: Market) -> Result<Option<RecordView>> {
		let arguments = vec![account(&self.cast.dave.id), market.into()];
		self.state.view("Wholesale", "record", arguments).await
	}

	fn remove_record_call(&self, market: Market) -> Call {
		let dave = account(&self.cast.dave.id);
		call("Wholesale", "remove_record", [("who", dave), ("market", market.into())])
	}
}

/// What an operator has traded is public; quotes that are left behind can be removed by anybody.
pub async fn announce(story: &mut Story) -> Result<Notes> {
	let (market, points) = (story.bhtd_market()?, story.points_market()?);
	let ask = story.exchange.ask;
	let remove_ask = || call("Wholesale", "remove_stale", [("id", number(ask))]);
	let remove_record = story.remove_record_call(market);
	let remove_market = || trade_call("remove_market", points, []);
	story
		.expect(|cast| {
			vec![
				(&cast.ferdie, remove_ask(), Some("Wholesale::QuoteNotStale")),
				(&cast.ferdie, remove_record, Some("Wholesale::RecordInUse")),
				(&cast.eve, remove_market(), Some("Wholesale::NotOpener")),
			]
		})
		.await?;

	let deposits = story.deposits(DAVE).await?;
	let bids = std::mem::take(&mut story.exchange.bids);
	let in_bulk = story.quote_call(bid(market, 1), BIDS[1].0, LOTS[1]);
	let included = story
		.expect(|cast| {
			let dave = &cast.dave;
			let mut calls: Vec<_> = bids.iter().map(|id| (dave, cancel_call(*id), None)).collect();
			calls.extend([
				(dave, remove_market(), None),
				(dave, operators("announce_exit"), None),
				(dave, operators("withdraw"), Some("Margin::NoticeRunning")),
				(dave, in_bulk, Some("Wholesale::NotActiveOperator")),
			]);
			calls
		})
		.await?;
	for (included, id) in included.iter().zip(&bids) {
		included.emitted(&[Left { id: *id, reason: Departure::Cancelled }])?;
	}
	included[bids.len()].emitted(&[MarketRemoved { market: points }])?;
	let notice = story.terms_of(operator()).await?.notice;
	story.exchange.leaves_at = story.state.number() + u64::from(notice);

	let reason = Departure::OwnerInactive;
	let stale = story.quote_of(ask).await?.and_then(|quote| quote.stale);
	ensure_eq("what is wrong with the quote he leaves", stale, Some(reason))?;
	let included = story.succeed(FERDIE, remove_ask()).await?;
	included.emitted(&[Left { id: ask, reason }])?;
	let (on_hold, returned) = (ASK.1 - BOUGHT, deposits - story.deposits(DAVE).await?);
	ensure!(returned > 3 * story.exchange.deposit, "a deposit was not returned");
	story
		.changed(&[(DAVE, &|dave| {
			dave.free += on_hold + returned;
			dave.reserved -= on_hold + returned;
			dave.yuan += dave.held_yuan;
			dave.held_yuan = 0;
		})])
		.await?;
	let owed = story.margin_of(DAVE, operator()).await?.map(|margin| margin.owed);
	ensure_eq("what Dave's margin owes", owed, Some(0))?;

	let large = BIDS[2].1;
	let paid = proceeds(large, BIDS[2].0) + proceeds(SOLD - large, BIDS[1].0);
	let received = cost(BOUGHT, ASK.0);
	let volume = Volume { fills: 3, bought: SOLD, paid, sold: BOUGHT, received };
	let [mean_bid, mean_ask] = [paid * FIXED_ONE / SOLD, received * FIXED_ONE / BOUGHT];
	let expected = RecordView {
		open: vec![],
		volume,
		mean_bid: Some(mean_bid),
		mean_ask: Some(mean_ask),
		spread: Some((mean_ask - mean_bid) as i128),
	};
	ensure_eq("Dave's record", story.record(market).await?, Some(expected))?;
	let (bought, paid) = (WANTED, value_of(WANTED, PRICE));
	let volume = Volume { fills: 1, bought, paid, ..Default::default() };
	let record = story.record(points).await?.map(|record| (record.volume, record.spread));
	ensure_eq("Dave's record of points", record, Some((volume, None)))?;
	Ok(vec![
		"What he offered is his again; Ferdie removes the quote that Dave has left.".into(),
		format!(
			"Anybody can read that he bought {} and sold {}, {} above.",
			bhtd(SOLD),
			bhtd(BOUGHT),
			yuan((mean_ask - mean_bid) * BHTD / FIXED_ONE),
		),
		"His margin owes nothing, and is held until the notice ends.".into(),
	])
}

/// The margin, the deposit of its profile, and what was held for the records.
pub async fn withdraw(story: &mut Story) -> Result<Notes> {
	let markets = [story.bhtd_market()?, story.points_market()?];
	let leaves_at = story.exchange.leaves_at;
	let blocks = leaves_at.saturating_sub(story.state.number()) as u32;
	story.state = story.chain.wait_for_block(leaves_at, BLOCK_LIMIT * (blocks + 1)).await?;
	story.succeed(DAVE, operators("withdraw")).await?;
	ensure_eq("Dave's margin", story.margin_of(DAVE, operator()).await?, None)?;
	let remove = markets.map(|market| story.remove_record_call(market));
	let included = story
		.expect(|cast| remove.into_iter().map(|call| (&cast.ferdie, call, None)).collect())
		.await?;
	let who = story.cast.dave.id;
	for (included, market) in included.iter().zip(markets) {
		included.emitted(&[RecordRemoved { who, market }])?;
		ensure_eq("Dave's record", story.record(market).await?, None)?;
	}
	let held = story.before.of(&story.cast.dave)?.reserved;
	story
		.changed(&[(DAVE, &|dave| {
			dave.free += held;
			dave.reserved = 0;
		})])
		.await?;
	Ok(vec![
		format!("{} are his again; nothing of his is held any more.", bhtd(held)),
		"Once he has gone, Ferdie has his records removed.".into(),
	])
}
