package socketscope.ui.pane;

import java.util.Optional;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.status.ProgramStatus;
import socketscope.status.SocketStatus;
import socketscope.ui.wording.Words;

/** The kernel's queues of the socket at hand, and of the program's listener. */
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
    showBytes(send, "queue.send", carries ? current.queues().send() : -1);
    String receiveKey = carries && current.datagram() ? "queue.datagram" : "queue.receive";
    showBytes(receive, receiveKey, carries ? current.queues().receive() : -1);
    Optional<SocketStatus> listener =
        program.sockets().stream()
            .filter(socket -> socket.listening() && socket.accepting() >= 0)
            .reduce((_, later) -> later);
    listener.ifPresentOrElse(this::showAccept, accept::hide);
  }

  private void showBytes(QueueBar bar, String key, long bytes) {
    if (bytes < 0) {
      bar.hide();
    } else {
      bar.showBytes(words.get(key), bytes, words.get("queue.bytes", bytes));
    }
  }

  /** The kernel admits one connection more than the backlog says. */
  private void showAccept(SocketStatus listener) {
    long room = listener.backlog() + 1;
    accept.show(
        words.get("queue.accept"),
        (double) listener.accepting() / Math.max(1, room),
        words.get("queue.of", listener.accepting(), room));
  }
}
