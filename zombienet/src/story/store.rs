//! What Bob sells in the store: products for BHTD, for points and for both, with escrow and an arbiter.
//!
//! [`open`] is the first step; the others are in the modules. They share what stands here: how an order
//! is placed as quoted, shipped and completed, and what must come of it.

pub(super) mod disputes;
pub(super) mod limits;
pub(super) mod orders;
pub(super) mod payments;
mod shop;

pub use shop::Shop;

use self::shop::{earns, in_bhtd, Fee, Offer, Open, Wish};
use super::{
	merchant::register_as, merchant_role, Notes, Picture, Story, Who, BHTD, FIXED_ONE, POINT,
};
use crate::{
	chain::{held_for, Included},
	ensure, ensure_eq,
	report::{bhtd, points},
	types::{
		account, call, fields, list, number, option, Amounts, Call, Deposit, Earned, Earning,
		Listed, Order, OrderAdvanced, OrderId, OrderState, OrderStep, OrderView, Person, Price,
		Product, ProductView, Quote, Redeemed, RewardsDivided, Rule, RuleSet,
	},
	Result,
};
use subxt::{dynamic::Value, utils::AccountId32};

/// A bag of coffee, in planck. No share of it is a whole number.
const COFFEE: u128 = 10 * BHTD + 1;

/// How many bags of coffee there are.
const BAGS: u32 = 50;

/// The last tin, in planck.
const TIN: u128 = 2 * BHTD;

/// A mug, in points.
const MUG: u128 = 20 * POINT;

/// The category of coffee, which earns half as much again.
const BEVERAGES: u16 = 7;

/// The category of everything else, which earns by the rate alone.
const GOODS: u16 = 1;

/// By how much the rate is multiplied for coffee, in hundredths.
const MULTIPLIER: u16 = 150;

/// The multiplier of categories for which the rule says nothing.
const PLAIN: u16 = 100;

/// How points are earned: one per BHTD and two for each order, but not more than forty.
const RULE: Rule = Rule {
	rate: POINT * FIXED_ONE / BHTD,
	bonus: 2 * POINT,
	cap_per_order: 40 * POINT,
	budget: 1_000 * POINT,
};

/// What the arbiter gets of what it decides about, in millionths.
const ARBITER_FEE: u32 = 50_000;

/// The whole, in millionths.
const MILLION: u128 = 1_000_000;

/// How many of the shortest windows a step may take, with time to spare.
const LONG: u32 = 20;

/// Why what is paid for open orders is held.
const ESCROW: &str = "Store::Escrow";

/// Why deposits of the store are held.
const DEPOSIT: &str = "Store::Deposit";

/// The account of the treasury, which has no key.
pub(super) const TREASURY: AccountId32 =
	AccountId32(*b"modlbhtd/trs\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");

impl Story {
	/// Who decides about disputes, and others who cannot: Alice has no margin.
	fn arbiters(&self) -> Value {
		let arbiter = |who: &Person| {
			fields([
				("who", account(&who.id)),
				("role", merchant_role()),
				("fee", number(ARBITER_FEE)),
			])
		};
		list([&self.cast.ferdie, &self.cast.alice].map(arbiter))
	}

	/// The listing of a product whose orders have the times of `offer`.
	fn list_call(
		&self,
		title: &str,
		category: u16,
		offer: Offer,
		price: Price,
		stock: Option<u32>,
	) -> Result<Call> {
		let content = [
			("title", Value::from_bytes(title)),
			("hash", Value::from_bytes([7; 32])),
			("uri", Value::from_bytes("https://coffee.example/")),
		];
		let terms = [
			("category", number(category)),
			("delivery", number(offer.delivery)),
			("returns", number(offer.returns)),
			("earns", option(Some(number(self.class()?)))),
			("arbiters", self.arbiters()),
		];
		let arguments = [
			("content", fields(content)),
			("terms", fields(terms)),
			("price", price.into()),
			("stock", option(stock.map(number))),
		];
		Ok(call("Store", "list", arguments))
	}

	fn set_rule_call(&self) -> Result<Call> {
		let multiplier = Value::unnamed_composite([number(BEVERAGES), number(MULTIPLIER)]);
		let rule = [
			("rate", number(RULE.rate)),
			("bonus", number(RULE.bonus)),
			("multipliers", list([multiplier])),
			("cap_per_order", number(RULE.cap_per_order)),
			("cap_per_day", option(None)),
			("budget", number(RULE.budget)),
			("from", number(0u8)),
			("until", number(u32::MAX)),
		];
		let arguments = [("class", number(self.class()?)), ("rule", fields(rule))];
		Ok(call("Store", "set_rule", arguments))
	}

