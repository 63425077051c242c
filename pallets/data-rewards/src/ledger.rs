//! The book of a campaign: what came in, where it is, and what went out. It does not know a `Config`, and
//! moves no money.

use crate::math;
use bhtd_accumulator::{streamed, Accumulator, Position};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::tokens::Balance;
use scale_info::TypeInfo;
use sp_runtime::{traits::AtLeast32BitUnsigned, Permill, SaturatedConversion};

/// When a campaign does what.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct Window<BlockNumber> {
	/// The first block whose receipts count, and from which on funds stream.
	pub from: BlockNumber,
	/// The first block in which they no longer do.
	pub until: BlockNumber,
	/// The first block in which nothing is delivered and no report is sold any more, and claims close
	/// records. Not before `until`.
	pub closes: BlockNumber,
}

/// The money of a campaign, in planck of BHTD.
///
/// `funded = funds + income + waiting + provider + reserved + claimed + delivered + refunded +
/// forfeited`, at all times.
#[derive(Clone, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct Ledger<Balance, BlockNumber> {
	/// When the campaign does what; the same as in its terms.
	pub window: Window<BlockNumber>,
	/// Up to which block everything has streamed.
	pub synced: BlockNumber,
	/// The part of the stream of funds that is the provider's.
	pub provider_share: Permill,
	/// Funds that have not streamed.
	pub funds: Balance,
	/// Contributors' income from reports that has not streamed.
	pub income: Balance,
	/// What streamed to nobody. It is the sponsor's after the window.
	pub waiting: Balance,
	/// The provider's, until it delivers.
	pub provider: Balance,
	/// The contributors', in shares of the accumulator.
	pub reserved: Balance,
	/// All that ever came in.
	pub funded: Balance,
	/// What contributors have claimed of it.
	pub claimed: Balance,
	/// What the provider was paid for deliveries.
	pub delivered: Balance,
	/// What went back to the sponsor.
	pub refunded: Balance,
	/// What contributors had accrued and could not be paid when their records ended. It is the treasury's:
	/// if it were the sponsor's, a sponsor could take rewards back by contributors of its own.
	pub forfeited: Balance,
	/// How `reserved` is shared.
	pub accumulator: Accumulator<Balance>,
	/// How many contributors have weight.
	pub contributors: u32,
	/// How many contributors have ever had weight at the same time.
	pub most: u32,
	/// How many contributors have a record, with weight or without.
	pub records: u32,
	/// How many purchases of its reports are open.
	pub purchases: u32,
}

