-- The one account of an archive that is open to a network. Times are milliseconds since 1970 UTC.

create table account (
    id            integer primary key check (id = 1),
    name          text    not null,
    password_hash text    not null,             -- bcrypt, with its salt and cost in it
    created       integer not null
);
