-- Searches that people keep, what they searched for, and which archive this is. Times are milliseconds since 1970 UTC.

-- Tells this archive from others, so that an export's manifest is not compared with the wrong one.
create table archive_identity (
    id text not null
);
insert into archive_identity (id) values (lower(hex(randomblob(16))));

create table saved_search (
    id       integer primary key,
    person   text    not null,                  -- the account's name; empty in an archive without accounts
    name     text    not null,
    address  text    not null,                  -- of the page that shows it
    request  text    not null,                  -- JSON: query, filters, mode, order
    created  integer not null,
    looked   integer not null,                  -- when its results were last looked at
    sequence integer not null,                  -- of the last change that was in the index then
    seen     blob    not null,                  -- documents that matched then, by number; see DocumentSet
    first    blob    not null,                  -- those that matched when it was saved
    token    text    not null unique,           -- the secret in the address of its feed
    place    integer not null,                  -- in the person's list, ascending
    deleted  integer
);
create index saved_search_by_person on saved_search (person, place);

create table search_history (
    id      integer primary key autoincrement,
    person  text    not null,
    address text    not null,
    query   text    not null,
    total   integer not null,
    made    integer not null
);
create index search_history_by_person on search_history (person, id);

-- Persons who want no history.
create table search_history_off (
    person text not null primary key
) without rowid;
