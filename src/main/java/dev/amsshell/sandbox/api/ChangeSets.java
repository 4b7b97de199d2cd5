package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.BatchAnswer;
import dev.amsshell.sandbox.http.BatchAnswer.Reply;
import dev.amsshell.sandbox.http.BatchRequest.Change;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Service;
import dev.amsshell.sandbox.odata.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries out change sets, all of it or nothing. So that this can be promised, a change set holds
 * one change, or one new entity followed by the parts of it: a job and its tasks.
 */
final class ChangeSets {

  private final Service api;
  private final Creation creation;

  /**
   * @param api answers a change that stands by itself
   */
  ChangeSets(Service api, Creation creation) {
    this.api = api;
    this.creation = creation;
  }

  /**
   * A failed change set is answered by its first error, within the form of a change set: the
   * official Java client reads no other (wire sheet 5.5).
   */
  BatchAnswer.ChangeSet run(List<Change> changes) {
    if (changes.isEmpty()) {
      throw Refusal.badRequest("A change set of the batch is empty.");
    }
    Change first = changes.get(0);
    try {
      if (changes.size() == 1 && Verb.of(first.request()) != Verb.CREATE) {
        return new BatchAnswer.ChangeSet(
            List.of(new Reply(first.contentId(), api.answer(first.request()))));
      }
      return create(first, changes.subList(1, changes.size()));
    } catch (FailedPart part) {
      return failed(part.change, part.refusal);
    } catch (Refusal refusal) {
      return failed(first, refusal);
    }
  }

  private BatchAnswer.ChangeSet failed(Change change, Refusal refusal) {
    Answer error = creation.error(change.request(), refusal);
    return new BatchAnswer.ChangeSet(List.of(new Reply(change.contentId(), error)));
  }

  private BatchAnswer.ChangeSet create(Change first, List<Change> changes) {
    Map<String, List<Change>> parts = new LinkedHashMap<>();
    Map<String, List<Entry>> inline = new LinkedHashMap<>();
    for (Change change : changes) {
      try {
        String navigation = navigation(first, change);
        parts.computeIfAbsent(navigation, name -> new ArrayList<>()).add(change);
        inline
            .computeIfAbsent(navigation, name -> new ArrayList<>())
            .add(creation.part(navigation, change.request()));
      } catch (Refusal refusal) {
        throw new FailedPart(change, refusal);
      }
    }
    Creation.Created created = creation.whole(first.request(), inline);
    List<Reply> replies = new ArrayList<>();
    replies.add(new Reply(first.contentId(), created.answer()));
    parts.forEach(
        (navigation, of) -> {
          for (int i = 0; i < of.size(); i++) {
            Change part = of.get(i);
            replies.add(
                new Reply(
                    part.contentId(), creation.partAnswer(created, navigation, i, part.request())));
          }
        });
    return new BatchAnswer.ChangeSet(replies);
  }

  /** The {@code Tasks} of {@code $1/Tasks}. */
  private static String navigation(Change first, Change part) {
    if (!part.request().path().startsWith("$")) {
      throw new Refusal(
          501, "This sandbox takes one entity and its parts in a change set, not several.");
    }
    String[] reference = part.request().path().substring(1).split("/+", 2);
    if (!reference[0].equals(first.contentId())) {
      throw Refusal.badRequest(
          "The reference $" + reference[0] + " names no request of the change set before it.");
    }
    if (reference.length < 2 || Verb.of(part.request()) != Verb.CREATE) {
      throw Refusal.badRequest("A part is added by POST to $" + reference[0] + "/<navigation>.");
    }
    return reference[1].replace("()", "");
  }

  /** That the request of a part, and not that of the whole, was refused. */
  private static final class FailedPart extends RuntimeException {
    private final Change change;
    private final Refusal refusal;

    FailedPart(Change change, Refusal refusal) {
      super(refusal);
      this.change = change;
      this.refusal = refusal;
    }
  }
}
