package socketscope.lab;

import socketscope.event.CallBlocked;
import socketscope.event.CallQueued;
import socketscope.event.CallReturned;
import socketscope.event.CallStarted;
import socketscope.event.CaptureEvent;
import socketscope.event.ConnectionForgotten;
import socketscope.event.ConnectionObserved;
import socketscope.event.Event;
import socketscope.event.ExperimentStarted;
import socketscope.event.ForeignEvent;
import socketscope.event.NoteWritten;
import socketscope.event.PacketInferred;
import socketscope.event.ProgramContinued;
import socketscope.event.ProgramEnded;
import socketscope.event.ProgramStarted;
import socketscope.event.ProgramStopped;
import socketscope.event.ServiceEnded;
import socketscope.event.ServiceStarted;
import socketscope.event.SignalSent;
import socketscope.event.SocketObserved;
import socketscope.event.StepChecked;
import socketscope.event.StepFailed;
import socketscope.event.SynSaved;

/** From whom an event can come. What somebody else says is nobody's word, and is not taken. */
final class EventOrigin {

  private EventOrigin() {}

  /** Whether that program can tell of it: of what it does itself, and of its own children. */
  static boolean program(String name, Event event) {
    return switch (event) {
      case ProgramStarted started ->
          started.parent() == null
              ? started.program().equals(name)
              : started.parent().program().equals(name) && isChild(name, started.program());
      case ProgramEnded ended -> isChild(name, ended.program());
      case CallStarted _,
          CallQueued _,
          CallReturned _,
          SocketObserved _,
          SynSaved _,
          ServiceStarted _,
          ServiceEnded _ ->
          event.program().equals(name);
      case ExperimentStarted _,
          CallBlocked _,
          ProgramStopped _,
          ProgramContinued _,
          SignalSent _,
          CaptureEvent _,
          ForeignEvent _,
          ConnectionObserved _,
          ConnectionForgotten _,
          NoteWritten _,
          PacketInferred _,
          StepChecked _,
          StepFailed _ ->
          false;
    };
  }

  /** As {@link Children} names them. */
  private static boolean isChild(String parent, String child) {
    return child.startsWith(parent + ".");
  }

  /** Whether the capture can tell of it. */
  static boolean capture(Event event) {
    return event instanceof CaptureEvent;
  }
}