	async fn product(&self, offer: Offer) -> Result<Product> {
		let arguments = vec![number(offer.product)];
		let found: Option<ProductView> = self.state.view("Store", "product", arguments).await?;
		Ok(found.ok_or("the product is gone")?.product)
	}

	async fn quote(&self, offer: Offer, quantity: u32, buyer: Who) -> Result<Quote> {
		let buyer = account(&buyer(&self.cast).id);
		let arguments = vec![number(offer.product), number(quantity), buyer];
		let quote: Option<Quote> = self.state.view("Store", "quote_order", arguments).await?;
		quote.ok_or_else(|| "there is no quote".into())
	}

	async fn rule(&self) -> Result<Rule> {
		let arguments = vec![number(self.class()?)];
		let rule: Option<Rule> = self.state.view("Store", "rule", arguments).await?;
		rule.ok_or_else(|| "there is no earning rule".into())
	}

	async fn open_order(&self, id: OrderId) -> Result<Option<OrderView>> {
		self.state.view("Store", "open_order", vec![id.into()]).await
	}

	/// What a buyer who accepts a quote asks for.
	fn wish(&self, offer: Offer, quantity: u32, quote: Quote) -> Wish {
		Wish {
			product: offer.product,
			revision: quote.revision,
			quantity,
			max_price: quote.price,
			min_earned: quote.earned,
			arbiter: self.cast.ferdie.id,
			recipient: None,
		}
	}

	/// Places an order as quoted, and checks what it says.
	async fn place(
		&mut self,
		offer: Offer,
		quantity: u32,
		buyer: Who,
		recipient: Option<Who>,
	) -> Result<Open> {
		let quote = self.quote(offer, quantity, buyer).await?;
		ensure!(quote.available && quote.awardable == (quote.earned > 0), "unusual: {quote:?}");
		let mut wish = self.wish(offer, quantity, quote);
		wish.recipient = recipient.map(|recipient| recipient(&self.cast).id);
		let included = self.succeed(buyer, wish.into()).await?;
		self.placed(&included, offer, quantity, quote, buyer, recipient.unwrap_or(buyer)).await
	}

	/// Checks an order that has just been placed.
	async fn placed(
		&self,
		included: &Included,
		offer: Offer,
		quantity: u32,
		quote: Quote,
		buyer: Who,
		recipient: Who,
	) -> Result<Open> {
		let OrderAdvanced { order: id, .. } = included.event()?;
		ensure_eq("what was ordered", id.product, offer.product)?;
		let promised = quote.earned;
		let rule = self.shop.rule.ok_or("there is no earning rule yet")?;
		let earning = Earning { class: self.class()?, rule, amount: promised };
		let earning = Some(earning).filter(|_| promised > 0);
		let paid = Amounts {
			bhtd: quote.price.bhtd,
			points: quote.price.points.map_or(0, |(_, units)| units),
		};
		let open = Open { id, offer, buyer, recipient, paid, promised };
		let order = Order {
			merchant: self.cast.bob.id,
			buyer: buyer(&self.cast).id,
			recipient: recipient(&self.cast).id,
			arbiter: self.cast.ferdie.id,
			paid,
			escrow: paid,
			earning,
			state: OrderState::Placed,
			deadline: included.state.number() as u32 + offer.delivery,
		};
		included.emitted(&[open.advanced(OrderStep::Placed {
			merchant: order.merchant,
			buyer: order.buyer,
			recipient: order.recipient,
			arbiter: order.arbiter,
			quantity,
			paid: quote.price,
			earning,
			deadline: order.deadline,
		})])?;
		let found = self.open_order(id).await?.map(|view| view.order);
		ensure_eq("the order", found, Some(order))?;
		Ok(open)
	}

	/// Bob ships an order.
	async fn ship(&mut self, open: &Open) -> Result<()> {
		let included = self.succeed(|cast| &cast.bob, open.call("ship", [])).await?;
		let deadline = included.state.number() as u32 + open.offer.returns;
		included.emitted(&[open.advanced(OrderStep::Shipped { deadline })])
	}

