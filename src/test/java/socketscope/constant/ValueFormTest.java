package socketscope.constant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueFormTest {

  private final Constants linux = Constants.linux();

  private ValueForm option(String level, String name) {
    return linux.optionForm(linux.number(level).orElseThrow(), linux.number(name).orElseThrow());
  }

  private ValueForm request(String name) {
    return linux.requestForm(linux.number(name).orElseThrow());
  }

  private static byte[] encoded(ValueForm form, String value) throws ValueException {
    return form.encode(Value.parse(value)).bytes();
  }

  private static byte[] ints(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.nativeOrder());
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return bytes.array();
  }

  private static byte[] longs(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.nativeOrder());
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return bytes.array();
  }

  @Test
  void anOptionIsAnIntWhereNothingElseIsKnown() throws ValueException {
    ValueForm form = option("SOL_SOCKET", "SO_REUSEADDR");
    assertThat(form.size()).isEqualTo(4);
    assertThat(encoded(form, "1")).isEqualTo(ints(1));
    assertThat(encoded(form, "-1")).isEqualTo(ints(-1));
    assertThat(encoded(form, "AF_INET6")).isEqualTo(ints(10));
    assertThat(encoded(form, "{1, 2}")).isEqualTo(ints(1, 2));
    assertThat(encoded(form, "\"ab\"")).containsExactly('a', 'b');
    assertThat(form.decode(ints(-1))).hasToString("-1");
    assertThat(form.decode(new byte[] {1, 0})).hasToString("\"\\x01\\x00\"");
    assertThat(linux.optionForm(9999, 1).size()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{l_onoff=1, l_linger=5}; 1 5",
        "{l_linger=5, l_onoff=1}; 1 5",
        "{l_linger=5}; 0 5",
        "{1, 5}; 1 5",
        "{1}; 1",
        "{}; ",
        "{1, 5, 7}; 1 5 7",
        "1; 1",
        "{ 0x1 ,05 }; 1 5"
      })
  void aStructureIsGivenByItsFieldsOrByTheirPlaces(String value, String numbers)
      throws ValueException {
    int[] wanted =
        numbers == null
            ? new int[0]
            : java.util.Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).toArray();
    assertThat(encoded(option("SOL_SOCKET", "SO_LINGER"), value)).isEqualTo(ints(wanted));
  }

  @Test
  void aStructureIsWrittenAsStraceDoes() {
    assertThat(option("SOL_SOCKET", "SO_LINGER").decode(ints(1, 0)))
        .hasToString("{l_onoff=1, l_linger=0}");
    assertThat(option("SOL_SOCKET", "SO_RCVTIMEO").decode(longs(2, 500000)))
        .hasToString("{tv_sec=2, tv_usec=500000}");
    assertThat(option("SOL_SOCKET", "SO_PEERCRED").decode(ints(7, 0, 0)))
        .hasToString("{pid=7, uid=0, gid=0}");
    assertThat(option("SOL_SOCKET", "SO_COOKIE").decode(longs(-1)))
        .hasToString("18446744073709551615");
  }

  @Test
  void ofAStructureThatIsCutOffTheWholeFieldsAreRead() {
    ValueForm linger = option("SOL_SOCKET", "SO_LINGER");
    assertThat(linger.decode(ints(1))).hasToString("{l_onoff=1}");
    assertThat(linger.decode(new byte[] {1, 0, 0, 0, 5, 0}))
        .hasToString("{l_onoff=1, l_linger=\"\\x05\\x00\"}");
    assertThat(linger.decode(new byte[0])).hasToString("\"\"");
  }

  @Test
  void wideNumbersInPlacesStayWide() throws ValueException {
    assertThat(encoded(option("SOL_SOCKET", "SO_RCVTIMEO"), "{1, 0, 3}")).isEqualTo(longs(1, 0, 3));
  }

  @Test
  void aNameEndsAtItsZero() throws ValueException {
    ValueForm form = option("IPPROTO_TCP", "TCP_CONGESTION");
    assertThat(encoded(form, "\"cubic\"")).isEqualTo("cubic".getBytes(StandardCharsets.US_ASCII));
    assertThat(form.decode("cubic\0\0\0".getBytes(StandardCharsets.US_ASCII)))
        .hasToString("\"cubic\"");
    assertThat(form.size()).isEqualTo(16);
  }

  @Test
  void groupsAreJoinedWithAddresses() throws ValueException {
    byte[] group = {(byte) 239, 1, 2, 3, 127, 0, 0, 1};
    ValueForm join = option("IPPROTO_IP", "IP_ADD_MEMBERSHIP");
    assertThat(encoded(join, "{imr_multiaddr=239.1.2.3, imr_interface=127.0.0.1}"))
        .isEqualTo(group);
    assertThat(
            encoded(
                join,
                "{imr_multiaddr=inet_addr(\"239.1.2.3\"), imr_interface=inet_addr(\"127.0.0.1\")}"))
        .isEqualTo(group);
    assertThat(encoded(join, "{239.1.2.3, 127.0.0.1}")).isEqualTo(group);
    assertThat(encoded(join, "{239.1.2.3, 127.0.0.1, 1}")).hasSize(12).startsWith(group);
    assertThat(encoded(join, "{imr_multiaddr=239.1.2.3, imr_ifindex=1}")).hasSize(12);
    assertThat(join.decode(group))
        .hasToString("{imr_multiaddr=239.1.2.3, imr_interface=127.0.0.1}");
    assertThat(encoded(option("IPPROTO_IPV6", "IPV6_JOIN_GROUP"), "{ff02::1, 1}"))
        .hasSize(20)
        .startsWith(0xff, 2);
  }

  @Test
  void anAddressInAStructureIsThatOfItsFamily() throws ValueException {
    ValueForm join = option("IPPROTO_IP", "MCAST_JOIN_GROUP");
    byte[] bytes = encoded(join, "{gr_interface=1, gr_group=239.1.2.3:5000}");
    assertThat(bytes).hasSize(136);
    assertThat(join.decode(bytes))
        .hasToString(
            "{gr_interface=1, gr_group={sa_family=AF_INET, sin_port=5000, sin_addr=239.1.2.3}}");
    assertThat(encoded(join, join.decode(bytes).toString())).isEqualTo(bytes);
    assertThat(
            encoded(
                join,
                "{1, {sa_family=AF_INET, sin_port=htons(5000), sin_addr=inet_addr(\"239.1.2.3\")}}"))
        .isEqualTo(bytes);
    ValueForm source = option("IPPROTO_IPV6", "MCAST_JOIN_SOURCE_GROUP");
    byte[] two = encoded(source, "{1, ff02::1, [::1]:7}");
    assertThat(source.decode(two))
        .hasToString(
            "{gsr_interface=1, gsr_group={sa_family=AF_INET6, sin6_port=0, sin6_flowinfo=0,"
                + " sin6_addr=ff02::1, sin6_scope_id=0}, gsr_source={sa_family=AF_INET6,"
                + " sin6_port=7, sin6_flowinfo=0, sin6_addr=::1, sin6_scope_id=0}}");
  }

  @Test
  void anInterfaceIsAskedWithItsName() throws ValueException {
    ValueForm flags = request("SIOCGIFFLAGS");
    byte[] bytes = encoded(flags, "{ifr_name=\"lo\"}");
    assertThat(bytes).hasSize(40).startsWith('l', 'o', 0);
    bytes[16] = 0x49;
    assertThat(flags.decode(bytes))
        .hasToString("{ifr_name=\"lo\", ifr_flags=IFF_UP|IFF_LOOPBACK|IFF_RUNNING}");
    assertThat(encoded(flags, "{lo, IFF_UP}")).hasSize(40).startsWith('l', 'o').contains(1, at(16));
    assertThat(request("FIONREAD").size()).isEqualTo(4);
    assertThat(request("SIOCGIFADDR").decode(encoded(request("SIOCSIFADDR"), "{lo, 127.0.0.1}")))
        .hasToString(
            "{ifr_name=\"lo\", ifr_addr={sa_family=AF_INET, sin_port=0, sin_addr=127.0.0.1}}");
  }

  private static org.assertj.core.data.Index at(int index) {
    return org.assertj.core.data.Index.atIndex(index);
  }

  @Test
  void whatAPointerPointsToIsMemoryOfItsOwn() throws ValueException {
    ValueForm conf = request("SIOCGIFCONF");
    ValueForm.Encoded asked = conf.encode(Value.parse("{ifc_len=80, ifc_req=[]}"));
    assertThat(asked.bytes()).hasSize(16);
    assertThat(asked.pointed()).hasSize(1);
    assertThat(asked.pointed().getFirst().offset()).isEqualTo(8);
    byte[] target = asked.pointed().getFirst().bytes();
    assertThat(target).hasSize(80);
    byte[] one = encoded(request("SIOCGIFADDR"), "{lo, 127.0.0.1}");
    System.arraycopy(one, 0, target, 0, 40);
    byte[] answered =
        ByteBuffer.wrap(asked.bytes()).order(ByteOrder.nativeOrder()).putInt(0, 40).array();
    assertThat(conf.decode(answered, List.of(target)))
        .hasToString(
            "{ifc_len=40, ifc_req=[{ifr_name=\"lo\", ifr_addr={sa_family=AF_INET, sin_port=0,"
                + " sin_addr=127.0.0.1}}]}");
    assertThat(encoded(conf, "{ifc_len=0, ifc_req=NULL}")).isEqualTo(new byte[16]);
    ValueForm.Encoded filter =
        option("SOL_SOCKET", "SO_ATTACH_FILTER")
            .encode(Value.parse("{filter=[{code=BPF_RET|BPF_K, jt=0, jf=0, k=0x40000}]}"));
    assertThat(filter.bytes())
        .startsWith(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 1 : 0);
    assertThat(filter.pointed().getFirst().bytes()).hasSize(8);
  }

  @Test
  void bitsOfAByteAreFieldsOfTheirOwn() throws ValueException {
    ValueForm info = option("IPPROTO_TCP", "TCP_INFO");
    assertThat(info.size()).isEqualTo(232);
    byte[] bytes = encoded(info, "{tcpi_state=1, tcpi_snd_wscale=7, tcpi_rcv_wscale=9}");
    assertThat(bytes[6]).isEqualTo((byte) 0x97);
    assertThat(info.decode(bytes).toString()).contains("tcpi_snd_wscale=7, tcpi_rcv_wscale=9");
    assertThat(info.decode(java.util.Arrays.copyOf(bytes, 2)))
        .hasToString("{tcpi_state=1, tcpi_ca_state=0}");
  }

  @Test
  void controlMessagesHaveFormsOfTheirOwn() {
    long ip = linux.number("IPPROTO_IP").orElseThrow();
    long info = linux.number("IP_PKTINFO").orElseThrow();
    assertThat(linux.controlForm(ip, info).size()).isEqualTo(12);
    assertThat(linux.optionForm(ip, info).size()).isEqualTo(4);
    assertThat(linux.controlForm(1, 1).decode(ints(4, 5))).hasToString("[4, 5]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{l_onof=1}; FIELD; l_onof",
        "{l_onoff=NO_SUCH}; CONSTANT; NO_SUCH",
        "{l_onoff=\"a\"}; FORM; \"a\"",
        "[1]; FORM; [1]"
      })
  void whatHasNoPlaceIsRefusedWithItsReason(
      String value, ValueException.Reason reason, String part) {
    assertRefused(option("SOL_SOCKET", "SO_LINGER"), value, reason, part);
  }

  @Test
  void addressesAndLengthsAreChecked() {
    ValueForm join = option("IPPROTO_IP", "IP_ADD_MEMBERSHIP");
    assertRefused(join, "{239.1.2, 0}", ValueException.Reason.ADDRESS, "239.1.2");
    assertRefused(join, "{::1, 0}", ValueException.Reason.ADDRESS, "::1");
    assertRefused(
        request("SIOCGIFMTU"),
        "{\"seventeen letters\"}",
        ValueException.Reason.LENGTH,
        "\"seventeen letters\"");
  }

  private static void assertRefused(
      ValueForm form, String value, ValueException.Reason reason, String part) {
    assertThatThrownBy(() -> encoded(form, value))
        .isInstanceOfSatisfying(
            ValueException.class,
            fault -> {
              assertThat(fault.reason()).isEqualTo(reason);
              assertThat(fault.part()).isEqualTo(part);
            });
  }

  /** Whatever the bytes are, what is read from a whole structure is written back as them. */
  @ParameterizedTest
  @EnumSource(SystemName.class)
  void everyStructureIsReadAndWrittenBack(SystemName system) throws ValueException {
    Random random = new Random(7);
    Constants constants = Constants.of(system);
    for (StructForm struct : constants.forms().structs()) {
      for (int round = 0; round < 200; round++) {
        byte[] bytes = new byte[struct.size()];
        random.nextBytes(bytes);
        Value first = struct.decode(bytes);
        byte[] again = struct.encode(first).bytes();
        assertThat(struct.decode(again)).as(struct.name()).isEqualTo(first);
        assertThat(Value.parse(first.toString())).as(struct.name()).isEqualTo(first);
        assertThat(struct.encode(Value.parse(first.toString())).bytes()).isEqualTo(again);
      }
    }
  }

  @Test
  void everyValueIsReadBackAsItWasWritten() throws ValueException {
    Random random = new Random(11);
    for (int round = 0; round < 5000; round++) {
      Value value = value(random, 3);
      assertThat(Value.parse(value.toString())).isEqualTo(value);
    }
  }

  private static Value value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> Value.number(random.nextInt());
      case 1 ->
          new Value.Word(
              List.of("SO_DEBUG|0x4", "224.0.0.1", "[::1]:5000", "::1").get(random.nextInt(4)));
      case 2 -> {
        byte[] bytes = new byte[random.nextInt(8)];
        random.nextBytes(bytes);
        yield Value.Text.of(bytes);
      }
      case 3 -> {
        List<Value.Field> fields = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          boolean named = random.nextBoolean();
          fields.add(
              new Value.Field(
                  named ? java.util.Optional.of("field_" + i) : java.util.Optional.empty(),
                  value(random, depth - 1)));
        }
        yield new Value.Structure(fields);
      }
      default -> {
        List<Value> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(value(random, depth - 1));
        }
        yield new Value.Array(elements);
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{1; 2",
        "{1,}; 3",
        "{1 2}; 3",
        "[1}; 2",
        "1 2; 2",
        "{a=}; 3",
        "\"a; 0",
        "\"\\q\"; 1",
        "|1; 0",
        "1|; 2",
        "{=1}; 1",
        "x(; 1"
      })
  void whatIsNoValueIsRefusedWithItsPlace(String text, int offset) {
    assertThatThrownBy(() -> Value.parse(text))
        .isInstanceOfSatisfying(
            ValueException.class, fault -> assertThat(fault.offset()).isEqualTo(offset));
  }

  @Test
  void wordsMayBeJoinedWithBlanksBetween() throws ValueException {
    assertThat(Value.parse(" { a = A | B|C , 2 } ")).hasToString("{a=A|B|C, 2}");
  }
}
