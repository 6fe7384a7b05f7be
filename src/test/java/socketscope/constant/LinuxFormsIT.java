package socketscope.constant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Compares the structures of Linux's values with what a C compiler makes of the headers. */
@EnabledOnOs(
    value = OS.LINUX,
    architectures = {"amd64", "aarch64", "riscv64"},
    disabledReason = "the structures are those of Linux on these architectures")
class LinuxFormsIT {

  private static final String OF_THE_LIBRARY =
      "sys/socket.h sys/un.h sys/time.h time.h netinet/in.h net/if.h";

  private static final String OF_THE_KERNEL =
      "linux/in6.h linux/icmp.h linux/icmpv6.h linux/tcp.h linux/if_packet.h linux/filter.h"
          + " linux/net_tstamp.h time.h linux/errqueue.h";

  private static final Set<String> KERNELS =
      Set.of(
          "in6_flowlabel_req",
          "icmp_filter",
          "icmp6_filter",
          "tcp_info",
          "tcp_md5sig",
          "tcp_repair_opt",
          "tcp_repair_window",
          "tcp_zerocopy_receive",
          "packet_mreq",
          "tpacket_req",
          "tpacket_req3",
          "tpacket_stats",
          "tpacket_stats_v3",
          "tpacket_auxdata",
          "tpacket_rollover_stats",
          "sock_filter",
          "sock_fprog",
          "sock_txtime",
          "sock_extended_err");

  /** What the headers call a structure that has another name here. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "sockaddr_plain", "sockaddr",
          "hardware_address", "sockaddr",
          "interface_address", "ifreq");

  @TempDir Path folder;

  @Test
  void everyFieldLiesWhereTheLibrarysHeadersPutIt() throws Exception {
    assertSame(OF_THE_LIBRARY, false);
  }

  @Test
  void everyFieldLiesWhereTheKernelsHeadersPutIt() throws Exception {
    assertSame(OF_THE_KERNEL, true);
  }

  private void assertSame(String headers, boolean kernels) throws Exception {
    Map<String, Long> ours = new TreeMap<>();
    for (StructForm struct : Constants.linux().forms().structs()) {
      if (KERNELS.contains(struct.name()) == kernels) {
        add(struct, ours);
      }
    }
    assertThat(ours).hasSizeGreaterThan(80);
    Map<String, Long> theirs = new LinuxHeaders.Compiler(folder).numbers(headers, ours.keySet());
    assertThat(ours).containsExactlyInAnyOrderEntriesOf(theirs);
  }

  private static void add(StructForm struct, Map<String, Long> numbers) {
    String name = "struct " + OTHER_NAMES.getOrDefault(struct.name(), struct.name());
    boolean endless = struct.fields().getLast().form().size() == 0;
    if (!endless) {
      numbers.put("sizeof(" + name + ")", (long) struct.size());
    }
    for (StructForm.Field each : struct.fields()) {
      StructForm.Field field = ofTheHeader(struct, each);
      boolean bits = field.form() instanceof NumberForm number && number.isPart();
      if (!bits) {
        numbers.put("offsetof(%s, %s)".formatted(name, field.name()), (long) field.offset());
      }
      if (!bits && field.form().size() > 0) {
        numbers.put(
            "sizeof(((%s *) 0)->%s)".formatted(name, field.name()), (long) field.form().size());
      }
    }
  }

  /** Every address starts with sa_family, as strace(1) writes it; a header has a prefix of its own. */
  private static StructForm.Field ofTheHeader(StructForm struct, StructForm.Field field) {
    String prefix = struct.fields().getLast().name().replaceAll("_.*", "");
    return struct.name().startsWith("sockaddr_") && field.name().equals("sa_family")
        ? new StructForm.Field(prefix + "_family", field.offset(), field.form())
        : field;
  }
}
