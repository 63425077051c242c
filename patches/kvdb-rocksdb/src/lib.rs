//! Stand-in for `kvdb-rocksdb`: the part of its interface that polkadot-sdk calls, without RocksDB.
//!
//! [`Database`] has no values, so nothing can be read from or written to it, and [`Database::open`] is
//! an error that says what to do. See the README beside this crate for why, and how to drop it.

use kvdb::{DBKeyValue, DBTransaction, DBValue, KeyValueDB};
use std::{collections::HashMap, io, path::Path};

/// The options that callers set before opening a database; none of them has an effect.
#[derive(Clone, Debug, Default)]
pub struct DatabaseConfig {
	/// Maximum number of open files.
	pub max_open_files: i32,
	/// Memory budget per column, in MiB.
	pub memory_budget: HashMap<u32, usize>,
	/// Number of columns.
	pub columns: u32,
	/// How many log files to keep.
	pub keep_log_file_num: i32,
	/// Whether to gather statistics.
	pub enable_statistics: bool,
	/// Whether to create a missing database.
	pub create_if_missing: bool,
}

impl DatabaseConfig {
	/// A configuration for `columns` columns.
	pub fn with_columns(columns: u32) -> Self {
		Self { columns, ..Default::default() }
	}
}

enum Never {}

/// A database that cannot exist.
pub struct Database(Never);

impl Database {
	/// Always fails: RocksDB is not part of this build.
	pub fn open<P: AsRef<Path>>(_: &DatabaseConfig, path: P) -> io::Result<Self> {
		Err(io::Error::new(
			io::ErrorKind::Unsupported,
			format!(
				"RocksDB is not built in; use ParityDB (--database paritydb) or another folder than {}",
				path.as_ref().display()
			),
		))
	}

	/// A new transaction.
	pub fn transaction(&self) -> DBTransaction {
		match self.0 {}
	}

	/// Reads a value.
	pub fn get(&self, _col: u32, _key: &[u8]) -> io::Result<Option<DBValue>> {
		match self.0 {}
	}

	/// Reads the first value under a prefix.
	pub fn get_by_prefix(&self, _col: u32, _prefix: &[u8]) -> io::Result<Option<DBValue>> {
		match self.0 {}
	}

	/// Commits a transaction.
	pub fn write(&self, _transaction: DBTransaction) -> io::Result<()> {
		match self.0 {}
	}

	/// Iterates over a column.
	pub fn iter(&self, _col: u32) -> impl Iterator<Item = io::Result<DBKeyValue>> + '_ {
		self.never::<std::iter::Empty<_>>()
	}

	/// The number of columns.
	pub fn num_columns(&self) -> u32 {
		match self.0 {}
	}

	/// The number of keys in a column.
	pub fn num_keys(&self, _col: u32) -> io::Result<u64> {
		match self.0 {}
	}

	/// Adds a column.
	pub fn add_column(&mut self) -> io::Result<()> {
		match self.0 {}
	}

	/// Removes the last column.
	pub fn remove_last_column(&mut self) -> io::Result<()> {
		match self.0 {}
	}

	/// Compacts a column.
	pub fn force_compact(&self, _col: u32) -> io::Result<()> {
		match self.0 {}
	}

	fn never<T>(&self) -> T {
		match self.0 {}
	}
}

impl KeyValueDB for Database {
	fn get(&self, _col: u32, _key: &[u8]) -> io::Result<Option<DBValue>> {
		match self.0 {}
	}

	fn get_by_prefix(&self, _col: u32, _prefix: &[u8]) -> io::Result<Option<DBValue>> {
		match self.0 {}
	}

	fn write(&self, _transaction: DBTransaction) -> io::Result<()> {
		match self.0 {}
	}

	fn iter<'a>(&'a self, _col: u32) -> Box<dyn Iterator<Item = io::Result<DBKeyValue>> + 'a> {
		match self.0 {}
	}

	fn iter_with_prefix<'a>(
		&'a self,
		_col: u32,
		_prefix: &'a [u8],
	) -> Box<dyn Iterator<Item = io::Result<DBKeyValue>> + 'a> {
		match self.0 {}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn opening_names_the_way_out() {
		let error = Database::open(&DatabaseConfig::with_columns(1), "/nowhere").err().unwrap();
		assert_eq!(error.kind(), io::ErrorKind::Unsupported);
		assert!(error.to_string().contains("RocksDB is not built in; use ParityDB"));
	}
}
