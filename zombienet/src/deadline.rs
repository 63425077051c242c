//! Waiting for what takes a while, but not for ever.

use crate::{ensure, Result};
use std::time::{Duration, Instant};

/// How often is looked whether it has happened.
const STEP: Duration = Duration::from_millis(500);

/// Until when something must have happened.
pub(crate) struct Deadline {
	what: String,
	limit: Duration,
	started: Instant,
}

impl Deadline {
	/// `what` says what has not happened yet.
	pub(crate) fn new(what: impl Into<String>, limit: Duration) -> Self {
		Self { what: what.into(), limit, started: Instant::now() }
	}

	/// Waits a moment, or fails if it is too late.
	pub(crate) async fn wait(&self) -> Result<()> {
		let seconds = self.limit.as_secs();
		ensure!(self.started.elapsed() < self.limit, "{} after {seconds} s", self.what);
		tokio::time::sleep(STEP).await;
		Ok(())
	}

	/// How long it has been so far.
	pub(crate) fn elapsed(&self) -> Duration {
		self.started.elapsed()
	}
}
