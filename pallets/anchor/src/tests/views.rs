//! What wallets and portals read, and other pallets ask.

use super::*;
use bhtd_primitives::Settlement;

fn mintable(who: AccountId) -> (Balance, Limit) {
	let view = Anchor::institution(CNY, who).expect("it was admitted");
	(view.mintable, view.limit)
}

#[test]
fn a_currency_is_shown_with_its_asset() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		let view = Anchor::currency(CNY).unwrap();
		assert_eq!((view.total, view.account), (1_000, Anchor::account(CNY)));
		let Currency { decimals, terms: shown, halted, .. } = view.currency.clone();
		assert_eq!((decimals, shown, halted), (2, terms(), false));
		assert_eq!(view.currency.code, code(b"CNY"));
		assert!(Anchor::currency(1).is_none());
	});
}

/// What is said to be mintable is minted, and one unit more is not.
fn assert_exact(most: Balance, limit: Limit) {
	assert_eq!(mintable(BANK), (most, limit));
	frame_support::hypothetically!({
		assert!(mint(BANK, CAROL, most + 1).is_err());
	});
	if most > 0 {
		frame_support::hypothetically!({
			assert_ok!(mint(BANK, CAROL, most));
		});
	}
}

#[test]
fn the_tightest_limit_is_named_and_exact() {
	ExtBuilder::default().margin(30_001).build_and_execute(|| {
		assert_exact(13_636, Limit::Bond);
		attest(BANK, 700);
		assert_exact(700, Limit::Reserve);
		assert_ok!(mint(BANK, ALICE, 300));
		assert_ok!(redeem(ALICE, 200));
		assert_exact(400, Limit::Reserve);
		attest(BANK, RESERVE);
		assert_ok!(Margin::top_up(signed(BANK), Role::CreditInstitution, 100_000));
		assert_exact(WINDOW_LIMIT - 300, Limit::Window);
		set_terms(Terms { rate: per_unit(1.into()), window_limit: 1_000_000, ..terms() });
		attest(BANK, 10 * RESERVE);
		// The bond is measured by the cover that the tokens have, 2.2 planck each, not by the lower rate.
		assert_exact((130_001 - 660) * 10 / 22, Limit::Bond);
	});
}

#[test]
fn what_stops_minting_is_named() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(Anchor::institution(CNY, OUTSIDER).is_none());
		assert!(Anchor::institution(7, BANK).is_none());
		assert!(Anchor::institution(CNY, BANK).unwrap().is_fresh);
		advance(FRESHNESS + 1);
		assert!(!Anchor::institution(CNY, BANK).unwrap().is_fresh);
		assert_exact(0, Limit::Attestation);
		assert_ok!(Margin::announce_exit(signed(BANK), Role::CreditInstitution));
		assert_exact(0, Limit::Role);
		assert_ok!(Anchor::halt_minting(signed(GUARD), CNY));
		assert_exact(0, Limit::Halt);
		assert_ok!(mint_anyway());
		assert_ok!(Anchor::dismiss(root(), CNY, BANK));
		assert_exact(0, Limit::Standing);
	});
}

/// Something outstanding, so that the record outlives a dismissal.
fn mint_anyway() -> sp_runtime::DispatchResult {
	Anchor::resume_minting(root(), CNY)?;
	Margin::cancel_exit(signed(BANK), Role::CreditInstitution)?;
	attest(BANK, RESERVE);
	mint(BANK, ALICE, 1)
}

#[test]
fn the_range_of_balances_is_a_limit_as_well() {
	let widest = Terms { holding_limit: None, ..terms() };
	ExtBuilder::default().terms(widest).build_and_execute(|| {
		use frame_support::traits::fungibles::Mutate;
		let most = Balance::MAX / 2 - 10;
		Institutions::<Test>::mutate(CNY, RIVAL, |record| {
			let record = record.as_mut().unwrap();
			(record.outstanding, record.owed) = (most, 1);
		});
		assert_ok!(Assets::mint_into(CNY, &CAROL, most));
		assert_ok!(Margin::increase_owed(&RIVAL, Role::CreditInstitution, 1));
		assert_eq!(mintable(BANK), (10, Limit::Issuance));
	});
}

