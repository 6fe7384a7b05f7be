package socketscope.ui.packet;

import java.util.Locale;

/** What a layer is to the eye: one kind, one colour. */
enum Tint {
  APPLICATION,
  TCP,
  UDP,
  ICMP,
  IP,
  LINK,
  UNREAD;

  String styleClass() {
    return "layer-" + name().toLowerCase(Locale.ROOT);
  }
}
