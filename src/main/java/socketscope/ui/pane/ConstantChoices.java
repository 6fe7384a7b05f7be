package socketscope.ui.pane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import socketscope.constant.Constant;
import socketscope.constant.ConstantSet;
import socketscope.constant.Constants;
import socketscope.event.Function;
import socketscope.event.Parameter;
import socketscope.ui.pane.Choice.ChoiceGroup;

/**
 * All constants that an argument may have, beyond those that are offered with a word about each: in
 * menus of their own, since they are many.
 */
final class ConstantChoices {

  /** More than that in one menu are put into one below it. */
  private static final int FEW = 8;

  /** The levels whose options are offered; those of others can be typed. */
  private static final List<String> LEVELS =
      List.of(
          "SOL_SOCKET",
          "IPPROTO_TCP",
          "IPPROTO_UDP",
          "IPPROTO_IP",
          "IPPROTO_IPV6",
          "SOL_RAW",
          "SOL_ICMPV6",
          "SOL_PACKET",
          "SOL_NETLINK");

  private static final Constants CONSTANTS = Constants.local();

  private ConstantChoices() {}

  /** The constants of a parameter's set that are not offered yet; no group where there are none. */
  static List<ChoiceGroup> rest(Parameter parameter, List<ChoiceGroup> offered) {
    ConstantSet set = parameter.constants();
    if (set == null) {
      return List.of();
    }
    Set<String> there = new HashSet<>();
    offered.forEach(group -> group.choices().forEach(choice -> there.add(choice.shown())));
    List<Choice> choices = new ArrayList<>();
    for (Constant constant : distinct(CONSTANTS.all(set))) {
      if (!there.contains(constant.text())) {
        boolean joins = set.isFlag(constant);
        choices.add(choice(parameter.name(), constant.text(), joins));
      }
    }
    if (choices.isEmpty()) {
      return List.of();
    }
    return List.of(
        there.isEmpty() && choices.size() <= FEW
            ? new ChoiceGroup("", choices)
            : ChoiceGroup.folded("choices.rest", choices));
  }

  private static Choice choice(String parameter, String text, boolean joins) {
    Choice.Way way = joins ? Choice.Way.JOINS : Choice.Way.REPLACES;
    return new Choice(text, "", "", Map.of(parameter, text), way);
  }

  /** Of several names for one number, the first. */
  private static List<Constant> distinct(List<Constant> constants) {
    return constants.stream().distinct().toList();
  }

  /** All options of the levels, each with a value that has its form. */
  static List<ChoiceGroup> options(Function function) {
    boolean sets = function == Function.SETSOCKOPT;
    List<ChoiceGroup> groups = new ArrayList<>();
    for (String level : LEVELS) {
      List<Choice> choices =
          CONSTANTS.number(level).stream()
              .boxed()
              .flatMap(number -> distinct(CONSTANTS.options(number)).stream())
              .map(option -> option(level, option, sets))
              .toList();
      if (!choices.isEmpty()) {
        groups.add(ChoiceGroup.folded("level." + level, choices));
      }
    }
    return groups;
  }

  private static Choice option(String level, Constant option, boolean sets) {
    Map<String, String> names = Map.of("level", level, "optname", option.text());
    if (!sets) {
      return new Choice(option.text(), "", "", names, Choice.Way.REPLACES);
    }
    String value = CONSTANTS.optionForm(option.level(), option.number()).sample().toString();
    Map<String, String> all = Map.of("level", level, "optname", option.text(), "optval", value);
    return new Choice(option.text(), "", shortened(value), all, Choice.Way.REPLACES);
  }

  private static String shortened(String value) {
    return value.length() > 60 ? value.substring(0, 59) + "…" : value;
  }
}
