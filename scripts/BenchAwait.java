import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The old tools' way to wait, and the table of what each way took, for bench-await. */
final class BenchAwait {
  private static final long INTERVAL_MILLIS = 2500;
  private static final int AT_A_TIME = 64;
  private static final String ROOT = System.getenv("AMS_ENDPOINT");
  private static final String TOKEN = System.getenv("AMS_TOKEN");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public static void main(String[] args) throws Exception {
    if (args[0].equals("poll")) {
      poll();
    } else {
      table(List.of(args).subList(1, args.length));
    }
  }

  /** Each job is asked for by itself, again and again, until it is over. */
  private static void poll() throws Exception {
    List<String> ids = members(get("Jobs?$filter=State%20lt%203&$top=1000"), "Id");
    CountDownLatch open = new CountDownLatch(ids.size());
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_A_TIME);
    for (String id : ids) {
      threads.execute(() -> ask(id, threads, open));
    }
    open.await();
    threads.shutdown();
  }

  private static void ask(String id, ScheduledExecutorService threads, CountDownLatch open) {
    try {
      String job = get("Jobs('" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "')");
      if (job.contains("\"EndTime\":\"")) {
        Instant now = Instant.now();
        LocalDateTime ended = LocalDateTime.parse(members(job, "EndTime").get(0));
        System.out.println(id + " " + ended.toInstant(ZoneOffset.UTC) + " " + now);
        open.countDown();
        return;
      }
      threads.schedule(() -> ask(id, threads, open), INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (IOException | InterruptedException | RuntimeException e) {
      System.err.println(e);
      System.exit(1);
    }
  }

  private static String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ROOT + path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("x-ms-version", "2.19")
            .header("Accept", "application/json")
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  /** Without the work of parsing: a value is what follows its name. */
  private static List<String> members(String json, String name) {
    return Pattern.compile("\"" + name + "\":\"([^\"]*)\"")
        .matcher(json)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /**
   * A line of the sandbox's log.
   *
   * @param began when the request came, give or take a millisecond
   */
  private record Asked(String path, long bytes, Instant began, Instant ended) {
    private static final Pattern LINE =
        Pattern.compile("(\\S+) GET /api/(.*) \\S+ (\\d+) bytes (\\d+) ms");

    static List<Asked> in(Path log) throws IOException {
      List<Asked> all = new ArrayList<>();
      for (String line : Files.readAllLines(log)) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
          Instant ended = Instant.parse(parts.group(1));
          Instant began = ended.minusMillis(Long.parseLong(parts.group(4)));
          all.add(new Asked(parts.group(2), Long.parseLong(parts.group(3)), began, ended));
        }
      }
      all.sort(Comparator.comparing(Asked::began));
      return all;
    }

    boolean isForTasks() {
      return path.contains("/Tasks");
    }

    boolean isCount() {
      return path.contains("$count");
    }

    boolean isForOne() {
      return path.startsWith("Jobs('") && !isForTasks();
    }

    boolean isList() {
      return !isForTasks() && !isCount() && !isForOne();
    }
  }

  /**
   * What one way took.
   *
   * @param looks the requests that came close upon one another; the first ones resolve the query
   * @param delays from the end of each job until that was known, in milliseconds
   */
  private record Way(String name, List<Asked> asked, List<List<Asked>> looks, List<Long> delays) {
    /** Between two looks there is more time than this, and less between the requests of one. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    static Way of(String name, String files) throws IOException {
      List<Asked> asked = Asked.in(Path.of(files + ".log"));
      List<Long> delays = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of(files + ".ends"))) {
        String[] parts = line.split(" ");
        delays.add(Duration.between(Instant.parse(parts[1]), Instant.parse(parts[2])).toMillis());
      }
      return new Way(name, asked, looks(asked), delays);
    }

    private static List<List<Asked>> looks(List<Asked> asked) {
      List<List<Asked>> looks = new ArrayList<>();
      Instant quiet = Instant.MIN;
      for (Asked each : asked) {
        if (looks.isEmpty() || each.began().isAfter(quiet.plus(PAUSE))) {
          looks.add(new ArrayList<>());
        }
        looks.get(looks.size() - 1).add(each);
        quiet = each.ended().isAfter(quiet) ? each.ended() : quiet;
      }
      return looks;
    }

    boolean hasLooks() {
      return asked.stream().noneMatch(Asked::isForOne);
    }

    long lists(List<Asked> some) {
      return some.stream().filter(Asked::isList).count();
    }

    double meanInterval() {
      Instant first = looks.get(0).get(0).began();
      Instant last = looks.get(looks.size() - 1).get(0).began();
      return (double) Duration.between(first, last).toMillis() / (looks.size() - 1);
    }

    double meanDelay() {
      return delays.stream().mapToLong(delay -> delay).average().orElse(0);
    }

    double worstDelay() {
      return delays.stream().mapToLong(delay -> delay).max().orElse(0);
    }

    String ofLooks(Function<Way, String> figure) {
      return hasLooks() ? figure.apply(this) : "-";
    }
  }

  private static void table(List<String> namesAndFiles) throws IOException {
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < namesAndFiles.size(); i += 2) {
      ways.add(Way.of(namesAndFiles.get(i), namesAndFiles.get(i + 1)));
    }
    row(ways, "1000 jobs", Way::name);
    row(ways, "ends seen", way -> "" + way.delays().size());
    row(ways, "requests", way -> "" + way.asked().size());
    row(ways, "  of single jobs", way -> count(way, Asked::isForOne));
    row(ways, "  lists", way -> count(way, Asked::isList));
    row(ways, "  counts", way -> count(way, Asked::isCount));
    row(ways, "  tasks of a job", way -> count(way, Asked::isForTasks));
    row(ways, "bytes", way -> megabytes(way, asked -> true));
    row(ways, "  without tasks", way -> megabytes(way, asked -> !asked.isForTasks()));
    row(ways, "looks", way -> way.ofLooks(each -> "" + each.looks().size()));
    row(ways, "from look to look, mean", way -> way.ofLooks(BenchAwait::interval));
    row(ways, "lists in the first look", way -> way.ofLooks(BenchAwait::firstLists));
    row(ways, "lists per later look, mean", way -> way.ofLooks(BenchAwait::meanLists));
    row(ways, "lists per later look, most", way -> way.ofLooks(BenchAwait::mostLists));
    row(ways, "from end to verdict, mean", way -> seconds(way.meanDelay()));
    row(ways, "from end to verdict, worst", way -> seconds(way.worstDelay()));
  }

  private static String interval(Way way) {
    return seconds(way.meanInterval());
  }

  private static String firstLists(Way way) {
    return "" + way.lists(way.looks().get(0));
  }

  private static String meanLists(Way way) {
    double lists = later(way).stream().mapToLong(way::lists).average().orElse(0);
    return String.format(Locale.ROOT, "%.2f", lists);
  }

  private static String mostLists(Way way) {
    return "" + later(way).stream().mapToLong(way::lists).max().orElse(0);
  }

  private static List<List<Asked>> later(Way way) {
    return way.looks().subList(1, way.looks().size());
  }

  private static String count(Way way, Predicate<Asked> kind) {
    return "" + way.asked().stream().filter(kind).count();
  }

  private static String megabytes(Way way, Predicate<Asked> kind) {
    long bytes = way.asked().stream().filter(kind).mapToLong(Asked::bytes).sum();
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1e3);
  }

  private static void row(List<Way> ways, String label, Function<Way, String> figure) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-30s", label));
    ways.forEach(way -> line.append(String.format(Locale.ROOT, " %16s", figure.apply(way))));
    System.out.println(line);
  }
}
