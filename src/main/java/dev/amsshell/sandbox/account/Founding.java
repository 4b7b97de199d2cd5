package dev.amsshell.sandbox.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What an account holds from the start. */
final class Founding {

  private static final List<JobState> ACTIVE =
      List.of(JobState.QUEUED, JobState.SCHEDULED, JobState.PROCESSING, JobState.CANCELING);

  /** Every so many jobs have an input asset that was deleted since. */
  private static final int DELETED_INPUT = 25;

  private final List<Job> jobs = new ArrayList<>();
  private final List<Asset> assets = new ArrayList<>();

  Founding(AccountSetup setup, Random random, Pace pace, Instant start) {
    JobMaker maker = new JobMaker(random, pace);
    jobs.add(ExampleJob.at(start, pace));
    for (int i = 0; i < setup.pastJobs(); i++) {
      Job job = maker.past(start);
      jobs.add(i == setup.pastJobs() / 2 ? job.withoutName() : job);
    }
    for (JobState state : ACTIVE) {
      for (int i = 0; i < setup.activeJobs().getOrDefault(state, 0); i++) {
        jobs.add(maker.active(state, i % 4 == 3, start));
      }
    }
    for (PlantedJobs wanted : setup.planted()) {
      for (int number = 1; number <= wanted.count(); number++) {
        jobs.add(maker.planted(wanted, number, start));
      }
    }
    for (int i = 0; i < jobs.size(); i++) {
      List<Asset> ofJob = assetsOf(jobs.get(i));
      assets.addAll(
          i % DELETED_INPUT == DELETED_INPUT - 1 ? ofJob.subList(1, ofJob.size()) : ofJob);
    }
    assets.sort(Comparator.comparing(Asset::created).thenComparing(Asset::id));
  }

  List<Job> jobs() {
    return jobs;
  }

  /** In the order of their creation. */
  List<Asset> assets() {
    return assets;
  }

  /** What a job reads, which was there a minute before it, and then what its tasks write. */
  static List<Asset> assetsOf(Job job) {
    Instant created = job.timeline().created();
    String input = job.inputAssets().get(0);
    String video = Titles.videoIn(job.tasks().get(0).body().outputs().get(0).name());
    List<Asset> assets = new ArrayList<>();
    assets.add(Asset.made(input, video, null, Asset.Content.SOURCE, created.minusSeconds(60)));
    for (Task task : job.tasks()) {
      boolean failed = task.timeline().outcome() == JobState.ERROR;
      boolean finished = task.timeline().outcome() == JobState.FINISHED;
      Asset.Content content = finished ? Asset.Content.ENCODED : Asset.Content.NOTHING;
      for (TaskBody.Output output : task.body().outputs()) {
        if (!failed) {
          assets.add(Asset.made(output.assetId(), output.name(), input, content, created));
        }
      }
    }
    return assets;
  }
}
