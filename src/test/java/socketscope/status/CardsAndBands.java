package socketscope.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Band;
import socketscope.diagram.DiagramBuilder;
import socketscope.diagram.Span;
import socketscope.event.Event;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.socket.SocketModel;
import socketscope.socket.SocketRecord;

/** What the card of a socket says, beside what the diagram's band of it says. */
public final class CardsAndBands {

  private CardsAndBands() {}

  /** After each of the events, both say the same of every socket. */
  public static void agreeAtEveryMoment(List<? extends Event> events) {
    DiagramBuilder diagram = new DiagramBuilder();
    StatusFold status = new StatusFold();
    SocketModel model = new SocketModel();
    for (int i = 0; i < events.size(); i++) {
      diagram.add(events.get(i));
      status.add(events.get(i));
      model.add(events.get(i));
      Status now = status.status();
      assertThat(cards(now))
          .as("after event %d, %s", i, events.get(i))
          .containsExactlyInAnyOrderElementsOf(bands(diagram.build().bands(), now, model));
    }
  }

  private static List<String> bands(List<Band> bands, Status status, SocketModel model) {
    return bands.stream()
        .filter(band -> band.to() == Span.OPEN && band.socket() != null)
        // One that is on its way to another program is in no program's pane.
        .filter(band -> model.socket(band.socket()).filter(it -> travels(model, it)).isEmpty())
        // The panes show the experiment's own programs, not foreign ones.
        .filter(band -> status.program(band.program()).isPresent())
        .map(band -> said(Objects.requireNonNull(band.socket()), band.state(), band.local()))
        .toList();
  }

  private static boolean travels(SocketModel model, SocketRecord socket) {
    return model.onItsWay(socket) && model.holders(socket).isEmpty();
  }

  private static List<String> cards(Status status) {
    return status.programs().stream()
        .flatMap(program -> program.sockets().stream())
        .flatMap(CardsAndBands::card)
        .distinct() // a socket has a card in each program that has a descriptor of it
        .toList();
  }

  private static Stream<String> card(SocketStatus socket) {
    return switch (socket.condition()) {
      case TCP -> Stream.of(said(socket.id(), socket.state(), null));
      case KEPT ->
          Stream.of(said(socket.id(), Objects.requireNonNull(socket.kept()).state(), null));
      case LISTENING, CONNECTED, BOUND ->
          socket.state() != null || socket.local() == null
              ? Stream.of()
              : Stream.of(said(socket.id(), null, socket.local()));
      case CLOSED, UNBOUND -> Stream.of();
    };
  }

  private static String said(
      SocketId socket, @Nullable TcpState state, @Nullable SocketAddress local) {
    return socket + " " + (state != null ? state : Objects.requireNonNull(local).unmapped());
  }
}
