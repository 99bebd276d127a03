-- Stories: documents that carry the same text. Everything but the decisions of people is derived from the texts.
-- Times are milliseconds since 1970 UTC.

create table story (
    id   integer primary key autoincrement,     -- never used again
    made integer not null
);

-- A text, whatever number of documents have it.
create table story_text (
    id          integer primary key autoincrement,
    fingerprint integer unique,                 -- of all words in order; null: too short to be compared
    sketch      blob    not null                -- its rows of story_sketch, eight bytes each
);

create table story_sketch (
    hash    integer not null,
    text_id integer not null,
    primary key (hash, text_id)
) without rowid;

-- Two texts that were compared and found to be alike.
create table story_edge (
    shorter       integer not null references story_text (id),
    longer        integer not null references story_text (id),
    copies        integer not null,             -- 0: fillings of one form that tell of different events
    contained     real    not null,             -- share of the shorter text that is in the longer one
    covered       real    not null,             -- share of the longer text that is in the shorter one
    place         integer not null,             -- which 64ths of the longer text these are, a bit for each
    is_part       integer not null default 0,   -- 1: the longer text is a collection, of which the shorter is a part
    shorter_drops integer not null default 0,   -- 1: the shorter text is nearer to one that tells of another event
    longer_drops  integer not null default 0,
    holds         integer not null
        generated always as (copies and not is_part and not shorter_drops and not longer_drops) virtual,
    primary key (shorter, longer)
) without rowid;
create index story_edge_by_longer on story_edge (longer);

create table story_copy (
    document_id text    not null primary key references document (id),
    text_id     integer not null references story_text (id),
    present     integer not null,
    detached    integer not null default 0,     -- the last decision that split it off; 0: none
    joined      integer not null default 0,     -- 1: a decision joined it with others
    story_id    integer references story (id)   -- null: the only one
);
create index story_copy_by_text on story_copy (text_id, detached, present);
create index story_copy_by_story on story_copy (story_id) where story_id is not null;

-- What people decided. A later decision overrules an earlier one.
create table story_decision (
    id        integer primary key autoincrement,
    kind      text    not null,                 -- JOIN: they tell one story; SPLIT: they do not belong to the others
    who       text    not null,
    made      integer not null,
    undone    integer,
    undone_by text
);
create table story_decision_document (
    decision_id  integer not null references story_decision (id),
    document_id  text    not null references document (id),
    story_before integer references story (id), -- whose copy it was when that was decided
    primary key (decision_id, document_id)
) without rowid;
create index story_decision_by_document on story_decision_document (document_id);
create index story_decision_by_story on story_decision_document (story_before) where story_before is not null;
