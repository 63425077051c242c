//! What a step of a story changed: who holds what, what is owed and what is held; or who authors.

use crate::types::{ClassView, MarginView};
use std::{
	fmt::{self, Display, Formatter},
	time::Duration,
};

/// Decimals of BHTD.
const BHTD_DECIMALS: usize = 12;

/// How many decimals of BHTD a report shows.
const SHOWN_DECIMALS: usize = 6;

/// One person at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holding {
	/// The person's name.
	pub name: &'static str,
	/// BHTD at the person's disposal, in planck.
	pub free: u128,
	/// BHTD held for some reason.
	pub reserved: u128,
	/// Points at the person's disposal, in smallest units.
	pub points: u128,
	/// Points held for open orders.
	pub held_points: u128,
	/// Settlement tokens at the person's disposal, in smallest units.
	pub yuan: u128,
	/// Settlement tokens held for quotes.
	pub held_yuan: u128,
}

/// Everything the story looks at, after some block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
	/// The block's number.
	pub block: u64,
	/// Everybody.
	pub people: Vec<Holding>,
	/// The merchant's margin.
	pub margin: Option<MarginView>,
	/// The merchant's points.
	pub class: Option<ClassView>,
}

/// What a step did and what it changed.
pub struct Report {
	/// Which step it was, from 1.
	pub number: usize,
	/// What happens in it.
	pub title: &'static str,
	/// What was done and checked.
	pub notes: Vec<String>,
	/// How things were.
	pub before: Picture,
	/// How things are.
	pub after: Picture,
}

