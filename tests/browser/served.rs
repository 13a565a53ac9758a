//! A site in a temporary folder that `onrecord serve` serves, until it is dropped.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::reader::Reader;
use crate::wait::{OrFailed, Outcome};

/// The site, and its server.
pub struct Served {
    child: Child,
    /// The address of its list of reports.
    pub address: String,
    /// The folder of the site.
    pub folder: PathBuf,
}

impl Served {
    /// Serves a copy of a dossier, with these further arguments. `name` tells the sites of scenarios apart, and
    /// `file` is the name of the copy.
    pub fn start(
        reader: &Reader,
        name: &str,
        dossier: &str,
        file: &str,
        more: &[&str],
    ) -> Outcome<Self> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let folder = folder.join(format!("{name}-{}", reader.engine));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("dossiers")).or_failed("make a folder")?;
        let copy = folder.join("dossiers").join(file);
        fs::copy(dossier, copy).or_failed("write the dossier")?;
        let mut child = Command::new(env!("CARGO_BIN_EXE_onrecord"))
            .arg("serve")
            .arg(&folder)
            .args(["--port", "0"])
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .or_failed("start the server")?;
        let mut address = String::new();
        let out = child.stdout.take().ok_or("the server has no output")?;
        BufReader::new(out).read_line(&mut address).or_failed("read the address")?;
        Ok(Self { child, address: address.trim().to_owned(), folder })
    }

    /// Reads a dossier.
    pub fn read(&self, name: &str) -> Outcome<String> {
        fs::read_to_string(self.folder.join("dossiers").join(name)).or_failed("read a dossier")
    }

    /// Writes a dossier.
    pub fn write(&self, name: &str, text: &str) -> Outcome {
        fs::write(self.folder.join("dossiers").join(name), text).or_failed("write a dossier")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
