package socketscope.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketscope.Examples;
import socketscope.event.Argument;
import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEnded;
import socketscope.event.CaptureMethod;
import socketscope.event.CaptureStarted;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Errno;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignProgramEnded;
import socketscope.event.ForeignSocketObserved;
import socketscope.event.ForeignSocketSeen;
import socketscope.event.NoteWritten;
import socketscope.event.PacketSeen;
import socketscope.event.Place;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.Result;
import socketscope.event.Role;
import socketscope.event.Service;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.Signal;
import socketscope.event.SignalSent;
import socketscope.event.SocketAddress;
import socketscope.event.SocketId;
import socketscope.event.SocketObserved;
import socketscope.event.Stamp;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.event.SynSaved;
import socketscope.event.TcpCounters;
import socketscope.event.TcpState;

class EventJsonTest {

  private final Examples examples = new Examples(7);
  private final Random random = examples.random();

  @Test
  void everyEventIsReadBackAsItWasWritten() throws JsonFormatException {
    for (int i = 0; i < 1000; i++) {
      for (Event event : oneOfEachKind()) {
        String line = EventJson.write(event);
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(EventJson.read(line)).as(line).isEqualTo(event);
      }
    }
  }

  private List<Event> oneOfEachKind() {
    SocketId socket = new SocketId("client", random.nextInt(1, 99));
    List<Event> events =
        List.of(
            new ExperimentStarted(
                stamp(), examples.text(), Instant.ofEpochSecond(random.nextInt(), 5), "S", "L"),
            new ExperimentStarted(stamp(), "t", Instant.EPOCH, "S", "L", Place.ALONE, ""),
            new ExperimentStarted(
                stamp(), "t", Instant.EPOCH, "S", "L", Place.SHARED, examples.text()),
            new ProgramStarted(stamp(), Role.SERVER, random.nextInt()),
            new ProgramStarted(
                stamp(),
                Role.SERVER,
                random.nextInt(),
                new ProgramStarted.Parent("server", random.nextLong())),
            new ProgramEnded(stamp(), random.nextInt(), random.nextInt(65), random.nextBoolean()),
            new ProgramStopped(stamp()),
            new SignalSent(stamp(), Signal.SIGKILL),
            new ProgramContinued(stamp()),
            new ServiceStarted(
                stamp(), 3, random.nextBoolean() ? socket : null, Service.THREAD_EACH, 77),
            new ServiceEnded(stamp(), random.nextInt(), socket, 77),
            new CallQueued(stamp(), 1, socket, examples.call(), 2),
            new CallStarted(stamp(), 1, random.nextBoolean() ? socket : null, 9, examples.call()),
            new CallBlocked(stamp(), random.nextLong(), "kernel"),
            new CallReturned(stamp(), 1, socket, null, result()),
            new CaptureStarted(stamp(), CaptureMethod.NONE, examples.text()),
            new PacketSeen(stamp(), "lo", random.nextInt(), examples.bytes()),
            new CaptureEnded(stamp(), examples.text()),
            new SocketObserved(
                stamp(),
                socket,
                5,
                "SOCK_STREAM",
                random.nextBoolean() ? TcpState.CLOSE_WAIT : null,
                examples.address(),
                null,
                4,
                -1,
                0,
                random.nextLong(),
                2,
                random.nextBoolean()
                    ? new TcpCounters(1, 2, 3, 4, random.nextLong(), 6, 7, 8, -1, 10, 11)
                    : null),
            new SynSaved(stamp(), socket, examples.bytes()),
            new ConnectionObserved(
                stamp(),
                examples.address(),
                examples.address(),
                TcpState.TIME_WAIT,
                ConnectionObserved.Timer.TIME_WAIT,
                59_000,
                random.nextInt(),
                0,
                random.nextLong()),
            new ConnectionForgotten(stamp(), examples.address(), examples.address()),
            new ForeignSocketSeen(
                stamp(),
                new SocketId("nc[4711]", 1),
                Role.CLIENT,
                random.nextLong(),
                examples.text(),
                random.nextInt(),
                "SOCK_STREAM",
                examples.address(),
                random.nextBoolean() ? examples.address() : null,
                random.nextBoolean()),
            new ForeignSocketObserved(
                stamp(),
                new SocketId("127.0.0.1:40123", 2),
                random.nextBoolean() ? TcpState.CLOSE_WAIT : null,
                random.nextLong(),
                5,
                random.nextBoolean()),
            new ForeignProgramEnded(stamp()),
            new NoteWritten(stamp(), examples.text()),
            new StepChecked(stamp(), 1, 2, examples.text(), examples.text(), true),
            new StepFailed(stamp(), 7, StepFailed.Reason.UNTIED, examples.text(), 3));
    assertThat(events.stream().map(Object::getClass).distinct().count())
        .as("every kind is tried but what is inferred, which is never written")
        .isEqualTo(kinds(Event.class) - 1);
    return events;
  }

