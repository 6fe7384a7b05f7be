package socketscope.code;

/** The functions of a Rust program besides main, as they always are. */
final class RustText {

  static final String REPORT =
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
      """;

  static final String REPORT_FROM =
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
      """;

  static final String REPORT_ADDRESS =
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
      """;

  static final String REPORT_BYTES =
      """
      fn report_bytes(call: String, result: io::Result<usize>, buffer: &[u8]) {
          match result {
              Ok(count) => println!("{call} = {count} {}", quoted(count, buffer)),
              Err(error) => println!("{call} = -1 {}", error_name(&error)),
          }
      }
      """;

  static final String REPORT_BYTES_FROM =
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
      """;

  static final String REPORT_VALUE =
      """
      fn report_value(call: String, result: io::Result<i32>) {
          match result {
              Ok(value) => println!("{call} = 0 [{value}]"),
              Err(error) => println!("{call} = -1 {}", error_name(&error)),
          }
      }
      """;

  static final String QUOTED =
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
      """;

  static final String ASK_FOR =
      """
      fn ask_for(what: &str) -> u16 {
          eprint!("{what} ");
          let mut line = String::new();
          io::stdin().read_line(&mut line).unwrap();
          line.trim().parse().unwrap()
      }
      """;

  static final String WAIT_FOR =
      """
      fn wait_for(what: &str) {
          eprint!("{what} ");
          io::stdin().read_line(&mut String::new()).unwrap();
      }
      """;

  static final String AS_LISTENER =
      """
      fn as_listener(fd: i32) -> ManuallyDrop<TcpListener> {
          ManuallyDrop::new(unsafe { TcpListener::from_raw_fd(fd) })
      }
      """;

  static final String AS_STREAM =
      """
      fn as_stream(fd: i32) -> ManuallyDrop<TcpStream> {
          ManuallyDrop::new(unsafe { TcpStream::from_raw_fd(fd) })
      }
      """;

  static final String AS_DATAGRAM =
      """
      fn as_datagram(fd: i32) -> ManuallyDrop<UdpSocket> {
          ManuallyDrop::new(unsafe { UdpSocket::from_raw_fd(fd) })
      }
      """;

  static final String SOCKADDR =
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
      """;

  static final String CHECK =
      """
      fn check(result: i32) -> io::Result<i32> {
          if result == -1 {
              Err(io::Error::last_os_error())
          } else {
              Ok(result)
          }
      }
      """;

  static final String CHECK_COUNT =
      """
      fn check_count(result: isize) -> io::Result<usize> {
          usize::try_from(result).map_err(|_| io::Error::last_os_error())
      }
      """;

  static final String SOCKET =
      """
      fn socket(domain: i32, kind: i32, protocol: i32) -> io::Result<i32> {
          check(unsafe { c::socket(domain, kind, protocol) })
      }
      """;

  static final String BIND =
      """
      fn bind(fd: i32, address: SocketAddr) -> io::Result<i32> {
          let bytes = sockaddr(address);
          check(unsafe { c::bind(fd, bytes.as_ptr(), bytes.len() as u32) })
      }
      """;

  static final String LISTEN =
      """
      fn listen(fd: i32, backlog: i32) -> io::Result<i32> {
          check(unsafe { c::listen(fd, backlog) })
      }
      """;

  static final String CONNECT =
      """
      fn connect(fd: i32, address: SocketAddr) -> io::Result<i32> {
          let bytes = sockaddr(address);
          check(unsafe { c::connect(fd, bytes.as_ptr(), bytes.len() as u32) })
      }
      """;

  static final String SEND =
      """
      fn send(fd: i32, data: &[u8], flags: i32) -> io::Result<usize> {
          check_count(unsafe { c::send(fd, data.as_ptr(), data.len(), flags) })
      }
      """;

  static final String SENDTO =
      """
      fn sendto(fd: i32, data: &[u8], flags: i32, to: SocketAddr) -> io::Result<usize> {
          let bytes = sockaddr(to);
          let (at, length) = (bytes.as_ptr(), bytes.len() as u32);
          check_count(unsafe { c::sendto(fd, data.as_ptr(), data.len(), flags, at, length) })
      }
      """;

  static final String RECV =
      """
      fn recv(fd: i32, buffer: &mut [u8], flags: i32) -> io::Result<usize> {
          check_count(unsafe { c::recv(fd, buffer.as_mut_ptr(), buffer.len(), flags) })
      }
      """;

  static final String RECVFROM =
      """
      fn recvfrom(fd: i32, buffer: &mut [u8], flags: i32) -> io::Result<(usize, Option<SocketAddr>)> {
          let mut from = [0u8; 28];
          let mut length = from.len() as u32;
          let (at, size) = (buffer.as_mut_ptr(), buffer.len());
          let count = unsafe { c::recvfrom(fd, at, size, flags, from.as_mut_ptr(), &mut length) };
          let address = (length > 0).then(|| internet(&from));
          Ok((check_count(count)?, address))
      }
      """;

  static final String READ =
      """
      fn read(fd: i32, buffer: &mut [u8]) -> io::Result<usize> {
          check_count(unsafe { c::read(fd, buffer.as_mut_ptr(), buffer.len()) })
      }
      """;

  static final String WRITE =
      """
      fn write(fd: i32, data: &[u8]) -> io::Result<usize> {
          check_count(unsafe { c::write(fd, data.as_ptr(), data.len()) })
      }
      """;

  static final String SHUTDOWN =
      """
      fn shutdown(fd: i32, how: i32) -> io::Result<i32> {
          check(unsafe { c::shutdown(fd, how) })
      }
      """;

  static final String CLOSE =
      """
      fn close(fd: i32) -> io::Result<i32> {
          check(unsafe { c::close(fd) })
      }
      """;

  static final String GETSOCKOPT =
      """
      fn getsockopt(fd: i32, level: i32, option: i32) -> io::Result<i32> {
          let mut value = 0i32;
          let at = (&mut value as *mut i32).cast();
          check(unsafe { c::getsockopt(fd, level, option, at, &mut 4) })?;
          Ok(value)
      }
      """;

  static final String SETSOCKOPT =
      """
      fn setsockopt(fd: i32, level: i32, option: i32, value: i32) -> io::Result<i32> {
          let bytes = value.to_ne_bytes();
          check(unsafe { c::setsockopt(fd, level, option, bytes.as_ptr(), 4) })
      }
      """;

  static final String DUP =
      """
      fn dup(fd: i32) -> io::Result<i32> {
          check(unsafe { c::dup(fd) })
      }
      """;

  static final String FCNTL =
      """
      fn fcntl(fd: i32, operation: i32, argument: i32) -> io::Result<i32> {
          check(unsafe { c::fcntl(fd, operation, argument) })
      }
      """;

  static final String IOCTL =
      """
      fn ioctl(fd: i32, operation: u64) -> io::Result<i32> {
          let mut value = 0i32;
          check(unsafe { c::ioctl(fd, operation, &mut value) })?;
          Ok(value)
      }
      """;

  private RustText() {}
}
