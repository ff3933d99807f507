package dev.switchboard.local.machine.view;

import dev.switchboard.local.machine.definition.State;
import dev.switchboard.local.machine.execution.Snapshot;
import dev.switchboard.local.machine.execution.Waiting;
import dev.switchboard.local.machine.execution.Walk;
import dev.switchboard.local.machine.execution.WalkId;
import java.util.Set;
import java.util.TreeSet;

/// Where an execution is: paths of states like `Tell/0/Write`, the second part the branch of a
/// Parallel; the items of a Map share theirs.
public final class Places {
  private Places() {}

  /// Of an execution that ended badly, where it did; of one that ended well, none.
  public static Set<String> of(Snapshot snapshot) {
    var places = new TreeSet<String>();
    for (var walk : snapshot.walks().all())
      switch (walk.waiting()) {
        case Waiting.Ready _,
            Waiting.Until _,
            Waiting.Pause _,
            Waiting.Work _,
            Waiting.Children _ ->
            places.add(path(snapshot, walk));
        case Waiting.Queued _ when walk.visit().entered() > 0 -> places.add(path(snapshot, walk));
        case Waiting.Queued _, Waiting.Ended _, Waiting.Broken _ -> {
          // Not begun, or over.
        }
      }
    return places;
  }

  private static String path(Snapshot snapshot, Walk walk) {
    var id = walk.id().path();
    if (id.isEmpty()) return walk.state();
    var dot = id.lastIndexOf('.');
    var parent = new WalkId(dot < 0 ? "" : id.substring(0, dot));
    var around = snapshot.walks().walk(parent).orElseThrow();
    var branch =
        snapshot.state(around) instanceof State.Parallel ? id.substring(dot + 1) + "/" : "";
    return path(snapshot, around) + "/" + branch + walk.state();
  }
}
