package socketscope.explain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.socket.MadeCall;
import socketscope.socket.SocketRecord;

/** What sendmsg(), recvmsg() and those for several messages have done beside moving bytes. */
final class MessageSentences {

  private MessageSentences() {}

  static List<String> sent(ReturnedCall call) {
    if (call.socket() == null && thing(call).isPresent()) {
      return call.said()
          .say(
              thing(call).get() == OtherDescriptors.Thing.EVENTFD ? "eventfd.write" : "pipe.write",
              call.name(),
              amount(call, call.data()))
          .sentences();
    }
    if (call.call().function().countsBytes()) {
      return call.said().quoteAll(SendSentences.send(call)).quoteAll(handedOver(call)).sentences();
    }
    long sent = call.result().value();
    List<Argument> messages = messages(call);
    return call.said()
        .say("sendmmsg.ok", call.name(), sent, messages.size())
        .sayIf(sent < messages.size(), "sendmmsg.stopped", sent + 1)
        .say("sendmmsg.apart")
        .sentences();
  }

  /** What the descriptor of the call stands for, where that is no socket. */
  private static Optional<OtherDescriptors.Thing> thing(ReturnedCall call) {
    return call.story().others().at(call.program(), call.descriptor());
  }

  /** The number that an eventfd is given or gives, or bytes. */
  private static String amount(ReturnedCall call, Bytes bytes) {
    if (thing(call).orElse(null) == OtherDescriptors.Thing.EVENTFD
        && bytes.length() >= Long.BYTES) {
      ByteBuffer number = ByteBuffer.wrap(bytes.toArray()).order(ByteOrder.nativeOrder());
      return Long.toUnsignedString(number.getLong());
    }
    return Values.data(bytes);
  }

  static List<String> received(ReturnedCall call) {
    Bytes data = call.result().data();
    if (call.socket() == null && thing(call).isPresent() && data != null) {
      boolean counter = thing(call).get() == OtherDescriptors.Thing.EVENTFD;
      String key = counter ? "eventfd.read" : data.length() == 0 ? "pipe.end" : "pipe.read";
      return call.said().say(key, call.name(), amount(call, data)).sentences();
    }
    if (call.call().function().countsBytes()) {
      return call.said()
          .quoteAll(ReceiveSentences.recv(call))
          .quoteAll(
              call.result().written() instanceof Argument.Structure told
                  ? told(call, told)
                  : List.of())
          .sentences();
    }
    SentenceList said =
        call.said().say("recvmmsg.ok", call.name(), call.result().value(), messages(call).size());
    List<Argument> each =
        call.result().written() instanceof Argument.Sequence(List<Argument> all) ? all : List.of();
    long from = 0;
    for (int i = 0; i < each.size(); i++) {
      Argument.Structure one = (Argument.Structure) each.get(i);
      long length = one.field("msg_len").map(MessageSentences::number).orElse(0L);
      String bytes = part(call.result().data(), from, length);
      from += length;
      String sender = one.field("msg_name").map(Argument::toString).orElse("");
      said.say(
          sender.isEmpty() ? "recvmmsg.message" : "recvmmsg.message.from", i + 1, bytes, sender);
      said.quoteAll(told(call, one));
    }
    return said.sentences();
  }

  private static List<Argument> messages(ReturnedCall call) {
    return call.call().call().argument("msgvec").orElse(null)
            instanceof Argument.Sequence(List<Argument> all)
        ? all
        : List.of();
  }

  private static String part(@Nullable Bytes data, long from, long length) {
    if (data == null || from >= data.length()) {
      return "\"\"";
    }
    byte[] all = data.toArray();
    int end = (int) Math.min(all.length, from + length);
    return Values.data(Bytes.copyOf(Arrays.copyOfRange(all, (int) from, end)));
  }

  /** The descriptors that are sent with a message, and what they stand for. */
  private static List<String> handedOver(ReturnedCall call) {
    SentenceList said = call.said();
    for (int descriptor : call.call().sentDescriptors()) {
      SocketRecord socket = call.story().model().socket(call.program(), descriptor).orElse(null);
      said.say("sendmsg.passed", descriptor, standsFor(call, socket));
    }
    return said.sentences();
  }

  /** What the kernel has told with a message. */
  private static List<String> told(ReturnedCall call, Argument.Structure told) {
    SentenceList said = call.said();
    Optional<Argument> flags = told.field("msg_flags");
    said.surpriseIf(has(flags, "MSG_TRUNC"), "recvmsg.trunc")
        .surpriseIf(has(flags, "MSG_CTRUNC"), "recvmsg.ctrunc")
        .sayIf(has(flags, "MSG_EOR"), "recvmsg.eor")
        .sayIf(has(flags, "MSG_OOB"), "recvmsg.oob");
    for (Argument.Structure control : structures(told.field("msg_control"))) {
      said.quoteAll(control(call, control));
    }
    return said.sentences();
  }

