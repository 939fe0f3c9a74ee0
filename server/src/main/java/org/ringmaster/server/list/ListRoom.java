// SPDX-License-Identifier: Apache-2.0
package org.ringmaster.server.list;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ringmaster.core.kernel.Answer;
import org.ringmaster.core.kernel.Input;
import org.ringmaster.dialer.board.ListBoard;
import org.ringmaster.dialer.list.ListId;
import org.ringmaster.dialer.list.ListInput;
import org.ringmaster.dialer.list.ListUse;
import org.ringmaster.dialer.list.LoadedList;
import org.ringmaster.dialer.list.RejectKind;
import org.ringmaster.dialer.load.ImportedList;
import org.ringmaster.dialer.load.LeadFolder;
import org.ringmaster.dialer.load.ListGuess;
import org.ringmaster.dialer.load.ListImport;
import org.ringmaster.dialer.load.ListMapping;
import org.ringmaster.dialer.load.MappingMemory;
import org.ringmaster.dialer.load.PostalZones;
import org.ringmaster.dialer.sheet.Workbook;
import org.ringmaster.dialer.store.Audience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports of lists: one is read at a time, beside everything else, and the kernel is asked to load
 * it when its segment is on the disk. Used by any thread.
 */
public final class ListRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ListRoom.class);
  private static final int MOST_JOBS = 100;
  private static final long PATIENCE_MILLIS = 30_000;

  private final LeadFolder leads;
  private final ListBoard board;
  private final MappingMemory memory;
  private final ImportMapping mappings;
  private final Duplicates duplicates;
  private final Supplier<@Nullable String> region;
  private final long patienceMillis;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<String, ImportJob> jobs = new LinkedHashMap<>();
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("list-import").daemon().factory());
  private volatile @Nullable BiFunction<Input, String, CompletableFuture<Answer>> kernel;

  private volatile JourneyRows.UpToNow journeys =
      () -> {
        throw new IllegalStateException("There is no journey store.");
      };

  private volatile Predicate<String> hoursByLaw = campaign -> false;
  private volatile PostalZones postalZones = PostalZones.NONE;
  private volatile RecentCalls recentCalls =
      days -> {
        throw new IllegalArgumentException("Who was called recently is not known here.");
      };

  /**
   * Imports into a folder.
   *
   * @param region where the platform is; null: not said
   */
  public ListRoom(LeadFolder leads, ListBoard board, Supplier<@Nullable String> region)
      throws IOException {
    this(leads, board, region, PATIENCE_MILLIS);
  }

  ListRoom(
      LeadFolder leads, ListBoard board, Supplier<@Nullable String> region, long patienceMillis)
      throws IOException {
    this.leads = leads;
    this.patienceMillis = patienceMillis;
    this.board = board;
    this.region = region;
    memory = new MappingMemory(leads.folder().resolve("mappings"));
    mappings = new ImportMapping(memory, region);
    duplicates = new Duplicates(board);
    leads.forgetUnfinished();
    missing().forEach(LOG::error);
  }

  static String missing(LoadedList list) {
    String what =
        list.use() != ListUse.DO_NOT_CALL
            ? "; nobody is called from it"
            : list.campaign().isEmpty()
                ? "; no campaign calls anybody, for it tells whom not to call"
                : "; campaign " + list.campaign() + " calls nobody, for it tells whom not to call";
    return "The leads of list "
        + list.list()
        + " ("
        + list.fileName()
        + ") are missing or damaged"
        + what
        + ". Put lists/"
        + list.sha256()
        + ".leads beside the journal back from a backup and start again.";
  }

  /** Lists whose leads cannot be read, each as a sentence with what to do; empty where all can. */
  public List<String> missing() {
    return board.rows().stream()
        .filter(row -> row.leads() == null && !row.list().retired())
        .map(row -> missing(row.list()))
        .toList();
  }

  /** Tells where requests go; before the first import. */
  public void meets(BiFunction<Input, String, CompletableFuture<Answer>> requests) {
    kernel = requests;
  }

  /** The lists that are loaded. */
  public ListBoard board() {
    return board;
  }

  /** Where the platform is, such as {@code DE}; null: not said. */
  public @Nullable String region() {
    return region.get();
  }

  /** A new empty file for what is being sent. */
  public Path spool() throws IOException {
    return Files.createTempFile(leads.folder(), "upload", ".tmp");
  }

  /** Makes sure that what is being sent takes nothing from the journal, see {@link LeadFolder}. */
  public void checkRoom() throws IOException {
    leads.checkRoom(0);
  }

  /** How a file that begins so would be read. */
  public ListGuess preview(byte[] head) throws IOException {
    boolean isPacked = Workbook.isPacked(head);
    ListGuess guess =
        isPacked
            ? ListGuess.of(sheetOf(head), region.get(), ImportMapping.AS_WRITTEN)
            : ListGuess.of(head, region.get());
    return new ListGuess(memory.recall(guess.mapping()), guess.sample());
  }

  /** The beginning of the first sheet, where the whole spreadsheet was sent. */
  private byte[] sheetOf(byte[] book) throws IOException {
    if (book.length >= ListGuess.HEAD_BYTES) {
      throw new IllegalArgumentException(
          "Only the beginning of this packed file was sent, and a spreadsheet cannot be read from"
              + " that: 'list preview' shows it, and a dry run what becomes of its rows.");
    }
    Path file = spool();
    try {
      Files.write(file, book);
      try (Workbook open = Workbook.open(file)) {
        return open.head(null, ListGuess.HEAD_BYTES, leads.folder());
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Begins to read what was sent; the file is deleted when that is over. */
  public ImportJob begin(Path sent, ImportPlan plan) throws IOException {
    ImportJob job = added(plan, Files.size(sent));
    reader.execute(() -> read(job, sent, null));
    return job;
  }

  /** Begins to load rows that nobody sends, such as those of an audience. */
  public ImportJob begin(RowSource source, ImportPlan plan) throws IOException {
    Path rows = spool();
    ImportJob job = added(plan, 0);
    reader.execute(() -> read(job, rows, source));
    return job;
  }

  /** People of whom the journey store tells, as rows. */
  public RowSource people(Audience audience) {
    return new JourneyRows(audience, journeys);
  }

  /** Tells where the journey store is; before the first list of an audience. */
  public void meetsJourneys(JourneyRows.UpToNow store) {
    journeys = store;
  }

  private ImportJob added(ImportPlan plan, long bytes) {
    ImportJob job = new ImportJob(Long.toString(lastId.incrementAndGet()), plan, bytes);
    synchronized (jobs) {
      jobs.put(job.id(), job);
      if (jobs.size() > MOST_JOBS) {
        jobs.remove(jobs.keySet().iterator().next());
      }
    }
    return job;
  }

  /**
   * Says which campaigns are held to hours by a law from here on: a lead of theirs may be where its
   * column says and where its numbers are.
   */
  public void heldToHours(Predicate<String> campaigns) {
    hoursByLaw = campaigns;
  }

  /** Says where postal codes are, from the next import on. */
  public void places(PostalZones postalCodes) {
    postalZones = postalCodes;
  }

  /** Says who knows whom campaigns have called; before the first import. */
  public void asksOfCalls(RecentCalls calls) {
    recentCalls = calls;
  }

  /** An import of this run of the platform, or null; the last hundred are kept. */
  public @Nullable ImportJob job(String id) {
    synchronized (jobs) {
      return jobs.get(id);
    }
  }

  /** The file with the rejected rows of a list; null where there is none of that kind. */
  public @Nullable Path rejects(LoadedList list, RejectKind kind) {
    return rejects(list, LeadFolder.rejectsFile(kind));
  }

  /** The file with the numbers that were left out of a list's leads; null where there are none. */
  public @Nullable Path leftOut(LoadedList list) {
    return rejects(list, LeadFolder.leftOutFile());
  }

  /** The file with the leads whose postal code the table did not have; null where none are. */
  public @Nullable Path unknownCodes(LoadedList list) {
    return rejects(list, LeadFolder.unknownCodesFile());
  }

  private @Nullable Path rejects(LoadedList list, String name) {
    Path file =
        leads
            .rejects(owner(list.use(), list.campaign()), list.sourceSha256(), list.sha256())
            .resolve(name);
    return Files.isRegularFile(file) ? file : null;
  }

  private static String owner(ListUse use, String campaign) {
    return use + " " + campaign;
  }

  /** The file itself, or the CSV that a sheet of it is; what was sent is deleted then. */
  private Path rows(ImportJob job, Path sent) throws IOException {
    String sheet = job.plan().sheet();
    if (!isPacked(sent)) {
      if (sheet != null) {
        throw new IllegalArgumentException(
            "A sheet is said of a file that is no spreadsheet (XLSX).");
      }
      return sent;
    }
    Path rows = spool();
    try (Workbook book = Workbook.open(sent);
        OutputStream to = Files.newOutputStream(rows)) {
      book.write(sheet, to, leads.folder(), this::mayGoOn);
    } catch (IOException | RuntimeException | Error e) {
      delete(rows);
      throw e;
    }
    delete(sent);
    job.unpacked(Files.size(rows));
    return rows;
  }

  /** Writes the rows of a source; how they are read is known. */
  private ListMapping made(ImportJob job, Path into, RowSource source) throws IOException {
    ImportPlan plan = job.plan();
    ListMapping mapping = mappings.of(plan, source.columns());
    long rows;
    try (OutputStream to = Files.newOutputStream(into)) {
      rows = source.write(to, this::mayGoOn);
    }
    if (rows == 0 && !plan.dryRun()) {
      throw new IllegalArgumentException(
          "Nobody is in '" + plan.fileName() + "': nothing was loaded.");
    }
    job.unpacked(Files.size(into));
    return mapping;
  }

  private void mayGoOn() throws IOException {
    leads.checkRoom(0);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the platform stops");
    }
  }

  private static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Workbook.isPacked(in.readNBytes(Integer.BYTES));
    }
  }

  private void read(ImportJob job, Path sent, @Nullable RowSource source) {
    Path rows = sent;
    try {
      ImportPlan plan = job.plan();
      ListMapping mapping;
      if (source == null) {
        rows = rows(job, sent);
        boolean isSheet = !rows.equals(sent);
        mapping = mappings.of(plan, rows, isSheet, !postalZones.isEmpty());
      } else {
        mapping = made(job, sent, source);
      }
      // Where somebody is matters only to those who call them.
      ListMapping used = plan.use() == ListUse.DO_NOT_CALL ? mapping.withoutZoneColumns() : mapping;
      ListImport made =
          new ListImport(
              used,
              leads,
              duplicates.of(plan, recentCalls),
              owner(plan.use(), plan.campaign()),
              hoursByLaw.test(plan.campaign()),
              plan.use() == ListUse.DO_NOT_CALL,
              plan.use() == ListUse.DO_NOT_CALL ? PostalZones.NONE : postalZones);
      job.reads(used, made);
      ImportedList result;
      try (InputStream in = Files.newInputStream(rows)) {
        result = plan.dryRun() ? made.dryRun(in) : made.run(in);
      }
      job.counted(result.ledger());
      LOG.info(
          "read {} rows of a list, {} of them loaded",
          result.ledger().rows(),
          result.ledger().loaded());
      if (plan.dryRun()) {
        job.done("");
      } else {
        load(job, mapping, result);
      }
    } catch (IllegalArgumentException e) {
      job.refused(Objects.requireNonNullElse(e.getMessage(), "It cannot be read so."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      job.refused("The platform stops.");
    } catch (InterruptedIOException e) {
      job.refused("The platform stops.");
    } catch (OutOfMemoryError e) {
      LOG.error("an import needs more memory than there is", e);
      job.refused(
          "There is not enough memory for so many numbers: give the platform more, or cut the file"
              + " in two.");
    } catch (Exception e) {
      LOG.error("an import failed", e);
      job.refused("It failed: " + e.getMessage());
    } finally {
      delete(sent);
      delete(rows);
    }
  }

  private static void delete(Path sent) {
    try {
      Files.deleteIfExists(sent);
    } catch (IOException e) {
      LOG.warn("what was sent could not be deleted: {}", e.getMessage());
    }
  }

  private void load(ImportJob job, ListMapping mapping, ImportedList result)
      throws InterruptedException {
    ImportPlan plan = job.plan();
    BiFunction<Input, String, CompletableFuture<Answer>> asked =
        Objects.requireNonNull(kernel, "nobody has said where requests go");
    ListInput.Load load =
        new ListInput.Load(
            plan.use(),
            plan.campaign(),
            result.sha256(),
            result.sourceSha256(),
            plan.fileName(),
            Math.toIntExact(result.ledger().loaded()),
            result.ledger(),
            plan.again(),
            plan.author());
    CompletableFuture<Answer> asking = asked.apply(load, plan.author().value());
    Answer answer;
    try {
      answer = asking.copy().orTimeout(patienceMillis, TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      unanswered(job, asking, result);
      return;
    } finally {
      // Its leads must stay open until the kernel has taken them; nothing else holds them before.
      Reference.reachabilityFence(result);
    }
    if (answer instanceof Answer.Accepted accepted) {
      remember(mapping);
      awaitBoard(new ListId(accepted.detail()));
    }
    settle(job, answer);
  }

  private static void settle(ImportJob job, Answer answer) {
    switch (answer) {
      case Answer.Refused refused -> job.refused(refused.why());
      case Answer.Accepted accepted -> job.done(accepted.detail());
    }
  }

  /** The list may be loaded yet, so nobody may be told that it is not. */
  private static void unanswered(
      ImportJob job, CompletableFuture<Answer> asking, ImportedList result) {
    LOG.warn("whether list {} is loaded was not answered yet", result.sha256());
    job.unanswered(
        "Whether it is loaded was not answered yet: look at the lists before it is sent again.");
    asking.whenComplete(
        (late, failed) -> {
          try {
            if (late != null) {
              settle(job, late);
            }
          } finally {
            Reference.reachabilityFence(result);
          }
        });
  }

  /** Only a convenience: the list is loaded whatever comes of it. */
  private void remember(ListMapping mapping) {
    try {
      memory.remember(mapping);
    } catch (IOException | RuntimeException e) {
      LOG.warn("how a list was read cannot be remembered: {}", e.getMessage());
    }
  }

  /**
   * The next import must see this list's numbers, and the board comes a moment after the kernel.
   */
  private void awaitBoard(ListId list) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    while (board.row(list) == null && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
