package socketscope.code;

import java.util.List;

/** A function of a Rust program besides main, written only where it is used. */
enum RustPart {
  REPORT(Phrase.REPORT_CALL, List.of("std::io", "std::fmt::Display"), RustText.REPORT),
  REPORT_FROM(Phrase.REPORT, List.of("std::io", "std::net::SocketAddr"), RustText.REPORT_FROM),
  REPORT_ADDRESS(
      Phrase.REPORT, List.of("std::io", "std::net::SocketAddr"), RustText.REPORT_ADDRESS),
  REPORT_BYTES(Phrase.REPORT, List.of("std::io"), RustText.REPORT_BYTES),
  REPORT_BYTES_FROM(
      Phrase.REPORT, List.of("std::io", "std::net::SocketAddr"), RustText.REPORT_BYTES_FROM),
  REPORT_VALUE(Phrase.REPORT, List.of("std::io"), RustText.REPORT_VALUE),
  REPORT_WITH(Phrase.REPORT, List.of("std::io", "std::fmt::Display"), RustUnusual.REPORT_WITH),
  QUOTED(Phrase.BYTES, List.of(), RustText.QUOTED),
  ASK_FOR(Phrase.ASK_FOR, List.of("std::io"), RustText.ASK_FOR),
  WAIT_FOR(Phrase.WAIT_FOR, List.of("std::io"), RustText.WAIT_FOR),
  AS_LISTENER(
      Phrase.RUST_AS,
      List.of("std::mem::ManuallyDrop", "std::net::TcpListener", "std::os::fd::FromRawFd"),
      RustText.AS_LISTENER),
  AS_STREAM(
      Phrase.RUST_AS,
      List.of("std::mem::ManuallyDrop", "std::net::TcpStream", "std::os::fd::FromRawFd"),
      RustText.AS_STREAM),
  AS_DATAGRAM(
      Phrase.RUST_AS,
      List.of("std::mem::ManuallyDrop", "std::net::UdpSocket", "std::os::fd::FromRawFd"),
      RustText.AS_DATAGRAM),
  OF_FAMILY(Phrase.MAKE_OTHER, List.of(), RustUnusual.OF_FAMILY),
  INTERNET(Phrase.RUST_INTERNET, List.of("std::net::SocketAddr"), RustUnusual.INTERNET),
  FROM_TEXT(Phrase.RUST_ANSWERS, List.of(), RustUnusual.FROM_TEXT),
  INT_AT(Phrase.RUST_ANSWERS, List.of(), RustUnusual.INT_AT),
  LONG_AT(Phrase.RUST_ANSWERS, List.of(), RustUnusual.LONG_AT),
  NAME_TEXT(Phrase.RUST_ANSWERS, List.of(), RustUnusual.NAME_TEXT),
  POLLED(Phrase.RUST_ANSWERS, List.of(), RustUnusual.POLLED),
  POLL_FD(Phrase.RUST_POLL_FD, List.of(), RustUnusual.POLL_FD),
  ADDRESS_TEXT(Phrase.ADDRESS_TEXT, List.of(), RustUnusual.ADDRESS_TEXT),
  UNIX_TEXT(Phrase.UNIX_TEXT, List.of(), RustUnusual.UNIX_TEXT),
  SOCKADDR(Phrase.MAKE_ADDRESS, List.of("std::net::SocketAddr"), RustText.SOCKADDR),
  CHECK(Phrase.RUST_CHECK, List.of("std::io"), RustText.CHECK),
  CHECK_COUNT(Phrase.RUST_CHECK, List.of("std::io"), RustText.CHECK_COUNT),
  SOCKET("socket(domain: i32, kind: i32, protocol: i32) -> i32", RustText.SOCKET),
  BIND("bind(fd: i32, address: *const u8, length: u32) -> i32", RustText.BIND),
  LISTEN("listen(fd: i32, backlog: i32) -> i32", RustText.LISTEN),
  CONNECT("connect(fd: i32, address: *const u8, length: u32) -> i32", RustText.CONNECT),
  SEND("send(fd: i32, data: *const u8, length: usize, flags: i32) -> isize", RustText.SEND),
  SENDTO(
      "sendto(fd: i32, data: *const u8, length: usize, flags: i32, to: *const u8, to_length: u32) -> isize",
      RustText.SENDTO),
  RECV("recv(fd: i32, buffer: *mut u8, size: usize, flags: i32) -> isize", RustText.RECV),
  RECVFROM(
      "recvfrom(fd: i32, buffer: *mut u8, size: usize, flags: i32, from: *mut u8, from_length: *mut u32) -> isize",
      RustText.RECVFROM),
  READ("read(fd: i32, buffer: *mut u8, size: usize) -> isize", RustText.READ),
  WRITE("write(fd: i32, data: *const u8, length: usize) -> isize", RustText.WRITE),
  SHUTDOWN("shutdown(fd: i32, how: i32) -> i32", RustText.SHUTDOWN),
  CLOSE("close(fd: i32) -> i32", RustText.CLOSE),
  GETSOCKOPT(
      "getsockopt(fd: i32, level: i32, option: i32, value: *mut u8, length: *mut u32) -> i32",
      RustText.GETSOCKOPT),
  SETSOCKOPT(
      "setsockopt(fd: i32, level: i32, option: i32, value: *const u8, length: u32) -> i32",
      RustText.SETSOCKOPT),
  FCNTL("fcntl(fd: i32, operation: i32, ...) -> i32", RustText.FCNTL),
  IOCTL("ioctl(fd: i32, operation: u64, ...) -> i32", RustText.IOCTL),
  DUP("dup(fd: i32) -> i32", RustText.DUP),
  ACCEPT("accept(fd: i32, address: *mut u8, length: *mut u32) -> i32"),
  GETSOCKNAME("getsockname(fd: i32, address: *mut u8, length: *mut u32) -> i32"),
  GETPEERNAME("getpeername(fd: i32, address: *mut u8, length: *mut u32) -> i32"),
  SOCKETPAIR("socketpair(domain: i32, kind: i32, protocol: i32, pair: *mut i32) -> i32"),
  POLL("poll(watched: *mut super::PollFd, count: u64, timeout: i32) -> i32");

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

  /** A function that the calls of main() make themselves. */
  RustPart(String prototype) {
    this(prototype, "");
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