	/// Has an order completed by a call, and checks what it says. Its recipient earns in proportion to
	/// what was kept, which is `net`.
	async fn complete(&mut self, who: Who, name: &str, open: &Open, net: Amounts) -> Result<Fee> {
		let included = self.succeed(who, open.call(name, [])).await?;
		let (fee, earned) = self.completed(&included, open, net).await?;
		let class = self.class()?;
		let to_recipient = Earned { class, who: (open.recipient)(&self.cast).id, amount: earned };
		let to_recipient = Some(to_recipient).filter(|_| earned > 0);
		included.emitted(to_recipient.as_slice())?;
		Ok(fee)
	}

	/// Checks an order that has just completed: its points may have been missed.
	async fn completed(
		&mut self,
		included: &Included,
		open: &Open,
		net: Amounts,
	) -> Result<(Fee, u128)> {
		let fee = self.shop.fee(net.bhtd);
		let earned = (open.promised * net.bhtd).checked_div(open.paid.bhtd).unwrap_or_default();
		self.shop.earned += earned;
		let step = OrderStep::Completed { net, fee: fee.total, earned };
		included.emitted(&[open.advanced(step)])?;
		let back =
			Redeemed { class: self.class()?, who: (open.buyer)(&self.cast).id, amount: net.points };
		included.emitted(Some(back).filter(|_| net.points > 0).as_slice())?;
		ensure_eq("the closed order", self.open_order(open.id).await?, None)?;
		self.check_fee(included, fee).await?;
		Ok((fee, earned))
	}

	/// The treasury and the issuance have changed by their share in the fee, in the block of this call
	/// alone.
	async fn check_fee(&self, included: &Included, fee: Fee) -> Result<()> {
		let after = &included.state;
		let before = self.chain.block(after.number() - 1).await?;
		let paid_in: Vec<Deposit> = included.all()?;
		let paid_in = paid_in.into_iter().filter(|paid| paid.who == TREASURY);
		let paid_in: Vec<_> = paid_in.map(|paid| paid.amount).collect();
		if fee.treasury > 0 {
			ensure_eq("the treasury's share", paid_in.first(), Some(&fee.treasury))?;
		}
		// The other one is its part of what the call cost.
		ensure_eq("payments to the treasury", paid_in.len(), 1 + usize::from(fee.treasury > 0))?;
		let (was, is) = (before.funds(&TREASURY).await?, after.funds(&TREASURY).await?);
		ensure_eq("what the treasury has", is.free, was.free + paid_in.iter().sum::<u128>())?;

		let issued: u128 =
			after.events::<RewardsDivided>().await?.iter().map(|rewards| rewards.issued).sum();
		let was: u128 = before.get("Balances", "TotalIssuance", vec![]).await?;
		let is: u128 = after.get("Balances", "TotalIssuance", vec![]).await?;
		ensure_eq("the issuance of BHTD", is, was + issued - fee.burnt)
	}

	/// Everybody's holds are all that is held, those in escrow are what open orders say, and so is what
	/// is left of the rule's budget.
	pub(super) async fn check_holds(&self, picture: &Picture) -> Result<()> {
		let orders: Vec<Order> = self.state.values("Store", "Orders").await?;
		let mut open = 0;
		for person in self.cast.shown() {
			let mut escrow = Amounts::default();
			for order in orders.iter().filter(|order| order.buyer == person.id) {
				escrow.bhtd += order.escrow.bhtd;
				escrow.points += order.escrow.points;
				open += 1;
			}
			let whose = |what: &str| format!("{what} of {}", person.name);
			let holds = self.state.holds(&person.id).await?;
			let total: u128 = holds.iter().map(|(_, amount)| amount).sum();
			let staked = self.bounty.at_stake(&person.id);
			ensure_eq(&whose("all holds"), total + staked, picture.of(person)?.reserved)?;
			ensure_eq(&whose("the BHTD in escrow"), held_for(ESCROW, &holds), escrow.bhtd)?;
			if let Some(class) = self.class {
				let holds = self.state.points_holds(class, &person.id).await?;
				let held = held_for(ESCROW, &holds);
				ensure_eq(&whose("the points in escrow"), held, escrow.points)?;
			}
		}
		ensure_eq("the open orders", orders.len(), open)?;
		if self.shop.rule.is_some() {
			let promised = orders.iter().filter_map(|order| order.earning);
			let promised: u128 = promised.map(|earning| earning.amount).sum();
			let budget = RULE.budget - self.shop.earned - promised;
			ensure_eq("the earning rule", self.rule().await?, Rule { budget, ..RULE })?;
		}
		Ok(())
	}
}

