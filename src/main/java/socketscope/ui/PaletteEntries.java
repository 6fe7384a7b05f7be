package socketscope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import socketscope.lesson.Chapter;
import socketscope.lesson.Chapter.ShippedLesson;
import socketscope.lesson.Lessons;
import socketscope.text.Language;
import socketscope.text.Texts;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.model.Chooser;
import socketscope.ui.palette.PaletteEntry;
import socketscope.ui.palette.PaletteEntry.Kind;
import socketscope.ui.pane.OfferedCall;
import socketscope.ui.wording.Words;

/** All that the palette finds: commands, calls as they stand in the panes, files and lessons. */
final class PaletteEntries {

  private final Commands commands;
  private final Chooser chooser;
  private final Supplier<Stream<OfferedCall>> calls;
  private final WindowFiles files;
  private final Words words;
  private final Map<Language, List<Chapter>> chapters = new EnumMap<>(Language.class);

  PaletteEntries(
      Commands commands,
      Chooser chooser,
      Supplier<Stream<OfferedCall>> calls,
      WindowFiles files,
      Words words) {
    this.commands = commands;
    this.chooser = chooser;
    this.calls = calls;
    this.files = files;
    this.words = words;
  }

  List<PaletteEntry> all() {
    List<PaletteEntry> entries = new ArrayList<>();
    CommandWords own = new CommandWords(words.language());
    List<CommandWords> foreign = others().map(CommandWords::new).toList();
    for (Command command : Command.values()) {
      if (command != Command.PALETTE) {
        entries.add(command(command, own, foreign));
      }
    }
    calls.get().forEach(call -> entries.add(call(call)));
    files.recent().forEach(file -> entries.add(file(file)));
    entries.addAll(lessons());
    return entries;
  }

  private Stream<Language> others() {
    return Arrays.stream(Language.values()).filter(language -> language != words.language());
  }

  private List<String> inOthers(String key) {
    return others().map(language -> Texts.of("ui", language).get(key)).toList();
  }

  private PaletteEntry command(Command command, CommandWords own, List<CommandWords> foreign) {
    return new PaletteEntry(
        "command." + command,
        Kind.COMMAND,
        own.name(command),
        List.of(own.synonyms(command)),
        foreign.stream().flatMap(each -> each.all(command)).toList(),
        own.menu(command),
        command.keys().map(KeyCombination::getDisplayText).orElse(""),
        commands.possibleProperty(command).get(),
        () -> commands.run(command));
  }

  private PaletteEntry call(OfferedCall call) {
    return new PaletteEntry(
        "call." + call.id(),
        Kind.CALL,
        call.text(),
        List.of(),
        inOthers("palette.call"),
        words.get("palette.call"),
        "",
        call.possible(),
        call.make());
  }

  private PaletteEntry file(Path file) {
    return new PaletteEntry(
        "file." + file,
        Kind.FILE,
        String.valueOf(file.getFileName()),
        List.of(file.toString()),
        inOthers("palette.file"),
        words.get("palette.file"),
        "",
        true,
        () -> files.openAgain(file));
  }

  private List<PaletteEntry> lessons() {
    Map<String, List<String>> foreign = new HashMap<>();
    others()
        .flatMap(language -> chapters(language).stream())
        .forEach(chapter ->
            chapter
                .lessons()
                .forEach(lesson ->
                    foreign
                        .computeIfAbsent(
                            lesson.id(), _ -> new ArrayList<>(inOthers("palette.lesson")))
                        .addAll(about(chapter, lesson))));
    return chapters(words.language()).stream()
        .flatMap(chapter ->
            chapter.lessons().stream()
                .map(lesson ->
                    lesson(chapter, lesson, foreign.getOrDefault(lesson.id(), List.of()))))
        .toList();
  }

  private PaletteEntry lesson(Chapter chapter, ShippedLesson lesson, List<String> foreign) {
    return new PaletteEntry(
        "lesson." + lesson.id(),
        Kind.LESSON,
        lesson.lesson().title(),
        List.of(lesson.id(), lesson.lesson().summary(), chapter.title()),
        foreign,
        words.get("palette.lesson"),
        "",
        true,
        () -> chooser.shipped(lesson.id(), words.language()));
  }

  private static List<String> about(Chapter chapter, ShippedLesson lesson) {
    return List.of(lesson.lesson().title(), lesson.lesson().summary(), chapter.title());
  }

  /** They are read once: the palette opens while somebody types. */
  private List<Chapter> chapters(Language language) {
    return chapters.computeIfAbsent(language, Lessons::chapters);
  }
}
