package dev.amsshell.sandbox.api;

import dev.amsshell.sandbox.http.Answer;
import dev.amsshell.sandbox.http.BatchAnswer;
import dev.amsshell.sandbox.http.BatchAnswer.Reply;
import dev.amsshell.sandbox.http.BatchRequest.Change;
import dev.amsshell.sandbox.http.Refusal;
import dev.amsshell.sandbox.http.Request;
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
    Change failing = changes.isEmpty() ? null : changes.get(0);
    try {
      requireOneEntity(changes);
      if (changes.size() == 1 && !changes.get(0).request().method().equals("POST")) {
        Answer answer = api.answer(changes.get(0).request());
        return new BatchAnswer.ChangeSet(List.of(new Reply(changes.get(0).contentId(), answer)));
      }
      return create(changes);
    } catch (Refusal refusal) {
      Request request = failing == null ? null : failing.request();
      return new BatchAnswer.ChangeSet(
          List.of(
              new Reply(
                  failing == null ? null : failing.contentId(), creation.error(request, refusal))));
    }
  }

  private static void requireOneEntity(List<Change> changes) {
    if (changes.isEmpty()) {
      throw Refusal.badRequest("The change set is empty.");
    }
    for (Change change : changes.subList(1, changes.size())) {
      if (!change.request().path().startsWith("$")) {
        throw new Refusal(
            501, "This sandbox takes one entity and its parts in a change set, not several.");
      }
    }
  }

  private BatchAnswer.ChangeSet create(List<Change> changes) {
    Change first = changes.get(0);
    Map<String, List<Change>> parts = new LinkedHashMap<>();
    for (Change change : changes.subList(1, changes.size())) {
      parts.computeIfAbsent(navigation(first, change), name -> new ArrayList<>()).add(change);
    }
    Map<String, List<Entry>> inline = new LinkedHashMap<>();
    parts.forEach(
        (navigation, of) ->
            inline.put(
                navigation,
                of.stream().map(part -> creation.part(navigation, part.request())).toList()));
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
    String[] reference = part.request().path().substring(1).split("/+", 2);
    if (!reference[0].equals(first.contentId())) {
      throw Refusal.badRequest(
          "The reference $" + reference[0] + " names no request of the change set before it.");
    }
    if (reference.length < 2 || !part.request().method().equals("POST")) {
      throw Refusal.badRequest("A part is added by POST to $" + reference[0] + "/<navigation>.");
    }
    return reference[1].replace("()", "");
  }
}
