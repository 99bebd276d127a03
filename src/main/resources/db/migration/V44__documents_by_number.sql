-- A document's id is kept once, as the 32 bytes it is. Everything else knows the document by its number, which is the
-- key of its row: no other table or index has the random order of ids, in which each row is another page to write.
-- Folders, which were written out in each row and in an index, have numbers, too.

create table folder (
    number integer not null primary key,
    path   text    not null unique               -- empty: the archive's own
);
insert into folder (path) select distinct folder from document where folder is not null order by folder;

create table numbered_document (
    number        integer not null primary key,  -- in order of adding, from 1; never changes
    id            blob    not null unique,       -- SHA-256 of the original's bytes
    sequence      integer not null unique,       -- of the last change
    media_type    text    not null,
    size          integer not null,              -- bytes
    added         integer not null,
    pages         integer not null,
    without_text  text,                          -- why it has no text
    text_from_ocr integer not null,
    warnings      text    not null,              -- JSON array of sentences
    inferred      blob    not null,              -- the record as the describer made it, see PackedRecord
    described     blob    not null,              -- the same, overruled by a sidecar; empty: the same
    present       integer not null,              -- 0: no location is left, kept for citations and for its return
    rules         integer not null default 0,    -- which rules described it; 0: to be described again
    kept          integer not null default 0,    -- 1: what extraction gave is in document_text
    needs_ocr     integer not null default 0,    -- 1: some of its text waits to be recognised; see V4
    host          text,                          -- of the site it was saved from, without www.
    folder        integer references folder (number), -- of the location that holds it
    stated        integer not null default 0,    -- bits of the fields that a person or a sidecar states
    weaknesses    integer                        -- bits of missing and weak fields; null: not yet examined
);
insert into numbered_document
    select d.number, unhex(d.id), d.sequence, d.media_type, d.size, d.added, d.pages, d.without_text, d.text_from_ocr,
      d.warnings, d.inferred, d.described, d.present, d.rules, d.kept, d.needs_ocr, d.host,
      (select f.number from folder f where f.path = d.folder), d.stated, d.weaknesses
    from document d order by d.number;

create table numbered_edit (
    id           integer primary key,
    batch        integer not null,
    document     integer not null references numbered_document (number),
    field        text    not null,
    before_value text    not null,               -- JSON array of strings
    after_value  text    not null,               -- JSON array of strings
    who          text    not null,
    made         integer not null,
    undone       integer,
    undone_by    text
);
insert into numbered_edit
    select e.id, e.batch, d.number, e.field, e.before_value, e.after_value, e.who, e.made, e.undone, e.undone_by
    from edit e join document d on d.id = e.document_id order by e.id;

create table numbered_copy (
    document     integer not null primary key references numbered_document (number),
    text_id      integer not null references story_text (id),
    present      integer not null,
    detached     integer not null default 0,     -- the last decision that split it off; 0: none
    joined       integer not null default 0,     -- 1: a decision joined it with others
    story_id     integer references story (id),  -- null: the only one
    story_before integer references story (id)   -- the one it was in before it was alone
);
insert into numbered_copy
    select d.number, c.text_id, c.present, c.detached, c.joined, c.story_id, c.story_before
    from story_copy c join document d on d.id = c.document_id order by d.number;

create table numbered_decision (
    decision_id  integer not null references story_decision (id),
    document     integer not null references numbered_document (number),
    story_before integer references story (id),  -- whose copy it was when that was decided
    primary key (decision_id, document)
) without rowid;
insert into numbered_decision
    select s.decision_id, d.number, s.story_before
    from story_decision_document s join document d on d.id = s.document_id;

-- Every file and every part of a container ever received, and what became of it.
create table numbered_ledger (
    id         integer primary key,
    path       text    not null,
    inner_path text    not null,                 -- empty for a file of its own
    size       integer not null,
    modified   integer not null,
    document   integer,                          -- document.number
    unsaved    blob,                             -- the id of a document of which there is no row
    outcome    text    not null,
    reason     text,
    sequence   integer,                          -- of the change that must be in the index before it counts as indexed
    received   integer not null,
    updated    integer not null,
    unique (path, inner_path)
);
insert into numbered_ledger
    select l.id, l.path, l.inner_path, l.size, l.modified, d.number, iif(d.number is null, unhex(l.document_id), null),
      l.outcome, l.reason, l.sequence, l.received, l.updated
    from ledger l left join document d on d.id = l.document_id order by l.id;

drop table edit;
drop table story_copy;
drop table story_decision_document;
drop table ledger;
drop table document;
alter table numbered_document rename to document;
alter table numbered_edit rename to edit;
alter table numbered_copy rename to story_copy;
alter table numbered_decision rename to story_decision_document;
alter table numbered_ledger rename to ledger;

-- Each ends with the number, as every index does with the key of the row.
create index document_by_rules on document (kept, rules) where present = 1;
create index document_by_ocr on document (needs_ocr) where needs_ocr = 1 and present = 1;
create index document_by_host on document (host, stated) where present = 1 and host is not null;
create index document_by_folder on document (folder, stated) where present = 1;
create index document_unexamined on document (weaknesses) where weaknesses is null;
create index document_set_aside on document (needs_ocr) where needs_ocr < 0;
create index document_pages on document (pages) where present = 1;
create index edit_by_document on edit (document);
create index edit_by_batch on edit (batch);
create index story_copy_by_text on story_copy (text_id, detached, present);
create index story_copy_by_story on story_copy (story_id) where story_id is not null;
create index story_decision_by_document on story_decision_document (document);
create index story_decision_by_story on story_decision_document (story_before) where story_before is not null;
create index ledger_by_document on ledger (document) where document is not null;
create index ledger_unsaved on ledger (unsaved) where unsaved is not null;
create index ledger_by_outcome on ledger (outcome);
