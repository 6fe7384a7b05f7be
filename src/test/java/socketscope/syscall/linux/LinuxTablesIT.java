package socketscope.syscall.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import socketscope.event.Signal;
import socketscope.event.TcpState;
import socketscope.syscall.AddressLayout;
import socketscope.syscall.DiagnosisLayout;
import socketscope.syscall.PacketSocketLayout;
import socketscope.syscall.SignalLayout;
import socketscope.syscall.SystemTables;
import socketscope.syscall.TcpInfoLayout.Field;

/** Compares Linux's tables with what a C compiler makes of the system's headers. */
@EnabledOnOs(
    value = OS.LINUX,
    architectures = {"amd64", "aarch64", "riscv64"},
    disabledReason = "the tables are those of Linux on these architectures")
class LinuxTablesIT {

  private final SystemTables linux = LinuxTables.tables();

  @TempDir Path folder;

  @Test
  void addressesLieWhereTheHeadersPutThem() throws Exception {
    AddressLayout layout = linux.addresses();
    AddressLayout.Inet4 inet4 = layout.inet4();
    AddressLayout.Inet6 inet6 = layout.inet6();
    Map<String, Integer> ours = new TreeMap<>();
    ours.put("sizeof(struct sockaddr_in)", inet4.size());
    ours.put("offsetof(struct sockaddr_in, sin_family)", 0);
    ours.put("sizeof(sa_family_t)", 2);
    ours.put("offsetof(struct sockaddr_in, sin_port)", inet4.port());
    ours.put("offsetof(struct sockaddr_in, sin_addr)", inet4.address());
    ours.put("sizeof(struct sockaddr_in6)", inet6.size());
    ours.put("offsetof(struct sockaddr_in6, sin6_port)", inet6.port());
    ours.put("offsetof(struct sockaddr_in6, sin6_flowinfo)", inet6.flowInfo());
    ours.put("offsetof(struct sockaddr_in6, sin6_addr)", inet6.address());
    ours.put("offsetof(struct sockaddr_in6, sin6_scope_id)", inet6.scope());
    ours.put("sizeof(struct sockaddr_un)", layout.unix().size());
    ours.put("offsetof(struct sockaddr_un, sun_path)", layout.unix().path());
    ours.put("sizeof(struct sockaddr_storage)", layout.storageSize());
    assertSame(ours, "sys/socket.h", "netinet/in.h", "sys/un.h");
  }

  @Test
  void aSignalHandlerIsSetAsTheHeadersSay() throws Exception {
    SignalLayout layout = linux.signals();
    assertThat(layout).isNotNull();
    Map<String, Integer> ours = new TreeMap<>();
    ours.put("SIGRTMAX - 4", layout.interrupt());
    ours.put("sizeof(struct sigaction)", layout.size());
    ours.put("offsetof(struct sigaction, sa_handler)", layout.handler());
    ours.put("offsetof(struct sigaction, sa_mask)", layout.mask());
    ours.put("offsetof(struct sigaction, sa_flags)", layout.flags());
    for (Signal signal : Signal.values()) {
      ours.put(signal.name(), layout.number(signal));
    }
    ours.put("PR_SET_PDEATHSIG", layout.parentDeath());
    assertSame(ours, "signal.h", "sys/prctl.h");
  }

