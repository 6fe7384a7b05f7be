package socketscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import socketscope.address.AddressStruct;
import socketscope.address.SockaddrFormat;
import socketscope.event.Argument;
import socketscope.event.Call;
import socketscope.event.CallReturned;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.Function;
import socketscope.event.PacketInferred;
import socketscope.event.Portion;
import socketscope.event.Result;
import socketscope.event.SocketAddress;
import socketscope.explain.CallDescription;
import socketscope.explain.CallText;
import socketscope.explain.ErrnoExplanation;
import socketscope.explain.Explanation;
import socketscope.explain.Story;
import socketscope.export.DiagramWords;
import socketscope.layout.TimeText;
import socketscope.ui.model.Folds;
import socketscope.ui.packet.AddressView;
import socketscope.ui.scroll.DirectScroll;
import socketscope.ui.wording.Words;

/** The call: as C and strace write it, what it does, and what its errno means. */
final class CallTab extends DirectScroll {

  private static final double CAPTION = 56;

  private final Words words;
  private final Label nothing = new Label();
  private final Label call = new Label();
  private final Label prototype = code();
  private final Label does = prose();
  private final Label strace = code();
  private final VBox answer = new VBox();
  private final HBox content = new HBox();
  private final AddressView address;
  private final VBox withAddress = new VBox();

  CallTab(Words words) {
    this.words = words;
    address = new AddressView(words);
    call.getStyleClass().addAll("code", "call-headline");
    call.setWrapText(true);
    call.setId("call-headline");
    nothing.getStyleClass().add("nothing");
    nothing.setWrapText(true);
    VBox left =
        new VBox(
            call,
            does,
            titled("inspector.prototype", prototype),
            titled("inspector.strace", strace));
    left.getStyleClass().add("call-facts");
    answer.getStyleClass().add("call-answer");
    for (VBox column : List.of(left, answer)) {
      HBox.setHgrow(column, Priority.ALWAYS);
      column.setPrefWidth(column.equals(left) ? 420 : 300);
      column.setMinWidth(0);
    }
    content.getStyleClass().add("inspector-content");
    content.getChildren().addAll(left, answer);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    withAddress.getChildren().setAll(content);
    setContent(withAddress);
  }

  private static Label code() {
    Label label = prose();
    label.getStyleClass().setAll("label", "code", "call-code");
    return label;
  }

  private static Label prose() {
    Label label = new Label();
    label.setWrapText(true);
    return label;
  }

  private Node titled(String key, Label text) {
    Label title = words.label(new Label(), key);
    title.getStyleClass().add("caption");
    title.setMinWidth(CAPTION);
    HBox.setHgrow(text, Priority.ALWAYS);
    return new HBox(title, text);
  }

  /**
   * Shows the call of the last of those events.
   *
   * @param events all that are shown, which may tell of its return
   * @param folds what the events tell
   */
  void show(List<Event> current, List<Event> events, Folds folds) {
    Optional<CurrentCall> found = CurrentCall.of(current, events);
    if (found.isEmpty()) {
      boolean inferred = !current.isEmpty() && current.getLast() instanceof PacketInferred;
      nothing.setText(words.get(inferred ? "inspector.inferred" : "inspector.no-call"));
      setContent(nothing);
      return;
    }
    setContent(withAddress);
    CurrentCall shown = found.get();
    showAddress(shown, SockaddrFormat.of(system(current)));
    Function function = shown.call().function();
    CallReturned returned = shown.returned();
    Result result = returned == null ? null : returned.result();
    String answered = result == null ? "" : " = " + result;
    call.setText(shown.program() + ": " + shown.call() + answered);
    prototype.setText(CallDescription.prototype(function));
    does.setText(description().summary(function));
    strace.setText(CallText.straceLine(shown.call(), result).replaceAll(" {2,}", " "));
    int known =
        returned == null ? current.size() : Math.max(current.size(), after(returned, events));
    answer.getChildren().setAll(answer(() -> folds.story(known), shown, returned));
  }

  /** How many events there are up to that one. */
  private static int after(CallReturned returned, List<Event> events) {
    return events.lastIndexOf(returned) + 1;
  }

  /** {@code 4 after 21 µs}, as far as the time is known. */
  private String returned(CurrentCall shown, CallReturned returned) {
    String value = words.get("inspector.returned", returned.result().value());
    if (shown.began() < 0) {
      return value;
    }
    char separator = DiagramWords.in(words.language()).decimalSeparator();
    String time = TimeText.of(returned.stamp().nanos() - shown.began(), separator);
    return words.get("inspector.returned.after", value, time);
  }

  /** The address that the call was given, or else the one that it told. */
  private void showAddress(CurrentCall shown, SockaddrFormat dialect) {
    Optional<SocketAddress> told =
        Optional.ofNullable(shown.returned())
            .flatMap(returned -> Optional.ofNullable(returned.result().address()));
    Optional<SocketAddress> given = given(shown.call());
    Optional<AddressStruct> struct =
        given.or(() -> told).map(known -> AddressStruct.of(known, dialect));
    withAddress.getChildren().setAll(content);
    if (struct.isPresent()) {
      long whole = struct.get().bytes().length();
      CallReturned returned = shown.returned();
      long length =
          given.isEmpty() && returned != null
              ? returned.result().length()
              : givenLength(shown.call()).orElse(whole);
      address.show(struct.get(), length);
      withAddress.getChildren().add(address);
    }
  }

  private static Optional<SocketAddress> given(Call call) {
    return call.arguments().stream()
        .filter(Argument.Address.class::isInstance)
        .map(argument -> ((Argument.Address) argument).address())
        .findFirst();
  }

  /** The addrlen beside an address, where it was said. */
  private static Optional<Long> givenLength(Call call) {
    return call.arguments().getLast() instanceof Argument.Number(long length)
        ? Optional.of(length)
        : Optional.empty();
  }

  private static String system(List<Event> current) {
    return ExperimentStarted.among(current).map(ExperimentStarted::system).orElse("");
  }

  private List<Node> answer(
      Supplier<Story> story, CurrentCall shown, @Nullable CallReturned returned) {
    Function function = shown.call().function();
    if (returned == null) {
      return List.of(
          paragraph("call-answer-title", words.get("inspector.unreturned")),
          paragraph("prose", words.get("inspector.unreturned.why")));
    }
    Result result = returned.result();
    if (!result.failed()) {
      List<Node> answer = new ArrayList<>();
      answer.add(paragraph("call-answer-title", returned(shown, returned)));
      Portion.of(shown.call(), result)
          .filter(_ -> function.sends())
          .map(part ->
              words.get("portion.sent", words.number(part.done()), words.number(part.asked())))
          .ifPresent(text -> answer.add(paragraph("call-portion", text)));
      answer.add(paragraph("prose", description().returns(function)));
      if (result.data() != null && result.option() == null && result.data().length() > 0) {
        answer.add(new ReceivedBytes(result.data(), words));
      }
      return answer;
    }
    Explanation why = ErrnoExplanation.of(words.language()).errno(story.get(), returned);
    return List.of(
        paragraph("errno-title", why.title()),
        paragraph("prose", why.meaning()),
        paragraph("errno-advice", why.advice()));
  }

  private CallDescription description() {
    return CallDescription.of(words.language());
  }

  private static Label paragraph(String styleClass, String text) {
    Label label = prose();
    label.setText(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
