package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * The one account a sandbox serves. It lives by the times it is told; they may stand still but
 * never run backwards for it.
 */
public final class Account {

  /** How many jobs an account may hold (wire sheet 7.3). */
  public static final int MOST_JOBS = 50_000;

  /** How many tasks a job may have (wire sheet 6.4). */
  public static final int MOST_TASKS = 30;

  /** The GUID of the job of the documents, which is always there. */
  public static final String EXAMPLE = "f3c43f94-327f-2347-90bb-3bf79f8559f1";

  /** How many assets an account may hold (wire sheet 7.3). */
  private static final int MOST_ASSETS = 1_000_000;

  /** After this time the record of a job is purged (wire sheet 4.1). */
  public static final Duration RETENTION = Duration.ofDays(90);

  private static final int MOST_RESERVED_UNITS = 25;

  private final AccountSetup setup;
  private final Agenda agenda = new Agenda();
  private final JobTable jobs;
  private final AssetTable assets;
  private final Workload workload;
  private final JobMaker arrivals;
  private final Submissions submissions;
  private final EndPointTable endPoints;
  private final List<JobTemplate> templates;
  private ReservedUnits units;
  private Instant now;

  /**
   * @param speed how many times faster than in real life jobs do their work
   */
  public Account(AccountSetup setup, long seed, double speed, Instant start) {
    this.setup = setup;
    this.jobs = new JobTable(setup.listing());
    this.assets = new AssetTable(setup.listing());
    this.now = start.truncatedTo(ChronoUnit.MILLIS);
    Pace pace = new Pace(speed);
    // A generator for each purpose: what a client does must not change what is drawn elsewhere.
    SplittableRandom seeds = new SplittableRandom(seed);
    Founding founding = new Founding(setup, new Random(seeds.nextLong()), pace, now);
    String accountId = WireId.randomGuid(new Random(seeds.nextLong()));
    int most = Math.max(MOST_RESERVED_UNITS, setup.reservedUnits());
    units = new ReservedUnits(accountId, 1, most, setup.reservedUnits());
    workload = new Workload(jobs, assets, agenda, pace, setup.reservedUnits());
    arrivals = new JobMaker(new Random(seeds.nextLong()), pace);
    endPoints = new EndPointTable(now, new Random(seeds.nextLong()));
    templates = JobTemplates.at(now);
    submissions =
        new Submissions(assets, endPoints, templates, setup.fates(), new Random(seeds.nextLong()));
    jobs.addAll(founding.jobs());
    founding.assets().forEach(assets::put);
    founding.jobs().forEach(job -> begin(job, now));
    workload.grantUnits(now);
    scheduleArrival(now);
  }

  /** The account as it is at that instant. */
  public synchronized Snapshot at(Instant instant) {
    advance(instant);
    return new Snapshot(now, jobs.listed(), assets.listed());
  }

  /** The job of that id. */
  public synchronized Optional<Job> job(String id) {
    return jobs.find(id);
  }

  /** The asset of that id, unless it was deleted. */
  public synchronized Optional<Asset> asset(String id) {
    return assets.find(id);
  }

  /** The files in an asset. */
  public synchronized List<AssetFile> files(Asset asset) {
    return assets.files(asset);
  }

  /** The file of that id. */
  public synchronized Optional<AssetFile> file(String id) {
    return assets.findFile(id);
  }

  /** The notification end points. */
  public EndPointTable endPoints() {
    return endPoints;
  }

  /** The job templates. */
  public List<JobTemplate> templates() {
    return templates;
  }

  /** How many tasks are processed at a time. */
  public synchronized ReservedUnits reservedUnits() {
    return units;
  }

  /**
   * Takes in a job.
   *
   * @throws Refusal as wire sheet 6.4, 7.2 and 7.3 have it
   */
  public synchronized Job submit(NewJob wanted, Instant instant) {
    advance(instant);
    if (jobs.size() >= MOST_JOBS) {
      throw new Refusal(403, "The quota of " + MOST_JOBS + " jobs in this account is reached.");
    }
    requireRoomForAssets();
    Submissions.Accepted accepted = submissions.accept(wanted, now);
    accepted.outputs().forEach(assets::put);
    jobs.add(accepted.job());
    begin(accepted.job(), now);
    workload.dispatchLater(now);
    return jobs.find(accepted.job().id()).orElseThrow();
  }

  /**
   * Asks a job to stop.
   *
   * @throws Refusal when there is none or it is over or stopping already (wire sheet 6.1)
   */
  public synchronized void cancel(String id, Instant instant) {
    advance(instant);
    Job job = existing(id);
    JobState state = job.timeline().stateAt(now);
    if (state.isFinal() || state == JobState.CANCELING) {
      throw Refusal.badRequest("A job in state " + state.wireName() + " cannot be canceled.");
    }
    workload.cancel(job, now);
  }

