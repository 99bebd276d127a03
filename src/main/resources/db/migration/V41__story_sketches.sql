-- The hashes of the texts that came last are kept in memory and written into story_sketch with those of many others at
-- once: each lies in another page of a large table. They are read from story_text again when the archive is opened.

create table story_sketch_written (text_id integer not null); -- texts up to this one are in story_sketch
insert into story_sketch_written (text_id) select coalesce(max(id), 0) from story_text;
