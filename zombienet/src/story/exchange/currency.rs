//! A credit institution, its currency, and who can make yuan.

use super::{institution_role, Notes, Story, BHTD, CHARLIE, DAVE, MINUTE, YUAN, YUAN_DECIMALS};
use crate::{
	ensure, ensure_eq,
	report::{bhtd, yuan},
	story::{
		liability_of,
		merchant::register_as,
		powers::{as_account, by_reason},
		FIXED_ONE,
	},
	types::{
		account, address,
		anchor::{
			Admitted, Attested, CurrencyCreated, CurrencyView, Limit, Minted, MintingHalted,
			MintingResumed, Standing, Terms,
		},
		call, number, Call, MarginView, Person,
	},
	Result,
};
use subxt::dynamic::Value;

/// What Alice sends Charlie, so that he can afford the role.
const LOAN: u128 = 100_000 * BHTD;

/// What Charlie locks beyond the minimum of the role: what some yuan take more than he mints, and the
/// penalty for not paying them.
const BOND: u128 = 3_080 * BHTD;

/// What Charlie has in reserve.
const RESERVE: u128 = 10_000 * YUAN;

/// What Charlie mints. What is owed for it is no whole number.
const MINTED: u128 = 5_000 * YUAN + 1;

/// What an account that is not identified may have.
const HOLDING_LIMIT: u128 = 6_000 * YUAN;

/// The least of a redemption.
pub(super) const MINIMUM: u128 = 20 * YUAN;

/// What a default costs beyond the compensation, in millionths.
const PENALTY: u32 = 100_000;

/// The whole, in millionths.
const MILLION: u128 = 1_000_000;

/// What a default costs beyond so many planck of compensation.
fn penalty_of(compensation: u128) -> u128 {
	(compensation * u128::from(PENALTY)).div_ceil(MILLION)
}

/// The terms of the currency. Half a BHTD and a little is owed for a yuan.
const TERMS: Terms = Terms {
	rate: (BHTD / 2 / YUAN * FIXED_ONE + FIXED_ONE / 2) * YUAN,
	freshness: 1_000,
	window: MINUTE,
	window_limit: 8_000 * YUAN,
	redemption_period: MINUTE,
	objection_period: MINUTE,
	arbitration_period: MINUTE,
	penalty: PENALTY,
	minimum_redemption: MINIMUM,
	holding_limit: Some(HOLDING_LIMIT),
};

/// Planck that compensate for so many units, and those of the penalty for not paying them.
fn bond_of(units: u128) -> (u128, u128) {
	let compensation = liability_of(units, TERMS.rate / YUAN);
	(compensation, penalty_of(compensation))
}

fn create_call(code: &str, terms: Terms) -> Call {
	let code = Value::from_bytes(code);
	let arguments = [("code", code), ("decimals", number(YUAN_DECIMALS)), ("terms", terms.into())];
	call("Anchor", "create_currency", arguments)
}

impl Story {
	fn admit_call(&self) -> Result<Call> {
		self.anchor_call("admit", [("institution", account(&self.cast.charlie.id))])
	}

	fn attest_call(&self) -> Result<Call> {
		let evidence = Value::from_bytes([2; 32]);
		self.anchor_call("attest", [("reserve", number(RESERVE)), ("evidence", evidence)])
	}

	/// The minting of yuan for Dave, for which no more than `most` planck may be owed.
	pub(super) fn mint_call(&self, units: u128, most: u128) -> Result<Call> {
		let more = [
			("to", account(&self.cast.dave.id)),
			("amount", number(units)),
			("max_liability", number(most)),
		];
		self.anchor_call("mint", more)
	}

	/// Governance lets Charlie mint.
	pub(super) async fn admit(&mut self) -> Result<()> {
		let admit = self.admit_call()?;
		let included = self.done_as_root(vec![admit]).await?;
		let (currency, institution) = (self.currency()?, self.cast.charlie.id);
		included[0].emitted(&[Admitted { currency, institution }])
	}

	async fn can_receive(&self, who: &Person, units: u128) -> Result<bool> {
		let arguments = vec![number(self.currency()?), account(&who.id), number(units)];
		self.state.view("Anchor", "can_receive", arguments).await
	}
}

