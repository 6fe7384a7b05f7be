package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Argument;
import socketscope.event.Bytes;
import socketscope.event.Function;
import socketscope.event.NotationException;
import socketscope.event.Service;
import socketscope.event.SocketAddress;
import socketscope.lesson.LessonFault.Kind;
import socketscope.lesson.LessonStep.CallStep;
import socketscope.lesson.LessonStep.ServeStep;

class StepsParserTest {

  private static final SocketAddress LOOPBACK = new SocketAddress.Inet4(0x7f000001, 0);

  private static List<LessonFault> faultsOf(String text) {
    LessonException exception =
        catchThrowableOfType(LessonException.class, () -> StepsParser.parse(text));
    assertThat(exception).as("faults of %s", text).isNotNull();
    return exception.faults();
  }

  private static CallStep last(String text) throws LessonException {
    return (CallStep) StepsParser.parse(text).steps().getLast();
  }

  @Test
  void stepHasProgramNameCallAndExpectation() throws Exception {
    CallStep step =
        last(
            "port p\nclient2: s = socket(AF_INET, SOCK_STREAM)\nclient2: bind(s, 127.0.0.1:p) = 0");

    assertThat(step)
        .isEqualTo(
            new CallStep(
                3,
                "client2",
                null,
                Function.BIND,
                List.of(new Operand.Descriptor("s"), new AddressTerm.FreePort(LOOPBACK, "p")),
                false,
                new Expected.Value(0)));
  }