  private static List<String> control(ReturnedCall call, Argument.Structure control) {
    Optional<Argument> value = value(control, "cmsg_data", 2);
    SentenceList said = call.said();
    if (is(control, "cmsg_type", 1, "SCM_RIGHTS") && level(control, "SOL_SOCKET")) {
      List<Integer> arrived = descriptors(value);
      MadeCall sent = sender(call).orElse(null);
      List<Integer> given = sent == null ? List.of() : sent.sentDescriptors();
      for (int i = 0; i < arrived.size(); i++) {
        if (given.size() == arrived.size() && sent != null) {
          SocketRecord socket = socketAt(call, sent, given.get(i));
          said.say(
              "recvmsg.passed",
              arrived.get(i),
              call.program(),
              standsFor(call, socket),
              sent.program(),
              given.get(i));
        } else {
          said.say("recvmsg.passed.unknown", arrived.get(i), call.program());
        }
      }
    } else if (level(control, "IPPROTO_IP") && is(control, "cmsg_type", 1, "IP_PKTINFO")) {
      said.say("recvmsg.pktinfo", field(value, "ipi_addr"), field(value, "ipi_ifindex"));
    } else if (level(control, "IPPROTO_IPV6") && is(control, "cmsg_type", 1, "IPV6_PKTINFO")) {
      said.say("recvmsg.pktinfo", field(value, "ipi6_addr"), field(value, "ipi6_ifindex"));
    } else if (level(control, "IPPROTO_IP") && is(control, "cmsg_type", 1, "IP_TTL")
        || level(control, "IPPROTO_IPV6") && is(control, "cmsg_type", 1, "IPV6_HOPLIMIT")) {
      said.say("recvmsg.ttl", value.map(Argument::toString).orElse("?"));
    } else {
      said.say("recvmsg.control", control.toString());
    }
    return said.sentences();
  }

  /** The call that has sent the descriptors: the last one that sent just these bytes with any. */
  private static Optional<MadeCall> sender(ReturnedCall call) {
    return call.story().calls().stream()
        .filter(MadeCall::succeeded)
        .filter(made -> made.sends() && !made.sentDescriptors().isEmpty())
        .filter(made -> made.call().data().equals(call.result().data()))
        .filter(made -> made.socketNumber() != call.call().socketNumber())
        .reduce((_, last) -> last);
  }

  /** What socket a number of the sender stood for when it was sent; null where it was none. */
  private static @Nullable SocketRecord socketAt(ReturnedCall call, MadeCall sent, int number) {
    return call.story().model().sockets().stream()
        .filter(socket -> socket.program().equals(sent.program()))
        .filter(socket -> socket.descriptor() == number && socket.born() <= sent.since())
        .filter(
            socket -> socket.closed() == null || socket.closed().stamp().nanos() >= sent.since())
        .findFirst()
        .orElse(null);
  }

  /** A socket by its addresses. */
  private static String standsFor(ReturnedCall call, @Nullable SocketRecord socket) {
    if (socket == null) {
      return call.texts().get("stands.other");
    }
    if (socket.local() == null) {
      return call.texts().get("stands.unnamed");
    }
    return socket.peer() == null || !socket.peer().named()
        ? call.texts().get("stands.local", socket.local().toString())
        : call.texts().get("stands.peer", socket.local().toString(), socket.peer().toString());
  }

  private static List<Argument.Structure> structures(Optional<Argument> several) {
    return several.orElse(null) instanceof Argument.Sequence(List<Argument> all)
        ? all.stream().map(Argument.Structure.class::cast).toList()
        : List.of();
  }

  private static Optional<Argument> value(Argument.Structure control, String name, int index) {
    return control.field(name).isPresent() || control.fields().size() <= index
        ? control.field(name)
        : Optional.of(control.fields().get(index).value());
  }

  private static boolean level(Argument.Structure control, String name) {
    return is(control, "cmsg_level", 0, name);
  }

  private static boolean is(Argument.Structure control, String field, int index, String name) {
    return value(control, field, index).orElse(null) instanceof Argument.Named(Constant constant)
        && constant.is(name);
  }

  private static boolean has(Optional<Argument> flags, String name) {
    return flags.orElse(null) instanceof Argument.Named(Constant constant)
        && List.of(constant.text().split("\\|")).contains(name);
  }

  private static String field(Optional<Argument> value, String name) {
    return value.orElse(null) instanceof Argument.Structure structure
        ? structure.field(name).map(Argument::toString).orElse("?")
        : "?";
  }

  private static List<Integer> descriptors(Optional<Argument> value) {
    List<Integer> numbers = new ArrayList<>();
    if (value.orElse(null) instanceof Argument.Sequence(List<Argument> all)) {
      all.forEach(each -> numbers.add((int) number(each)));
    }
    return numbers;
  }

  private static long number(Argument argument) {
    return switch (argument) {
      case Argument.Number(long number) -> number;
      case Argument.Descriptor(int number) -> number;
      case Argument.Named(Constant constant) -> constant.number();
      default -> 0;
    };
  }
}
