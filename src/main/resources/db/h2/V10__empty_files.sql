-- Empty files have a digest, which tells nothing of where one went.
drop view v_moved;
create view v_moved as
select f.id, s.name as source, f.path, f.observation, n.path as now_at, f.sha256, a.from_run as run
from absence a
    join source_file f on f.id = a.source_file_id
    join source s on s.id = f.source_id
    join source_file n on n.sha256 = f.sha256 and n.source_id = f.source_id and n.path_key <> f.path_key
where f.size > 0
    and (n.run_id = a.from_run
        or exists (select 1 from absence b where b.source_file_id = n.id and b.until_run = a.from_run));
