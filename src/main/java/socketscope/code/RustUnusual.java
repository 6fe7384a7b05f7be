package socketscope.code;

/** The functions of a Rust program that only unusual arguments and local sockets need. */
final class RustUnusual {

  static final String REPORT_WITH =
      """
      fn report_with<T: Copy + Display>(
          call: String,
          result: io::Result<T>,
          more: impl FnOnce(T) -> String,
      ) -> Option<T> {
          match result {
              Ok(value) => {
                  println!("{call} = {value}{}", more(value));
                  Some(value)
              }
              Err(error) => {
                  println!("{call} = -1 {}", error_name(&error));
                  None
              }
          }
      }
      """;

  static final String OF_FAMILY =
      """
      fn of_family(family: i32, bytes: &[u8]) -> Vec<u8> {
          let mut address = (family as u16).to_ne_bytes().to_vec();
          address.extend(bytes);
          address
      }
      """;

  static final String INTERNET =
      """
      fn internet(address: &[u8]) -> SocketAddr {
          let port = u16::from_be_bytes([address[2], address[3]]);
          if u16::from_ne_bytes([address[0], address[1]]) == 2 {
              SocketAddr::from(([address[4], address[5], address[6], address[7]], port)) // AF_INET
          } else {
              SocketAddr::from((<[u8; 16]>::try_from(&address[8..24]).unwrap(), port))
          }
      }
      """;

  static final String ADDRESS_TEXT =
      """
      fn address_text(address: &[u8]) -> String {
          match u16::from_ne_bytes([address[0], address[1]]) {
              1 => unix_text(&address[2..110]), // AF_UNIX
              _ => internet(address).to_string(),
          }
      }
      """;

  static final String UNIX_TEXT =
      """
      fn unix_text(path: &[u8]) -> String {
          let end = path.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
          let hidden = end > 0 && path[0] == 0;
          let mut text = if hidden { b"unix:@".to_vec() } else { b"unix:".to_vec() };
          for &byte in &path[usize::from(hidden)..end] {
              if byte == 0 && !hidden {
                  break;
              }
              if byte > 0x7f || byte.is_ascii_alphanumeric() || b"._/+-@~^".contains(&byte) {
                  text.push(byte);
              } else {
                  text.extend(format!("\\\\x{byte:02x}").bytes());
              }
          }
          String::from_utf8_lossy(&text).into_owned()
      }
      """;

  static final String FROM_TEXT =
      """
      fn from_text(address: &[u8], length: u32) -> String {
          if length > 0 {
              format!(" from {}", address_text(address))
          } else {
              String::new()
          }
      }
      """;

  static final String INT_AT =
      """
      fn int_at(bytes: &[u8], at: usize) -> i32 {
          i32::from_ne_bytes(bytes[at..at + 4].try_into().unwrap())
      }
      """;

  static final String LONG_AT =
      """
      fn long_at(bytes: &[u8], at: usize) -> i64 {
          i64::from_ne_bytes(bytes[at..at + 8].try_into().unwrap())
      }
      """;

  static final String NAME_TEXT =
      """
      fn name_text(bytes: &[u8]) -> String {
          let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
          String::from_utf8_lossy(&bytes[..end]).into_owned()
      }
      """;

  static final String POLL_FD =
      """
      #[repr(C)]
      pub struct PollFd {
          pub fd: i32,
          pub events: i16,
          pub revents: i16,
      }
      """;

  static final String POLLED =
      """
      fn polled(watched: &[PollFd]) -> String {
          let names = [
              "POLLIN", "POLLPRI", "POLLOUT", "POLLERR", "POLLHUP", "POLLNVAL", "POLLRDNORM",
              "POLLRDBAND", "POLLWRNORM", "POLLWRBAND", "", "", "", "POLLRDHUP",
          ];
          let mut found = Vec::new();
          for one in watched.iter().filter(|one| one.revents != 0) {
              let events: Vec<_> = (0..names.len())
                  .filter(|bit| one.revents >> bit & 1 != 0)
                  .map(|bit| names[bit])
                  .collect();
              found.push(format!("{{{}, {}}}", one.fd, events.join("|")));
          }
          if found.is_empty() {
              String::new()
          } else {
              format!(" [{}]", found.join(", "))
          }
      }
      """;

  private RustUnusual() {}
}
