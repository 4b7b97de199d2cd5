import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The client of bench-sandbox, bare on purpose: it finds its endpoint and token in the environment. */
final class BenchSandbox {

  private static final int PAGE = 1000;
  private static final int WARM_UPS = 10;
  private static final int RUNS = 20;
  private static final int CONNECTIONS = 8;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root = System.getenv("AMS_ENDPOINT");
  private final String token = System.getenv("AMS_TOKEN");

  public static void main(String[] args) throws Exception {
    BenchSandbox bench = new BenchSandbox();
    if (args[0].equals("queries")) {
      bench.pages();
      bench.queries();
    } else {
      bench.load(Integer.parseInt(args[1]));
    }
  }

  /** All of the list, one page after another; twice, since the first time everything is cold. */
  private void pages() throws IOException, InterruptedException {
    for (String round : List.of("first", "second")) {
      Instant start = Instant.now();
      long bytes = 0;
      int jobs = 0;
      int rows;
      do {
        String page = get("Jobs?$skip=" + jobs + "&$top=" + PAGE);
        rows = ids(page).size();
        jobs += rows;
        bytes += page.length();
      } while (rows == PAGE);
      row(
          "all %,d jobs in pages of %,d, the %s time".formatted(jobs, PAGE, round),
          "%.2f s".formatted(millis(start) / 1000));
      row("  characters", "%,.1f million".formatted(bytes / 1e6));
    }
  }

  private void queries() throws IOException, InterruptedException {
    Instant lastWeek = Instant.now().minus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
    String id = ids(get("Jobs?$skip=100&$top=1")).get(0);
    row("median of " + RUNS, "");
    median("count of all jobs", "Jobs/$count");
    median("count by state", count("State eq 4"));
    median("count by part of the name", count("substringof('Encoding',Name)"));
    median(
        "count by all sorts of things",
        count(
            "(State eq 3 or State eq 4) and Created gt datetime'"
                + lastWeek
                + "' and not substringof('retry',Name) and (Priority gt 0 or length(Name) gt 20)"));
    median("one job by key", "Jobs('" + id + "')");
    median("one job by a filter on its id", filter("Jobs", "Id eq '" + id + "'") + "&$top=1");
    median("the 100 newest by $orderby", "Jobs?$orderby=Created%20desc&$top=100");
    median("100 tasks by state", filter("Tasks", "State eq 4") + "&$top=100");
    median("count of tasks by state", filter("Tasks/$count", "State eq 4"));
  }

  private void median(String label, String path) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      get(path);
    }
    double[] times = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      Instant start = Instant.now();
      get(path);
      times[i] = millis(start);
    }
    Arrays.sort(times);
    row("  " + label, "%.1f ms".formatted(times[RUNS / 2]));
  }

  /** Mostly what a watch of many jobs asks; seldom what goes through the whole account. */
  private void load(int requests) throws Exception {
    List<String> jobs = ids(get("Jobs?$top=" + PAGE));
    Instant start = Instant.now();
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    List<Future<Void>> clients = new ArrayList<>();
    for (int seed = 0; seed < CONNECTIONS; seed++) {
      Random random = new Random(seed);
      Callable<Void> client =
          () -> {
            for (int i = 0; i < requests / CONNECTIONS; i++) {
              get(mixed(jobs.get(random.nextInt(jobs.size())), random));
            }
            return null;
          };
      clients.add(threads.submit(client));
    }
    for (Future<Void> client : clients) {
      client.get();
    }
    threads.shutdown();
    double seconds = millis(start) / 1000;
    row(
        "%,d mixed requests on %d connections".formatted(requests, CONNECTIONS),
        "%,.0f / s".formatted(requests / seconds));
  }

  private static String mixed(String id, Random random) {
    int share = random.nextInt(200);
    if (share < 60) {
      return "Jobs('" + id + "')";
    }
    if (share < 100) {
      return "Jobs('" + id + "')/State";
    }
    if (share < 140) {
      return "Jobs('" + id + "')/Tasks";
    }
    if (share < 199) {
      return "Jobs?$skip=" + random.nextInt(200) + "&$top=10";
    }
    return count("State eq " + random.nextInt(7));
  }

  private static String count(String filter) {
    return filter("Jobs/$count", filter);
  }

  private static String filter(String set, String filter) {
    String encoded = URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
    return set + "?$filter=" + encoded;
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Authorization", "Bearer " + token)
            .header("x-ms-version", "2.19")
            .header("Accept", path.contains("$count") ? "*/*" : "application/json")
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " was answered with " + response.statusCode());
    }
    return response.body();
  }

  /** The ids of the entities in minimal JSON, without the work of parsing it. */
  private static List<String> ids(String page) {
    String member = "\"Id\":\"";
    List<String> ids = new ArrayList<>();
    for (int at = page.indexOf(member); at >= 0; at = page.indexOf(member, at + 1)) {
      int from = at + member.length();
      ids.add(page.substring(from, page.indexOf('"', from)));
    }
    return ids;
  }

  private static double millis(Instant start) {
    return Duration.between(start, Instant.now()).toNanos() / 1e6;
  }

  private static void row(String label, String value) {
    System.out.printf("%-50s %14s%n", label, value);
  }
}
