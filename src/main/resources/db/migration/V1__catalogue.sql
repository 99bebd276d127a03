-- The catalogue: the truth of an archive. Times are milliseconds since 1970 UTC, JSON is UTF-8 text.

-- One counter orders every change that the index must follow.
create table change_sequence (value integer not null);
insert into change_sequence (value) values (0);

create table document (
    id            text    not null primary key, -- SHA-256 of the original's bytes
    sequence      integer not null unique,      -- of the last change
    media_type    text    not null,
    size          integer not null,             -- bytes
    added         integer not null,
    pages         integer not null,
    without_text  text,                         -- why it has no text
    text_from_ocr integer not null,
    warnings      text    not null,             -- JSON array of sentences
    inferred      text    not null,             -- JSON: the record as the describer made it
    described     text    not null,             -- JSON: the same, overruled by a sidecar
    present       integer not null              -- 0: no location is left, kept for citations and for its return
);

create table document_text (
    document_id text    not null primary key references document (id),
    body_start  integer not null,
    page_starts text    not null,               -- JSON array of offsets in UTF-16 units
    body        blob    not null,               -- headline and body, UTF-8, zstd
    furniture   blob    not null                -- UTF-8, zstd
);

-- Every file and every part of a container ever received, and what became of it.
create table ledger (
    id          integer primary key,
    path        text    not null,
    inner_path  text    not null,               -- empty for a file of its own
    size        integer not null,
    modified    integer not null,
    document_id text,
    outcome     text    not null,
    reason      text,
    sequence    integer,                        -- of the change that must be in the index before it counts as indexed
    received    integer not null,
    updated     integer not null,
    unique (path, inner_path)
);
create index ledger_by_document on ledger (document_id);
create index ledger_by_outcome on ledger (outcome);

-- What people changed in records. A batch is what was changed at once and is undone at once.
create table edit (
    id           integer primary key,
    batch        integer not null,
    document_id  text    not null references document (id),
    field        text    not null,
    before_value text    not null,              -- JSON array of strings
    after_value  text    not null,              -- JSON array of strings
    who          text    not null,
    made         integer not null,
    undone       integer,
    undone_by    text
);
create index edit_by_document on edit (document_id);
create index edit_by_batch on edit (batch);
