package socketscope.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import socketscope.status.ProgramStatus;
import socketscope.ui.command.Command;
import socketscope.ui.command.Commands;
import socketscope.ui.menu.ChoiceItems;
import socketscope.ui.menu.FilterItems;
import socketscope.ui.menu.LessonItems;
import socketscope.ui.menu.MainMenuBar;
import socketscope.ui.menu.MenuEntry.Listing;
import socketscope.ui.menu.Menus;
import socketscope.ui.menu.RecentItems;
import socketscope.ui.model.Chooser;
import socketscope.ui.model.ExperimentController;
import socketscope.ui.model.LessonPlay;
import socketscope.ui.model.Playback;
import socketscope.ui.model.Recording;
import socketscope.ui.model.Settings;
import socketscope.ui.wording.Words;

/** The menus of the window: what they list, and which of their commands make sense when. */
final class WindowMenu {

  private final Recording recording;
  private final ExperimentController controller;
  private final Playback playback;
  private final Commands commands;
  private final MainMenuBar bar;

  WindowMenu(
      Recording recording,
      ExperimentController controller,
      Chooser chooser,
      Playback playback,
      Settings settings,
      WindowFiles files,
      Commands commands,
      Words words) {
    this.recording = recording;
    this.controller = controller;
    this.playback = playback;
    this.commands = commands;
    commands
        .toggles(Command.FOLD, settings.foldedProperty())
        .toggles(Command.REDUCED_MOTION, settings.reducedMotionProperty());
    Map<Listing, Supplier<List<MenuItem>>> listings =
        listings(controller, chooser, recording, settings, words);
    listings.put(
        Listing.RECENT, new RecentItems(files.recentFiles(), files::openAgain, words)::items);
    this.bar = new MainMenuBar(Menus.all(), listings, commands, words);
    sayWhatIsPossible();
    refreshWithWhatHappens();
  }

  MainMenuBar bar() {
    return bar;
  }

  private static Map<Listing, Supplier<List<MenuItem>>> listings(
      ExperimentController controller,
      Chooser chooser,
      Recording recording,
      Settings settings,
      Words words) {
    ChoiceItems choices = new ChoiceItems(words);
    Map<Listing, Supplier<List<MenuItem>>> listings = new EnumMap<>(Listing.class);
    listings.put(Listing.EXCHANGES, () -> choices.exchanges(controller, chooser));
    listings.put(Listing.FAMILIES, () -> choices.families(controller, chooser));
    listings.put(Listing.THEMES, () -> choices.themes(settings.themeProperty()));
    listings.put(Listing.LANGUAGES, () -> choices.languages(settings.languageProperty()));
    listings.put(
        Listing.FILTERS, new FilterItems(settings.filterProperty(), recording, words)::items);
    listings.put(Listing.LESSONS, new LessonItems(controller, chooser, words)::items);
    return listings;
  }

  private void sayWhatIsPossible() {
    for (Command command :
        List.of(
            Command.SAVE_TRACE,
            Command.EXPORT_SVG,
            Command.EXPORT_PNG,
            Command.EXPORT_PDF,
            Command.EXPORT_TEXT,
            Command.EXPORT_HTML,
            Command.EXPORT_TRANSCRIPT,
            Command.EXPORT_MERMAID,
            Command.EXPORT_PACKETS,
            Command.PRINT,
            Command.COPY_TEXT,
            Command.COPY_SVG,
            Command.COPY_PNG,
            Command.COPY_TRANSCRIPT,
            Command.COPY_CODE,
            Command.SAVE_CODE,
            Command.FIND)) {
      commands.onlyIf(command, this::somethingHappened);
    }
    commands
        .onlyIf(Command.OPEN_LAST, () -> controller.last() != null)
        .onlyIf(Command.FIRST, () -> recording.moment() > 0)
        .onlyIf(Command.BACK, () -> recording.moment() > 0)
        .onlyIf(Command.PLAY, () -> playback.more() || somethingHappened())
        .onlyIf(Command.FORWARD, playback::more)
        .onlyIf(Command.LAST, recording::inPast)
        .onlyIf(Command.NEXT_DIFFERENCE, () -> false) // there is none but in a comparison
        .onlyIf(Command.PREVIOUS_DIFFERENCE, () -> false)
        .onlyIf(Command.INTERRUPT, () -> blocks() || controller.openingProperty().get() != null)
        .onlyIf(Command.ADD_CLIENT, controller::live)
        .onlyIf(Command.ADD_SERVER, controller::live)
        .onlyIf(Command.LESSON_STEP, this::lessonGoesOn)
        .onlyIf(Command.LESSON_AGAIN, () -> controller.planProperty().get().lesson() != null);
  }

  private boolean somethingHappened() {
    return recording.lastMoment() > 0;
  }

  private boolean blocks() {
    return controller.live()
        && recording.statusProperty().get().programs().stream()
            .map(ProgramStatus::lastBlocked)
            .anyMatch(java.util.Optional::isPresent);
  }

  private boolean lessonGoesOn() {
    LessonPlay lesson = controller.lessonProperty().get();
    return lesson != null && lesson.next().isPresent();
  }

  private void refreshWithWhatHappens() {
    recording.shownProperty().addListener((_, _, _) -> commands.refresh());
    controller.beginningsProperty().addListener((_, _, _) -> commands.refresh());
    controller.openingProperty().addListener((_, _, _) -> commands.refresh());
    controller
        .lessonProperty()
        .addListener((_, _, lesson) -> {
          if (lesson != null) {
            lesson.madeProperty().addListener((_, _, _) -> commands.refresh());
          }
          commands.refresh();
        });
    commands.refresh();
  }
}
