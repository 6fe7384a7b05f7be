package socketscope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.syscall.linux.LinuxTables;

class AddressRuleTest {

  private static final String ANY_BYTES = "\"\\x13\\x88\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"";

  private final AddressRule rule = new AddressRule(LinuxTables.tables(), _ -> false);

  private static Call call(String text) throws NotationException {
    int open = text.indexOf('(');
    Function function = Function.named(text.substring(0, open)).orElseThrow();
    return Call.parse(function, Call.split(text.substring(open + 1, text.length() - 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bind(3, 127.0.0.1:80)",
        "bind(3, [::1]:80)",
        "bind(3, 192.0.2.1:80)",
        "bind(3, 198.51.100.255:80)",
        "bind(3, 203.0.113.7:80)",
        "bind(3, [2001:db8::1]:80)",
        "bind(3, 8.8.8.8:80, 15)",
        "bind(3, [2606::1]:80, 23)",
        "bind(3, unix:chat)",
        "connect(3, AF_UNSPEC)",
        "connect(3, 127.255.255.255:80)",
        "connect(3, [::ffff:127.0.0.1]:80)",
        "connect(3, 8.8.8.8:80, 8)",
        "connect(3, family 2 \"ab\")",
        "connect(3, NULL)",
        "sendmsg(3, {msg_name=127.0.0.1:80, msg_iov=[\"x\"]})",
        "sendmmsg(3, [{msg_iov=[\"x\"]}, {msg_name=[::1]:80, msg_iov=[\"x\"]}])",
        "unlink(unix:chat)"
      })
  void whatReachesNobodyIsAllowed(String text) throws Exception {
    assertThat(rule.forbiddenIn(call(text), false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connect(3, 192.0.2.1:80)",
        "connect(3, [2001:db8::1]:80)",
        "sendto(3, \"x\", 0, 203.0.113.7:80)",
        "sendmsg(3, {msg_name=203.0.113.7:80, msg_iov=[\"x\"]})",
        "sendmsg(3, {msg_name=family 2 hex:0009c00002070000000000000000, msg_iov=[\"x\"]})",
        "sendmmsg(3, [{msg_iov=[\"x\"]}, {msg_name=203.0.113.7:80, msg_iov=[\"x\"]}])",
        "unlink(unix:/etc/passwd)",
        "unlink(unix:../chat)",
        "connect(3, 0.0.0.0:80)",
        "bind(3, 192.0.3.1:80)",
        "bind(3, 10.255.254.253:80)",
        "bind(3, [2001:db9::1]:80)",
        "bind(3, [fe80::1]:80)",
        "bind(3, 224.0.0.1:80)",
        "connect(3, 8.8.8.8:80, 16)",
        "connect(3, family 2 hex:0050080808080000000000000000)",
        "bind(3, unix:/tmp/chat)",
        "bind(3, unix:a/../../chat)",
        "connect(3, family 16 hex:0000000000000000)"
      })
  void whatMightReachSomebodyIsNot(String text) throws Exception {
    assertThat(rule.forbiddenIn(call(text), false)).get().isInstanceOf(Forbidden.Outside.class);
    assertThat(rule.forbiddenIn(call(text), true)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bind(3, 0.0.0.0:80)",
        "bind(3, [::]:80)",
        "bind(3, [::ffff:0.0.0.0]:80)",
        "bind(3, family 2 " + ANY_BYTES + ")",
        "bind(3, family 0 " + ANY_BYTES + ")"
      })
  void allAddressesAreForTiedSockets(String text) throws Exception {
    assertThat(rule.forbiddenIn(call(text), false)).get().isInstanceOf(Forbidden.Untied.class);
    assertThat(rule.forbiddenIn(call(text), true)).isEmpty();
  }

  @Test
  void documentationAddressThatAnInterfaceHasIsNotNobodys() throws Exception {
    AddressRule here = new AddressRule(LinuxTables.tables(), _ -> true);
    Call bind = call("bind(3, 192.0.2.1:80)");
    assertThat(here.forbiddenIn(bind, true))
        .isEqualTo(
            Optional.of(new Forbidden.Outside(bind.argument(1, Argument.Address.class).address())));
  }
}
