-- The ledger file in the home: what the database names as its last line, and which line tells of each file and photo.

create table ledger_head (
    id smallint primary key check (id = 1),
    -- the home's id; the ledger's first line has it too
    home char(36) not null,
    seq bigint not null,
    hash char(64) not null,
    bytes bigint not null
);

-- -1: a line is owed; 0: from before there was a ledger; null: nothing is received yet
alter table source_file add column ledger_line bigint;
update source_file set ledger_line = 0 where outcome <> 'pending' or sha256 is not null;
create index source_file_by_ledger_line on source_file (ledger_line);
alter table photo add column ledger_line bigint default 0 not null;
alter table photo alter column ledger_line set default -1;
create index photo_by_ledger_line on photo (ledger_line);