/// Governance makes the currency within bounds, and admits who has locked a margin.
pub async fn found(story: &mut Story) -> Result<Notes> {
	let refused = vec![
		create_call("cny", TERMS),
		create_call("CNY", Terms { rate: TERMS.rate / YUAN, ..TERMS }),
		create_call("CNY", Terms { rate: TERMS.rate * 100, ..TERMS }),
		create_call("CNY", Terms { redemption_period: MINUTE - 1, ..TERMS }),
		create_call("CNY", Terms { holding_limit: Some(99 * YUAN), ..TERMS }),
	];
	let refusals = story.refused_as_root(refused).await?;
	let reasons: Vec<_> = refusals.iter().map(|(_, error)| error.as_str()).collect();
	let expected = [
		"CodeMalformed",
		"RateOutOfBounds",
		"MinimumRedemptionOutOfBounds",
		"PeriodOutOfBounds",
		"HoldingLimitTooLow",
	]
	.map(|error| format!("Anchor::{error}"));
	ensure_eq("why currencies are refused", reasons, expected.iter().map(|it| &**it).collect())?;

	let loan = [("dest", address(&story.cast.charlie.id)), ("value", number(LOAN))];
	story.succeed(|cast| &cast.alice, call("Balances", "transfer_keep_alive", loan)).await?;
	let included = story.done_as_root(vec![create_call("CNY", TERMS)]).await?;
	let created: CurrencyCreated = included[0].event()?;
	let (currency, code) = (created.currency, b"CNY".to_vec());
	let expected = CurrencyCreated { currency, code, decimals: YUAN_DECIMALS, terms: TERMS };
	ensure_eq("the new currency", &created, &expected)?;
	story.exchange.currency = Some(currency);
	let too_early = story.admit_call()?;
	let too_early = story.refused_as_root(vec![too_early]).await?;
	ensure_eq("the admission without margin", &*too_early[0].1, "Anchor::NotActiveInstitution")?;

	let minimum = story.terms_of(institution_role()).await?.minimum;
	let margin = minimum + BOND;
	let admit_himself = story.admit_call()?;
	story
		.expect(|cast| {
			let register = register_as("Charlie's bank", institution_role(), margin);
			vec![(&cast.charlie, register, None), (&cast.charlie, admit_himself, Some("BadOrigin"))]
		})
		.await?;
	story.admit().await?;

	let CurrencyView { currency, total, .. } = story.currency_view().await?;
	ensure_eq("the terms", (currency.terms, currency.halted), (TERMS, false))?;
	let found = (currency.decimals, total);
	ensure_eq("the decimals, and the yuan there are", found, (YUAN_DECIMALS, 0))?;
	let view = story.institution().await?;
	let found = (view.institution.standing, view.is_fresh, view.mintable, view.limit);
	ensure_eq("the institution", found, (Standing::Admitted, false, 0, Limit::Attestation))?;
	let expected = MarginView { held: margin, owed: 0, minimum, capacity: BOND };
	ensure_eq("the bond", story.margin_of(CHARLIE, institution_role()).await?, Some(expected))?;
	let before = story.before.of(&story.cast.charlie)?.reserved;
	let locked = story.look().await?.of(&story.cast.charlie)?.reserved - before;
	ensure!(locked > margin, "there is no deposit for Charlie's profile");
	story
		.changed(&[(CHARLIE, &|charlie| {
			charlie.free = charlie.free + LOAN - locked;
			charlie.reserved += locked;
		})])
		.await?;
	Ok(vec![
		format!(
			"{} is the least that an institution locks; he locks {}.",
			bhtd(minimum),
			bhtd(margin)
		),
		format!("The root key makes the currency: {} are owed for a yuan.", bhtd(bond_of(YUAN).0)),
		"Terms beyond the bounds are refused, and so is an institution without margin.".into(),
	])
}

