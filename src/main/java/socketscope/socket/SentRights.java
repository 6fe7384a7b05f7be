package socketscope.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import socketscope.constant.Constant;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.fold.PersistentMap;

/**
 * The descriptors that were sent over a stream of AF_UNIX and have not been received: what they
 * stand for lives, though no program may hold it (unix(7), SCM_RIGHTS). They come with the first
 * byte of their message, and are gone when that is taken by a call that does not want them.
 */
final class SentRights {

  /**
   * A message.
   *
   * @param over the number of the sending socket
   * @param at how many bytes had been sent before it
   * @param sockets the numbers of those that its descriptors stand for
   */
  private record Message(int over, long at, List<Integer> sockets) {}

  private PersistentMap<Long, Message> messages = PersistentMap.empty();

  SentRights copy() {
    SentRights copy = new SentRights();
    copy.messages = messages;
    return copy;
  }

  /** A call has succeeded that sends over a socket, which is as it was before. */
  void sent(MadeCall call, SocketRecord over, DescriptorTable table) {
    if (over.kind().unix() && over.kind().stream()) {
      List<Integer> sockets =
          call.sentDescriptors().stream()
              .flatMap(number -> table.at(number).stream())
              .map(DescriptorTable.Entry::socketNumber)
              .toList();
      if (!sockets.isEmpty()) {
        messages = messages.with(call.id(), new Message(over.number(), over.sent(), sockets));
      }
    }
  }

  /** The descriptors that go with a call, in its control messages. */
  static List<Integer> numbers(Call call) {
    return call.arguments().stream().flatMap(SentRights::rights).toList();
  }

  private static Stream<Integer> rights(Argument argument) {
    return switch (argument) {
      case Argument.Sequence(List<Argument> elements) ->
          elements.stream().flatMap(SentRights::rights);
      case Argument.Structure structure ->
          structure.field("cmsg_type").filter(SentRights::isRights).isPresent()
              ? structure.field("cmsg_data").stream()
                  .flatMap(Argument::leaves)
                  .flatMap(SentRights::number)
              : structure.fields().stream().map(Argument.Field::value).flatMap(SentRights::rights);
      default -> Stream.of();
    };
  }

  private static boolean isRights(Argument type) {
    return type instanceof Argument.Named(Constant constant) && constant.is("SCM_RIGHTS");
  }

  private static Stream<Integer> number(Argument leaf) {
    return switch (leaf) {
      case Argument.Descriptor(int number) -> Stream.of(number);
      case Argument.Number(long number) -> Stream.of((int) number);
      default -> Stream.of();
    };
  }

  /** Whether a descriptor of that socket is on its way. */
  boolean have(int socket) {
    return messages.values().stream().anyMatch(message -> message.sockets.contains(socket));
  }

  /**
   * Forgets the messages that have been taken, or that nobody can take any more.
   *
   * @return the sockets of which none is on its way now
   */
  List<Integer> settle(SocketModel model, Event event) {
    boolean mayEnd = !(event instanceof CallReturned returned) || !returned.result().failed();
    if (messages.size() == 0 || !mayEnd) {
      return List.of();
    }
    List<Integer> freed = new ArrayList<>();
    messages.forEach((id, message) -> {
      if (!underWay(model, message)) {
        messages = messages.without(id);
        freed.addAll(message.sockets);
      }
    });
    return freed.stream().distinct().filter(socket -> !have(socket)).toList();
  }

  private static boolean underWay(SocketModel model, Message message) {
    SocketRecord over = model.socket(message.over).orElseThrow();
    return model
        .peerOf(over)
        .map(peer -> peer.open() && peer.received() <= message.at)
        .orElse(over.open());
  }
}