  @Test
  void packetSocketsAreReadAsTheHeadersSay() throws Exception {
    PacketSocketLayout layout = linux.packets().socket();
    assertThat(layout).isNotNull();
    Map<String, Integer> ours = new TreeMap<>();
    ours.put("AF_PACKET", layout.address().family());
    ours.put("sizeof(struct sockaddr_ll)", layout.address().size());
    ours.put("offsetof(struct sockaddr_ll, sll_protocol)", layout.address().protocol());
    ours.put("offsetof(struct sockaddr_ll, sll_ifindex)", layout.address().index());
    ours.put("sizeof(struct msghdr)", layout.message().size());
    ours.put("offsetof(struct msghdr, msg_iov)", layout.message().vector());
    ours.put("offsetof(struct msghdr, msg_iovlen)", layout.message().vectorCount());
    ours.put("offsetof(struct msghdr, msg_control)", layout.message().control());
    ours.put("offsetof(struct msghdr, msg_controllen)", layout.message().controlLength());
    ours.put("sizeof(struct iovec)", layout.vector().size());
    ours.put("offsetof(struct iovec, iov_base)", layout.vector().base());
    ours.put("offsetof(struct iovec, iov_len)", layout.vector().length());
    ours.put("offsetof(struct cmsghdr, cmsg_len)", layout.control().length());
    ours.put("offsetof(struct cmsghdr, cmsg_level)", layout.control().level());
    ours.put("offsetof(struct cmsghdr, cmsg_type)", layout.control().type());
    ours.put("CMSG_LEN(0)", layout.control().data());
    ours.put("CMSG_ALIGN(1)", Long.BYTES);
    ours.put("sizeof(struct timespec)", 2 * Long.BYTES);
    ours.put("SCM_TIMESTAMPNS", linux.constants().asInt("SO_TIMESTAMPNS").orElseThrow());
    ours.put("sizeof(struct tpacket_stats)", layout.statistics().size());
    ours.put("offsetof(struct tpacket_stats, tp_drops)", layout.statistics().drops());
    ours.put("sizeof(struct sock_fprog)", layout.filter().size());
    ours.put("offsetof(struct sock_fprog, len)", layout.filter().count());
    ours.put("offsetof(struct sock_fprog, filter)", layout.filter().instructions());
    ours.put("sizeof(struct sock_filter)", 8);
    ours.put("offsetof(struct sock_filter, jt)", 2);
    ours.put("offsetof(struct sock_filter, jf)", 3);
    ours.put("offsetof(struct sock_filter, k)", 4);
    assertSame(ours, "sys/socket.h", "time.h", "linux/if_packet.h", "linux/filter.h");
  }

  @Test
  void socketsAreListedAsTheHeadersSay() throws Exception {
    DiagnosisLayout layout = linux.diagnosis();
    assertThat(layout).isNotNull();
    Map<String, Integer> ours = new TreeMap<>();
    ours.put("NETLINK_SOCK_DIAG", layout.netlink());
    ours.put("sizeof(struct nlmsghdr)", layout.message().size());
    ours.put("offsetof(struct nlmsghdr, nlmsg_len)", layout.message().length());
    ours.put("offsetof(struct nlmsghdr, nlmsg_type)", layout.message().type());
    ours.put("offsetof(struct nlmsghdr, nlmsg_flags)", layout.message().flags());
    ours.put("NLMSG_ALIGNTO", layout.message().alignment());
    ours.put("sizeof(struct inet_diag_req_v2)", layout.request().size());
    ours.put("SOCK_DIAG_BY_FAMILY", layout.request().type());
    ours.put("NLM_F_REQUEST | NLM_F_DUMP", layout.request().flags());
    ours.put("offsetof(struct inet_diag_req_v2, sdiag_family)", layout.request().family());
    ours.put("offsetof(struct inet_diag_req_v2, sdiag_protocol)", layout.request().protocol());
    ours.put("offsetof(struct inet_diag_req_v2, idiag_states)", layout.request().states());
    DiagnosisLayout.Answer answer = layout.answer();
    ours.put("sizeof(struct inet_diag_msg)", answer.size());
    ours.put("offsetof(struct inet_diag_msg, idiag_family)", answer.family());
    ours.put("offsetof(struct inet_diag_msg, idiag_state)", answer.state());
    ours.put("offsetof(struct inet_diag_msg, idiag_timer)", answer.timer());
    ours.put("offsetof(struct inet_diag_msg, idiag_retrans)", answer.retransmissions());
    ours.put("offsetof(struct inet_diag_msg, id.idiag_sport)", answer.localPort());
    ours.put("offsetof(struct inet_diag_msg, id.idiag_dport)", answer.peerPort());
    ours.put("offsetof(struct inet_diag_msg, id.idiag_src)", answer.local());
    ours.put("offsetof(struct inet_diag_msg, id.idiag_dst)", answer.peer());
    ours.put("offsetof(struct inet_diag_msg, idiag_expires)", answer.expires());
    ours.put("offsetof(struct inet_diag_msg, idiag_rqueue)", answer.receiveQueue());
    ours.put("offsetof(struct inet_diag_msg, idiag_wqueue)", answer.sendQueue());
    ours.put("offsetof(struct inet_diag_msg, idiag_inode)", answer.inode());
    assertSame(ours, "linux/netlink.h", "linux/sock_diag.h", "linux/inet_diag.h");
  }