/// Minting stays within reserve, window, holding limit and bond, whichever is least.
pub async fn mint(story: &mut Story) -> Result<Notes> {
	let (currency, institution) = (story.currency()?, story.cast.charlie.id);
	let (compensation, penalty) = bond_of(MINTED);
	let liability = compensation + penalty;
	let mint = |units, most| story.mint_call(units, most);
	let any = u128::MAX;
	let tries = [
		(story.attest_call()?, None),
		(mint(RESERVE + 1, any)?, Some("Anchor::ExceedsReserve")),
		(mint(TERMS.window_limit + 1, any)?, Some("Anchor::ExceedsWindow")),
		(mint(HOLDING_LIMIT + 1, any)?, Some("Anchor::ExceedsHoldingLimit")),
		(mint(HOLDING_LIMIT, any)?, Some("Margin::ExceedsCapacity")),
		(mint(MINTED, liability - 1)?, Some("Anchor::AboveMaxLiability")),
		(mint(MINTED, liability)?, None),
	];
	let unattested = mint(YUAN, any)?;
	let (by_dave, attest) = (mint(YUAN, any)?, story.attest_call()?);
	let included = story
		.expect(|cast| {
			let (charlie, dave) = (&cast.charlie, &cast.dave);
			let mut calls = vec![
				(dave, by_dave, Some("Anchor::InstitutionNotFound")),
				(dave, attest, Some("Anchor::InstitutionNotFound")),
				(charlie, unattested, Some("Anchor::AttestationStale")),
			];
			calls.extend(tries.into_iter().map(|(call, error)| (charlie, call, error)));
			calls
		})
		.await?;
	included[3].emitted(&[Attested { currency, institution, reserve: RESERVE }])?;
	let to = story.cast.dave.id;
	let minted = Minted { currency, institution, to, amount: MINTED, liability };
	included[9].emitted(&[minted])?;

	story.changed(&[(DAVE, &|dave| dave.yuan += MINTED)]).await?;
	let view = story.institution().await?;
	let owed = (view.institution.owed, view.institution.penalties);
	ensure_eq("what Charlie owes", owed, (compensation, penalty))?;
	ensure_eq("the yuan that he has minted", view.institution.outstanding, MINTED)?;
	let (mintable, capacity) = (view.mintable, BOND - liability);
	// As much as the bond bears at what is owed for the yuan that there are, and no more.
	let needed = |units: u128| {
		let cover = |owed: u128| (units * owed).div_ceil(MINTED);
		let compensation = bond_of(units).0.max(cover(compensation));
		compensation + penalty_of(compensation).max(cover(penalty))
	};
	let fits = (needed(mintable) <= capacity, needed(mintable + 1) <= capacity);
	ensure_eq("whether the bond bears that, and more", fits, (true, false))?;
	ensure_eq("what he can still mint", (view.is_fresh, view.limit), (true, Limit::Bond))?;
	let dave = &story.cast.dave;
	let room = HOLDING_LIMIT - MINTED;
	let fits = [story.can_receive(dave, room).await?, story.can_receive(dave, room + 1).await?];
	ensure_eq("whether Dave may have as much more", fits, [true, false])?;
	Ok(vec![
		format!("{} for Dave; the margin owes {}.", yuan(MINTED), bhtd(liability)),
		"More is refused: than is in reserve, in so short a time, for one account, than is bonded."
			.into(),
		format!("The bond leaves {} to be minted.", yuan(mintable)),
	])
}

/// Neither root nor council makes, moves or redeems yuan; half of the council halts minting.
pub async fn powers(story: &mut Story) -> Result<Notes> {
	ensure!(!story.state.has_calls("AnchoredAssets")?, "the assets of the token have calls");
	ensure!(!story.state.has_calls("AnchoredHolder")?, "the holds of the token have calls");
	let currency = story.currency()?;
	let attempts = |story: &Story| -> Result<Vec<Call>> {
		let moves = story.send_call(|cast| &cast.alice, YUAN)?;
		Ok(vec![
			story.mint_call(YUAN, u128::MAX)?,
			story.attest_call()?,
			moves,
			story.anchor_call("retire", [("amount", number(YUAN))])?,
		])
	};
	let mut notes = vec!["The assets behind the token have no calls at all.".into()];
	let as_root = story.refused_as_root(attempts(story)?).await?;
	notes.extend(by_reason(as_root).into_iter().map(|refused| format!("as root, {refused}")));
	let mut motions = attempts(story)?;
	let keyless = story.currency_view().await?.account;
	motions.push(as_account(&keyless, story.mint_call(YUAN, u128::MAX)?));
	motions.push(as_account(&story.cast.dave.id, story.send_call(|cast| &cast.alice, YUAN)?));
	let by_council = story.refused_by_council(motions).await?;
	notes.extend(by_reason(by_council).into_iter().map(|refused| format!("by council, {refused}")));

	let halt = || story.anchor_call("halt_minting", []);
	let (by_eve, halt) = (halt()?, halt()?);
	let included = story.done_by_council(vec![halt]).await?;
	included[0].emitted(&[MintingHalted { currency }])?;
	let view = story.institution().await?;
	ensure_eq("what can be minted", (view.mintable, view.limit), (0, Limit::Halt))?;
	let mint = story.mint_call(YUAN, u128::MAX)?;
	let send = story.send_call(|cast| &cast.eve, YUAN)?;
	let too_much = story.send_call(|cast| &cast.eve, MINTED)?;
	story
		.expect(|cast| {
			vec![
				(&cast.charlie, mint, Some("Anchor::MintingHalted")),
				(&cast.dave, send, None),
				(&cast.dave, too_much, Some("Anchor::InsufficientTokens")),
				(&cast.eve, by_eve, Some("BadOrigin")),
			]
		})
		.await?;
	let resume = story.anchor_call("resume_minting", [])?;
	let included = story.done_as_root(vec![resume]).await?;
	included[0].emitted(&[MintingResumed { currency }])?;
	ensure_eq("what limits minting", story.institution().await?.limit, Limit::Bond)?;
	story
		.changed(&[(DAVE, &|dave| dave.yuan -= YUAN), (|cast| &cast.eve, &|eve| eve.yuan += YUAN)])
		.await?;
	notes.push(format!("The council halts minting; Dave sends Eve {} all the same.", yuan(YUAN)));
	Ok(notes)
}
