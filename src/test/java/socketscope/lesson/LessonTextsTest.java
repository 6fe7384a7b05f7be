package socketscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketscope.event.StepFailed.Reason;
import socketscope.lesson.LessonFault.Kind;
import socketscope.lesson.Lessons.LessonPair;
import socketscope.lesson.StepOutcome.Met;
import socketscope.lesson.StepOutcome.NotChecked;
import socketscope.lesson.StepOutcome.NotMade;
import socketscope.lesson.StepOutcome.Unmet;
import socketscope.text.Language;
import socketscope.text.Texts;

class LessonTextsTest {

  private static Set<String> keys(Language language) {
    String name = "socketscope.text.lesson_" + language.code();
    return new TreeSet<>(ResourceBundle.getBundle(name, Locale.ROOT).keySet());
  }

  @Test
  void textsAreThoseThatAreUsedInEveryLanguage() {
    Set<String> used =
        new TreeSet<>(
            Set.of(
                "fault.at",
                "outcome.met",
                "outcome.notChecked",
                "outcome.unmet",
                "outcome.returned"));
    Arrays.stream(Kind.values()).forEach(kind -> used.add("fault." + kind));
    Arrays.stream(Reason.values()).forEach(reason -> used.add("outcome.notMade." + reason));
    for (LessonPair pair : Lessons.pairs(Language.ENGLISH)) {
      used.addAll(Set.of("pair." + pair.id(), "pair." + pair.id() + ".look"));
    }
    Lessons.chapters(Language.ENGLISH).forEach(chapter -> used.add("chapter." + chapter.id()));

    for (Language language : Language.values()) {
      assertThat(keys(language)).isEqualTo(used);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void sentencesAreWholeAndSayTheirDetails(Language language) {
    Texts texts = Texts.of("lesson", language);
    for (Kind kind : Kind.values()) {
      String sentence = new LessonFault(7, 3, kind, List.of("AA", "BB")).sentence(texts);
      assertThat(sentence).contains("7").contains("3").doesNotContain("''", "{0}", "{1}");
    }
    assertThat(new LessonFault(1, 1, Kind.ESCAPE, List.of("\\q")).sentence(texts))
        .contains("\\q", "\\n", "\\x");
    Stream<StepOutcome> outcomes =
        Stream.of(
            new Met(),
            new NotChecked(),
            new Unmet("0", "-1 EBADF"),
            new Unmet("...", "0"),
            new Unmet("0", "..."),
            new Unmet("?", "..."),
            new Unmet("0", "?"),
            new NotMade(Reason.NO_ADDRESS, "a"));
    assertThat(outcomes.map(outcome -> outcome.sentence(texts)).distinct()).hasSize(7);
  }
}
