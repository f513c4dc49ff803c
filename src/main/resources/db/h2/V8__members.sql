-- Members of containers: each is a source file of its own, in the container that it was found in.

alter table source_file add column container_id bigint references source_file (id);
-- the file of the source that it stands in, through however many containers
alter table source_file add column root_id bigint references source_file (id);
-- its number in each container on the way to it, 4 bytes each; empty for a file of the source
alter table source_file add column member_place varbinary default X'' not null;
-- of a container: how many members its opening told
alter table source_file add column members bigint;
-- the library that wrote the content anew: the digest is of that, not of what the container holds
alter table source_file add column derived_by varchar;
create index source_file_by_container on source_file (container_id, id);
create index source_file_by_root on source_file (root_id, outcome);

drop view v_source_file;
create view v_source_file as
select f.id, s.name as source, f.path, f.observation, f.size, f.modified, f.sha256, f.media_type, f.outcome, f.reason,
    f.attempts, f.run_id as run, f.container_id, f.root_id, f.members, f.derived_by
from source_file f join source s on s.id = f.source_id;
