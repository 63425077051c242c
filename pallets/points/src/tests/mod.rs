//! One file per call or promise; all run through [`crate::mock::ExtBuilder`].

mod award;
mod class;
mod commands;
mod convert;
mod fee;
mod floor;
mod keyless;
mod loyalty;
mod receipt_book;
mod scenarios;
mod stewardship;
mod views;