impl<B, BlockNumber> Ledger<B, BlockNumber>
where
	B: Balance,
	BlockNumber: AtLeast32BitUnsigned + Copy,
{
	/// The book of a campaign that has nothing yet.
	pub fn new(window: Window<BlockNumber>, provider_share: Permill) -> Self {
		Self {
			window,
			synced: window.from,
			provider_share,
			funds: B::zero(),
			income: B::zero(),
			waiting: B::zero(),
			provider: B::zero(),
			reserved: B::zero(),
			funded: B::zero(),
			claimed: B::zero(),
			delivered: B::zero(),
			refunded: B::zero(),
			forfeited: B::zero(),
			accumulator: Accumulator::default(),
			contributors: 0,
			most: 0,
			records: 0,
			purchases: 0,
		}
	}

	/// Streams up to `now`. Everything else presumes it; more often or less often, nobody gains by it.
	///
	/// Funds go to the provider by its share, rounded down, and to the contributors, what rounding leaves
	/// included; income to the contributors. Where there are none, it waits, and is never captured by who
	/// joins first.
	#[must_use]
	pub fn sync(&mut self, now: BlockNumber) -> Option<()> {
		let to = now.min(self.window.until);
		if to <= self.synced {
			return Some(());
		}
		let elapsed = (to - self.synced).saturated_into();
		let left = (self.window.until - self.synced).saturated_into();
		let funds = streamed(self.funds, elapsed, left);
		let income = streamed(self.income, elapsed, left);
		if self.accumulator.weight().is_zero() {
			self.waiting = self.waiting.checked_add(&funds)?.checked_add(&income)?;
		} else {
			let provider = self.provider_share.mul_floor(funds);
			let shared = funds.checked_sub(&provider)?.checked_add(&income)?;
			self.provider = self.provider.checked_add(&provider)?;
			self.share(shared)?;
		}
		self.funds = self.funds.checked_sub(&funds)?;
		self.income = self.income.checked_sub(&income)?;
		self.synced = to;
		Some(())
	}

	fn share(&mut self, amount: B) -> Option<()> {
		self.reserved = self.reserved.checked_add(&amount)?;
		self.accumulator.distribute(amount)
	}

	/// Adds funds, which stream over what is left of the window.
	#[must_use]
	pub fn add_funds(&mut self, amount: B) -> Option<()> {
		self.funded = self.funded.checked_add(&amount)?;
		self.funds = self.funds.checked_add(&amount)?;
		Some(())
	}

	/// Adds the contributors' income from a report. Within the window, it streams as funds do, but none of
	/// it is the provider's. Afterwards nobody can join, and it is shared at once.
	#[must_use]
	pub fn add_income(&mut self, amount: B, now: BlockNumber) -> Option<()> {
		self.funded = self.funded.checked_add(&amount)?;
		if now < self.window.until {
			self.income = self.income.checked_add(&amount)?;
		} else if self.accumulator.weight().is_zero() {
			self.waiting = self.waiting.checked_add(&amount)?;
		} else {
			self.share(amount)?;
		}
		Some(())
	}

	/// Gives a contributor another weight from now on.
	#[must_use]
	pub fn set_weight(&mut self, position: &mut Position<B>, weight: B) -> Option<()> {
		let contributors = match (position.weight().is_zero(), weight.is_zero()) {
			(true, false) => self.contributors.checked_add(1)?,
			(false, true) => self.contributors.checked_sub(1)?,
			_ => self.contributors,
		};
		self.accumulator.set_weight(position, weight)?;
		self.contributors = contributors;
		self.most = self.most.max(contributors);
		Some(())
	}

	/// Pays `amount` to a contributor that has been credited.
	#[must_use]
	pub fn pay(&mut self, position: &mut Position<B>, amount: B) -> Option<()> {
		position.take(amount)?;
		self.reserved = self.reserved.checked_sub(&amount)?;
		self.claimed = self.claimed.checked_add(&amount)?;
		Some(())
	}

	/// Ends a contributor's record, and says how much is left of what it has accrued, which is the
	/// treasury's.
	#[must_use]
	pub fn dissolve(&mut self, mut position: Position<B>) -> Option<B> {
		self.set_weight(&mut position, B::zero())?;
		let left = self.accumulator.dissolve(position)?;
		self.reserved = self.reserved.checked_sub(&left)?;
		self.forfeited = self.forfeited.checked_add(&left)?;
		self.records = self.records.checked_sub(1)?;
		Some(left)
	}

	/// What a provider with this share may have been paid by now, altogether: as much in proportion as the
	/// contributors have been. Otherwise it could earn its share with a contributor of its own, and next to
	/// no data.
	pub fn deliverable(&self, share: Permill) -> B {
		math::in_proportion(share, self.claimed)
	}

	/// Pays a provider that began with this share for a delivery, and says how much. What is beyond
	/// [`deliverable`](Self::deliverable) stays for the next one.
	#[must_use]
	pub fn deliver(&mut self, share: Permill) -> Option<B> {
		let paid = self.deliverable(share).saturating_sub(self.delivered).min(self.provider);
		self.provider = self.provider.checked_sub(&paid)?;
		self.delivered = self.delivered.checked_add(&paid)?;
		Some(paid)
	}

	/// What the sponsor gets back: after the window, what has waited; once nothing can be delivered any
	/// more, also what the provider did not earn.
	pub fn refundable(&self, now: BlockNumber) -> Option<B> {
		match now {
			now if now < self.window.until => Some(B::zero()),
			now if now < self.window.closes => Some(self.waiting),
			_ => self.waiting.checked_add(&self.provider),
		}
	}

	/// Pays the sponsor back, and says how much.
	#[must_use]
	pub fn refund(&mut self, now: BlockNumber) -> Option<B> {
		let paid = self.refundable(now)?;
		self.refunded = self.refunded.checked_add(&paid)?;
		if now >= self.window.until {
			self.waiting = B::zero();
		}
		if now >= self.window.closes {
			self.provider = B::zero();
		}
		Some(paid)
	}

	/// Whether weight can be had: until `quiet` blocks before the end of the window, so that whatever is
	/// paid in after it has become known goes to those who were there.
	pub fn takes_contributions(&self, now: BlockNumber, quiet: BlockNumber) -> bool {
		now < self.window.until.saturating_sub(quiet)
	}

	/// Whether nothing can come in any more, so that claims close records.
	pub fn is_final(&self, now: BlockNumber) -> bool {
		now >= self.window.closes && self.purchases == 0
	}

	/// Whether there have ever been so many contributors with weight at the same time. It stays so: whoever
	/// revokes cannot deprive the provider of what it may do.
	pub fn has_reached(&self, minimum: u32) -> bool {
		self.most >= minimum
	}

	/// What is in the pot, beside what keeps it alive.
	pub fn held(&self) -> Option<B> {
		self.funds
			.checked_add(&self.income)?
			.checked_add(&self.waiting)?
			.checked_add(&self.provider)?
			.checked_add(&self.reserved)
	}

	/// What has gone out.
	pub fn paid(&self) -> Option<B> {
		self.claimed
			.checked_add(&self.delivered)?
			.checked_add(&self.refunded)?
			.checked_add(&self.forfeited)
	}
}
