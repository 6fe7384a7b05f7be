package socketscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.event.Call;
import socketscope.event.Event;
import socketscope.event.Function;
import socketscope.event.NoteWritten;
import socketscope.event.Place;
import socketscope.event.ProgramStarted;
import socketscope.event.Result;
import socketscope.lab.RefusedCallException.RefusedDescriptorException;
import socketscope.trace.Trace;

/** Descriptors 0, 1 and 2 of a program are the experiment's; those of its channel are nobody's. */
class StandardDescriptorsIT {

  private final Trace trace = new Trace();
  private final CompletableFuture<Long> pid = new CompletableFuture<>();
  private Experiment experiment;

  @BeforeEach
  void start() throws Exception {
    experiment = new Experiment("test", Capturing.OFF, Place.SHARED);
    experiment.bus().subscribe("trace", trace::add);
    experiment.bus().subscribe("pid", this::learnPid);
    experiment.start("server");
    experiment.started("server").get(60, TimeUnit.SECONDS);
  }

  private void learnPid(List<Event> events) {
    events.stream()
        .filter(ProgramStarted.class::isInstance)
        .forEach(event -> pid.complete(((ProgramStarted) event).pid()));
  }

  @AfterEach
  void end() {
    experiment.close();
  }

  private Result call(String text) throws Exception {
    int open = text.indexOf('(');
    Function function = Function.named(text.substring(0, open)).orElseThrow();
    Call call = Call.parse(function, Call.split(text.substring(open + 1, text.length() - 1)));
    return experiment.call("server", call).returned().get(60, TimeUnit.SECONDS).result();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void standardDescriptorIsClosedAndBecomesASockets(int descriptor) throws Exception {
    assertThat(call("close(" + descriptor + ")")).isEqualTo(Result.of(0));
    assertThat(call("close(" + descriptor + ")").toString()).isEqualTo("-1 EBADF");
    assertThat(call("socket(AF_INET, SOCK_STREAM, 0)").value()).isEqualTo(descriptor);
    assertThat(call("bind(" + descriptor + ", 127.0.0.1:0)")).isEqualTo(Result.of(0));
    assertThat(call("close(" + descriptor + ")")).isEqualTo(Result.of(0));
  }

  @Test
  void standardDescriptorsAreAllClosedAtOnce() throws Exception {
    for (int descriptor = 0; descriptor < 3; descriptor++) {
      assertThat(call("close(" + descriptor + ")")).isEqualTo(Result.of(0));
    }
    assertThat(call("socketpair(AF_UNIX, SOCK_STREAM, 0)").descriptors()).containsExactly(0, 1);
    assertThat(call("write(1, \"hola\")").value()).isEqualTo(4);
    assertThat(call("read(0, 10)").data()).hasToString("\"hola\"");
  }

  @Test
  void nothingIsReadFromAndWrittenToThem() throws Exception {
    assertThat(call("read(0, 100)").value()).isZero();
    assertThat(call("write(1, \"hola\")").value()).isEqualTo(4);
    assertThat(call("write(2, \"hola\")").value()).isEqualTo(4);
    assertThat(call("read(1, 100)").value()).isZero();
  }

  @Test
  void socketTakesThePlaceOfOne() throws Exception {
    String s = call("socket(AF_INET, SOCK_STREAM, 0)").toString();
    assertThat(call("dup2(" + s + ", 1)").value()).isEqualTo(1);
    assertThat(call("bind(1, 127.0.0.1:0)")).isEqualTo(Result.of(0));
    assertThat(call("close(1)")).isEqualTo(Result.of(0));
  }

  @Test
  void eventsCannotBeForged() throws Exception {
    String note =
        "\\n{\\\"event\\\":\\\"note-written\\\",\\\"nanos\\\":1,\\\"serial\\\":1,"
            + "\\\"program\\\":\\\"\\\",\\\"about\\\":1,\\\"text\\\":\\\"forged\\\"}\\n";
    for (int descriptor = 0; descriptor < 3; descriptor++) {
      call("write(" + descriptor + ", \"" + note + "\")");
    }
    experiment.close();
    assertThat(trace.events()).noneMatch(NoteWritten.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write(1001, \"x\")",
        "read(1000, 100)",
        "close(1000)",
        "dup(1001)",
        "dup2(0, 1000)",
        "dup3(0, 1001, 0)",
        "fcntl(1000, F_GETFD)",
        "poll([{0, POLLIN}, {1000, POLLIN}], 0)",
        "sendmsg(0, {msg_iov=[\"x\"], msg_control=[{SOL_SOCKET, SCM_RIGHTS, [1001]}]})",
        "sendmsg(0, {msg_iov=[\"x\"], msg_control=[{SOL_SOCKET, SCM_RIGHTS, hex:e9030000}]})",
        "sendmsg(0, {msg_iov=[\"x\"], msg_control=[{1, 1, hex:00000000e8030000}]})",
      })
  void channelIsNotNamed(String text) {
    assertThatThrownBy(() -> call(text)).isInstanceOf(RefusedDescriptorException.class);
  }

  /** What the kernel says of the process: what is refused is all that leads to the application. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void channelIsAllThatLeadsToTheApplication() throws Exception {
    Path descriptors = Path.of("/proc", pid.get(60, TimeUnit.SECONDS).toString(), "fd");
    for (String standard : new String[] {"0", "1", "2"}) {
      assertThat(Files.readSymbolicLink(descriptors.resolve(standard))).hasToString("/dev/null");
    }
    try (var all = Files.list(descriptors)) {
      assertThat(all.filter(link -> leadsToAProcess(link)).map(link -> link.getFileName() + ""))
          .containsExactlyInAnyOrder("1000", "1001");
    }
  }

  private static boolean leadsToAProcess(Path link) {
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
