-- Names that went away and came back, and what a source is known by.

create table absence (
    source_file_id bigint not null references source_file (id),
    -- the run whose walk did not meet the name any more
    from_run bigint not null references import_run (number),
    -- the run whose walk met it again
    until_run bigint references import_run (number),
    primary key (source_file_id, from_run)
);
create index absence_by_start on absence (from_run);
create index absence_by_end on absence (until_run);

create view v_absence as
select f.id, s.name as source, f.path, f.observation, f.sha256, a.from_run, a.until_run
from absence a join source_file f on f.id = a.source_file_id join source s on s.id = f.source_id;

-- a name that went away, and one under which the run that missed it found the same bytes
create view v_moved as
select f.id, s.name as source, f.path, f.observation, n.path as now_at, f.sha256, a.from_run as run
from absence a
    join source_file f on f.id = a.source_file_id
    join source s on s.id = f.source_id
    join source_file n on n.sha256 = f.sha256 and n.source_id = f.source_id and n.path_key <> f.path_key
where n.run_id = a.from_run
    or exists (select 1 from absence b where b.source_file_id = n.id and b.until_run = a.from_run);

-- VOLUME: of a volume's id and the path on it. NAMES: random, or of an earlier release; the names and sizes tell
alter table source add column fingerprint_kind varchar(6) default 'NAMES' not null
    check (fingerprint_kind in ('VOLUME', 'NAMES'));
-- the launch of a run that went on with another folder: what was seen before tells nothing about that
alter table source add column names_since_run bigint default 0 not null;
alter table source add column names_since_launch integer default 0 not null;
