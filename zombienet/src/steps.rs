//! What the stories are made of: steps, each of which does something and checks what came of it.

use crate::Result;
use std::{future::Future, pin::Pin};

/// What a step did and checked, for a person to read.
pub type Notes = Vec<String>;

/// A step of a story `S`.
pub type Step<S> =
	for<'a> fn(&'a mut S) -> Pin<Box<dyn Future<Output = Result<Notes>> + Send + 'a>>;

/// The steps of a story in their order, each with a title.
pub type Steps<S> = &'static [(&'static str, Step<S>)];

/// Makes [`Steps`] of asynchronous functions that take the story.
#[macro_export]
macro_rules! steps {
	($($title:literal => $step:path),* $(,)?) => {
		&[$(($title, (|story| Box::pin($step(story))) as $crate::steps::Step<_>)),*]
	};
}