  /**
   * Deletes a job and its tasks; assets stay.
   *
   * @throws Refusal when there is none or it is not over (wire sheet 6.2)
   */
  public synchronized void delete(String id, Instant instant) {
    advance(instant);
    Job job = existing(id);
    JobState state = job.timeline().stateAt(now);
    if (!state.isFinal()) {
      throw Refusal.badRequest(
          "A job in state %s cannot be deleted; it must be Finished, Error or Canceled."
              .formatted(state.wireName()));
    }
    jobs.remove(job);
  }

  /**
   * Moves a job in the queue.
   *
   * @throws Refusal when there is none or it is not in the queue any more (wire sheet 6.3)
   */
  public synchronized void changePriority(String id, int priority, Instant instant) {
    advance(instant);
    Job job = existing(id);
    if (job.timeline().stateAt(now) != JobState.QUEUED) {
      throw Refusal.badRequest("Job's priority can only be changed if the job is in Queued state.");
    }
    workload.changePriority(job, priority, now);
  }

  /** Adds an asset; it holds nothing yet. */
  public synchronized Asset createAsset(
      String name, String alternateId, int options, int formatOption, Instant instant) {
    advance(instant);
    requireRoomForAssets();
    Asset asset = submissions.asset(name, alternateId, options, formatOption, now);
    assets.put(asset);
    return asset;
  }

  /**
   * Gives an asset another name and alternate id.
   *
   * @param name makes the new name of the old one
   */
  public synchronized void renameAsset(
      String id, UnaryOperator<String> name, UnaryOperator<String> alternateId, Instant instant) {
    advance(instant);
    Asset asset = existingAsset(id);
    assets.put(
        asset.renamed(name.apply(asset.name()), alternateId.apply(asset.alternateId()), now));
  }

  /** Deletes an asset and its files; jobs that used it show a stub (wire sheet 4.4). */
  public synchronized void deleteAsset(String id, Instant instant) {
    advance(instant);
    assets.remove(existingAsset(id).id());
  }

  /**
   * Adds a file to an asset.
   *
   * @throws Refusal when there is no such asset, or it has a file of that name, or a second primary
   *     one (wire sheet 7.2)
   */
  public synchronized AssetFile createFile(
      String assetId, String name, long size, boolean primary, String mimeType, Instant instant) {
    advance(instant);
    Asset asset = existingAsset(assetId);
    for (AssetFile file : assets.files(asset)) {
      if (file.name().equals(name)) {
        throw new Refusal(409, "The asset has a file named '" + name + "' already.");
      }
      if (primary && file.primary()) {
        throw new Refusal(409, "The asset has a primary file already.");
      }
    }
    AssetFile file = submissions.file(assetId, name, size, primary, mimeType, now);
    assets.addFile(file);
    return file;
  }

  /**
   * Buys or gives back reserved units.
   *
   * @param newType makes the new type of the old one
   */
  public synchronized void changeUnits(
      IntUnaryOperator newType, IntUnaryOperator newCount, Instant instant) {
    advance(instant);
    int type = newType.applyAsInt(units.type());
    int count = newCount.applyAsInt(units.current());
    if (count < 0 || count > units.most() || type < 0 || type > 2) {
      throw Refusal.badRequest(
          "CurrentReservedUnits is a number from 0 to %d, ReservedUnitType one from 0 to 2."
              .formatted(units.most()));
    }
    units = new ReservedUnits(units.accountId(), type, units.most(), count);
    workload.setUnits(count, now);
  }

  private void advance(Instant instant) {
    if (instant.isAfter(now)) {
      agenda.runUntil(instant);
      now = instant;
      purge();
    }
  }

  private void requireRoomForAssets() {
    if (assets.size() >= MOST_ASSETS) {
      throw new Refusal(403, "The quota of " + MOST_ASSETS + " assets in this account is reached.");
    }
  }

  private void begin(Job job, Instant at) {
    workload.take(job, at);
    if (job.vanishes() != null) {
      agenda.add(job.vanishes(), when -> jobs.find(job.id()).ifPresent(gone -> drop(gone, when)));
    }
  }

  /** Records are purged by age; what still ran is dropped with them. */
  private void purge() {
    workload.drop(jobs.removeCreatedBefore(now.minus(RETENTION)), now);
  }

  private void drop(Job job, Instant at) {
    jobs.remove(job);
    workload.drop(List.of(job), at);
  }

  /** Jobs are drawn when their time has come, so an idle sandbox holds no future. */
  private void scheduleArrival(Instant after) {
    if (!setup.arrivals().isEmpty()) {
      agenda.add(after.plusMillis(arrivals.millisToNextArrival(setup.arrivals())), this::arrive);
    }
  }

  private void arrive(Instant at) {
    if (jobs.size() < MOST_JOBS && assets.size() < MOST_ASSETS) {
      Job job = arrivals.arriving(at, submissions);
      Founding.assetsOf(job).forEach(assets::put);
      jobs.add(job);
      begin(job, at);
      workload.grantUnits(at);
    }
    scheduleArrival(at);
  }

  private Job existing(String id) {
    return jobs.find(id).orElseThrow(() -> Refusal.noSuchResource("Jobs"));
  }

  private Asset existingAsset(String id) {
    return assets.find(id).orElseThrow(() -> Refusal.noSuchResource("Assets"));
  }
}