/// Products, a rule by which they earn points, and somebody with a margin who decides disputes.
pub async fn open(story: &mut Story) -> Result<Notes> {
	let class = story.class()?;
	let shortest: u32 = story.state.constant("Store", "ShortestWindow")?;
	let parts = |name| story.state.constant::<u32>("Store", name).map(u128::from);
	(story.shop.fee_rate, story.shop.burnt_share) = (parts("FeeRate")?, parts("BurntShare")?);
	let [mut coffee, mut tin, mut mug, too_short] = [(LONG, LONG), (1, LONG), (LONG, 1), (0, LONG)]
		.map(|(delivery, returns)| Offer {
			product: 0,
			delivery: shortest * delivery,
			returns: shortest * returns,
		});
	let for_points = Price { bhtd: 0, points: Some((class, MUG)) };
	let list_coffee =
		|offer| story.list_call("Coffee, a bag", BEVERAGES, offer, in_bhtd(COFFEE), Some(BAGS));
	let (by_eve, refused, list_coffee) =
		(list_coffee(coffee)?, list_coffee(too_short)?, list_coffee(coffee)?);
	let list_tin = story.list_call("The last tin", GOODS, tin, in_bhtd(TIN), Some(1))?;
	let list_mug = story.list_call("A mug", GOODS, mug, for_points, None)?;
	let (rule_by_eve, set_rule) = (story.set_rule_call()?, story.set_rule_call()?);
	let minimum = story.terms.minimum;
	let included = story
		.expect(|cast| {
			let (bob, eve, ferdie) = (&cast.bob, &cast.eve, &cast.ferdie);
			vec![
				(bob, list_coffee, None),
				(bob, list_tin, None),
				(bob, list_mug, None),
				(bob, set_rule, None),
				(bob, refused, Some("Store::WindowOutOfBounds")),
				(eve, by_eve, Some("Store::NotActiveMerchant")),
				(eve, rule_by_eve, Some("Store::NotIssuer")),
				(ferdie, register_as("Ferdie decides", merchant_role(), minimum), None),
			]
		})
		.await?;

	let listed = [
		(&mut coffee, in_bhtd(COFFEE), Some(BAGS)),
		(&mut tin, in_bhtd(TIN), Some(1)),
		(&mut mug, for_points, None),
	];
	let merchant = story.cast.bob.id;
	for (included, (offer, price, stock)) in included.iter().zip(listed) {
		let event: Listed = included.event()?;
		offer.product = event.product;
		ensure_eq("the listing", &event, &Listed { merchant, price, ..event.clone() })?;
		let expected = Product { merchant, price, stock, paused: false, revision: 0, orders: 0 };
		ensure_eq("the product", story.product(*offer).await?, expected)?;
	}
	let RuleSet { class: of, serial } = included[3].event()?;
	ensure_eq("whose rule it is", of, class)?;
	story.shop = Shop { coffee, tin, mug, rule: Some(serial), ..std::mem::take(&mut story.shop) };

	let earned = earns(2 * COFFEE, MULTIPLIER);
	let price = in_bhtd(2 * COFFEE);
	let expected = Quote { revision: 0, price, earned, awardable: true, available: true };
	ensure_eq("the quote", story.quote(coffee, 2, |cast| &cast.eve).await?, expected)?;

	let deposit = story.state.held(&merchant, DEPOSIT).await?;
	let holds = story.state.holds(&story.cast.ferdie.id).await?;
	ensure_eq("Ferdie's margin", held_for("Margin::Merchant", &holds), minimum)?;
	let locked: u128 = holds.iter().map(|(_, amount)| amount).sum();
	let after = story
		.changed(&[
			(|cast| &cast.bob, &|bob| {
				bob.free -= deposit;
				bob.reserved += deposit;
			}),
			(|cast| &cast.ferdie, &|ferdie| {
				ferdie.free -= locked;
				ferdie.reserved += locked;
			}),
		])
		.await?;
	ensure_eq("the margin", &after.margin, &story.before.margin)?;
	Ok(vec![
		format!("Ferdie locks {} as a merchant, like everybody who is to decide.", bhtd(minimum)),
		format!(
			"Coffee for {}, a tin for {}, a mug for {}; the deposits are {}.",
			bhtd(COFFEE),
			bhtd(TIN),
			points(MUG),
			bhtd(deposit)
		),
		format!(
			"Two bags of coffee are quoted at {} and earn {}.",
			bhtd(price.bhtd),
			points(earned)
		),
		"Eve can neither sell without a margin nor say how Bob's points are earned.".into(),
	])
}
