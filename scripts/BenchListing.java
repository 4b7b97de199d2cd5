import com.microsoft.windowsazure.Configuration;
import com.microsoft.windowsazure.services.media.MediaConfiguration;
import com.microsoft.windowsazure.services.media.MediaContract;
import com.microsoft.windowsazure.services.media.MediaService;
import com.microsoft.windowsazure.services.media.authentication.AzureAdAccessToken;
import com.microsoft.windowsazure.services.media.models.Job;
import com.microsoft.windowsazure.services.media.models.JobInfo;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/** The other clients of bench-listing: they print the id of each job, page after page. */
final class BenchListing {
  private static final int PAGE = 1000;
  private static final String ROOT = System.getenv("AMS_ENDPOINT");
  private static final String TOKEN = System.getenv("AMS_TOKEN");

  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    if (args[0].equals("sdk")) {
      sdk(out);
    } else {
      bare(out);
    }
    out.flush();
  }

  /** Without the work of parsing: an id is what follows its name. */
  private static void bare(PrintStream out) throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String member = "\"Id\":\"";
    for (int skip = 0, rows = PAGE; rows == PAGE; skip += PAGE) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(ROOT + "Jobs?$skip=" + skip + "&$top=" + PAGE))
              .header("Authorization", "Bearer " + TOKEN)
              .header("x-ms-version", "2.19")
              .header("Accept", "application/json")
              .build();
      String page = http.send(request, BodyHandlers.ofString()).body();
      rows = 0;
      for (int at = page.indexOf(member); at >= 0; at = page.indexOf(member, at + 1)) {
        int from = at + member.length();
        out.println(page.substring(from, page.indexOf('"', from)));
        rows++;
      }
      out.flush();
    }
  }

  private static void sdk(PrintStream out) throws Exception {
    MediaContract service =
        MediaService.create(
            MediaConfiguration.configureWithAzureAdTokenProvider(
                new Configuration(), URI.create(ROOT), () -> new AzureAdAccessToken(TOKEN, new Date())));
    List<JobInfo> page;
    int skip = 0;
    do {
      page =
          service.list(Job.list().setTop(PAGE).set("$skip", String.valueOf(skip)));
      page.forEach(job -> out.println(job.getId()));
      out.flush();
      skip += PAGE;
    } while (page.size() == PAGE);
  }
}
