// The program “client” of the experiment “A TCP conversation”.
//
//     rustc --edition 2021 client.rs
//     ./client
//
// std::net makes a socket and binds or connects it in one, and closes it
// without telling the result. So the calls that std does not have by
// themselves are the C library’s; std makes the others. It adds MSG_NOSIGNAL
// to what it sends.

use std::fmt::Display;
use std::io;
use std::io::Read;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::net::SocketAddr;
use std::net::TcpStream;
use std::os::fd::FromRawFd;

// Any free port will do, the same in all programs.
const PORT: u16 = 25245;

// These are Linux’s numbers; std does not name them.
const AF_INET: i32 = 2;
const SOCK_STREAM: i32 = 1;

fn main() {
    let result = socket(AF_INET, SOCK_STREAM, 0);
    let sock = report("socket(AF_INET, SOCK_STREAM, 0)".to_string(), result).unwrap_or(-1);

    wait_for("Press Enter when server has printed listen(listener, 1)");

    let result = connect(sock, SocketAddr::from(([127, 0, 0, 1], PORT)));
    report(format!("connect({sock}, 127.0.0.1:{PORT})"), result);

    let result = as_stream(sock).write(b"hola");
    report(format!("send({sock}, \"hola\", 0)"), result);

    let mut buffer = vec![0; 100];
    let result = as_stream(sock).read(&mut buffer);
    report_bytes(format!("recv({sock}, 100, 0)"), result, &buffer);

    let result = close(sock);
    report(format!("close({sock})"), result);
}

// The experiment met no error, so an error ends the program.
fn error_name(error: &io::Error) -> &'static str {
    println!("({error})");
    std::process::exit(1)
}

// Prints a call and what it returned. An error that the experiment did not
// meet ends the program.
fn report<T: Display>(call: String, result: io::Result<T>) -> Option<T> {
    match result {
        Ok(value) => {
            println!("{call} = {value}");
            Some(value)
        }
        Err(error) => {
            println!("{call} = -1 {}", error_name(&error));
            None
        }
    }
}

// Prints a call and what it returned.
fn report_bytes(call: String, result: io::Result<usize>, buffer: &[u8]) {
    match result {
        Ok(count) => println!("{call} = {count} {}", quoted(count, buffer)),
        Err(error) => println!("{call} = -1 {}", error_name(&error)),
    }
}

// Prints bytes in quotes; those that are no printable ASCII in hexadecimal.
fn quoted(count: usize, buffer: &[u8]) -> String {
    let bytes = &buffer[..count.min(buffer.len())];
    let mut text = String::from("\"");
    for &byte in bytes.iter().take(32) {
        match byte {
            b'\n' => text.push_str("\\n"),
            b'\t' => text.push_str("\\t"),
            b'\r' => text.push_str("\\r"),
            b'"' => text.push_str("\\\""),
            b'\\' => text.push_str("\\\\"),
            b' '..=b'~' => text.push(byte as char),
            _ => text.push_str(&format!("\\x{byte:02x}")),
        }
    }
    text.push_str(if bytes.len() > 32 { "\"..." } else { "\"" });
    text
}

// Another program has to come first, and no call waits for it. So the user
// tells when it is so far.
fn wait_for(what: &str) {
    eprint!("{what} ");
    io::stdin().read_line(&mut String::new()).unwrap();
}

// Lends a descriptor to the type of std that has its calls, and does not
// close it afterwards.
fn as_stream(fd: i32) -> ManuallyDrop<TcpStream> {
    ManuallyDrop::new(unsafe { TcpStream::from_raw_fd(fd) })
}

// The address of a socket: host and port, in network byte order.
fn sockaddr(address: SocketAddr) -> Vec<u8> {
    let mut bytes = Vec::new();
    match address {
        SocketAddr::V4(v4) => {
            bytes.extend(2u16.to_ne_bytes()); // AF_INET
            bytes.extend(v4.port().to_be_bytes());
            bytes.extend(v4.ip().octets());
            bytes.extend([0; 8]);
        }
        SocketAddr::V6(v6) => {
            bytes.extend(10u16.to_ne_bytes()); // AF_INET6
            bytes.extend(v6.port().to_be_bytes());
            bytes.extend([0; 4]);
            bytes.extend(v6.ip().octets());
            bytes.extend([0; 4]);
        }
    }
    bytes
}

// Where a call returned -1, errno tells why.
fn check(result: i32) -> io::Result<i32> {
    if result == -1 {
        Err(io::Error::last_os_error())
    } else {
        Ok(result)
    }
}

// Calls that std does not have by themselves.
fn socket(domain: i32, kind: i32, protocol: i32) -> io::Result<i32> {
    check(unsafe { c::socket(domain, kind, protocol) })
}

fn connect(fd: i32, address: SocketAddr) -> io::Result<i32> {
    let bytes = sockaddr(address);
    check(unsafe { c::connect(fd, bytes.as_ptr(), bytes.len() as u32) })
}

fn close(fd: i32) -> io::Result<i32> {
    check(unsafe { c::close(fd) })
}

// The functions of the C library that are called above.
mod c {
    extern "C" {
        pub fn socket(domain: i32, kind: i32, protocol: i32) -> i32;
        pub fn connect(fd: i32, address: *const u8, length: u32) -> i32;
        pub fn close(fd: i32) -> i32;
    }
}
