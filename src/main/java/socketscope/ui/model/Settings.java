package socketscope.ui.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import socketscope.code.ProgramLanguage;
import socketscope.diagram.Filter;
import socketscope.event.Place;
import socketscope.lesson.Family;
import socketscope.text.Language;

/** What the user has chosen for this and later times. Nothing depends on its being remembered. */
public final class Settings {

  private static final double SLOWEST = 0.25;
  private static final double FASTEST = 4;

  /** The least scale of the diagram, and of all texts. */
  public static final double SMALLEST = 0.8;

  /** The greatest scale of the diagram, and of all texts. */
  public static final double LARGEST = 2.5;

  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
  private final ObjectProperty<ProgramLanguage> codeLanguage =
      new SimpleObjectProperty<>(ProgramLanguage.C);
  private final ObjectProperty<Plan> plan = new SimpleObjectProperty<>(Plan.FIRST);
  private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
  private final BooleanProperty moreCalls = new SimpleBooleanProperty();
  private final BooleanProperty folded = new SimpleBooleanProperty();
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.NONE);
  private final ObjectProperty<List<String>> recent = new SimpleObjectProperty<>(List.of());
  private final StringProperty folder = new SimpleStringProperty("");
  private final ObjectProperty<List<String>> used = new SimpleObjectProperty<>(List.of());
  private final DoubleProperty speed = new SimpleDoubleProperty(1);
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final BooleanProperty pointer = new SimpleBooleanProperty();
  private final DoubleProperty textScale = new SimpleDoubleProperty(1);
  private final DoubleProperty width = new SimpleDoubleProperty(1440);
  private final DoubleProperty height = new SimpleDoubleProperty(900);
  private final DoubleProperty x = new SimpleDoubleProperty(Double.NaN);
  private final DoubleProperty y = new SimpleDoubleProperty(Double.NaN);
  private final DoubleProperty inspectorHeight = new SimpleDoubleProperty(Double.NaN);
  private final StringProperty tab = new SimpleStringProperty("");
  private final BooleanProperty maximized = new SimpleBooleanProperty();
  private FirstLook first = FirstLook.USUAL;

  /** What a first window has. */
  public Settings() {}

  /** What was remembered; where nothing was, what the system has. */
  public static Settings remembered(SettingsFile store, FirstLook first) {
    Settings settings = new Settings();
    settings.first = first;
    settings.language.set(
        first
            .asked()
            .or(() -> Language.ofCode(store.get("language", "")))
            .orElseGet(Language::ofSystem));
    settings.theme.set(Theme.named(store.get("theme", "")).orElse(first.theme()));
    settings.codeLanguage.set(
        ProgramLanguage.ofId(store.get("codeLanguage", "")).orElse(ProgramLanguage.C));
    settings.plan.set(
        Plan.free(
                constant(Exchange.class, store.get("exchange", "")).orElse(Exchange.TCP),
                constant(Family.class, store.get("family", "")).orElse(Family.IPV4),
                constant(UnixName.class, store.get("unixName", "")).orElse(UnixName.PATH))
            .at(constant(Place.class, store.get("place", "")).orElse(Place.ALONE)));
    settings.reducedMotion.set(store.getBoolean("reducedMotion", first.reducedMotion()));
    settings.moreCalls.set(store.getBoolean("moreCalls", false));
    settings.folded.set(store.getBoolean("folded", false));
    settings.filter.set(
        Filter.NONE
            .hidingAcks(store.getBoolean("hidesAcks", false))
            .hidingProbes(store.getBoolean("hidesProbes", false))
            .collapsing(store.getBoolean("collapses", false)));
    settings.recent.set(store.list("recent"));
    settings.folder.set(store.get("folder", ""));
    settings.pointer.set(store.getBoolean("pointer", false));
    settings.used.set(store.list("used"));
    settings.speed.set(Math.clamp(store.getDouble("speed", 1), SLOWEST, FASTEST));
    settings.scale.set(Math.clamp(store.getDouble("scale", 1), SMALLEST, LARGEST));
    settings.textScale.set(Math.clamp(store.getDouble("textScale", 1), SMALLEST, LARGEST));
    settings.width.set(store.getDouble("width", 1440));
    settings.height.set(store.getDouble("height", 900));
    settings.x.set(store.getDouble("x", Double.NaN));
    settings.y.set(store.getDouble("y", Double.NaN));
    settings.inspectorHeight.set(store.getDouble("inspectorHeight", Double.NaN));
    settings.tab.set(store.get("tab", ""));
    settings.maximized.set(store.getBoolean("maximized", false));
    return settings;
  }

  /** A lesson's own place is not remembered. */
  private static Place place(Plan plan) {
    return plan.lesson() == null ? plan.place() : Place.ALONE;
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst();
  }

  /** Keeps it for later times, where that is possible. */
  public void remember(SettingsFile store) {
    if (!first.asked().equals(Optional.of(language.get()))) {
      rememberChoice(store, "language", language.get().code(), Language.ofSystem().code());
    }
    rememberChoice(store, "theme", theme.get().name(), first.theme().name());
    store.put("codeLanguage", codeLanguage.get().id());
    store.put("exchange", plan.get().exchange().name());
    store.put("family", plan.get().family().name());
    store.put("unixName", plan.get().unixName().name());
    store.put("place", place(plan.get()).name());
    rememberChoice(
        store,
        "reducedMotion",
        String.valueOf(reducedMotion.get()),
        String.valueOf(first.reducedMotion()));
    store.put("moreCalls", moreCalls.get());
    store.put("folded", folded.get());
    store.put("hidesAcks", filter.get().hidesAcks());
    store.put("hidesProbes", filter.get().hidesProbes());
    store.put("collapses", filter.get().collapses());
    store.put("recent", recent.get());
    store.put("folder", folder.get());
    store.put("pointer", pointer.get());
    store.put("used", used.get());
    store.put("speed", speed.get());
    store.put("scale", scale.get());
    store.put("textScale", textScale.get());
    store.put("width", width.get());
    store.put("height", height.get());
    store.put("x", x.get());
    store.put("y", y.get());
    store.put("inspectorHeight", inspectorHeight.get());
    store.put("tab", tab.get());
    store.put("maximized", maximized.get());
    store.save();
  }

  /** What nobody has chosen is not remembered: then a later window follows the system, too. */
  private static void rememberChoice(
      SettingsFile store, String name, String value, String unchosen) {
    if (store.has(name) || !value.equals(unchosen)) {
      store.put(name, value);
    }
  }

  /** The language of all texts. */
  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** The colours. */
  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** What the experiment is written in as programs. */
  public ObjectProperty<ProgramLanguage> codeLanguageProperty() {
    return codeLanguage;
  }

  /** What was tried last, called freely. */
  public ObjectProperty<Plan> planProperty() {
    return plan;
  }

  /** Whether events appear without animation. */
  public BooleanProperty reducedMotionProperty() {
    return reducedMotion;
  }

  /** Whether the panes show the calls beyond the textbook's. */
  public BooleanProperty moreCallsProperty() {
    return moreCalls;
  }

  /** Whether the diagram has two lifelines instead of four. */
  public BooleanProperty foldedProperty() {
    return folded;
  }

  /** Which rows the diagram shows; the socket is forgotten with the experiment. */
  public ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  /** The files that were opened or saved lately, the last one first. */
  public ObjectProperty<List<String>> recentProperty() {
    return recent;
  }

  /** The folder of the last of them; empty for none. */
  public StringProperty folderProperty() {
    return folder;
  }

  /** The ids of what was used from the palette, the last one first. */
  public ObjectProperty<List<String>> usedProperty() {
    return used;
  }

  /** How fast it is played; 1 is the usual pace. */
  public DoubleProperty speedProperty() {
    return speed;
  }

  /** How large everything in the window is drawn; 1 is the usual size. */
  public DoubleProperty textScaleProperty() {
    return textScale;
  }

  /** How large the diagram is drawn beside everything else; 1 is the usual size. */
  public DoubleProperty scaleProperty() {
    return scale;
  }

  /** Whether a ring goes with the mouse in a lecture. */
  public BooleanProperty pointerProperty() {
    return pointer;
  }

  /** The window's width, with its decorations, while it is not maximized. */
  public DoubleProperty widthProperty() {
    return width;
  }

  /** The window's height, with its decorations, while it is not maximized. */
  public DoubleProperty heightProperty() {
    return height;
  }

  /** What to ask for as the window's place from the left; not a number where none was chosen. */
  public DoubleProperty xProperty() {
    return x;
  }

  /** The same from the top. */
  public DoubleProperty yProperty() {
    return y;
  }

  /** How high the inspector is; not a number where the user has not moved its border. */
  public DoubleProperty inspectorHeightProperty() {
    return inspectorHeight;
  }

  /** The tab of the inspector that was looked at last; empty for none. */
  public StringProperty tabProperty() {
    return tab;
  }

  /** Whether the window fills the screen. */
  public BooleanProperty maximizedProperty() {
    return maximized;
  }
}
