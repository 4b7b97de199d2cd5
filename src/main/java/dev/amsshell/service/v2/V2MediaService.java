package dev.amsshell.service.v2;

import dev.amsshell.job.Asset;
import dev.amsshell.job.Capacity;
import dev.amsshell.job.Change;
import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.Task;
import dev.amsshell.query.Condition;
import dev.amsshell.query.Entities;
import dev.amsshell.query.Entity;
import dev.amsshell.query.Plan;
import dev.amsshell.query.Selection;
import dev.amsshell.service.AccessRefused;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.NoSuchJob;
import dev.amsshell.service.RequestRefused;
import dev.amsshell.service.UnexpectedAnswer;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.HttpTransport;
import java.time.Clock;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Jobs of an Azure Media Services account over its v2 REST API. */
public final class V2MediaService implements MediaService {
  private static final EntitySet<Capacity> RESERVED_UNITS =
      new EntitySet<>(
          new Entity<>("reserved units", Capacity.class, List.of(), Capacity::kind),
          "EncodingReservedUnitTypes",
          Map.of(),
          AssetDecoder::capacity);

  private final HttpTransport transport;
  private final String apiVersion;
  private final Wire wire;
  private final EntitySets sets;
  private final Workers workers;
  private final SelectionReader selections;
  private final Consumer<String> notices;

  /**
   * @param transport the way to the API root
   * @param apiVersion sent as {@code x-ms-version}
   * @param clock tells when a snapshot was read
   * @param notices told, in a line each, what a person may want to know while it happens
   */
  public V2MediaService(
      HttpTransport transport, String apiVersion, Clock clock, Consumer<String> notices) {
    this(transport, apiVersion, new EntitySets(clock), new Workers(), notices);
  }

  private V2MediaService(
      HttpTransport transport,
      String apiVersion,
      EntitySets sets,
      Workers workers,
      Consumer<String> notices) {
    this.transport = transport;
    this.apiVersion = apiVersion;
    this.sets = sets;
    this.workers = workers;
    this.notices = notices;
    this.wire = new Wire(transport, apiVersion, notices);
    this.selections = new SelectionReader(wire, sets, workers, notices);
  }

  @Override
  public MediaService telling(Consumer<String> notices) {
    return new V2MediaService(transport, apiVersion, sets, workers, notices);
  }

  @Override
  public int rowsAtATime() {
    return Pages.LARGEST;
  }

  @Override
  public JobId parseId(String text) {
    return JobIds.parse(text);
  }

  /** Asks by filter, as the official client refreshes a job: no such job is an empty list (5.1). */
  @Override
  public Optional<Job> find(JobId id) {
    EntitySet<Job> jobs = sets.of(Entities.JOBS);
    Request byId = new Request(jobs.path(), "Id eq " + Literals.string(id.text()), "", 0, 1);
    Optional<Job> job = wire.page(() -> wire.get(byId.path()), jobs).rows().stream().findFirst();
    if (job.isPresent() && !job.get().id().equalsIgnoreCase(id.text())) {
      // somebody in between ignores the filter; another job's state would be a lie
      throw Trust.ignored("$filter", "it gives job %s instead of %s".formatted(job.get().id(), id));
    }
    return job;
  }

  @Override
  public List<Task> tasks(JobId id) {
    return related(id, "Tasks", Entities.TASKS);
  }

  @Override
  public List<Asset> inputs(JobId id) {
    return related(id, "InputMediaAssets", Entities.ASSETS);
  }

  @Override
  public List<Asset> outputs(JobId id) {
    return related(id, "OutputMediaAssets", Entities.ASSETS);
  }

  @Override
  public <T> Iterator<T> list(Selection<T> selection) {
    return selections.rows(selection);
  }

  @Override
  public long count(Selection<?> selection) {
    return selections.count(selection);
  }

  @Override
  public Plan plan(Selection<?> selection) {
    return selections.plan(selection);
  }

  @Override
  public Iterator<Job> withTasks(Iterator<Job> jobs) {
    return new TaskReads(jobs, id -> tasksOfListed(new JobId(id)), workers, notices);
  }

  @Override
  public Optional<String> obstacle(Change change, Job job) {
    return Rules.obstacle(change, job);
  }

  @Override
  public Optional<Job> change(JobId id, Change change) {
    return new Changes(this, wire, notices, id, change).make();
  }

  /** A single row (wire sheet 4.4); what an account without the right to it says is no failure. */
  @Override
  public Optional<Capacity> capacity() {
    try {
      return wire.page(() -> wire.get(RESERVED_UNITS.path()), RESERVED_UNITS).rows().stream()
          .findFirst();
    } catch (AccessRefused | RequestRefused | UnexpectedAnswer e) {
      return Optional.empty();
    }
  }

  @Override
  public String describe() {
    return transport.endpoint().toString();
  }

  @Override
  public void close() {
    workers.close();
  }

  /** That a job has gone is believed only if the service no longer lists it. */
  private List<Task> tasksOfListed(JobId id) {
    try {
      return tasks(id);
    } catch (NoSuchJob e) {
      if (find(id).isEmpty()) {
        throw e;
      }
      throw new UnexpectedAnswer(
          "%s lists job %s, but says that it has no tasks (404)".formatted(describe(), id),
          "Is the endpoint the root of an AMS v2 API, and nothing in between that changes paths?",
          e);
    }
  }

  /**
   * What a job leads to (wire sheet 5.1); so few that only a service with next links divides them.
   */
  private <T> List<T> related(JobId id, String what, Entity<T> entity) {
    EntitySet<T> set = sets.of(entity);
    String path = "Jobs(" + UrlText.encode(Literals.string(id.text())) + ")/" + what;
    Pages.Source<T> source =
        wire.source(set, (skip, top) -> found(path, id), new Trust(Condition.TRUE, List.of()));
    int most = Pages.LARGEST;
    return List.copyOf(Pages.whole(source.read(0, most), source, most, new HashSet<>()));
  }

  private Answer found(String path, JobId id) {
    Answer answer = wire.ask(path);
    if (answer.status() == 404) {
      throw new NoSuchJob(id, describe());
    }
    wire.check(answer);
    return answer;
  }
}