/// What a step of the story of the witnesses did, and when.
pub struct Progress {
	/// Which step it was, from 1.
	pub number: usize,
	/// What happens in it.
	pub title: &'static str,
	/// What was done and checked.
	pub notes: Vec<String>,
	/// The latest final block.
	pub block: u64,
	/// The era of that block.
	pub era: u32,
	/// How long the story has been going on.
	pub elapsed: Duration,
	/// Who has authored how many of the final blocks.
	pub authored: Vec<(&'static str, u32)>,
}

/// What a step of the story of the side chains did, and when.
pub struct Milestone {
	/// Which step it was, from 1.
	pub number: usize,
	/// What happens in it.
	pub title: &'static str,
	/// What was done and checked.
	pub notes: Vec<String>,
	/// How long the story has been going on.
	pub elapsed: Duration,
	/// The latest final block of each chain.
	pub blocks: Vec<(String, u64)>,
}

/// A time in minutes and seconds.
pub fn minutes(time: Duration) -> String {
	let seconds = time.as_secs();
	format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Planck as BHTD, cut to a readable number of decimals.
pub fn bhtd(planck: u128) -> String {
	format!("{} BHTD", decimal(planck, BHTD_DECIMALS))
}

/// Smallest units as points.
pub fn points(units: u128) -> String {
	format!("{} CAFE", decimal(units, crate::story::DECIMALS as usize))
}

/// Smallest units of the settlement token as yuan.
pub fn yuan(units: u128) -> String {
	format!("{} CNY", decimal(units, crate::story::YUAN_DECIMALS as usize))
}

fn decimal(value: u128, decimals: usize) -> String {
	let one = 10u128.pow(decimals as u32);
	let whole = (value / one).to_string();
	let mut grouped = String::new();
	for (index, digit) in whole.chars().enumerate() {
		if index > 0 && (whole.len() - index).is_multiple_of(3) {
			grouped.push(',');
		}
		grouped.push(digit);
	}
	let fraction = format!("{:0decimals$}", value % one);
	let fraction = fraction[..decimals.min(SHOWN_DECIMALS)].trim_end_matches('0');
	if fraction.is_empty() {
		grouped
	} else {
		format!("{grouped}.{fraction}")
	}
}

fn change(before: u128, after: u128, show: fn(u128) -> String) -> String {
	match after.checked_sub(before) {
		Some(0) => show(after),
		Some(more) => format!("{} (+{})", show(after), show(more)),
		None => format!("{} (-{})", show(after), show(before - after)),
	}
}

fn fmt_step(
	f: &mut Formatter,
	(number, title): (usize, &str),
	when: impl Display,
	notes: &[String],
) -> fmt::Result {
	writeln!(f, "\n{number:>2}. {title}  [{when}]")?;
	for note in notes {
		writeln!(f, "    - {note}")?;
	}
	Ok(())
}

impl Display for Progress {
	fn fmt(&self, f: &mut Formatter) -> fmt::Result {
		let elapsed = minutes(self.elapsed);
		let when = format!("{elapsed} min, era {}, block {}", self.era, self.block);
		fmt_step(f, (self.number, self.title), when, &self.notes)?;
		let authored: Vec<_> =
			self.authored.iter().map(|(name, blocks)| format!("{name} {blocks}")).collect();
		writeln!(f, "      final blocks by {}", authored.join(", "))
	}
}

impl Display for Milestone {
	fn fmt(&self, f: &mut Formatter) -> fmt::Result {
		let when = format!("{} min", minutes(self.elapsed));
		fmt_step(f, (self.number, self.title), when, &self.notes)?;
		let blocks: Vec<_> =
			self.blocks.iter().map(|(chain, block)| format!("{chain} {block}")).collect();
		writeln!(f, "      final blocks: {}", blocks.join(", "))
	}
}

impl Display for Report {
	fn fmt(&self, f: &mut Formatter) -> fmt::Result {
		let when = format!("block {}", self.after.block);
		fmt_step(f, (self.number, self.title), when, &self.notes)?;
		self.fmt_people(f)?;
		self.fmt_ledger(f)
	}
}

impl Report {
	fn fmt_people(&self, f: &mut Formatter) -> fmt::Result {
		for now in &self.after.people {
			let past = self.before.people.iter().find(|past| past.name == now.name);
			if past == Some(now) {
				continue;
			}
			let past = past.unwrap_or(now);
			write!(f, "      {:<7} {}", now.name, change(past.free, now.free, bhtd))?;
			if past.reserved + now.reserved > 0 {
				write!(f, ", held {}", change(past.reserved, now.reserved, bhtd))?;
			}
			if past.points + now.points > 0 {
				write!(f, ", {}", change(past.points, now.points, points))?;
			}
			if past.held_points + now.held_points > 0 {
				write!(f, ", held {}", change(past.held_points, now.held_points, points))?;
			}
			if past.yuan + now.yuan > 0 {
				write!(f, ", {}", change(past.yuan, now.yuan, yuan))?;
			}
			if past.held_yuan + now.held_yuan > 0 {
				write!(f, ", held {}", change(past.held_yuan, now.held_yuan, yuan))?;
			}
			writeln!(f)?;
		}
		Ok(())
	}

	fn fmt_ledger(&self, f: &mut Formatter) -> fmt::Result {
		if let Some(now) = &self.after.margin {
			let past = self.before.margin.as_ref().unwrap_or(now);
			writeln!(
				f,
				"      margin  held {}, owed {}, could still back {}",
				change(past.held, now.held, bhtd),
				change(past.owed, now.owed, bhtd),
				bhtd(now.capacity),
			)?;
		}
		if let Some(now) = &self.after.class {
			let past = self.before.class.as_ref().unwrap_or(now);
			writeln!(
				f,
				"      points  {} of {} circulate, floor {} each",
				change(past.circulating, now.circulating, points),
				points(now.supply),
				bhtd(crate::story::value_of(crate::story::POINT, now.floor)),
			)?;
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn amounts_are_readable() {
		assert_eq!(bhtd(0), "0 BHTD");
		assert_eq!(bhtd(1_234_567_500_000_000_000), "1,234,567.5 BHTD");
		assert_eq!(bhtd(1_000_000), "0.000001 BHTD");
		assert_eq!(points(12_345), "123.45 CAFE");
		assert_eq!(yuan(5_000_000_001), "5,000.000001 CNY");
	}

	#[test]
	fn times_are_readable() {
		assert_eq!(minutes(Duration::from_millis(125_900)), "2:05");
	}

	#[test]
	fn changes_say_their_direction() {
		assert_eq!(change(100, 300, points), "3 CAFE (+2 CAFE)");
		assert_eq!(change(300, 100, points), "1 CAFE (-2 CAFE)");
		assert_eq!(change(100, 100, points), "1 CAFE");
	}
}
