//! The two programs that compile and run the code of side chains for a witness.

use polkadot_service::{workers::determine_workers_paths, Error};
use std::{
	env,
	ffi::OsStr,
	fs,
	path::{Path, PathBuf},
	process::{self, Command},
};

/// The names of the workers' programs.
pub fn names() -> (String, String) {
	("bhtd-prepare-worker".into(), "bhtd-execute-worker".into())
}

/// The version that node and workers must share.
pub fn version() -> String {
	env!("CARGO_PKG_VERSION").into()
}

/// Looks for the workers as the service will, and asks them whether they can be sandboxed here.
///
/// The service would find out by itself, but only after it has written a database, and its last words
/// would then be that an essential task failed.
pub fn check(path: Option<PathBuf>, must_be_secure: bool) -> Result<(), String> {
	let (prepare_worker, _) =
		determine_workers_paths(path, Some(names()), Some(version())).map_err(explain)?;
	if must_be_secure {
		check_sandbox(&prepare_worker)?;
	}
	Ok(())
}

/// Whether the code of side chains can be cut off from the network and from the files of this machine.
fn check_sandbox(worker: &Path) -> Result<(), String> {
	let seccomp = ask(worker, &["--check-can-enable-seccomp".as_ref()]);
	let files = ask(worker, &["--check-can-enable-landlock".as_ref()]).or_else(|landlock| {
		let root = env::temp_dir().join(format!("bhtd-sandbox-check-{}", process::id()));
		fs::create_dir_all(&root).map_err(|error| format!("{}: {error}", root.display()))?;
		let arguments =
			["--check-can-unshare-user-namespace-and-change-root".as_ref(), root.as_os_str()];
		let answer = ask(worker, &arguments);
		// An empty folder among temporary files does no harm if it stays.
		let _ = fs::remove_dir(&root);
		answer.map_err(|namespaces| {
			format!("landlock (Linux 5.13): {landlock}; or user namespaces: {namespaces}")
		})
	});

	let missing: Vec<_> = [seccomp.map_err(|error| format!("seccomp: {error}")), files]
		.into_iter()
		.filter_map(Result::err)
		.collect();
	if missing.is_empty() {
		return Ok(());
	}
	Err(format!(
		"this machine cannot sandbox the code of side chains, which a validator has to run. It lacks \
		 {}. To validate without, at the risk of the validator's keys, give \
		 --insecure-validator-i-know-what-i-do",
		missing.join(" and ")
	))
}

/// Asks a worker a question that it answers with its exit status.
fn ask(worker: &Path, arguments: &[&OsStr]) -> Result<(), String> {
	// As the service does, so that both get the same answer.
	let output = Command::new(worker)
		.env_clear()
		.args(arguments)
		.output()
		.map_err(|error| error.to_string())?;
	if output.status.success() {
		return Ok(());
	}
	match String::from_utf8_lossy(&output.stderr).trim() {
		"" => Err("not available".into()),
		reason => Err(reason.into()),
	}
}

fn explain(error: Error) -> String {
	const REMEDY: &str =
		"`cargo build` makes all three, and a node that is no validator needs none";
	let (prepare, execute) = names();
	match error {
		Error::MissingWorkerBinaries { given_workers_path: Some(path), .. } => format!(
			"a validator needs {prepare} and {execute}, and --workers-path {} does not hold both; \
			 {REMEDY}",
			path.display()
		),
		Error::MissingWorkerBinaries { current_exe_path, .. } => format!(
			"a validator needs {prepare} and {execute} beside bhtd-node (in {}), or --workers-path \
			 with their folder; {REMEDY}",
			current_exe_path.display()
		),
		Error::InvalidWorkerBinaries { prep_worker_path, exec_worker_path } => format!(
			"the workers cannot be executed; check the permissions of {} and {}",
			prep_worker_path.display(),
			exec_worker_path.display()
		),
		Error::WorkerBinaryVersionMismatch { worker_version, node_version, worker_path } => {
			format!(
			"{} has version `{worker_version}` and this node {node_version}; build or install all \
			 three programs together",
			worker_path.display()
		)
		}
		other => format!("cannot look for {prepare} and {execute}: {other}"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::os::unix::fs::PermissionsExt;
	use tempfile::TempDir;

	fn write_worker(folder: &Path, name: &str, script: &str, mode: u32) {
		let path = folder.join(name);
		fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
		fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
	}

	fn says(version: &str) -> String {
		format!("echo {version}")
	}

	fn check_in(folder: &TempDir, must_be_secure: bool) -> Result<(), String> {
		check(Some(folder.path().into()), must_be_secure)
	}

	#[test]
	fn workers_must_be_two_executable_and_of_our_version() {
		let folder = TempDir::new().unwrap();
		let (prepare, execute) = names();

		write_worker(folder.path(), &prepare, &says(&version()), 0o755);
		let error = check_in(&folder, false).unwrap_err();
		assert!(error.contains("does not hold both"), "{error}");

		write_worker(folder.path(), &execute, &says(&version()), 0o644);
		let error = check_in(&folder, false).unwrap_err();
		assert!(error.contains("check the permissions"), "{error}");

		write_worker(folder.path(), &execute, &says("0.0.0"), 0o755);
		let error = check_in(&folder, false).unwrap_err();
		assert!(error.contains("has version `0.0.0`"), "{error}");

		write_worker(folder.path(), &execute, &says(&version()), 0o755);
		assert_eq!(check_in(&folder, false), Ok(()));
	}

	/// Workers on a machine where the sandbox lacks what the names of the checks contain.
	fn workers_lacking(patterns: &str) -> TempDir {
		let folder = TempDir::new().unwrap();
		let (prepare, execute) = names();
		let script = format!(
			"case $1 in {patterns}) echo not here >&2; exit 1;; esac; {}",
			says(&version())
		);
		write_worker(folder.path(), &prepare, &script, 0o755);
		write_worker(folder.path(), &execute, &says(&version()), 0o755);
		folder
	}

	#[test]
	fn secure_validator_needs_seccomp() {
		let folder = workers_lacking("*seccomp*");
		let error = check_in(&folder, true).unwrap_err();
		assert!(error.contains("seccomp: not here"), "{error}");
		assert!(!error.contains("landlock"), "{error}");
		assert!(error.contains("--insecure-validator-i-know-what-i-do"), "{error}");
		assert_eq!(check_in(&folder, false), Ok(()));
	}

	#[test]
	fn secure_validator_needs_landlock_or_user_namespaces() {
		assert_eq!(check_in(&workers_lacking("*landlock*"), true), Ok(()));
		assert_eq!(check_in(&workers_lacking("*change-root*"), true), Ok(()));

		let error = check_in(&workers_lacking("*landlock*|*change-root*"), true).unwrap_err();
		assert!(error.contains("landlock (Linux 5.13): not here; or user namespaces"), "{error}");
	}
}
