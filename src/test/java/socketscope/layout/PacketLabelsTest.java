package socketscope.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.diagram.Band;
import socketscope.diagram.Diagram;
import socketscope.diagram.PacketRow;
import socketscope.diagram.Span;
import socketscope.event.SocketId;
import socketscope.event.TcpState;
import socketscope.export.DiagramWords;
import socketscope.text.Language;
import socketscope.trace.TraceReader;

/** What a packet is, and how long it is, can be read in a narrow window with many sockets, too. */
class PacketLabelsTest {

  /** What a window of 1280 pixels leaves for the diagram. */
  private static final double NARROW = 616;

  private static Picture picture(int sockets, boolean folded) throws Exception {
    Path file = Path.of("src/test/resources/socketscope/export/captured-tcp.jsonl");
    Diagram diagram = Diagram.of(TraceReader.read(file).events());
    List<Band> bands = new ArrayList<>(diagram.bands());
    for (String program : List.of("client", "server")) {
      for (int lane = diagram.bandLanes(program); lane < sockets; lane++) {
        SocketId socket = new SocketId(program, 10 + lane);
        bands.add(new Band(program, lane, 1, Span.OPEN, socket, 9, TcpState.ESTABLISHED, null));
      }
    }
    Diagram crowded =
        new Diagram(
            diagram.origin(),
            diagram.participants(),
            diagram.rows(),
            diagram.activations(),
            diagram.stops(),
            bands,
            diagram.waitings(),
            diagram.annotations());
    DiagramWords words = DiagramWords.in(Language.ENGLISH);
    return Layout.of(crowded, LayoutOptions.screen(NARROW, words).folded(folded));
  }

  private static List<RowShape> packets(Picture picture) {
    return picture.rows().stream().filter(row -> row.row() instanceof PacketRow).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void flagsAndLengthAreWholeHoweverManyBandsThereAre(int sockets) throws Exception {
    Picture picture = picture(sockets, false);

    assertThat(packets(picture)).hasSizeGreaterThan(8);
    for (RowShape row : packets(picture)) {
      String written = row.labels().stream().map(Label::text).collect(Collectors.joining(" "));
      List<String> labels = ((PacketRow) row.row()).labels();
      assertThat(written).startsWith(labels.getLast()).doesNotContain("…");
      for (String word : labels.getFirst().split(" ")) {
        if (word.startsWith("len=") || word.startsWith("seq=")) {
          assertThat(written).contains(word);
        }
      }
    }
    Labels.areApart(picture);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void nothingOverlapsWhereThePictureIsFolded(int sockets) throws Exception {
    Labels.areApart(picture(sockets, true));
  }

  @ParameterizedTest
  @CsvSource({
    "SYN, SYN, ''",
    "ACK ack=1, ACK, ack=1",
    "'SYN, ACK seq=0 ack=1', 'SYN, ACK', seq=0 ack=1|seq=0",
    "'SYN seq=0 ack=1 len=4', SYN, seq=0 ack=1 len=4|seq=0 len=4|len=4",
    "2 segments, 2 segments, ''"
  })
  void aLabelIsPartedBeforeItsNumbers(String label, String head, String numbers) {
    TwoLineLabel text = TwoLineLabel.of(label);

    assertThat(text.head()).isEqualTo(head);
    assertThat(String.join("|", text.numbers())).isEqualTo(numbers);
  }

  @Test
  void theWidestPartThatNothingTakesIsFree() {
    Interval whole = new Interval(10, 100);

    assertThat(whole.without(List.of())).isEqualTo(whole);
    assertThat(whole.without(List.of(new Interval(0, 20), new Interval(70, 80))))
        .isEqualTo(new Interval(20, 70));
    assertThat(whole.without(List.of(new Interval(0, 200))).width()).isZero();
  }
}
