package socketscope.ui.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import socketscope.diagram.Filter;
import socketscope.event.Event;
import socketscope.event.Role;
import socketscope.event.SocketId;
import socketscope.status.ForeignStatuses;
import socketscope.status.ProgramStatus;
import socketscope.status.SocketStatus;
import socketscope.ui.model.Recording;
import socketscope.ui.wording.Words;

/** Which rows the diagram shows, as items of a menu. */
public final class FilterItems {

  private final ObjectProperty<Filter> filter;
  private final Recording recording;
  private final Words words;
  private final Mnemonics mnemonics;

  /** Items that change that filter. */
  public FilterItems(ObjectProperty<Filter> filter, Recording recording, Words words) {
    this.filter = filter;
    this.recording = recording;
    this.words = words;
    this.mnemonics = new Mnemonics(words);
  }

  /** The items as they are now. */
  public List<MenuItem> items() {
    Filter now = filter.get();
    List<MenuItem> items = new ArrayList<>();
    items.add(check("filter.acks", now.hidesAcks(), now.hidingAcks(!now.hidesAcks())));
    items.add(check("filter.probes", now.hidesProbes(), now.hidingProbes(!now.hidesProbes())));
    items.add(check("filter.repeats", now.collapses(), now.collapsing(!now.collapses())));
    items.add(new SeparatorMenuItem());
    ToggleGroup sockets = new ToggleGroup();
    items.add(socket(mnemonics.name("filter.all"), null, sockets));
    for (ProgramStatus program : recording.statusProperty().get().programs()) {
      for (SocketStatus socket : program.sockets()) {
        items.add(socket(name(program, socket), socket.id(), sockets));
      }
    }
    List<Event> shown = recording.shownProperty().get();
    for (ProgramStatus program : foreign(shown)) {
      for (SocketStatus socket : program.sockets()) {
        items.add(socket(socket.local() + " → " + socket.peer(), socket.id(), sockets));
      }
    }
    items.add(new SeparatorMenuItem());
    MenuItem none = new MenuItem(mnemonics.name("filter.none"));
    none.setDisable(now.equals(Filter.NONE));
    none.setOnAction(_ -> filter.set(Filter.NONE));
    items.add(none);
    return items;
  }

  /** Of conversations that were only seen from outside, that side which began them. */
  private List<ProgramStatus> foreign(List<Event> shown) {
    return ForeignStatuses.of(shown, recording.folds().states(shown.size())).stream()
        .filter(program -> program.role() == Role.CLIENT)
        .toList();
  }

  private String name(ProgramStatus program, SocketStatus socket) {
    String ends =
        socket.local() == null
            ? ""
            : socket.peer() == null
                ? " · " + socket.local()
                : " · " + socket.local() + " → " + socket.peer();
    return words.get("filter.socket", program.name(), socket.descriptor()) + ends;
  }

  private MenuItem check(String key, boolean selected, Filter next) {
    CheckMenuItem item = new CheckMenuItem(mnemonics.name(key));
    item.setId(key);
    item.setSelected(selected);
    item.setOnAction(_ -> filter.set(next));
    return item;
  }

  private MenuItem socket(String name, @Nullable SocketId socket, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setMnemonicParsing(socket == null); // a program is called as it is called
    item.setToggleGroup(group);
    item.setSelected(Objects.equals(socket, filter.get().only()));
    item.setOnAction(_ -> filter.set(filter.get().only(socket)));
    return item;
  }
}
