package socketscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards the arrows of the house: which package may know which. */
class HouseTest {

  private static final String ROOT = "socketscope";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of(System.getProperty("socketscope.classes")));

  /** The whole house: each package, and the only ones of the house that it may know. */
  private static final Map<String, Set<String>> MAY_KNOW = house();

  private static final Set<String> ROOMS = MAY_KNOW.keySet();

  /** Names that nobody outside this project would understand. */
  private static final Set<String> PRIVATE_WORDS =
      Set.of(
          "Desk",
          "Door",
          "Deed",
          "Touching",
          "Heard",
          "Asked",
          "Life",
          "Lives",
          "Atom",
          "Reel",
          "Bench",
          "Scribe",
          "Sieve",
          "Looking",
          "Patience",
          "Speaker",
          "Said",
          "Room");

  private static Map<String, Set<String>> house() {
    Map<String, Set<String>> house = new TreeMap<>();
    house.put("constant", Set.of());
    house.put("event", Set.of("constant"));
    house.put("failure", Set.of());
    house.put("text", Set.of());
    house.put("address", Set.of("constant", "event"));
    house.put("bus", Set.of("constant", "event", "failure"));
    house.put("json", Set.of("constant", "event"));
    house.put("trace", Set.of("constant", "event", "json", "text"));
    house.put("syscall", Set.of("constant", "event"));
    house.put("kernel", Set.of("constant", "event", "syscall"));
    house.put("program", Set.of("constant", "event", "json", "kernel", "syscall"));
    house.put("capture", Set.of("constant", "event", "json", "socket", "syscall"));
    house.put(
        "lab", Set.of("bus", "constant", "event", "failure", "json", "kernel", "socket", "trace"));
    house.put(
        "lesson",
        Set.of("bus", "constant", "event", "failure", "kernel", "lab", "socket", "text", "trace"));
    house.put("fold", Set.of("constant", "event"));
    house.put("socket", Set.of("constant", "event", "fold"));
    house.put("packet", Set.of("constant", "event"));
    house.put("infer", Set.of("constant", "event", "socket"));
    house.put("state", Set.of("constant", "event", "packet", "socket"));
    house.put("diagram", Set.of("constant", "event", "fold", "packet", "queue", "socket", "state"));
    house.put("queue", Set.of("constant", "event", "fold", "packet", "socket"));
    house.put("status", Set.of("constant", "event", "fold", "queue", "socket", "state"));
    house.put("layout", Set.of("constant", "diagram", "event", "packet", "state"));
    house.put("explain", Set.of("constant", "event", "fold", "packet", "socket", "text"));
    house.put("code", Set.of("constant", "event", "socket"));
    house.put(
        "doctor",
        Set.of("constant", "capture", "event", "explain", "kernel", "lab", "syscall", "text"));
    house.put("compare", Set.of("constant", "diagram", "event", "socket"));
    house.put(
        "export",
        Set.of(
            "code",
            "compare",
            "constant",
            "diagram",
            "event",
            "explain",
            "layout",
            "packet",
            "queue",
            "socket",
            "text",
            "trace"));
    Set<String> all = Set.copyOf(house.keySet());
    house.put("cli", all);
    house.put("ui", without(all, "program", "syscall"));
    return house;
  }

  /** The packages within a room that has several, and those of the same room that they may know. */
  private static final Map<String, Set<String>> PARTS_MAY_KNOW = parts();

  private static final Set<String> PARTS = PARTS_MAY_KNOW.keySet();

  private static Map<String, Set<String>> parts() {
    Map<String, Set<String>> parts = new TreeMap<>();
    parts.put("syscall.linux", Set.of("syscall"));
    parts.put("syscall.macos", Set.of("syscall"));
    parts.put("syscall.windows", Set.of("syscall"));
    parts.put("syscall.posix", Set.of("syscall"));
    parts.put(
        "syscall.local",
        Set.of("syscall", "syscall.linux", "syscall.macos", "syscall.posix", "syscall.windows"));
    parts.put("ui.wording", Set.of());
    parts.put("ui.command", Set.of());
    parts.put("ui.scroll", Set.of());
    parts.put("ui.markdown", Set.of());
    parts.put("ui.model", Set.of("ui.wording"));
    parts.put("ui.palette", Set.of("ui.wording"));
    parts.put("ui.packet", Set.of("ui.wording"));
    parts.put("ui.diagram", Set.of("ui.scroll"));
    parts.put("ui.notice", Set.of("ui.model", "ui.wording"));
    parts.put("ui.file", Set.of("ui.model", "ui.wording"));
    parts.put("ui.note", Set.of("ui.diagram", "ui.model", "ui.wording"));
    parts.put("ui.code", Set.of("ui.command", "ui.wording"));
    parts.put("ui.state", Set.of("ui.model", "ui.scroll", "ui.wording"));
    parts.put("ui.pane", Set.of("ui.file", "ui.model", "ui.scroll", "ui.wording"));
    parts.put("ui.menu", Set.of("ui.command", "ui.file", "ui.model", "ui.wording"));
    parts.put("ui.topbar", Set.of("ui.command", "ui.menu", "ui.model", "ui.wording"));
    parts.put(
        "ui.inspector",
        Set.of(
            "ui.code",
            "ui.command",
            "ui.markdown",
            "ui.model",
            "ui.packet",
            "ui.scroll",
            "ui.state",
            "ui.wording"));
    parts.put(
        "ui.lecture",
        Set.of("ui.diagram", "ui.inspector", "ui.model", "ui.note", "ui.pane", "ui.wording"));
    parts.put(
        "ui.help", Set.of("ui.command", "ui.lecture", "ui.markdown", "ui.menu", "ui.wording"));
    parts.put(
        "ui.compare",
        Set.of(
            "ui.command",
            "ui.diagram",
            "ui.file",
            "ui.inspector",
            "ui.model",
            "ui.notice",
            "ui.topbar",
            "ui.wording"));
    Set<String> ofUi =
        parts.keySet().stream().filter(part -> part.startsWith("ui.")).collect(Collectors.toSet());
    parts.put("syscall", Set.of());
    parts.put("ui", ofUi);
    return parts;
  }

  private static Set<String> without(Set<String> rooms, String... others) {
    Set<String> rest = new TreeSet<>(rooms);
    rest.removeAll(Set.of(others));
    return rest;
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void knowsOnlyWhatItMayKnow(String room) {
    Set<String> known = MAY_KNOW.get(room);
    String[] allowed =
        Stream.concat(Stream.of(room), known.stream())
            .map(name -> ROOT + "." + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that(resideInAPackage(ROOT + "." + room + ".."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(not(resideInAnyPackage(allowed)))
                .as("are in no package of " + known))
        .because("packages are stages of one data flow, and each knows only those before it")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @ParameterizedTest
  @FieldSource("PARTS")
  void aPartKnowsOnlyWhatItMayKnow(String part) {
    Set<String> known = PARTS_MAY_KNOW.get(part);
    String[] allowed =
        Stream.concat(Stream.of(part), known.stream())
            .map(name -> ROOT + "." + name)
            .toArray(String[]::new);
    noClasses()
        .that(resideInAPackage(ROOT + "." + part))
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "." + part.split("\\.")[0] + "..")
                .and(not(resideInAnyPackage(allowed)))
                .as("are in no package of " + known))
        .because("a part of a room can be understood, and changed, without the parts above it")
        .check(CLASSES);
  }

  @Test
  void noPackageKnowsItselfByWayOfOthers() {
    slices().matching("(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theArchitecturePageSaysTheSame() throws IOException {
    Map<String, Set<String>> page = new TreeMap<>();
    Matcher rows =
        Pattern.compile("(?m)^\\| `([\\w.]+)` \\|.*\\| (?!all but)(.*) \\|$")
            .matcher(Files.readString(Path.of("ARCHITECTURE.md")));
    while (rows.find()) {
      String known = rows.group(2);
      page.put(rows.group(1), known.equals("nobody") ? Set.of() : Set.of(known.split(", ")));
    }
    Map<String, Set<String>> house = new TreeMap<>(MAY_KNOW);
    house.keySet().removeAll(Set.of("cli", "ui")); // nearly all, which the page says in a word
    Map<String, Set<String>> parts = new TreeMap<>(PARTS_MAY_KNOW);
    parts.keySet().removeAll(ROOMS);
    house.putAll(parts);
    assertThat(page).isEqualTo(house);
  }

  @Test
  void everyPackageHasItsPlaceInTheHouse() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(ROOT))
            .map(name -> name.split("\\.")[1])
            .collect(Collectors.toSet());
    assertThat(ROOMS).as("a new package says here whom it may know").containsAll(packages);
    Set<String> inside =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.split("\\.").length > 2)
            .map(name -> name.substring(ROOT.length() + 1))
            .collect(Collectors.toSet());
    assertThat(PARTS).as("so does a new part of one").containsAll(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event", "address", "packet", "infer", "state", "diagram", "compare", "status", "layout",
        "explain", "code", "fold", "socket"
      })
  void pureStaysPure(String room) {
    noClasses()
        // Templates are a part of the program, as constants are.
        .that(resideInAPackage(ROOT + "." + room + "..").and(not(simpleName("Template"))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
                .and(not(type(ByteArrayOutputStream.class)))
                .or(type(Thread.class))
                .or(type(Clock.class)))
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("a replay, an opened file and the live window must give the same picture")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyUiKnowsJavafx() {
    onlyIn("ui", "there is a command line without it, and the rest is tested without a window")
        .accept("javafx..");
  }

  @Test
  void onlySyscallMakesNativeCalls() {
    onlyIn("syscall", "one press is one system call, and this is the only way out")
        .accept("java.lang.foreign..");
  }

  @Test
  void onlyJsonKnowsTheJsonLibrary() {
    onlyIn("json", "an event has one written form").accept("tools.jackson..");
  }

  private static Consumer<String> onlyIn(String room, String reason) {
    return library ->
        noClasses()
            .that(not(resideInAPackage(ROOT + "." + room + "..")))
            .should()
            .dependOnClassesThat(resideInAPackage(library))
            .because(reason)
            .check(CLASSES);
  }

  @Test
  void theEntryTouchesTheWindowThroughOneClass() {
    Set<String> touched =
        CLASSES.stream()
            .filter(type -> type.getPackageName().equals(ROOT))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .filter(resideInAPackage(ROOT + ".ui.."))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertThat(touched)
        .as("the command line must start without loading JavaFX")
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void oneClassCarriesEventsToTheJavafxThread() {
    Set<String> callers =
        CLASSES.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(HouseTest::isRunLater)
            .map(call -> call.getOriginOwner().getName())
            .collect(Collectors.toSet());
    assertThat(callers)
        .as("events reach the window in batches, by one way")
        .hasSizeLessThanOrEqualTo(1);
  }

  private static boolean isRunLater(JavaMethodCall call) {
    return call.getTargetOwner().getName().equals("javafx.application.Platform")
        && call.getName().equals("runLater");
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Common)")
        .orShould()
        .haveNameMatching(".*[.$]I[A-Z][a-z].*")
        .because("a name that says nothing attracts what belongs nowhere")
        .check(CLASSES);
  }

  @Test
  void noTwoClassesShareTheirSimpleName() {
    Map<String, Set<String>> places = new TreeMap<>();
    CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        // Gives way to the package constant.
        .filter(type -> !type.getFullName().equals(ROOT + ".syscall.Constants"))
        .forEach(type ->
            places
                .computeIfAbsent(type.getSimpleName(), _ -> new TreeSet<>())
                .add(type.getPackageName()));
    places.values().removeIf(packages -> packages.size() == 1);
    assertThat(places).as("a name that two classes have says too little of either").isEmpty();
  }

  @Test
  void classesAreCalledWhatTheFieldCallsThem() {
    Set<String> called =
        CLASSES.stream()
            // Its programs are still written with words of its own.
            .filter(not(resideInAPackage(ROOT + ".code")))
            .map(JavaClass::getSimpleName)
            .filter(PRIVATE_WORDS::contains)
            .collect(Collectors.toSet());
    assertThat(called).as("who knows sockets has no other language to learn").isEmpty();
  }
}
