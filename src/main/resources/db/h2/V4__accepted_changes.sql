-- What was let differ within a run, the books of complete runs, and an index for linking.

create table accepted_change (
    run_id bigint not null references import_run (number),
    -- the launch of the run that went on with the change
    launch integer not null,
    kind varchar(11) not null check (kind in ('SETTINGS', 'FINGERPRINT')),
    was char(64) not null,
    became char(64) not null,
    primary key (run_id, launch, kind)
);

create view v_accepted_change as
select run_id as run, launch, kind, was, became from accepted_change;

-- as a complete run was closed: a later run takes its unreadable files up again, in the same rows
alter table import_run add column found bigint;
alter table import_run add column recorded bigint;
alter table import_run add column duplicate bigint;
alter table import_run add column container bigint;
alter table import_run add column ignored bigint;
alter table import_run add column unreadable bigint;
alter table import_run add column quarantined bigint;

create index near_duplicate_by_second on near_duplicate (sha256_b);
