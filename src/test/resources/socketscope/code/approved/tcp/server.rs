// The program “server” of the experiment “A TCP conversation”.
//
//     rustc --edition 2021 server.rs
//     ./server

use std::io;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;

// Any free port will do, the same in all programs.
const PORT: u16 = 25245;

// These are Linux’s numbers; the language has no names for them.
const AF_INET: i32 = 2;
const SOCK_STREAM: i32 = 1;

fn main() {
    let listener = unsafe { socket(AF_INET, SOCK_STREAM, 0) };
    report("socket(AF_INET, SOCK_STREAM, 0)", listener as isize);

    let address = ipv4("127.0.0.1", PORT);
    let result = unsafe { bind(listener, address.as_ptr(), address.len() as u32) };
    report(&format!("bind({listener}, 127.0.0.1:{PORT})"), result as isize);

    let result = unsafe { listen(listener, 1) };
    report(&format!("listen({listener}, 1)"), result as isize);

    // Sleeps here until something comes.
    let mut told = [0u8; 128];
    let mut told_length = 128;
    let connection = unsafe { accept(listener, told.as_mut_ptr(), &mut told_length) };
    report_with(&format!("accept({listener})"), connection as isize, &from_text(&told, told_length));

    let mut buffer = vec![0u8; 100];
    let result = unsafe { recv(connection, buffer.as_mut_ptr(), 100, 0) };
    report_with(&format!("recv({connection}, 100, 0)"), result as isize, &format!(" {}", quoted(&buffer, result)));

    let result = unsafe { send(connection, "¡hola!".as_ptr(), 7, 0) };
    report(&format!("send({connection}, \"\\xc2\\xa1hola!\", 0)"), result as isize);

    let result = unsafe { recv(connection, buffer.as_mut_ptr(), 100, 0) };
    report_with(&format!("recv({connection}, 100, 0)"), result as isize, &format!(" {}", quoted(&buffer, result)));

    let result = unsafe { close(connection) };
    report(&format!("close({connection})"), result as isize);

    let result = unsafe { close(listener) };
    report(&format!("close({listener})"), result as isize);
}

// The address of a socket: host and port, in network byte order.
fn ipv4(host: &str, port: u16) -> Vec<u8> {
    let address: Ipv4Addr = host.parse().unwrap();
    let mut bytes = 2u16.to_ne_bytes().to_vec(); // AF_INET
    bytes.extend(port.to_be_bytes());
    bytes.extend(address.octets());
    bytes.extend([0; 8]);
    bytes
}

// The address as text, such as 127.0.0.1:5000.
fn address_text(address: &[u8]) -> String {
    let port = u16::from_be_bytes([address[2], address[3]]);
    match u16::from_ne_bytes([address[0], address[1]]) {
        10 => {
            let bytes: [u8; 16] = address[8..24].try_into().unwrap();
            format!("[{}]:{port}", Ipv6Addr::from(bytes))
        }
        _ => format!("{}.{}.{}.{}:{port}", address[4], address[5], address[6], address[7]),
    }
}

fn from_text(address: &[u8], length: u32) -> String {
    if length > 0 {
        format!(" from {}", address_text(address))
    } else {
        String::new()
    }
}

// Prints bytes in quotes; those that are no printable ASCII in hexadecimal.
fn quoted(bytes: &[u8], count: isize) -> String {
    let count = bytes.len().min(count.max(0) as usize);
    let mut text = String::from("\"");
    for &byte in bytes[..count].iter().take(32) {
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
    text.push_str(if count > 32 { "\"..." } else { "\"" });
    text
}

// Prints a call and what it returned. The experiment met no error, so an
// error ends the program.
fn report(call: &str, result: isize) {
    report_with(call, result, "");
}

fn report_with(call: &str, result: isize, more: &str) {
    let error = io::Error::last_os_error();
    if result != -1 {
        println!("{call} = {result}{more}");
    } else {
        println!("{call} = -1 ({error})");
        std::process::exit(1);
    }
}

// The functions of the C library that are called above. Those of std::net
// make several calls in one, and close without telling the result.
extern "C" {
    fn socket(domain: i32, kind: i32, protocol: i32) -> i32;
    fn bind(sockfd: i32, addr: *const u8, addrlen: u32) -> i32;
    fn listen(sockfd: i32, backlog: i32) -> i32;
    fn accept(sockfd: i32, addr: *mut u8, addrlen: *mut u32) -> i32;
    fn send(sockfd: i32, buf: *const u8, size: usize, flags: i32) -> isize;
    fn recv(sockfd: i32, buf: *mut u8, size: usize, flags: i32) -> isize;
    fn close(fd: i32) -> i32;
}
