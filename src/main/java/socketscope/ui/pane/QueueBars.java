package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.event.SocketAddress;
import socketscope.queue.Queues;
import socketscope.queue.Queues.QueuedBytes;
import socketscope.status.KeptConnection;
import socketscope.status.ProgramStatus;
import socketscope.status.SocketStatus;
import socketscope.ui.wording.Words;

/**
 * The kernel's queues of the socket at hand, and of the program's listener, with what waits. There
 * is a line for each that the exchange has, from the start: none comes or goes.
 */
final class QueueBars extends VBox {

  private final Words words;
  private final QueueBar send;
  private final QueueBar receive;
  private final QueueBar accept;

  QueueBars(Words words) {
    this.words = words;
    send = new QueueBar("send-queue", words, "queue.send.tip");
    receive = new QueueBar("receive-queue", words, "queue.receive.tip");
    accept = new QueueBar("accept-queue", words, "queue.accept.tip");
    getStyleClass().add("queue-bars");
    getChildren().addAll(send, receive, accept);
  }

  /**
   * Shows how they stand.
   *
   * @param listens whether a listener is to be expected
   */
  void show(ProgramStatus program, @Nullable SocketStatus current, boolean listens) {
    boolean carries = current != null && !current.listening();
    Queues queues = carries ? current.queues() : null;
    if (queues == null || queues.send() < 0) {
      send.hide(words.get("queue.send"), true);
    } else {
      showBytes(send, "queue.send", queues.send(), queues.sent());
    }
    if (queues == null || queues.receive() < 0) {
      receive.hide(words.get("queue.receive"), true);
    } else if (current.datagram()) {
      showDatagrams(queues);
    } else {
      showBytes(receive, "queue.receive", queues.receive(), queues.received());
    }
    Optional<SocketStatus> listener =
        program.sockets().stream()
            .filter(socket -> socket.listening() && socket.accepting() >= 0)
            .reduce((_, later) -> later);
    listener.ifPresentOrElse(
        this::showAccept, () -> accept.hide(words.get("queue.accept"), listens));
  }

  private void showBytes(QueueBar bar, String key, long bytes, List<QueuedBytes> pieces) {
    bar.showBytes(words.get(key), bytes, words.get("queue.bytes", bytes), quoted(pieces));
  }

  /** The kernel tells the first one's size only; how many there are is not always known. */
  private void showDatagrams(Queues queues) {
    List<String> details = new ArrayList<>(quoted(queues.received()));
    if (queues.datagrams() < 0) {
      receive.showBytes(
          words.get("queue.datagram"),
          queues.receive(),
          words.get("queue.bytes", queues.receive()),
          details);
    } else {
      long bytes = queues.received().stream().mapToLong(QueuedBytes::length).sum();
      String count = words.counted("queue.datagrams", queues.datagrams(), bytes);
      receive.showBytes(words.get("queue.waiting"), bytes, count, details);
    }
    receive.warn(queues.drops() > 0 ? words.counted("queue.drops", queues.drops()) : "");
  }

  private static List<String> quoted(List<QueuedBytes> pieces) {
    return pieces.stream().map(QueueBars::quoted).toList();
  }

  private static String quoted(QueuedBytes piece) {
    return piece.start() + (piece.cut() ? "…" : "");
  }

  /** The kernel admits one connection more than the backlog says. */
  private void showAccept(SocketStatus listener) {
    long room = listener.backlog() + 1;
    accept.show(
        words.get("queue.accept"),
        (double) listener.accepting() / Math.max(1, room),
        words.get("queue.of", listener.accepting(), room),
        listener.waiting().stream().map(QueueBars::named).toList());
  }

  private static String named(KeptConnection waiting) {
    String bytes = waiting.received().isEmpty() ? "" : "  " + quoted(waiting.received().getFirst());
    return port(waiting.peer()) + "  " + waiting.state() + bytes;
  }

  private static String port(SocketAddress address) {
    String text = address.toString();
    return text.substring(text.lastIndexOf(':'));
  }
}
