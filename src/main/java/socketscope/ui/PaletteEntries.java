package socketscope.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import socketscope.lesson.Lessons;
import socketscope.text.Language;
import socketscope.text.Texts;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.menu.MenuNames;
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
    Map<Command, String> menus = MenuNames.of(words);
    for (Command command : Command.values()) {
      if (command != Command.PALETTE) {
        entries.add(command(command, menus.getOrDefault(command, "")));
      }
    }
    calls.get().forEach(call -> entries.add(call(call)));
    files.recent().forEach(file -> entries.add(file(file)));
    lessons().forEach(entries::add);
    return entries;
  }

  private PaletteEntry command(Command command, String menu) {
    return new PaletteEntry(
        "command." + command,
        Kind.COMMAND,
        words.get(command.key()),
        Stream.concat(
                Stream.of(command.name().replace('_', ' ')),
                others().map(language -> Texts.of("ui", language).get(command.key())))
            .toList(),
        menu,
        command.keys().map(KeyCombination::getDisplayText).orElse(""),
        commands.possibleProperty(command).get(),
        () -> commands.run(command));
  }

  private Stream<Language> others() {
    return Arrays.stream(Language.values()).filter(language -> language != words.language());
  }

  private PaletteEntry call(OfferedCall call) {
    return new PaletteEntry(
        "call." + call.id(),
        Kind.CALL,
        call.text(),
        List.of(),
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
        words.get("palette.file"),
        "",
        true,
        () -> files.openAgain(file));
  }

  private Stream<PaletteEntry> lessons() {
    return Lessons.chapters(words.language()).stream()
        .flatMap(chapter ->
            chapter.lessons().stream()
                .map(lesson ->
                    new PaletteEntry(
                        "lesson." + lesson.id(),
                        Kind.LESSON,
                        lesson.lesson().title(),
                        List.of(lesson.lesson().summary(), lesson.id(), chapter.title()),
                        words.get("palette.lesson"),
                        "",
                        true,
                        () -> chooser.shipped(lesson.id(), words.language()))));
  }
}
