//! An nginx of the test's own: no root's rights, a free port, and its files in a folder that goes with it.

use super::bundle;
use super::client::{Answer, get};
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// The document that holds the server blocks.
const DOCUMENT: &str = "docs/publishing.md";
/// What the blocks include, by the place where the document puts it.
const RULES: (&str, &str) = ("/etc/nginx/on-record.conf", "docs/publish/nginx.conf");

/// How often a free port is looked for.
const TRIES: usize = 5;
/// How long nginx may take to start.
const LIMIT: Duration = Duration::from_secs(20);
/// Between two looks whether it has.
const PAUSE: Duration = Duration::from_millis(5);

/// An nginx that serves the bundle, until dropped.
pub struct Server {
    /// The path that the bundle is served under, with both slashes.
    pub base: &'static str,
    /// The module for files compressed with brotli is there.
    pub has_brotli: bool,
    /// Host and port.
    origin: String,
    folder: PathBuf,
    child: Child,
}

impl Server {
    /// The bundle at the root of a host, and below it.
    pub async fn both() -> [Self; 2] {
        [Self::start("/").await, Self::below().await]
    }

    /// The bundle in a folder of a host.
    pub async fn below() -> Self {
        Self::start("/record/").await
    }

    async fn start(base: &'static str) -> Self {
        let nginx = Nginx::find();
        for _ in 0..TRIES {
            let mut server = Self::try_start(base, &nginx);
            if server.is_up().await {
                return server;
            }
            // Another program may have taken the port; all else is told.
            let told = server.told();
            assert!(told.contains("Address already in use"), "nginx did not start:\n{told}");
        }
        panic!("found no free port in {TRIES} tries");
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

    /// Waits until somebody can connect; false where nginx ended instead.
    async fn is_up(&mut self) -> bool {
        let start = Instant::now();
        while start.elapsed() < LIMIT {
            if self.child.try_wait().expect("nginx is a child of this process").is_some() {
                return false;
            }
            if TcpStream::connect(&self.origin).await.is_ok() {
                return true;
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("nginx took more than {} s to start:\n{}", LIMIT.as_secs(), self.told());
    }

    /// What nginx says on its standard error.
    fn told(&self) -> String {
        fs::read_to_string(self.folder.join("errors")).unwrap_or_default()
    }

    /// Asks for a path below the bundle's root.
    pub async fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask_host(&format!("{}{path}", self.base), headers).await
    }

    /// Asks for a path of the host.
    pub async fn ask_host(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let answer = get(&format!("http://{}{path}", self.origin), headers).await;
        answer.unwrap_or_else(|error| panic!("{path}: {error}\n{}", self.told()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing to do about errors here.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The program, and the module that is no part of it.
struct Nginx {
    program: PathBuf,
    brotli: Option<PathBuf>,
}

impl Nginx {
    /// Looks in `ONRECORD_NGINX`, the folder that Debian's packages were unpacked into, by default the
    /// machine's root.
    fn find() -> Self {
        let root = PathBuf::from(std::env::var_os("ONRECORD_NGINX").unwrap_or_else(|| "/".into()));
        let program = root.join("usr/sbin/nginx");
        assert!(program.is_file(), "no {}: run `make test-nginx`", program.display());
        let brotli = root.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
        Self { program, brotli: brotli.is_file().then_some(brotli) }
    }

    /// The whole configuration around a server block. One process, which stays who it is.
    fn config(&self, folder: &Path, block: &str) -> String {
        let module = self
            .brotli
            .as_ref()
            .map_or_else(String::new, |module| format!("load_module {};\n", module.display()));
        let place = folder.display();
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|of| format!("{of}_temp_path {place}/{of};\n"))
            .concat();
        format!(
            "{module}daemon off;\nmaster_process off;\npid {place}/pid;\nevents {{}}\nhttp {{\n\
             access_log off;\n{temporary}{block}}}\n"
        )
    }
}

/// A server block of the document, with this machine's places in it.
fn block(base: &str, port: u16, root: &Path, has_brotli: bool) -> String {
    let text = fs::read_to_string(here(DOCUMENT)).expect("the document can be read");
    let of_base = format!("location {base} {{");
    let mut blocks = text.split("```nginx\n").skip(1).filter_map(|rest| rest.split("```").next());
    let block = blocks
        .find(|block| block.starts_with("server {") && block.contains(&of_base))
        .unwrap_or_else(|| panic!("{DOCUMENT} has no server block with `{of_base}`"));
    let swap = |block: String, from: &str, to: &str| {
        assert_eq!(block.matches(from).count(), 1, "{from:?} in {DOCUMENT}:\n{block}");
        block.replace(from, to)
    };
    let block = swap(block.to_owned(), "listen 80;", &format!("listen 127.0.0.1:{port};"));
    let block = swap(block, "listen [::]:80;", "");
    let documented = if base == "/" { "root /srv/www/record;" } else { "root /srv/www;" };
    let block = swap(block, documented, &format!("root {};", root.display()));
    let block = swap(block, RULES.0, &here(RULES.1).display().to_string());
    if has_brotli { block } else { swap(block, "brotli_static on;", "") }
}

/// A path below the crate's root.
fn here(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}
