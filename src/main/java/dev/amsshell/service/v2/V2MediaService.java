package dev.amsshell.service.v2;

import dev.amsshell.job.Job;
import dev.amsshell.job.JobId;
import dev.amsshell.job.Task;
import dev.amsshell.service.MediaService;
import dev.amsshell.service.NoSuchJob;
import dev.amsshell.transport.Answer;
import dev.amsshell.transport.Header;
import dev.amsshell.transport.HttpTransport;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Jobs of an Azure Media Services account over its v2 REST API. */
public final class V2MediaService implements MediaService {
  private final HttpTransport transport;
  private final List<Header> headers;
  private final JobDecoder decoder;

  /**
   * @param transport the way to the API root
   * @param apiVersion sent as {@code x-ms-version}
   * @param clock tells when a snapshot was read
   */
  public V2MediaService(HttpTransport transport, String apiVersion, Clock clock) {
    this.transport = transport;
    this.decoder = new JobDecoder(clock);
    // as the official .NET client sends them (wire sheet 2)
    this.headers =
        List.of(
            new Header("DataServiceVersion", "1.0;NetFx"),
            new Header("MaxDataServiceVersion", "3.0;NetFx"),
            new Header("Accept", "application/json"),
            new Header("Accept-Charset", "UTF-8"),
            new Header("x-ms-version", apiVersion));
  }

  @Override
  public JobId parseId(String text) {
    return JobIds.parse(text);
  }

  /** Asks by filter, as the official client refreshes a job: no such job is an empty list (5.1). */
  @Override
  public Optional<Job> find(JobId id) {
    Answer answer = get("Jobs()?$filter=Id%20eq%20" + Literals.string(id.text()) + "&$top=1");
    Refusals.check(answer);
    Optional<Job> job = Payload.rows(answer).stream().findFirst().map(decoder::job);
    if (job.isPresent() && !job.get().id().equalsIgnoreCase(id.text())) {
      // somebody in between ignores the filter; another job's state would be a lie
      throw Payload.unexpected(answer, "another job, '" + job.get().id() + "',", null);
    }
    return job;
  }

  @Override
  public List<Task> tasks(JobId id) {
    Answer answer = get("Jobs(" + Literals.string(id.text()) + ")/Tasks");
    if (answer.status() == 404) {
      throw new NoSuchJob(id, describe());
    }
    Refusals.check(answer);
    return Payload.rows(answer).stream().map(TaskDecoder::task).toList();
  }

  @Override
  public String describe() {
    return transport.endpoint().toString();
  }

  @Override
  public void close() {
    transport.close();
  }

  private Answer get(String pathAndQuery) {
    return transport.get(pathAndQuery, headers);
  }
}
