-- What a run's last launch ran on and how it ended, as JSON: a report that is made later tells the same.
alter table import_run add column facts varchar;
