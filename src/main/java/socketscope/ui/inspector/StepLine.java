package socketscope.ui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import socketscope.text.Texts;
import socketscope.ui.model.LessonPage;
import socketscope.ui.model.LessonPage.Line;
import socketscope.ui.model.LessonPage.Progress;
import socketscope.ui.wording.Words;

/** A step of a lesson as the lesson writes it, marked by how far it is. */
final class StepLine extends VBox {

  /**
   * That step.
   *
   * @param names what the lesson's names stand for: {@code p = 27672}
   */
  StepLine(Line line, List<String> names, Words words) {
    getStyleClass().add("step-line");
    pseudoClassStateChanged(
        PseudoClass.getPseudoClass(line.progress().name().toLowerCase(Locale.ROOT)), true);
    String written = line.step().toString();
    Label step = new Label(written, new FontIcon(mark(line.progress())));
    step.getStyleClass().addAll("code", "step-call");
    step.setWrapText(true);
    step.setMinHeight(USE_PREF_SIZE);
    step.setAccessibleText(words.get("lesson.step." + line.progress(), written));
    getChildren().add(step);
    if (line.progress() == Progress.NEXT) {
      String values =
          names.stream().filter(name -> isIn(written, name)).collect(Collectors.joining("   "));
      Label meant = new Label(values);
      meant.getStyleClass().addAll("code", "lesson-names", "step-names");
      meant.setWrapText(true);
      meant.setMinHeight(USE_PREF_SIZE);
      meant.setManaged(!values.isEmpty());
      getChildren().add(meant);
    }
    if (line.progress() == Progress.UNMET && line.outcome() != null) {
      Label why = new Label(line.outcome().sentence(Texts.of("lesson", words.language())));
      why.getStyleClass().add("step-why");
      why.setWrapText(true);
      why.setMinHeight(USE_PREF_SIZE);
      getChildren().add(why);
    }
  }

  /** Whether the step speaks of that name; one of another program stands with it. */
  private static boolean isIn(String step, String value) {
    String name = value.replaceFirst(" = .*", "");
    String program = name.contains(": ") ? name.substring(0, name.indexOf(": ") + 2) : "";
    String own = Pattern.quote(name.substring(program.length()));
    return step.startsWith(program)
        && Pattern.compile("(?<![\\w\"])" + own + "(?![\\w(\"])").matcher(step).find();
  }

  private static Feather mark(LessonPage.Progress progress) {
    return switch (progress) {
      case MET -> Feather.CHECK;
      case UNMET -> Feather.X;
      case NEXT -> Feather.CHEVRON_RIGHT;
      case LATER -> Feather.MINUS;
    };
  }
}
