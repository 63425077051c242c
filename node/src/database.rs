//! Data is stored in ParityDB only; this recognises the RocksDB data that others leave behind.

use sc_service::DatabaseSource;
use std::path::{Path, PathBuf};

/// What to say to somebody who brings RocksDB.
pub const NO_ROCKSDB: &str =
	"RocksDB is not built into bhtd-node: it stores its data in ParityDB (--database paritydb)";

/// Refuses a data folder that already holds a RocksDB database.
///
/// ParityDB would open beside it and sync from nothing, which looks like data lost.
pub fn refuse_rocksdb(source: &DatabaseSource) -> Result<(), String> {
	match rocksdb_folder(source) {
		Some(folder) if is_rocksdb(&folder) => Err(format!(
			"{NO_ROCKSDB}, but there is a RocksDB database in {}; delete it or choose another \
			 --base-path",
			folder.display()
		)),
		_ => Ok(()),
	}
}

/// Where a node with RocksDB would keep the data that `source` keeps elsewhere.
fn rocksdb_folder(source: &DatabaseSource) -> Option<PathBuf> {
	match source {
		DatabaseSource::Auto { rocksdb_path, .. } => Some(rocksdb_path.clone()),
		DatabaseSource::RocksDb { path, .. } => Some(path.clone()),
		// <chain>/paritydb/full and <chain>/db/full
		DatabaseSource::ParityDb { path } => {
			let chain = path.parent()?.parent()?;
			Some(chain.join("db").join(path.file_name()?))
		}
		DatabaseSource::Custom { .. } => None,
	}
}

/// Every RocksDB database has a file that names its current manifest.
fn is_rocksdb(folder: &Path) -> bool {
	folder.join("CURRENT").is_file()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::fs;

	fn sources(chain: &Path) -> [DatabaseSource; 3] {
		let path = chain.join("db/full");
		[
			DatabaseSource::ParityDb { path: chain.join("paritydb/full") },
			DatabaseSource::RocksDb { path: path.clone(), cache_size: 0 },
			DatabaseSource::Auto {
				paritydb_path: chain.join("paritydb/full"),
				rocksdb_path: path,
				cache_size: 0,
			},
		]
	}

	#[test]
	fn rocksdb_data_is_found_however_the_database_is_chosen() {
		let chain = tempfile::tempdir().unwrap();
		let folder = chain.path().join("db/full");
		fs::create_dir_all(&folder).unwrap();
		for source in sources(chain.path()) {
			assert_eq!(refuse_rocksdb(&source), Ok(()));
		}

		fs::write(folder.join("CURRENT"), "MANIFEST-000001\n").unwrap();
		for source in sources(chain.path()) {
			let error = refuse_rocksdb(&source).unwrap_err();
			assert!(error.contains("RocksDB is not built into"), "{error}");
			assert!(error.contains(folder.to_str().unwrap()), "{error}");
		}
	}
}
