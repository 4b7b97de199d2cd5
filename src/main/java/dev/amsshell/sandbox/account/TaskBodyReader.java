package dev.amsshell.sandbox.account;

import dev.amsshell.sandbox.account.TaskBody.Input;
import dev.amsshell.sandbox.account.TaskBody.Output;
import dev.amsshell.sandbox.http.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the task body that a client wrote (wire sheet 6.4). */
final class TaskBodyReader {

  private static final Pattern REFERENCE =
      Pattern.compile("(JobInputAsset|JobOutputAsset)\\((\\d{1,4})\\)");

  /** Encrypted unless told otherwise (wire sheet 6.4). */
  private static final int STORAGE_ENCRYPTED = 1;

  private final String jobName;
  private final Supplier<String> ids;
  private final List<Input> inputs = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Map<String, String> attributes = Map.of();
  private int depth;

  TaskBodyReader(String jobName, Supplier<String> ids) {
    this.jobName = jobName;
    this.ids = ids;
  }

  TaskBody read(String xml) {
    if (xml == null || xml.isBlank()) {
      throw Refusal.badRequest("The property 'TaskBody' of a task is required.");
    }
    try {
      // from text and not from bytes: its prolog may say utf-16
      SafeXml.read(xml.strip(), this::take);
    } catch (XMLStreamException e) {
      throw Wiring.invalid(
          "it is no well-formed XML at line %d, column %d"
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
    }
    if (outputs.isEmpty()) {
      throw Wiring.invalid("a task has at least one outputAsset");
    }
    return new TaskBody(List.copyOf(inputs), List.copyOf(outputs));
  }

  private void take(XMLStreamReader xml) {
    switch (xml.getEventType()) {
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        requirePlace(xml.getLocalName());
        attributes = attributes(xml);
        text.setLength(0);
      }
      case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
      case XMLStreamConstants.END_ELEMENT -> {
        if (depth-- == 2) {
          add(xml.getLocalName());
        }
      }
      default -> {
        // comments and the like
      }
    }
  }

  private void requirePlace(String name) {
    boolean right =
        depth == 1 && name.equals("taskBody")
            || depth == 2 && (name.equals("inputAsset") || name.equals("outputAsset"));
    if (!right) {
      throw Wiring.invalid("the element '" + name + "' is not expected there");
    }
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes;
  }

  private void add(String element) {
    Matcher reference = REFERENCE.matcher(text.toString().strip());
    if (!reference.matches()) {
      throw Wiring.invalid(
          "'" + text.toString().strip() + "' is neither JobInputAsset(n) nor JobOutputAsset(n)");
    }
    boolean produced = reference.group(1).equals("JobOutputAsset");
    int index = Integer.parseInt(reference.group(2));
    if (element.equals("inputAsset")) {
      inputs.add(new Input(produced, index));
    } else if (produced) {
      outputs.add(output(index));
    } else {
      throw Wiring.invalid("an outputAsset is a JobOutputAsset(n)");
    }
  }

  private Output output(int index) {
    Asset.requireStorage(attributes.getOrDefault("storageAccountName", ""));
    String otherwise = "JobOutputAsset(" + index + ")_" + (jobName == null ? "" : jobName);
    String name = attributes.getOrDefault("assetName", "");
    return new Output(
        index,
        ids.get(),
        name.isEmpty() ? otherwise : name,
        flag("assetCreationOptions", STORAGE_ENCRYPTED),
        flag("assetFormatOption", 0),
        Asset.STORAGE);
  }

  private int flag(String attribute, int otherwise) {
    String value = attributes.getOrDefault(attribute, String.valueOf(otherwise));
    if (!value.equals("0") && !value.equals("1")) {
      throw Wiring.invalid(attribute + " is 0 or 1, not '" + value + "'");
    }
    return Integer.parseInt(value);
  }
}
