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

/** The kernel's queues of the socket at hand, and of the program's listener, with what waits. */
final class QueueBars extends VBox {

  private final Words words;
  private final QueueBar send = new QueueBar("send-queue");
  private final QueueBar receive = new QueueBar("receive-queue");
  private final QueueBar accept = new QueueBar("accept-queue");

  QueueBars(Words words) {
    this.words = words;
    getStyleClass().add("queue-bars");
    getChildren().addAll(send, receive, accept);
  }

  void show(ProgramStatus program, @Nullable SocketStatus current) {
    boolean carries = current != null && !current.listening();
    Queues queues = carries ? current.queues() : null;
    if (queues == null || queues.send() < 0) {
      send.hide();
    } else {
      showBytes(send, "queue.send", queues.send(), queues.sent());
    }
    if (queues == null || queues.receive() < 0) {
      receive.hide();
    } else if (current.datagram()) {
      showDatagrams(queues);
    } else {
      showBytes(receive, "queue.receive", queues.receive(), queues.received());
    }
    Optional<SocketStatus> listener =
        program.sockets().stream()
            .filter(socket -> socket.listening() && socket.accepting() >= 0)
            .reduce((_, later) -> later);
    listener.ifPresentOrElse(this::showAccept, accept::hide);
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