  @Test
  void tcpInfoLiesWhereTheKernelsHeaderPutsIt() throws Exception {
    Map<String, Integer> ours = new TreeMap<>();
    for (Field field : Field.values()) {
      if (linux.tcpInfo().width(field) > 0) {
        String member = "tcpi_" + memberOf(field);
        ours.put("offsetof(struct tcp_info, " + member + ")", linux.tcpInfo().offset(field));
        ours.put("sizeof(((struct tcp_info *) 0)->" + member + ")", linux.tcpInfo().width(field));
      }
    }
    assertThat(ours).hasSizeGreaterThan(40);
    assertSame(ours, "linux/tcp.h");
  }

  /** What struct tcp_info calls a field. */
  private static String memberOf(Field field) {
    return switch (field) {
      case STATE -> "state";
      case RETRANSMITS -> "retransmits";
      case PROBES -> "probes";
      case BACKOFF -> "backoff";
      case RTO -> "rto";
      case SEND_MSS -> "snd_mss";
      case UNACKED -> "unacked";
      case SACKED -> "sacked";
      case LOST -> "lost";
      case RTT -> "rtt";
      case RTT_VARIATION -> "rttvar";
      case MIN_RTT -> "min_rtt";
      case CONGESTION_WINDOW_SEGMENTS -> "snd_cwnd";
      case SEND_WINDOW -> "snd_wnd";
      case BYTES_ACKED -> "bytes_acked";
      case BYTES_RECEIVED -> "bytes_received";
      case BYTES_SENT -> "bytes_sent";
      case BYTES_RETRANSMITTED -> "bytes_retrans";
      case BYTES_NOT_SENT -> "notsent_bytes";
      case SEGMENTS_OUT -> "segs_out";
      case SEGMENTS_IN -> "segs_in";
      case DATA_SEGMENTS_OUT -> "data_segs_out";
      case DATA_SEGMENTS_IN -> "data_segs_in";
      case TOTAL_RETRANSMITS -> "total_retrans";
      case CONGESTION_WINDOW_BYTES, RECEIVE_WINDOW, BYTES_IN_FLIGHT, BYTES_BUFFERED ->
          throw new AssertionError(field + " is not Linux's");
    };
  }

  @Test
  void everyStateHasTheNumberOfTheHeader() throws Exception {
    CProgram program = new CProgram("netinet/tcp.h");
    List.of(TcpState.values()).forEach(state -> program.print(nameOf(state)));
    Map<String, Integer> numbers = program.run(folder);
    for (TcpState state : TcpState.values()) {
      assertThat(linux.tcpInfo().state(numbers.get(nameOf(state)))).isEqualTo(state);
    }
  }

  private static String nameOf(TcpState state) {
    return state == TcpState.CLOSED ? "TCP_CLOSE" : "TCP_" + state;
  }

  private void assertSame(Map<String, Integer> ours, String... headers) throws Exception {
    CProgram program = new CProgram(headers);
    ours.keySet().forEach(program::print);
    assertThat(ours).containsExactlyInAnyOrderEntriesOf(program.run(folder));
  }
}