fn moves(id: RedemptionIdOf<Test>) -> Vec<MoveOf<Test>> {
	Anchor::redemption(id).expect("it is open").moves
}

fn may(
	action: Action,
	who: impl Into<Option<AccountId>>,
	from: Option<u64>,
	until: Option<u64>,
) -> MoveOf<Test> {
	Move { action, who: who.into(), from, until }
}

#[test]
fn a_redemption_says_who_may_do_what_until_when() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(Anchor::redemption(id(0)).is_none());
		let id = asked();
		let deadline = 1 + REDEMPTION_PERIOD;
		let acknowledge = may(Action::Acknowledge, ALICE, None, None);
		assert_eq!(
			moves(id.clone()),
			[
				may(Action::ClaimPaid, BANK, None, Some(deadline)),
				acknowledge.clone(),
				may(Action::Settle, None, Some(deadline), None),
			]
		);
		assert_ok!(Anchor::claim_paid(signed(BANK), CNY, 0, hash(1)));
		let deadline = 1 + OBJECTION_PERIOD;
		assert_eq!(
			moves(id.clone()),
			[
				acknowledge.clone(),
				may(Action::Back, None, None, Some(deadline)),
				may(Action::Object, ALICE, None, Some(deadline)),
				may(Action::Settle, None, Some(deadline), None),
			]
		);
		assert_ok!(Anchor::back_objection(signed(BOB), id.clone()));
		let actions = moves(id.clone()).into_iter().map(|it| it.action);
		assert!(actions.eq([Action::Acknowledge, Action::Object, Action::Settle]));
		assert_ok!(Anchor::object(signed(ALICE), id.clone(), hash(1)));
		let deadline = 1 + ARBITRATION_PERIOD;
		assert_eq!(
			moves(id.clone()),
			[
				acknowledge.clone(),
				may(Action::Decide, None, None, Some(deadline)),
				may(Action::Settle, None, Some(deadline), None),
			]
		);
		advance(ARBITRATION_PERIOD);
		assert_eq!(moves(id), [acknowledge, may(Action::Settle, None, None, None)]);
	});
}

#[test]
fn a_quote_is_what_a_redemption_is_compensated_with() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(mint(BANK, ALICE, 1_000));
		assert_eq!(Anchor::quote_redemption(CNY, BANK, 400), Some(800));
		assert_eq!(Anchor::quote_redemption(CNY, BANK, 1_001), None);
		assert_eq!(Anchor::quote_redemption(CNY, OUTSIDER, 1), None);
		assert_ok!(Anchor::redeem(signed(ALICE), CNY, BANK, 400, 800, reference()));
	});
}

#[test]
fn other_pallets_learn_what_exists_and_who_can_receive() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(<Anchor as Settlement<_>>::exists(CNY));
		assert!(!<Anchor as Settlement<_>>::exists(1));
		let can = |who, amount| <Anchor as Settlement<_>>::can_receive(CNY, &who, amount);
		assert!(can(ALICE, HOLDING_LIMIT) && !can(ALICE, HOLDING_LIMIT + 1));
		assert!(can(CAROL, HOLDING_LIMIT + 1));
		assert!(!<Anchor as Settlement<_>>::can_receive(1, &CAROL, 1));
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_of_other_pallets_get_as_many_currencies_as_they_ask_for() {
	ExtBuilder::default().build_and_execute(|| {
		let before = Balances::total_issuance();
		for expected in [1, 2] {
			let currency = <Anchor as Settlement<_>>::set_up_currency(&ALICE, 1_000_000).unwrap();
			assert_eq!((currency, Assets::balance(currency, ALICE)), (expected, 1_000_000));
		}
		// The margins behind them are made of nothing, as benchmarks may.
		let made = Balances::total_issuance() - before;
		let institution = frame_benchmarking::account::<AccountId>("institution", 0, 0);
		assert_eq!(wealth(institution), made);
		assert_ok!(Balances::force_set_balance(root(), BOB, free(BOB) - made));
	});
}
