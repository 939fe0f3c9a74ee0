// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ringmaster.dialer.sheet.Workbook;

/** Verbs about lists of leads. */
final class ListVerbs {
  private static final String FILE = "FILE";
  private static final String LIST = "LIST";
  private static final String KIND = "KIND";
  private static final int HEAD_BYTES = 1 << 16;
  private static final long LOOK_MILLIS = 250;
  private static final int LOOKS_PER_LINE = 8;
  private static final double PERCENT = 100;
  private static final Map<String, String> VALUES =
      Map.of(
          "--campaign", "campaign",
          "--region", "region",
          "--map", "map",
          "--zone", "zone",
          "--delimiter", "delimiter",
          "--encoding", "encoding",
          "--sheet", "sheet",
          "--unique", "unique",
          "--not-called-for", "notCalledFor");
  private static final Map<String, String> SWITCHES =
      Map.of(
          "--do-not-call", "doNotCall",
          "--zeros-lost", "zerosLost",
          "--dry-run", "dryRun",
          "--again", "again");

  private static final Verb.Option SHEET =
      new Verb.Option(
          "--sheet", "NAME", "Which sheet of a spreadsheet; the first that is shown without it.");

  private ListVerbs() {}

  static List<Verb> all() {
    return List.of(
        Verb.of(
                "list import",
                "Loads a CSV, TSV or XLSX file as leads of a campaign, or as numbers that are not called;"
                    + " shows what became of each row.",
                ListVerbs::load,
                Verb.Parameter.must(FILE, "The file."))
            .with(
                new Verb.Option("--campaign", "NAME", "Whose leads they are."),
                new Verb.Option("--region", "REGION", "Where numbers without + are, such as DE."),
                new Verb.Option(
                    "--map",
                    "COLUMNS",
                    "What columns are: number=mobile,number=phone,name=customer,zone=tz,postalcode=zip;"
                        + " others are field or ignore. Remembered for files with the same header."),
                new Verb.Option(
                    "--zone", "ZONE", "Where leads are of whom neither column nor number tells."),
                new Verb.Option("--delimiter", "SIGN", "What stands between cells, or tab."),
                new Verb.Option("--encoding", "NAME", "UTF-8, windows-1252 ..."),
                SHEET,
                new Verb.Option(
                    "--do-not-call", "", "Its numbers are not called, by the campaign or by none."),
                new Verb.Option(
                    "--unique",
                    "AMONG",
                    "Whose numbers are duplicates: those of the file, of the campaign (as without"
                        + " it), or of the system, that is of all campaigns."),
                new Verb.Option(
                    "--not-called-for",
                    "DAYS",
                    "Leaves out numbers that any campaign has dialled within so many days."),
                new Verb.Option(
                    "--zeros-lost",
                    "",
                    "National numbers, and postal codes, stand without their leading zeros."),
                new Verb.Option("--dry-run", "", "Only counts."),
                new Verb.Option("--again", "", "Loads it though the same file is loaded already.")),
        Verb.of(
                "list preview",
                "Shows how a file would be read: delimiter, encoding, columns, first rows.",
                ListVerbs::preview,
                Verb.Parameter.must(FILE, "The file."))
            .with(SHEET),
        Verb.of(
            "list show",
            "Shows all lists, or what became of the rows of one.",
            ListVerbs::show,
            Verb.Parameter.may(LIST, "The list's id.")),
        Verb.of(
            "list undo",
            "Takes a list back that nobody was called from yet.",
            ListVerbs::undo,
            Verb.Parameter.must(LIST, "The list's id.")),
        Verb.of(
            "list rejects",
            "Prints the rejected rows of a kind as CSV, with row, line and reason.",
            ListVerbs::rejects,
            Verb.Parameter.must(LIST, "The list's id."),
            Verb.Parameter.must(
                KIND,
                "The kind, as `list show LIST` prints it, numbers-left-out or postal-codes-unknown.")));
  }

  private static int load(Invocation call) throws Failure {
    Path file = readable(call.word(FILE));
    List<String> query = new ArrayList<>();
    query.add("name=" + Platform.part(String.valueOf(file.getFileName())));
    VALUES.forEach(
        (option, name) ->
            call.optional(option).ifPresent(it -> query.add(name + "=" + Platform.part(it))));
    SWITCHES.forEach(
        (option, name) -> {
          if (call.flag(option)) {
            query.add(name + "=true");
          }
        });
    query.sort(null);
    return follow(call, call.platform().upload("/api/lists?" + String.join("&", query), file));
  }

  /** Shows how an import goes on, until it is over, and what came of it. */
  static int follow(Invocation call, JsonNode begun) throws Failure {
    JsonNode job = begun;
    Platform platform = call.platform();
    String route = "/api/imports/" + Platform.part(Shown.text(job, "id"));
    for (int looks = 1; !isOver(job); looks++) {
      pause();
      job = platform.get(route);
      if (!call.json() && looks % LOOKS_PER_LINE == 0 && !isOver(job)) {
        call.terminal().line(progress(job));
      }
    }
    if (call.json()) {
      call.terminal().json(job);
    } else {
      ledger(call, job.path("ledger"));
    }
    if (!Shown.text(job, "state").equals("done")) {
      throw Failure.of(Shown.text(job, "why"));
    }
    if (!call.json()) {
      String list = Shown.text(job, "list");
      call.terminal().line(list.isEmpty() ? "Nothing was loaded: a dry run." : "List " + list);
    }
    return ExitCode.OK;
  }

  private static boolean isOver(JsonNode job) {
    String state = Shown.text(job, "state");
    return state.equals("done") || state.equals("refused") || state.equals("unanswered");
  }

