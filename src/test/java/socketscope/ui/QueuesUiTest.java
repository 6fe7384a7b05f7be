package socketscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.Result;
import socketscope.lesson.Family;
import socketscope.text.Language;
import socketscope.ui.model.Exchange;
import socketscope.ui.model.Plan;
import socketscope.ui.model.Theme;

/** What a pane shows of the kernel's queues, and of sockets without a descriptor. */
class QueuesUiTest {

  @RegisterExtension final TestWindow window = new TestWindow();

  private static <T> T inWindow(Callable<T> action) throws Exception {
    return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
  }

  private void begin(Exchange exchange) throws Exception {
    inWindow(() -> {
      window.parts.controller.begin(Plan.free(exchange, Family.IPV4));
      return null;
    });
  }

  private List<CallReturned> returned() {
    List<Event> events = window.parts.recording.all();
    return events.stream()
        .filter(CallReturned.class::isInstance)
        .map(CallReturned.class::cast)
        .toList();
  }

  /** Makes a call and waits for its answer. */
  private Result call(String program, Function function, String... arguments) throws Exception {
    int before = inWindow(() -> returned().size());
    Call call = Call.parse(function, List.of(arguments));
    inWindow(() -> {
      window.parts.controller.call(program, call);
      return null;
    });
    TestWindow.until(call.toString(), () -> returned().size() > before);
    return inWindow(() -> returned().getLast().result());
  }

  private String socket(String program, String type) throws Exception {
    return "" + call(program, Function.SOCKET, "AF_INET", type).value();
  }

  private String listener(String backlog) throws Exception {
    String l = socket("server", "SOCK_STREAM");
    call("server", Function.BIND, l, "127.0.0.1:0");
    call("server", Function.LISTEN, l, backlog);
    return l;
  }

  private String address(String program, String socket) throws Exception {
    return call(program, Function.GETSOCKNAME, socket).address().toString();
  }

  private Stream<String> texts(String selector) {
    return window.parts.scene.getRoot().lookupAll(selector).stream()
        .filter(QueuesUiTest::isShown)
        .map(node -> ((Labeled) node).getText());
  }

  private static boolean isShown(Node node) {
    return node == null || node.isVisible() && isShown(node.getParent());
  }

  private void shows(String selector, String pattern) {
    TestWindow.until(
        selector + " " + pattern, () -> texts(selector).anyMatch(text -> text.matches(pattern)));
  }

  private void saveScreenshots(String name) throws Exception {
    for (Theme theme : Theme.values()) {
      window.saveScreenshot(name, Language.SPANISH, theme, 1280, 800);
    }
    window.saveScreenshot(name, Language.ENGLISH, Theme.DARK, 1920, 1080);
  }

  @Test
  void aClosedSocketStaysWhileTheKernelKeepsItsConnection() throws Exception {
    begin(Exchange.TCP);
    String l = listener("1");
    String s = socket("client", "SOCK_STREAM");
    call("client", Function.CONNECT, s, address("server", l));
    String c = "" + call("server", Function.ACCEPT, l).value();
    call("client", Function.CLOSE, s);
    shows(".socket-card:kept .state-pill", "FIN_WAIT2 (60|59|58) s");
    shows(".socket-card:kept .socket-descriptor", "no descriptor");
    call("server", Function.CLOSE, c);
    shows(".socket-card:kept .state-pill", "TIME_WAIT (60|59|58) s");
    saveScreenshots("time-wait");
    inWindow(() -> {
      window.settings.languageProperty().set(Language.SPANISH);
      return null;
    });
    shows(".socket-card:kept .socket-descriptor", "sin descriptor");
    shows(".socket-card:kept .state-pill", "TIME_WAIT (59|5[0-7]) s");
  }

  @Test
  void connectionsThatWaitForAcceptAreCountedAndNamed() throws Exception {
    begin(Exchange.TCP);
    String address = address("server", listener("2"));
    String first = socket("client", "SOCK_STREAM");
    call("client", Function.CONNECT, first, address);
    String second = socket("client", "SOCK_STREAM");
    call("client", Function.CONNECT, second, address);
    call("client", Function.SEND, second, "\"hola\"");
    String port = address("client", second).replaceFirst(".*:", ":");
    shows(".accept-queue .queue-amount", "2 of 3");
    shows(".accept-queue .queue-detail", port + "  ESTABLISHED  \"hola\"");
    saveScreenshots("accept-queue");
  }

  @Test
  void bytesThatWaitAreShownAsText() throws Exception {
    begin(Exchange.TCP);
    String l = listener("1");
    String s = socket("client", "SOCK_STREAM");
    call("client", Function.CONNECT, s, address("server", l));
    String c = "" + call("server", Function.ACCEPT, l).value();
    call("client", Function.SEND, s, "\"hola\"");
    shows(".receive-queue .queue-amount", "4 B");
    shows(".receive-queue .queue-detail", "\"hola\"");
    call("server", Function.RECV, c, "100");
    TestWindow.until("an empty queue", () -> texts(".receive-queue .queue-detail").count() == 0);
  }

  @Test
  void datagramsAreCountedAndThoseThatAreLostAreToldOf() throws Exception {
    begin(Exchange.UDP);
    String u = socket("server", "SOCK_DGRAM");
    call("server", Function.SETSOCKOPT, u, "SOL_SOCKET", "SO_RCVBUF", "1");
    call("server", Function.BIND, u, "127.0.0.1:0");
    String address = address("server", u);
    String s = socket("client", "SOCK_DGRAM");
    call("client", Function.SENDTO, s, "\"hola\"", "0", address);
    shows(".receive-queue .queue-amount", "1 datagram, 4 B");
    for (int i = 0; i < 5; i++) {
      call("client", Function.SENDTO, s, "\"" + "x".repeat(600) + "\"", "0", address);
    }
    shows(".receive-queue .queue-warning", ".* found no room and were lost \\(SO_MEMINFO\\)");
    shows(".receive-queue .queue-amount", "[2-5] datagrams, .* B");
    assertThat(inWindow(() -> window.find(".receive-queue .queue-detail", Label.class).getText()))
        .isEqualTo("\"hola\"");
    saveScreenshots("datagrams");
  }
}
