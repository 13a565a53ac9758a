//! A site in a temporary folder, the server that shows it, and a client that sends requests exactly
//! as they are written.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

/// Longest wait for a message of the server. Its only purpose is that a hang ends with a failure.
const LIMIT: Duration = Duration::from_secs(120);

/// Reads a file, given its path relative to the root of the crate.
pub fn text(below: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(below);
    fs::read_to_string(path).expect("the file can be read")
}

/// A site in a temporary folder.
pub struct Folder(pub PathBuf);

impl Folder {
    /// Makes a site with the small dossier. `name` is that of the test.
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("serve-{name}"));
        // Left over from an earlier run.
        let _ = fs::remove_dir_all(&folder);
        let site = Self(folder);
        site.write("onrecord.toml", "name = \"Harbour records\"\n");
        site.write("dossiers/harbour.json", &text(super::SMALL));
        // The command may have been compiled without its app.
        site.write("app/app.js", "js");
        site.write("app/app_bg.wasm", "wasm");
        site.write("app/annotator.js", "annotator");
        site.write("app/annotator_bg.wasm", "annotator wasm");
        site
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("the file can be written");
    }

    pub fn remove(&self, file: &str) {
        fs::remove_file(self.0.join(file)).expect("the file can be removed");
    }

    /// Replaces text in a file.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.0.join(file)).expect("the file can be read");
        assert!(text.contains(from), "{file} does not contain {from}");
        self.write(file, &text.replacen(from, to, 1));
    }

    /// Starts a server on a free port.
    pub fn serve(&self) -> Server {
        self.serve_with(&["--port", "0"])
    }

    pub fn serve_with(&self, arguments: &[&str]) -> Server {
        let mut child = self.command(arguments).spawn().expect("the command runs");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output is read");
        BufReader::new(out).read_line(&mut line).expect("its output is text");
        let address = line.trim().strip_prefix("http://").and_then(|it| it.strip_suffix('/'));
        let address = address.unwrap_or_else(|| panic!("not an address: {line:?}")).to_owned();
        Server { child, address }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onrecord"));
        command.arg("serve").arg(&self.0).arg("--app").arg(self.0.join("app")).args(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        command
    }
}

/// A running server, which ends with this value.
pub struct Server {
    child: Child,
    /// Host and port.
    pub address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A response.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        let header = self.headers.iter().find(|(own, _)| own == name);
        header.map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("the body is text")
    }
}

impl Server {
    /// Sends a `GET` for a path, exactly as it is written.
    pub fn get(&self, path: &str) -> Reply {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n", self.address))
    }

    /// Sends a request: its first line and headers, each with its end.
    pub fn send(&self, head: &str) -> Reply {
        self.send_body(head, b"")
    }

    /// Sends a request with a body, whose length is among the headers.
    pub fn send_body(&self, head: &str, body: &[u8]) -> Reply {
        let mut stream = self.connect();
        let mut request = format!("{head}Connection: close\r\n\r\n").into_bytes();
        request.extend_from_slice(body);
        // The server may answer and close before it has read everything.
        let _ = stream.write_all(&request);
        let mut reader = BufReader::new(stream);
        let (status, headers) = head_of(&mut reader);
        let mut body = Vec::new();
        reader.read_to_end(&mut body).expect("there is a body");
        Reply { status, headers, body }
    }

    /// Waits for the versions of the site, as a page does.
    pub fn events(&self) -> Events {
        let mut stream = self.connect();
        let request = format!("GET /_serve/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        stream.write_all(request.as_bytes()).expect("it is sent");
        let mut reader = BufReader::new(stream);
        let (status, headers) = head_of(&mut reader);
        assert_eq!(status, 200);
        let kind = ("content-type".to_owned(), "text/event-stream".to_owned());
        assert!(headers.contains(&kind), "{headers:?}");
        Events(reader)
    }

    /// Makes a change and waits until the server has a new version.
    pub fn after(&self, change: impl FnOnce()) -> String {
        let mut events = self.events();
        let before = events.version();
        change();
        let after = events.version();
        assert_ne!(before, after);
        after
    }

    /// Asks the server to end, as Ctrl-C does.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status();
        assert!(sent.expect("kill runs").success());
        self.child.wait().expect("the server ends")
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("the server listens");
        stream.set_read_timeout(Some(LIMIT)).expect("a limit");
        stream
    }
}

/// The stream of versions.
pub struct Events(BufReader<TcpStream>);

impl Events {
    /// Returns the next version.
    pub fn version(&mut self) -> String {
        loop {
            let mut line = String::new();
            let length = self.0.read_line(&mut line).expect("a line before the limit");
            assert!(length > 0, "the stream has ended");
            if let Some(version) = line.strip_prefix("data: ") {
                return version.trim().to_owned();
            }
        }
    }
}

fn head_of(reader: &mut impl BufRead) -> (u16, Vec<(String, String)>) {
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).expect("the server answers");
        line.trim_end().to_owned()
    };
    let status = line();
    let status = status.split(' ').nth(1).and_then(|status| status.parse().ok());
    let mut headers = Vec::new();
    loop {
        let header = line();
        let Some((name, value)) = header.split_once(": ") else { break };
        headers.push((name.to_ascii_lowercase(), value.to_owned()));
    }
    (status.expect("a status"), headers)
}
