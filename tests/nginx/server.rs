//! An nginx process for the tests. It needs no root rights, uses a free port, and keeps its files
//! in a temporary folder.

use super::bundle;
use super::client::{Answer, get};
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// Document that contains the server blocks.
const DOCUMENT: &str = "docs/publishing.md";
/// File that the blocks include: its path in the document, and in the repository.
const RULES: (&str, &str) = ("/etc/nginx/on-record.conf", "docs/publish/nginx.conf");

/// Maximum number of attempts to start on a free port.
const MAX_ATTEMPTS: usize = 5;
/// Maximum time for nginx to start. Its only purpose is that a hang ends with a message: nginx needs
/// milliseconds, or seconds while all cores are busy.
const LIMIT: Duration = Duration::from_secs(120);
/// Pause between two checks of whether nginx has started.
const PAUSE: Duration = Duration::from_millis(5);

/// nginx process that serves the site and is stopped when dropped.
pub struct Server {
    /// Path of the site, with leading and trailing slash.
    pub base: &'static str,
    /// True if the module for Brotli files is installed.
    pub has_brotli: bool,
    /// Host and port.
    origin: String,
    folder: PathBuf,
    child: Child,
}

impl Server {
    /// Starts two servers: one with the site at the root, one with the site in a folder.
    pub async fn both() -> [Self; 2] {
        [Self::start("/").await, Self::below().await]
    }

    /// Starts a server with the site in a folder.
    pub async fn below() -> Self {
        Self::start("/record/").await
    }

    async fn start(base: &'static str) -> Self {
        let nginx = Nginx::find();
        for _ in 0..MAX_ATTEMPTS {
            let mut server = Self::try_start(base, &nginx);
            if server.is_up().await {
                return server;
            }
            // Another program may have taken the port. Any other problem is an error.
            let errors = server.errors();
            assert!(errors.contains("Address already in use"), "nginx did not start:\n{errors}");
        }
        panic!("failed to find a free port in {MAX_ATTEMPTS} attempts");
    }

    fn try_start(base: &'static str, nginx: &Nginx) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("onrecord-nginx-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(folder.join("www")).expect("a folder for nginx");
        std::os::unix::fs::symlink(bundle::folder(), folder.join("www/record"))
            .expect("a link to the bundle");
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr());
        let port = free.expect("a free port").port();
        let root = if base == "/" { "www/record" } else { "www" };
        let has_brotli = nginx.brotli.is_some();
        let block = block(base, port, &folder.join(root), has_brotli);
        let config = folder.join("nginx.conf");
        fs::write(&config, nginx.config(&folder, &block)).expect("a configuration for nginx");
        let child = Command::new(&nginx.program)
            .args(["-e", "stderr", "-p"])
            .arg(&folder)
            .arg("-c")
            .arg(&config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(folder.join("errors")).expect("a file for errors"))
            .spawn()
            .unwrap_or_else(|error| {
                panic!("failed to start {} ({error})", nginx.program.display())
            });
        Self { base, has_brotli, origin: format!("127.0.0.1:{port}"), folder, child }
    }

    /// Waits until nginx accepts connections. Returns false if it exits instead.
    async fn is_up(&mut self) -> bool {
        let start = Instant::now();
        while start.elapsed() < LIMIT {
            if self.child.try_wait().expect("nginx is a child process").is_some() {
                return false;
            }
            if TcpStream::connect(&self.origin).await.is_ok() {
                return true;
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("nginx took more than {} s to start:\n{}", LIMIT.as_secs(), self.errors());
    }

    /// Returns the messages that nginx wrote to standard error.
    fn errors(&self) -> String {
        fs::read_to_string(self.folder.join("errors")).unwrap_or_default()
    }

    /// Requests a path below the root of the site.
    pub async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask_host(&format!("{}{path}", self.base), headers).await
    }

    /// Requests a path of the host.
    pub async fn ask_host(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let answer = get(&format!("http://{}{path}", self.origin), headers).await;
        answer.unwrap_or_else(|error| panic!("{path}: {error}\n{}", self.errors()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // nginx may have exited already, and errors cannot be handled here.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Paths of nginx and of the Brotli module, which is not part of it.
struct Nginx {
    program: PathBuf,
    brotli: Option<PathBuf>,
}

impl Nginx {
    /// Finds nginx in `ONRECORD_NGINX`, the folder into which the Debian packages were unpacked, or
    /// in `/` by default.
    fn find() -> Self {
        let root = PathBuf::from(std::env::var_os("ONRECORD_NGINX").unwrap_or_else(|| "/".into()));
        let program = root.join("usr/sbin/nginx");
        assert!(program.is_file(), "no {}: run `make test-nginx`", program.display());
        let brotli = root.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
        Self { program, brotli: brotli.is_file().then_some(brotli) }
    }

    /// Returns a complete configuration with a server block, for a single process of the same user.
    fn config(&self, folder: &Path, block: &str) -> String {
        let module = self
            .brotli
            .as_ref()
            .map_or_else(String::new, |module| format!("load_module {};\n", module.display()));
        let folder = folder.display();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|of| format!("{of}_temp_path {folder}/{of};\n"))
            .concat();
        format!(
            "{module}daemon off;\nmaster_process off;\npid {folder}/pid;\nevents {{}}\nhttp {{\n\
             access_log off;\n{temporary}{block}}}\n"
        )
    }
}

/// Returns a server block of the document with the port and paths of this test.
fn block(base: &str, port: u16, root: &Path, has_brotli: bool) -> String {
    let text = fs::read_to_string(in_repository(DOCUMENT)).expect("the document can be read");
    let location = format!("location {base} {{");
    let mut blocks = text.split("```nginx\n").skip(1).filter_map(|rest| rest.split("```").next());
    let block = blocks
        .find(|block| block.starts_with("server {") && block.contains(&location))
        .unwrap_or_else(|| panic!("{DOCUMENT} has no server block with `{location}`"));
    let replace = |block: String, from: &str, to: &str| {
        assert_eq!(block.matches(from).count(), 1, "{from:?} in {DOCUMENT}:\n{block}");
        block.replace(from, to)
    };
    let block = replace(block.to_owned(), "listen 80;", &format!("listen 127.0.0.1:{port};"));
    let block = replace(block, "listen [::]:80;", "");
    let documented = if base == "/" { "root /srv/www/record;" } else { "root /srv/www;" };
    let block = replace(block, documented, &format!("root {};", root.display()));
    let block = replace(block, RULES.0, &in_repository(RULES.1).display().to_string());
    if has_brotli { block } else { replace(block, "brotli_static on;", "") }
}

/// Returns a path in the repository.
fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
