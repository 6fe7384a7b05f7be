// The program “client” of the experiment “A UDP exchange”.
//
//     rustc --edition 2021 client.rs
//     ./client

use std::io;
use std::net::Ipv4Addr;
use std::net::Ipv6Addr;

// Any free port will do, the same in all programs.
const PORT_1: u16 = 23977;
const PORT_2: u16 = 26097;

// These are Linux’s numbers; the language has no names for them.
const AF_INET: i32 = 2;
const SOCK_DGRAM: i32 = 2;

fn main() {
    let sock = unsafe { socket(AF_INET, SOCK_DGRAM, 0) };
    report("socket(AF_INET, SOCK_DGRAM, 0)", sock as isize);

    let address = ipv4("127.0.0.1", PORT_1);
    let result = unsafe { bind(sock, address.as_ptr(), address.len() as u32) };
    report(&format!("bind({sock}, 127.0.0.1:{PORT_1})"), result as isize);

    wait_for("Press Enter when server has printed bind(sock, 127.0.0.1:26097)");

    let address2 = ipv4("127.0.0.1", PORT_2);
    let result = unsafe { sendto(sock, b"ping".as_ptr(), 4, 0, address2.as_ptr(), address2.len() as u32) };
    report(&format!("sendto({sock}, \"ping\", 0, 127.0.0.1:{PORT_2})"), result as isize);

    let mut buffer = vec![0u8; 100];
    let mut told = [0u8; 128];
    let mut told_length = 128;
    let result = unsafe { recvfrom(sock, buffer.as_mut_ptr(), 100, 0, told.as_mut_ptr(), &mut told_length) };
    report_with(&format!("recvfrom({sock}, 100, 0)"), result as isize, &format!(" {}{}", quoted(&buffer, result), from_text(&told, told_length)));

    let result = unsafe { close(sock) };
    report(&format!("close({sock})"), result as isize);
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

// Another program has to come first, and no call waits for it. So the user
// tells when it is so far.
fn wait_for(what: &str) {
    eprint!("{what} ");
    io::stdin().read_line(&mut String::new()).unwrap();
}

// The functions of the C library that are called above. Those of std::net
// make several calls in one, and close without telling the result.
extern "C" {
    fn socket(domain: i32, kind: i32, protocol: i32) -> i32;
    fn bind(sockfd: i32, addr: *const u8, addrlen: u32) -> i32;
    fn sendto(sockfd: i32, buf: *const u8, size: usize, flags: i32, dest_addr: *const u8, addrlen: u32) -> isize;
    fn recvfrom(sockfd: i32, buf: *mut u8, size: usize, flags: i32, src_addr: *mut u8, addrlen: *mut u32) -> isize;
    fn close(fd: i32) -> i32;
}