  @Test
  void leftOutFlagsAreTheUsualOnes() throws Exception {
    assertThat(last("server: recv(5, 100)").operands().getLast())
        .isEqualTo(
            new Operand.Given(
                new Argument.Named(Constants.local().constant(ConstantSet.MESSAGE_FLAGS, 0))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server: accept(3) ...",
        "server: accept(3) ... = -1 EINTR",
        "server: accept(3)...=-1   EINTR # comment",
      })
  void blockingStepGoesOn(String text) throws Exception {
    assertThat(last(text).blocks()).isTrue();
  }

  @Test
  void commentsAndBlankLinesSayNothing() throws Exception {
    Steps steps = StepsParser.parse("# first\n\n  \t\nserver: send(3, \"#1\") # = 7\n");

    assertThat(steps.toString()).isEqualTo("server: send(3, \"#1\", 0)\n");
    assertThat(steps.steps().getFirst().line()).isEqualTo(4);
  }

  @Test
  void receivedBytesAndTheirSenderCanBeExpected() throws Exception {
    String text = "port p\nserver: a = recvfrom(3, 9) = \"x, \\\"y)\\x00\" from 127.0.0.1:p\n";

    assertThat(last(text).expected())
        .isEqualTo(
            new Expected.Received(
                Bytes.utf8("x, \"y)\0"), new AddressTerm.FreePort(LOOPBACK, "p")));
    assertThat(last(text + "client: sendto(3, \"\", 0, a) = 0").operands().getLast())
        .isEqualTo(new AddressTerm.Named("a"));
  }

  @Test
  void expectedAddressNeedNotBeLoopback() throws Exception {
    assertThat(last("server: getsockname(3) = 0.0.0.0:0").expected())
        .isEqualTo(new Expected.Address(new AddressTerm.Fixed(new SocketAddress.Inet4(0, 0))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello                                        | 1  | NO_PROGRAM",
        "Server: close(3)                             | 1  | PROGRAM_NAME",
        "server:                                      | 8  | NO_CALL",
        "server: 5 + 3                                | 9  | NO_CALL",
        "server: open(3)                              | 9  | FUNCTION",
        "server: x = open(3)                          | 13 | FUNCTION",
        "server: listen(3)                            | 9  | ARGUMENTS",
        "server: close(3, 4)                          | 9  | ARGUMENTS",
        "server: close(S)                             | 15 | DESCRIPTOR",
        "server: close(s)                             | 15 | UNKNOWN_NAME",
        "server: listen(3, many)                      | 19 | NUMBER",
        "server: socket(af_inet, SOCK_STREAM)         | 16 | CONSTANT",
        "server: bind(3, 127.0.0.1)                   | 17 | ADDRESS",
        "server: bind(3, localhost)                   | 17 | UNKNOWN_ADDRESS",
        "server: bind(3, 127.0.0.1:p)                 | 27 | UNKNOWN_PORT",
        "server: bind(3, 10.0.0.1:80)                 | 17 | NOT_LOOPBACK",
        "server: connect(3, 192.0.2.1:80)             | 20 | NOT_LOOPBACK",
        "server: connect(3, [::]:80)                  | 20 | NOT_LOOPBACK",
        "server: bind(3, [::]:80)                     | 17 | UNTIED",
        "server: bind(3, 192.0.2.1:80)                | 0  | -",
        "server: send(3, hola)                        | 17 | DATA",
        "server: send(3, \"ho\\qla\")                 | 20 | ESCAPE",
        "server: send(3, \"hola)                      | 17 | NOT_CLOSED",
        "server: close(3                              | 16 | NOT_CLOSED",
        "server: close(3) # fine \" ) = 0 )           | 0  | -",
        "server: x = listen(3, 1)                     | 9  | NOTHING_TO_NAME",
        "server: X = socket(AF_INET, SOCK_STREAM)     | 9  | NOTHING_TO_NAME",
        "server: close(3) = zero!                     | 20 | EXPECTED",
        "server: close(3) =                           | 19 | EXPECTED",
        "server: close(3) = -1 ECONN REFUSED          | 20 | EXPECTED",
        "server: close(3) = \"\"                      | 20 | NOT_OF_THIS_CALL",
        "server: close(3) = 127.0.0.1:80              | 20 | NOT_OF_THIS_CALL",
        "server: recv(3, 9) = \"\" from 127.0.0.1:80  | 25 | NOT_OF_THIS_CALL",
        "server: close(3) = [1]                       | 20 | NOT_OF_THIS_CALL",
        "server: close(3) 0                           | 18 | TRAILING",
        "server: recv(3, 9) = \"x\" 1                 | 26 | TRAILING",
        "client3..2: close(3)                         | 1  | RANGE",
        "client1..200: close(3)                       | 1  | RANGE",
        "client..2: close(3)                          | 1  | PROGRAM_NAME",
        "client01..2: close(3)                        | 1  | RANGE",
        "client1..: close(3)                          | 1  | RANGE",
        "kill server                                  | 6  | SIGNAL",
        "kill -HUP server                             | 6  | SIGNAL",
        "kill -KILL server                            | 12 | UNKNOWN_PROGRAM",
        "kill -KILL                                   | 11 | PROGRAM_NAME",
        "server: while (1) accept(3)                  | 9  | LOOP",
        "server: while (0) echo(accept(3))            | 9  | LOOP",
        "server/2: while (1) echo(accept(3))          | 11 | LOOP",
        "server: while (1) echo(accept(l))            | 31 | UNKNOWN_NAME",
        "server: while (1) echo(accept(3)             | 33 | NOT_CLOSED",
        "server: while (1) echo(accept(3)) = 0        | 35 | TRAILING",
        "port P                                       | 6  | PORT_NAME",
        "port p q                                     | 8  | TRAILING",
        "port p, p                                    | 9  | PORT_TWICE",
        "`  server:  close(ñ)`                        | 18 | DESCRIPTOR",
      })
  void faultNamesLineAndColumn(String text, int column, String kind) throws Exception {
    if (kind.equals("-")) {
      assertThat(StepsParser.parse(text).steps()).hasSize(1);
      return;
    }
    assertThat(faultsOf("# a comment\n" + text))
        .singleElement()
        .extracting(LessonFault::line, LessonFault::column, LessonFault::kind)
        .containsExactly(2, column, Kind.valueOf(kind));
  }

  @Test
  void columnsCountCharactersAndNotTheirParts() {
    assertThat(faultsOf("server: send(3, \"🙂\", x)").getFirst().column()).isEqualTo(22);
  }

  @Test
  void everyFaultyLineIsToldButNamesThatItGaveAreKnown() {
    List<LessonFault> faults =
        faultsOf(
            """
            server: l = socket(AF_INET, )
            server: listen(l, one)
            server: c = accept(l)
            client: recv(c, 10)
            """);

    assertThat(faults)
        .extracting(LessonFault::line, LessonFault::kind)
        .containsExactly(
            tuple(1, Kind.CONSTANT), tuple(2, Kind.NUMBER), tuple(4, Kind.UNKNOWN_NAME));
  }

  @Test
  void nothingButCommentsIsNoExperiment() {
    assertThat(faultsOf("# nothing\n").getFirst().kind()).isEqualTo(Kind.NO_STEPS);
  }

  @Test
  void programMayBeCalledAsTheWordsOfTheNotationAre() throws Exception {
    assertThat(last("port: close(3)").program()).isEqualTo("port");
    assertThat(last("kill: close(3)").program()).isEqualTo("kill");
    assertThat(last("kill/2: close(3)").thread()).isEqualTo(2);
    assertThat(last("server: while = socket(AF_INET, SOCK_STREAM)").name()).isEqualTo("while");
  }

  @Test
  void aStepOfManyProgramsIsMadeByEach() throws Exception {
    Steps steps =
        StepsParser.parse(
            """
            client9..11: s = socket(AF_INET, SOCK_STREAM)
            client9..11/2: close(s)
            client: close(3)
            kill -9 client9..11
            """);

    assertThat(steps)
        .hasToString(
            """
            client9: s = socket(AF_INET, SOCK_STREAM, 0)
            client10: s = socket(AF_INET, SOCK_STREAM, 0)
            client11: s = socket(AF_INET, SOCK_STREAM, 0)
            client9/2: close(s)
            client10/2: close(s)
            client11/2: close(s)
            client: close(3)
            kill -KILL client9
            kill -KILL client10
            kill -KILL client11
            """);
    assertThat(steps.steps())
        .extracting(LessonStep::line)
        .containsExactly(1, 1, 1, 2, 2, 2, 3, 4, 4, 4);
    assertThat(steps.programs()).containsExactly("client9", "client10", "client11", "client");
  }

  @Test
  void signalsAndLoopsAreReadAsTheyAreWritten() throws Exception {
    String text =
        """
        server: while (1) echo(accept(3))
        server: while (1) thread(echo, accept(4))
        kill -STOP server
        kill -CONT server
        kill -TERM server
        """;
    assertThat(StepsParser.parse(text)).hasToString(text);
    assertThat(StepsParser.parse("server: while(1)thread( echo,accept( 3 ) )").steps())
        .containsExactly(
            new ServeStep(
                1, "server", new Operand.Given(new Argument.Descriptor(3)), Service.THREAD_EACH));
  }

  @Test
  void childrenKnowTheDescriptorsThatTheirParentHadWhenItMadeThem() throws Exception {
    String text =
        """
        server: l = socket(AF_INET, SOCK_STREAM, 0)
        server: fork()
        server: m = socket(AF_INET, SOCK_STREAM, 0)
        server.1: close(l)
        server: fork()
        server.2/2: close(m)
        server.2: fork()
        server.2.1: close(l)
        kill -KILL server.2
        """;
    assertThat(StepsParser.parse(text)).hasToString(text);
    assertThat(StepsParser.parse(text).programs()).containsExactly("server");
    assertThat(faultsOf("server.1: close(3)\n" + text + "server.1: close(m)\n"))
        .extracting(LessonFault::line, LessonFault::kind)
        .containsExactly(tuple(1, Kind.NO_CHILD), tuple(11, Kind.UNKNOWN_NAME));
  }

  @Test
  void childrenEndWithTheirParent() {
    assertThat(
            faultsOf(
                """
                server: fork()
                server.1: fork()
                server2: close(3)
                kill -KILL server
                server2: close(3)
                server.1: close(3)
                server.1.1: close(3)
                """))
        .extracting(LessonFault::line, LessonFault::kind)
        .containsExactly(tuple(6, Kind.PROGRAM_ENDED), tuple(7, Kind.PROGRAM_ENDED));
  }

  @Test
  void aProgramThatDoesNotRunMakesNoStep() {
    assertThat(
            faultsOf(
                """
                client: close(3)
                kill -STOP client
                client: close(4)
                kill -CONT client
                client: close(5)
                kill -STOP client
                kill -TERM client
                client: close(6)
                kill -CONT client
                client: close(7)
                kill -CONT client
                """))
        .extracting(LessonFault::line, LessonFault::kind)
        .containsExactly(
            tuple(3, Kind.PROGRAM_STOPPED),
            tuple(8, Kind.PROGRAM_STOPPED),
            tuple(10, Kind.PROGRAM_ENDED),
            tuple(11, Kind.PROGRAM_ENDED));
  }

  @Test
  void faultsOfTheNotationHaveCounterpartsHere() {
    assertThat(NotationException.Reason.values())
        .allSatisfy(reason -> assertThat(Kind.valueOf(reason.name())).isNotNull());
  }

  @Test
  void constantThatTheSystemDoesNotKnowIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> StepsParser.parse("\nserver: l = socket(AF_INET, SOCK_STRAM, 0)\n"))
        .isInstanceOfSatisfying(
            LessonException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        new LessonFault(
                            2,
                            29,
                            LessonFault.Kind.UNKNOWN_CONSTANT,
                            java.util.List.of("SOCK_STRAM"))));
  }

  @Test
  void stepAfterAPlusIsMadeBySameThreadWithoutAPause() throws Exception {
    String text =
        """
        client/2: send(5, "A") = 1
        + send(5, "B") = 1
        """;
    CallStep step = last(text);

    assertThat(step.withoutPause()).isTrue();
    assertThat(step.program()).isEqualTo("client");
    assertThat(step.thread()).isEqualTo(2);
    assertThat(StepsParser.parse(text)).hasToString(text.replace(") =", ", 0) ="));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+ close(5) | NOTHING_BEFORE",
        "port p;+ close(5) | NOTHING_BEFORE",
        "client1..2: close(5);+ close(6) | NOTHING_BEFORE",
        "client: close(5);kill -STOP client;+ close(6) | NOTHING_BEFORE",
        "server: listen(5, 1);+ accept(5) | NOT_WITHOUT_PAUSE",
        "server: accept(5);+ fork() | NOT_WITHOUT_PAUSE",
        "server: accept(5);+ while (1) echo(accept(5)) | NOT_WITHOUT_PAUSE",
        "server: recv(5, 1) ...;+ close(5) | AFTER_BLOCKED",
        "server: c = accept(5);+ close(c) | GIVEN_WITHOUT_PAUSE",
        "server: c = accept(5);+ close(6);+ poll([{c, POLLIN}], 0) | GIVEN_WITHOUT_PAUSE",
      })
  void plusStandsWhereSomethingCanBeMadeWithoutAPause(String lines, LessonFault.Kind kind) {
    assertThat(faultsOf(lines.replace(';', '\n')))
        .extracting(LessonFault::kind)
        .containsExactly(kind);
  }
}
