-- Hashes with their texts lie in blocks, one behind the other, which takes a third of the room of a row for each; see
-- SketchBlock. They are made again from story_text when the first text comes.

drop table story_sketch;
create table story_sketch (
    first   integer not null primary key,        -- no hash of the block is less; all hashes of the next are at least its
    entries blob    not null
);
update story_sketch_written set text_id = 0;
