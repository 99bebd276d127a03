package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The stories of an archive: which documents carry the same text, by what the texts say and by what people decided.
/// Thread-safe.
///
/// A document is compared in the transaction that saves it, so that no crash can come between. Every document whose
/// story changes takes a new sequence number, so that the index follows.
public final class Stories {
    private static final String PREFIX = "s";

    private final Database database;
    private final JdbcClient jdbc;
    private final Documents documents;
    private final StoryJudge judge;
    private final StoryDecisions decisions;
    private final StoryTexts texts;
    private final StoryCopies copies;
    private final StoryGroups groups;
    private final NewStoryRows rows;
    private final StoryReader reader;
    private final StoryChanges changes;
    private boolean entering;

    Stories(Database database, Documents documents, StoryJudge judge) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.documents = documents;
        this.judge = judge;
        this.decisions = new StoryDecisions(jdbc);
        StoryEdges edges = new StoryEdges(jdbc);
        this.rows = new NewStoryRows(database.source());
        this.texts = new StoryTexts(database, judge, edges, rows, documents.texts());
        this.copies = new StoryCopies(jdbc, decisions);
        this.groups = new StoryGroups(copies, decisions, edges);
        this.changes = new StoryChanges(texts, edges, copies, groups, rows);
        this.reader = new StoryReader(documents, copies, edges, texts, judge);
    }

    /// The story a document is a copy of; empty while it is the only one.
    public Optional<Story> of(DocumentId document) {
        return copies.find(document)
                .flatMap(copy -> Optional.ofNullable(copy.story()))
                .flatMap(this::read);
    }

    /// The story with this id. One that was merged into another, or has one copy left, is no longer there.
    public Optional<Story> find(String id) {
        return number(id).flatMap(this::read);
    }

    private static Optional<Long> number(String id) {
        return id.matches(PREFIX + "[1-9][0-9]{0,17}")
                ? Optional.of(Long.parseLong(id.substring(PREFIX.length())))
                : Optional.empty();
    }

    static @Nullable String id(@Nullable Long story) {
        return story == null ? null : PREFIX + story;
    }

    private Optional<Story> read(long story) {
        return reader.read(story, PREFIX + story);
    }

    /// Makes one story of these documents and of all the stories they are in.
    ///
    /// @param who the person's name, kept with the decision
    /// @return the decision, to undo it by
    /// @throws IllegalArgumentException with a sentence for the person when a document is not there
    public long join(Collection<DocumentId> joined, String who) {
        if (new HashSet<>(joined).size() < 2) {
            throw new IllegalArgumentException("Choose at least two documents to join.");
        }
        return decide(StoryDecision.Kind.JOIN, joined, who);
    }

    /// Takes these documents out of their stories. They stay together where they are copies of each other; no document
    /// that arrives later joins them by itself.
    ///
    /// @param who the person's name, kept with the decision
    /// @return the decision, to undo it by
    /// @throws IllegalArgumentException with a sentence for the person when a document is not there, or
    ///     nothing of its story would be left to split it from
    public long split(Collection<DocumentId> split, String who) {
        if (split.isEmpty()) {
            throw new IllegalArgumentException("Choose at least one document to split off.");
        }
        Set<DocumentId> chosen = Set.copyOf(split);
        return database.write(() -> {
            for (DocumentId document : chosen) {
                Long story = copies.find(document).map(StoryCopies.Copy::story).orElse(null);
                if (story != null
                        && copies.ofStory(story).stream().allMatch(copy -> chosen.contains(copy.document()))) {
                    throw new IllegalArgumentException(
                            "These are all copies of the story: choose those that do not belong to it.");
                }
            }
            return decide(StoryDecision.Kind.SPLIT, split, who);
        });
    }

    private long decide(StoryDecision.Kind kind, Collection<DocumentId> concerned, String who) {
        return database.write(() -> {
            for (DocumentId document : concerned) {
                if (copies.find(document).isEmpty()) {
                    throw new IllegalArgumentException("There is no document " + document.shortForm() + ".");
                }
            }
            long decision = decisions.add(kind, concerned, who);
            applyDecision(concerned);
            return decision;
        });
    }

    /// Takes back a decision. Undoing twice changes nothing.
    ///
    /// @return how many documents it concerned; 0 when there is no such decision, or it was undone before
    public int undo(long decision, String who) {
        return database.write(() -> {
            List<DocumentId> concerned = decisions.undo(decision, who);
            applyDecision(concerned);
            return concerned.size();
        });
    }

    private void applyDecision(Collection<DocumentId> concerned) {
        List<StoryCopies.Copy> before = new ArrayList<>();
        for (DocumentId document : concerned) {
            copies.find(document)
                    .flatMap(copy -> Optional.ofNullable(copy.story()))
                    .ifPresent(story -> before.addAll(copies.ofStory(story)));
            decisions.apply(document);
        }
        Set<DocumentId> seeds = new HashSet<>(concerned);
        before.forEach(copy -> seeds.add(copy.document()));
        touchAll(groups.regroup(found(seeds)));
    }

    /// The decisions of people about the copies of a story, those about copies that were split off among them; the
    /// newest first.
    public List<StoryDecision> decisions(String storyId) {
        return number(storyId)
                .filter(story -> copies.ofStory(story).size() > 1)
                .map(decisions::ofStory)
                .orElse(List.of());
    }

    /// The decisions of people about one document, the newest first.
    public List<StoryDecision> decisions(DocumentId document) {
        return decisions.ofDocument(document);
    }

    /// Documents that have not been compared yet, since they were saved before there were stories; in order of their
    /// ids.
    ///
    /// @param after the id (or its beginning) behind which to look
    public List<DocumentId> pending(String after, int limit) {
        if (judge.equals(StoryJudge.NONE)) {
            return List.of();
        }
        return jdbc.sql("""
                        select id from document
                        where id > :after and not exists (select 1 from story_copy where document = number)
                        order by id limit :limit
                        """)
                .param("after", HexFormat.of().parseHex(after.length() % 2 == 0 ? after : after + '0'))
                .param("limit", limit)
                .query(Documents::id)
                .list();
    }

    /// Compares a document that the catalogue has with all others, as when it is saved. One that was compared
    /// meanwhile, since it was saved with another text, stays as it is.
    public void compare(DocumentId document) {
        DocumentText text = documents.text(document).orElse(DocumentText.NONE);
        StorySketch sketch = judge.sketch(text);
        database.writeOnly(
                () -> enterAll(List.of(sketch), () -> {
                    if (documents.exists(document) && copies.find(document).isEmpty()) {
                        touchAll(changes.enter(document, text, sketch, documents.present(document)));
                    }
                }),
                () -> {},
                this::forget);
    }

    /// Runs work that saves texts with these sketches, inside the transaction that saves them: what has to be asked
    /// for each is asked for all at once, and what is written for each is written together.
    void enterAll(List<StorySketch> sketches, Runnable work) {
        if (sketches.isEmpty() || judge.equals(StoryJudge.NONE)) {
            work.run();
            return;
        }
        rows.forget();
        texts.expect(sketches);
        entering = true;
        try {
            work.run();
            rows.write();
        } finally {
            entering = false;
        }
    }

    /// A transaction in which texts were saved was taken back.
    void forget() {
        rows.forget();
        texts.forget();
    }

    /// A document was saved that the catalogue did not have. Runs inside the transaction that writes it.
    ///
    /// @param number of the document
    /// @param sketch of the text; one that is empty is made here
    void added(DocumentId document, long number, DocumentText text, StorySketch sketch) {
        if (judge.equals(StoryJudge.NONE)) {
            return;
        }
        StorySketch made = sketch.isEmpty() ? judge.sketch(text) : sketch;
        Set<DocumentId> changed = new HashSet<>();
        inGroup(made, () -> changed.addAll(changes.join(document, number, text, made, true, null)));
        changed.remove(document);
        touchAll(changed);
    }

    /// A document was saved again, or its text is another now. Runs inside the transaction that writes it; the
    /// document's own new sequence number is the caller's business.
    ///
    /// @param sketch of the text; one that is empty is made here
    void saved(DocumentId document, DocumentText text, StorySketch sketch) {
        if (judge.equals(StoryJudge.NONE)) {
            return;
        }
        StorySketch made = sketch.isEmpty() ? judge.sketch(text) : sketch;
        Set<DocumentId> changed = new HashSet<>();
        inGroup(made, () -> changed.addAll(changes.enter(document, text, made, documents.present(document))));
        changed.remove(document);
        touchAll(changed);
    }

    private void inGroup(StorySketch sketch, Runnable work) {
        if (entering) {
            work.run();
        } else {
            enterAll(List.of(sketch), work);
        }
    }

    /// A document has come back, or has no location left. Runs inside the transaction that says so.
    void presence(DocumentId document, boolean present) {
        rows.write();
        Set<DocumentId> changed = new HashSet<>(changes.present(document, present));
        changed.remove(document);
        touchAll(changed);
    }

    private List<StoryCopies.Copy> found(Collection<DocumentId> ids) {
        return ids.stream().flatMap(id -> copies.find(id).stream()).toList();
    }

    private void touchAll(Collection<DocumentId> changed) {
        changed.stream().sorted().forEach(documents::touch);
    }
}