  private static long kinds(Class<?> type) {
    return type.isSealed()
        ? List.of(type.getPermittedSubclasses()).stream().mapToLong(EventJsonTest::kinds).sum()
        : 1;
  }

  private Stamp stamp() {
    return new Stamp(random.nextLong(), "client", random.nextLong());
  }

  private static Argument linger() {
    return new Argument.Structure(
        List.of(
            new Argument.Field("l_onoff", true, new Argument.Number(1)),
            new Argument.Field("l_linger", true, new Argument.Number(0))));
  }

  private Result result() {
    return switch (random.nextInt(4)) {
      case 0 -> Result.failed(new Errno(111, "ECONNREFUSED"));
      case 1 -> Result.of(4).withData(examples.bytes()).withAddress(examples.address());
      case 2 -> Result.of(0).withAddress(new SocketAddress.Other(1, examples.bytes()));
      default -> Result.of(random.nextLong()).withWritten(linger());
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hola | NOT_JSON",
        "{\"event\": | NOT_JSON",
        "[1] | NOT_JSON",
        "{} {} | NOT_JSON",
        "{\"time\":1,\"program\":\"c\",\"serial\":0} | MISSING_FIELD",
        "{\"event\":\"call-blocked\",\"program\":\"c\",\"serial\":0} | MISSING_FIELD",
        "{\"event\":\"call-blocked\",\"time\":\"x\",\"program\":\"c\",\"serial\":0} | BAD_FIELD",
        "{\"event\":\"call-blocked\",\"time\":{},\"program\":\"c\",\"serial\":0} | BAD_FIELD",
        "{\"event\":\"call-blocked\",\"time\":99999999999999999999,\"program\":\"c\"} | NOT_JSON",
        "{\"event\":\"packet-seen\",\"time\":1,\"program\":\"\",\"serial\":0,\"device\":\"lo\",\"length\":1,\"bytes\":\"4\"} | BAD_FIELD",
        "{\"event\":\"dance\",\"time\":1,\"program\":\"c\",\"serial\":0} | UNKNOWN_KIND"
      })
  void brokenLinesAreRefusedWithTheirFault(String line, JsonFormatException.Fault fault) {
    assertThatThrownBy(() -> EventJson.read(line))
        .isInstanceOfSatisfying(
            JsonFormatException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @Test
  void changedLinesAreReadOrRefusedAndNeverThrowElse() {
    for (int i = 0; i < 500; i++) {
      for (Event event : oneOfEachKind()) {
        String line = changed(EventJson.write(event));
        try {
          EventJson.read(line);
        } catch (JsonFormatException e) {
          assertThat(e.fault()).isNotNull();
        }
      }
    }
  }

  private String changed(String line) {
    StringBuilder text = new StringBuilder(line);
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) random.nextInt(128));
        default -> text.setCharAt(at, "\"{}[]:,0-9a\\".charAt(random.nextInt(12)));
      }
    }
    return text.toString();
  }

  @Test
  void requestsAreReadBackAsTheyWereWritten() throws JsonFormatException {
    for (int i = 0; i < 1000; i++) {
      for (Request request :
          List.of(
              new Request.MakeCall(i, examples.call()),
              new Request.MakeCalls(
                  List.of(
                      new Request.MakeCall(i, examples.call(), 2),
                      new Request.MakeCall(i + 1, examples.call(), 2))),
              new Request.Fork(i, 2, "server.1", List.of("java", examples.text())),
              new Request.InterruptCall(i),
              new Request.Observe())) {
        assertThat(Request.parse(request.toJson())).isEqualTo(request);
      }
    }
  }
}
