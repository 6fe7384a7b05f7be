package socketscope.ui.pane;

import java.util.List;
import java.util.Optional;
import socketscope.event.NotationException;
import socketscope.event.Parameter;
import socketscope.lab.RefusedCallException;
import socketscope.lab.RefusedCallException.ProgramNotRunningException;
import socketscope.lab.RefusedCallException.RefusedAddressException;
import socketscope.lab.RefusedCallException.RefusedDescriptorException;
import socketscope.lab.RefusedCallException.RefusedDeviceException;
import socketscope.lab.RefusedCallException.RefusedRequestException;
import socketscope.lab.RefusedCallException.RefusedRouteException;
import socketscope.ui.wording.Words;

/** Why a call was not made, for people. */
final class Refusal {

  private Refusal() {}

  static String of(NotationException fault, Words words) {
    return words.get("refusal." + fault.reason(), fault.detail());
  }

  static String of(RefusedCallException refused, Words words) {
    return switch (refused) {
      case RefusedAddressException address ->
          words.get(
              address.untied() ? "refusal.untied" : "refusal.address",
              address.address().toString());
      case RefusedDeviceException _ -> words.get("refusal.device");
      case RefusedRouteException _ -> words.get("refusal.route");
      case RefusedRequestException request ->
          words.get(request.alone() ? "refusal.shared" : "refusal.never", request.what());
      case RefusedDescriptorException own ->
          words.get("refusal.descriptor", String.valueOf(own.descriptor()));
      case ProgramNotRunningException program -> words.get("refusal.program", program.program());
      case RefusedCallException other -> words.get("refusal.other", other.getMessage());
    };
  }

  /** The field that the fault is in. */
  static Optional<ArgumentField> fieldAtFault(NotationException fault, List<ArgumentField> fields) {
    Parameter.Kind kind =
        switch (fault.reason()) {
          case DESCRIPTOR -> Parameter.Kind.DESCRIPTOR;
          case NUMBER -> Parameter.Kind.NUMBER;
          case ADDRESS -> Parameter.Kind.ADDRESS;
          case DATA, ESCAPE -> Parameter.Kind.DATA;
          case SEQUENCE -> Parameter.Kind.SEQUENCE;
          case STRUCTURE -> Parameter.Kind.STRUCTURE;
          case CONSTANT, UNKNOWN_CONSTANT, FUNCTION, ARGUMENTS, POINTER -> Parameter.Kind.CONSTANT;
        };
    List<ArgumentField> candidates =
        fields.stream().filter(field -> field.parameter().kind() == kind).toList();
    return candidates.stream()
        .filter(field -> field.getText().strip().equals(fault.detail()))
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }
}
