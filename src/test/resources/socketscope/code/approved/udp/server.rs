// The program “server” of the experiment “A UDP exchange”.
//
//     rustc --edition 2021 server.rs
//     ./server
//
// std::net makes a socket and binds or connects it in one, and closes it
// without telling the result. So the calls that std does not have by
// themselves are the C library’s; std makes the others. It adds MSG_NOSIGNAL
// to what it sends.

use std::fmt::Display;
use std::io;
use std::mem::ManuallyDrop;
use std::net::SocketAddr;
use std::net::UdpSocket;
use std::os::fd::FromRawFd;

// Any free port will do, the same in all programs.
const PORT_2: u16 = 26097;

// These are Linux’s numbers; std does not name them.
const AF_INET: i32 = 2;
const SOCK_DGRAM: i32 = 2;

fn main() {
    let result = socket(AF_INET, SOCK_DGRAM, 0);
    let sock = report("socket(AF_INET, SOCK_DGRAM, 0)".to_string(), result).unwrap_or(-1);

    let result = bind(sock, SocketAddr::from(([127, 0, 0, 1], PORT_2)));
    report(format!("bind({sock}, 127.0.0.1:{PORT_2})"), result);

    // Sleeps here until something comes.
    let mut buffer = vec![0; 100];
    let result = as_datagram(sock).recv_from(&mut buffer).map(|(count, from)| (count, Some(from)));
    let peer = report_bytes_from(format!("recvfrom({sock}, 100, 0)"), result, &buffer).unwrap();

    let result = as_datagram(sock).send_to(b"pong", peer);
    report(format!("sendto({sock}, \"pong\", 0, {peer})"), result);

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
fn report_bytes_from(
    call: String,
    result: io::Result<(usize, Option<SocketAddr>)>,
    buffer: &[u8],
) -> Option<SocketAddr> {
    match result {
        Ok((count, from)) => {
            let whence = from.map_or(String::new(), |address| format!(" from {address}"));
            println!("{call} = {count} {}{whence}", quoted(count, buffer));
            from
        }
        Err(error) => {
            println!("{call} = -1 {}", error_name(&error));
            None
        }
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

// Lends a descriptor to the type of std that has its calls, and does not
// close it afterwards.
fn as_datagram(fd: i32) -> ManuallyDrop<UdpSocket> {
    ManuallyDrop::new(unsafe { UdpSocket::from_raw_fd(fd) })
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

fn bind(fd: i32, address: SocketAddr) -> io::Result<i32> {
    let bytes = sockaddr(address);
    check(unsafe { c::bind(fd, bytes.as_ptr(), bytes.len() as u32) })
}

fn close(fd: i32) -> io::Result<i32> {
    check(unsafe { c::close(fd) })
}

// The functions of the C library that are called above.
mod c {
    extern "C" {
        pub fn socket(domain: i32, kind: i32, protocol: i32) -> i32;
        pub fn bind(fd: i32, address: *const u8, length: u32) -> i32;
        pub fn close(fd: i32) -> i32;
    }
}
