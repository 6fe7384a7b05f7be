package socketscope.code;

import java.util.List;

/** A function of a Rust program besides main, written only where it is used. */
enum RustPart {
  REPORT(
      Phrase.REPORT_CALL,
      List.of("std::io", "std::fmt::Display"),
      """
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
      """),
  REPORT_FROM(
      Phrase.REPORT,
      List.of("std::io", "std::net::SocketAddr"),
      """
      fn report_from(call: String, result: io::Result<(i32, SocketAddr)>) -> Option<(i32, SocketAddr)> {
          match result {
              Ok((connection, from)) => {
                  println!("{call} = {connection} from {from}");
                  Some((connection, from))
              }
              Err(error) => {
                  println!("{call} = -1 {}", error_name(&error));
                  None
              }
          }
      }
      """),
  REPORT_ADDRESS(
      Phrase.REPORT,
      List.of("std::io", "std::net::SocketAddr"),
      """
      fn report_address(call: String, result: io::Result<SocketAddr>) -> Option<SocketAddr> {
          match result {
              Ok(address) => {
                  println!("{call} = 0 {address}");
                  Some(address)
              }
              Err(error) => {
                  println!("{call} = -1 {}", error_name(&error));
                  None
              }
          }
      }
      """),
  REPORT_BYTES(
      Phrase.REPORT,
      List.of("std::io"),
      """
      fn report_bytes(call: String, result: io::Result<usize>, buffer: &[u8]) {
          match result {
              Ok(count) => println!("{call} = {count} {}", quoted(count, buffer)),
              Err(error) => println!("{call} = -1 {}", error_name(&error)),
          }
      }
      """),
  REPORT_BYTES_FROM(
      Phrase.REPORT,
      List.of("std::io", "std::net::SocketAddr"),
      """
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
      """),
  REPORT_VALUE(
      Phrase.REPORT,
      List.of("std::io"),
      """
      fn report_value(call: String, result: io::Result<i32>) {
          match result {
              Ok(value) => println!("{call} = 0 [{value}]"),
              Err(error) => println!("{call} = -1 {}", error_name(&error)),
          }
      }
      """),
  REPORT_LINGER(
      Phrase.REPORT,
      List.of("std::io"),
      """
      fn report_linger(call: String, result: io::Result<[i32; 2]>) {
          match result {
              Ok([on, seconds]) => println!("{call} = 0 {{l_onoff={on}, l_linger={seconds}}}"),
              Err(error) => println!("{call} = -1 {}", error_name(&error)),
          }
      }
      """),
  QUOTED(
      Phrase.BYTES,
      List.of(),
      """
      fn quoted(count: usize, buffer: &[u8]) -> String {
          let bytes = &buffer[..count.min(buffer.len())];
          let mut text = String::from("\\"");
          for &byte in bytes.iter().take(32) {
              match byte {
                  b'\\n' => text.push_str("\\\\n"),
                  b'\\t' => text.push_str("\\\\t"),
                  b'\\r' => text.push_str("\\\\r"),
                  b'"' => text.push_str("\\\\\\""),
                  b'\\\\' => text.push_str("\\\\\\\\"),
                  b' '..=b'~' => text.push(byte as char),
                  _ => text.push_str(&format!("\\\\x{byte:02x}")),
              }
          }
          text.push_str(if bytes.len() > 32 { "\\"..." } else { "\\"" });
          text
      }
      """),
  WAIT_FOR(
      Phrase.WAIT_FOR,
      List.of("std::io"),
      """
      fn wait_for(what: &str) {
          eprint!("{what} ");
          io::stdin().read_line(&mut String::new()).unwrap();
      }
      """),
  AS_LISTENER(
      Phrase.RUST_AS,
      List.of("std::mem::ManuallyDrop", "std::net::TcpListener", "std::os::fd::FromRawFd"),
      """
      fn as_listener(fd: i32) -> ManuallyDrop<TcpListener> {
          ManuallyDrop::new(unsafe { TcpListener::from_raw_fd(fd) })
      }
      """),
  AS_STREAM(
      Phrase.RUST_AS,
      List.of("std::mem::ManuallyDrop", "std::net::TcpStream", "std::os::fd::FromRawFd"),
      """
      fn as_stream(fd: i32) -> ManuallyDrop<TcpStream> {
          ManuallyDrop::new(unsafe { TcpStream::from_raw_fd(fd) })
      }
      """),
  AS_DATAGRAM(
      Phrase.RUST_AS,
      List.of("std::mem::ManuallyDrop", "std::net::UdpSocket", "std::os::fd::FromRawFd"),
      """
      fn as_datagram(fd: i32) -> ManuallyDrop<UdpSocket> {
          ManuallyDrop::new(unsafe { UdpSocket::from_raw_fd(fd) })
      }
      """),
  SOCKADDR(
      Phrase.MAKE_ADDRESS,
      List.of("std::net::SocketAddr"),
      """
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
      """),
  CHECK(
      Phrase.RUST_CHECK,
      List.of("std::io"),
      """
      fn check(result: i32) -> io::Result<i32> {
          if result == -1 {
              Err(io::Error::last_os_error())
          } else {
              Ok(result)
          }
      }
      """),
  CHECK_COUNT(
      Phrase.RUST_CHECK,
      List.of("std::io"),
      """
      fn check_count(result: isize) -> io::Result<usize> {
          usize::try_from(result).map_err(|_| io::Error::last_os_error())
      }
      """),
  SOCKET(
      "socket(domain: i32, kind: i32, protocol: i32) -> i32",
      """
      fn socket(domain: i32, kind: i32, protocol: i32) -> io::Result<i32> {
          check(unsafe { c::socket(domain, kind, protocol) })
      }
      """),
  BIND(
      "bind(fd: i32, address: *const u8, length: u32) -> i32",
      """
      fn bind(fd: i32, address: SocketAddr) -> io::Result<i32> {
          let bytes = sockaddr(address);
          check(unsafe { c::bind(fd, bytes.as_ptr(), bytes.len() as u32) })
      }
      """),
  LISTEN(
      "listen(fd: i32, backlog: i32) -> i32",
      """
      fn listen(fd: i32, backlog: i32) -> io::Result<i32> {
          check(unsafe { c::listen(fd, backlog) })
      }
      """),
  CONNECT(
      "connect(fd: i32, address: *const u8, length: u32) -> i32",
      """
      fn connect(fd: i32, address: SocketAddr) -> io::Result<i32> {
          let bytes = sockaddr(address);
          check(unsafe { c::connect(fd, bytes.as_ptr(), bytes.len() as u32) })
      }
      """),
  ACCEPT(
      "accept(fd: i32, address: *mut u8, length: *mut u32) -> i32",
      """
      fn accept(fd: i32) -> io::Result<(i32, SocketAddr)> {
          let none = std::ptr::null_mut();
          let connection = check(unsafe { c::accept(fd, none, none.cast()) })?;
          Ok((connection, SocketAddr::from(([0, 0, 0, 0], 0))))
      }
      """),
  SEND(
      "send(fd: i32, data: *const u8, length: usize, flags: i32) -> isize",
      """
      fn send(fd: i32, data: &[u8], flags: i32) -> io::Result<usize> {
          check_count(unsafe { c::send(fd, data.as_ptr(), data.len(), flags) })
      }
      """),
  SENDTO(
      "sendto(fd: i32, data: *const u8, length: usize, flags: i32, to: *const u8, to_length: u32) -> isize",
      """
      fn sendto(fd: i32, data: &[u8], flags: i32, to: SocketAddr) -> io::Result<usize> {
          let bytes = sockaddr(to);
          let (at, length) = (bytes.as_ptr(), bytes.len() as u32);
          check_count(unsafe { c::sendto(fd, data.as_ptr(), data.len(), flags, at, length) })
      }
      """),
  RECV(
      "recv(fd: i32, buffer: *mut u8, size: usize, flags: i32) -> isize",
      """
      fn recv(fd: i32, buffer: &mut [u8], flags: i32) -> io::Result<usize> {
          check_count(unsafe { c::recv(fd, buffer.as_mut_ptr(), buffer.len(), flags) })
      }
      """),
  RECVFROM(
      "recvfrom(fd: i32, buffer: *mut u8, size: usize, flags: i32, from: *mut u8, from_length: *mut u32) -> isize",
      """
      fn recvfrom(fd: i32, buffer: &mut [u8], flags: i32) -> io::Result<(usize, Option<SocketAddr>)> {
          let mut from = [0u8; 28];
          let mut length = from.len() as u32;
          let (at, size) = (buffer.as_mut_ptr(), buffer.len());
          let count = unsafe { c::recvfrom(fd, at, size, flags, from.as_mut_ptr(), &mut length) };
          let port = u16::from_be_bytes([from[2], from[3]]);
          let address = match length {
              16 => Some(SocketAddr::from(([from[4], from[5], from[6], from[7]], port))),
              28 => Some(SocketAddr::from((<[u8; 16]>::try_from(&from[8..24]).unwrap(), port))),
              _ => None,
          };
          Ok((check_count(count)?, address))
      }
      """),
  READ(
      "read(fd: i32, buffer: *mut u8, size: usize) -> isize",
      """
      fn read(fd: i32, buffer: &mut [u8]) -> io::Result<usize> {
          check_count(unsafe { c::read(fd, buffer.as_mut_ptr(), buffer.len()) })
      }
      """),
  WRITE(
      "write(fd: i32, data: *const u8, length: usize) -> isize",
      """
      fn write(fd: i32, data: &[u8]) -> io::Result<usize> {
          check_count(unsafe { c::write(fd, data.as_ptr(), data.len()) })
      }
      """),
  SHUTDOWN(
      "shutdown(fd: i32, how: i32) -> i32",
      """
      fn shutdown(fd: i32, how: i32) -> io::Result<i32> {
          check(unsafe { c::shutdown(fd, how) })
      }
      """),
  CLOSE(
      "close(fd: i32) -> i32",
      """
      fn close(fd: i32) -> io::Result<i32> {
          check(unsafe { c::close(fd) })
      }
      """),
  GETSOCKNAME(
      "getsockname(fd: i32, address: *mut u8, length: *mut u32) -> i32",
      """
      fn getsockname(fd: i32) -> io::Result<SocketAddr> {
          let mut bytes = [0u8; 28];
          check(unsafe { c::getsockname(fd, bytes.as_mut_ptr(), &mut 28) })?;
          Ok(SocketAddr::from(([bytes[4], bytes[5], bytes[6], bytes[7]], 0)))
      }
      """),
  GETPEERNAME(
      "getpeername(fd: i32, address: *mut u8, length: *mut u32) -> i32",
      """
      fn getpeername(fd: i32) -> io::Result<SocketAddr> {
          let mut bytes = [0u8; 28];
          check(unsafe { c::getpeername(fd, bytes.as_mut_ptr(), &mut 28) })?;
          Ok(SocketAddr::from(([bytes[4], bytes[5], bytes[6], bytes[7]], 0)))
      }
      """),
  GETSOCKOPT(
      "getsockopt(fd: i32, level: i32, option: i32, value: *mut i32, length: *mut u32) -> i32",
      """
      fn getsockopt(fd: i32, level: i32, option: i32) -> io::Result<i32> {
          let mut value = 0;
          check(unsafe { c::getsockopt(fd, level, option, &mut value, &mut 4) })?;
          Ok(value)
      }
      """),
  GETSOCKOPT_LINGER(
      "getsockopt(fd: i32, level: i32, option: i32, value: *mut i32, length: *mut u32) -> i32",
      """
      fn getsockopt_linger(fd: i32, level: i32, option: i32) -> io::Result<[i32; 2]> {
          let mut linger = [0; 2];
          check(unsafe { c::getsockopt(fd, level, option, linger.as_mut_ptr(), &mut 8) })?;
          Ok(linger)
      }
      """),
  SETSOCKOPT(
      "setsockopt(fd: i32, level: i32, option: i32, value: *const i32, length: u32) -> i32",
      """
      fn setsockopt(fd: i32, level: i32, option: i32, value: i32) -> io::Result<i32> {
          check(unsafe { c::setsockopt(fd, level, option, &value, 4) })
      }
      """),
  FCNTL(
      "fcntl(fd: i32, operation: i32, ...) -> i32",
      """
      fn fcntl(fd: i32, operation: i32, argument: i32) -> io::Result<i32> {
          check(unsafe { c::fcntl(fd, operation, argument) })
      }
      """),
  IOCTL(
      "ioctl(fd: i32, operation: u64, ...) -> i32",
      """
      fn ioctl(fd: i32, operation: i32) -> io::Result<i32> {
          let mut value = 0i32;
          check(unsafe { c::ioctl(fd, operation as u64, &mut value) })?;
          Ok(value)
      }
      """);

  private final Phrase phrase;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> uses;

  private final String prototype;
  private final String code;

  RustPart(Phrase phrase, List<String> uses, String code) {
    this.phrase = phrase;
    this.uses = uses;
    this.prototype = "";
    this.code = code;
  }

  RustPart(String prototype, String code) {
    this.phrase = Phrase.RUST_CALL;
    this.uses =
        code.contains("SocketAddr")
            ? List.of("std::io", "std::net::SocketAddr")
            : List.of("std::io");
    this.prototype = prototype;
    this.code = code;
  }

  Phrase phrase() {
    return phrase;
  }

  List<String> uses() {
    return uses;
  }

  /** How the C library declares what it calls; empty where it calls nothing of it. */
  String prototype() {
    return prototype;
  }

  String code() {
    return code;
  }
}
