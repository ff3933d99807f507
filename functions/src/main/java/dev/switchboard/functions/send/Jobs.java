package dev.switchboard.functions.send;

import dev.switchboard.OwnerId;
import dev.switchboard.send.PurposeId;
import dev.switchboard.send.Purposes;
import dev.switchboard.send.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The purposes of all jobs: each is asked in turn whose one is, and the answer holds for good.
public final class Jobs implements Purposes {

  private static final int MOST_KEPT = 10_000;

  private final List<Job> jobs;
  private final Map<PurposeId, Job> known = new ConcurrentHashMap<>();

  /// @param jobs the most frequent first
  public Jobs(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  @Override
  public Standing standing(OwnerId owner, PurposeId purpose) {
    return job(owner, purpose).flatMap(job -> job.known(owner, purpose)).orElseGet(Jobs::gone);
  }

  @Override
  public Standing standing(Send send) {
    return job(send)
        .filter(job -> job.known(send.owner(), send.id().purpose()).isPresent())
        .map(job -> job.standing(send))
        .orElseGet(Jobs::gone);
  }

  private static Standing gone() {
    return new Standing.Over("what it was for is not there any more");
  }

  @Override
  public void changed(PurposeId purpose) {
    jobs.forEach(job -> job.changed(purpose));
  }

  @Override
  public void settled(OwnerId owner, PurposeId purpose) {
    job(owner, purpose).ifPresent(job -> job.settled(owner, purpose));
  }

  @Override
  public void unwritten(OwnerId owner, PurposeId purpose, Duration since) {
    job(owner, purpose).ifPresent(job -> job.unwritten(owner, purpose, since));
  }

  @Override
  public void responded(Send send, String kind, Instant at) {
    tell(send, job -> job.responded(send, kind, at));
  }

  @Override
  public void replied(Send send, String words, Instant at) {
    tell(send, job -> job.replied(send, words, at));
  }

  @Override
  public void refused(Send send, String source, Instant at) {
    tell(send, job -> job.refused(send, source, at));
  }

  private void tell(Send send, Consumer<Job> what) {
    job(send).ifPresent(what);
  }

  private Optional<Job> job(Send send) {
    return job(send.owner(), send.id().purpose());
  }

  private Optional<Job> job(OwnerId owner, PurposeId purpose) {
    var found = Optional.ofNullable(known.get(purpose));
    if (found.isPresent()) return found;
    var asked = jobs.stream().filter(job -> job.known(owner, purpose).isPresent()).findFirst();
    if (known.size() > MOST_KEPT) known.clear();
    asked.ifPresent(job -> known.put(purpose, job));
    return asked;
  }
}