  private static void pause() throws Failure {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of("interrupted; the import goes on");
    }
  }

  private static String progress(JsonNode job) {
    double share = job.path("bytes").asDouble() / Math.max(1, job.path("totalBytes").asDouble());
    return String.format(
        Locale.ROOT,
        "%3.0f %%  %d rows, %d loaded",
        share * PERCENT,
        job.path("rows").asLong(),
        job.path("loaded").asLong());
  }

  private static Path readable(String name) throws Failure {
    Path file = Path.of(name);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Failure.of("cannot read " + file);
    }
    return file;
  }

  private static void ledger(Invocation call, JsonNode ledger) {
    if (ledger.isMissingNode()) {
      return;
    }
    Table table = new Table("What became of the rows", ">Rows", "Kind");
    table.add("loaded", Shown.text(ledger, "loaded"), "");
    for (JsonNode kind : ledger.path("kinds")) {
      table.add(Shown.text(kind, "why"), Shown.text(kind, "rows"), Shown.text(kind, "kind"));
    }
    table.add("all", Shown.text(ledger, "rows"), "");
    call.terminal().lines(table.lines());
    long leftOut = ledger.path("numbersLeftOut").asLong();
    if (leftOut > 0) {
      call.terminal().line(leftOut + " numbers of loaded leads were left out (numbers-left-out)");
    }
    long unknown = ledger.path("postalCodesUnknown").asLong();
    if (unknown > 0) {
      call.terminal()
          .line(
              unknown
                  + " loaded leads have a postal code that the table does not have"
                  + " (postal-codes-unknown)");
    }
  }

  /** The beginning of a file, or of the CSV that a sheet of it is: it cannot be cut off itself. */
  private static byte[] head(Invocation call, Path file) throws Failure {
    String sheet = call.optional("--sheet").orElse(null);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      if (Workbook.isPacked(head)) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (Workbook book = Workbook.open(file)) {
          return book.head(sheet, HEAD_BYTES, folder);
        }
      } else if (sheet != null) {
        throw Failure.of("'--sheet' is said of a file that is no spreadsheet (XLSX)");
      }
      return head;
    } catch (IllegalArgumentException e) {
      throw Failure.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Failure.of("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static int preview(Invocation call) throws Failure {
    Path file = readable(call.word(FILE));
    JsonNode guess = call.platform().postBytes("/api/lists/preview", head(call, file));
    if (call.json()) {
      call.terminal().json(guess);
      return ExitCode.OK;
    }
    JsonNode mapping = guess.path("mapping");
    Terminal terminal = call.terminal();
    terminal.line(
        "delimiter "
            + Shown.text(mapping, "delimiter")
            + ", encoding "
            + Shown.text(mapping, "encoding")
            + (mapping.path("header").asBoolean() ? ", with a header" : ", no header"));
    Table table = new Table(">No", "Column", "Use", "First rows");
    JsonNode columns = mapping.path("columns");
    for (int i = 0; i < columns.size(); i++) {
      JsonNode column = columns.path(i);
      List<String> cells = new ArrayList<>();
      for (JsonNode row : guess.path("sample")) {
        if (cells.size() < 3) {
          cells.add(row.path(i).asText());
        }
      }
      int order = column.path("order").asInt();
      table.add(
          Integer.toString(i + 1),
          Shown.text(column, "name"),
          Shown.text(column, "use") + (order > 0 ? " " + order : ""),
          String.join(" | ", cells));
    }
    terminal.lines(table.lines());
    String why = Shown.text(guess, "why");
    if (!why.isEmpty()) {
      terminal.line(why);
    }
    return ExitCode.OK;
  }

  private static int show(Invocation call) throws Failure {
    boolean one = call.optional(LIST).isPresent();
    JsonNode answer =
        call.platform().get(one ? "/api/lists/" + Platform.part(call.word(LIST)) : "/api/lists");
    if (call.json()) {
      call.terminal().json(answer);
      return ExitCode.OK;
    }
    Table table = new Table("List", "Use", "Campaign", ">Leads", "Called", "Loaded", "By", "File");
    if (one) {
      row(table, answer);
    } else {
      answer.path("lists").forEach(list -> row(table, list));
    }
    call.terminal().lines(table.lines());
    if (one) {
      call.terminal().line("");
      ledger(call, answer.path("ledger"));
    } else {
      call.terminal().line(table.size() + (table.size() == 1 ? " list" : " lists"));
    }
    return ExitCode.OK;
  }

  private static void row(Table table, JsonNode list) {
    table.add(
        Shown.text(list, "id"),
        Shown.text(list, "use"),
        Shown.text(list, "campaign"),
        list.path("missing").asBoolean() ? "missing" : Shown.text(list, "leads"),
        list.path("called").asBoolean() ? "yes" : "no",
        Shown.moment(list, "loadedAtMillis"),
        Shown.text(list, "author"),
        Shown.text(list, "fileName"));
  }

  private static int undo(Invocation call) throws Failure {
    JsonNode answer =
        call.platform().post("/api/lists/" + Platform.part(call.word(LIST)) + "/undo", Map.of());
    if (call.json()) {
      call.terminal().json(answer);
    } else {
      call.terminal().line(Shown.text(answer, "done"));
    }
    return ExitCode.OK;
  }

  private static int rejects(Invocation call) throws Failure {
    try (InputStream in =
        call.platform().stream(
            "/api/lists/"
                + Platform.part(call.word(LIST))
                + "/rejects/"
                + Platform.part(call.word(KIND)))) {
      in.transferTo(call.terminal().out());
      call.terminal().out().flush();
    } catch (IOException e) {
      throw Failure.of("it was cut off: " + e.getMessage());
    }
    return ExitCode.OK;
  }
}
