-- Near duplicates: what a photo is compared by, pairs with their reason, and clusters.

-- of what is inside a uniform border, where there is one
alter table photo add column trimmed_perceptual_hash char(64);
alter table photo add column trimmed_perceptual_hash_quality integer;
-- its text was added after its pairs were judged
alter table photo add column judged_without_text boolean default false not null;
create index photo_by_perceptual_hash on photo (perceptual_hash);
create index photo_by_judging on photo (judged_without_text, id);

-- photos that are compared with one another; apart from the photo, whose row is large
create table photo_linking (
    photo_id bigint primary key references photo (id),
    -- the rules under which they are
    rules varchar(100) not null,
    -- photos of another hash that are near it; a hub has more than are kept as pairs
    partners integer not null,
    hub boolean not null,
    -- whether its pairs with those before it are kept; until then only its partners are counted
    paired boolean not null
);
create index photo_linking_by_hub on photo_linking (hub);

-- what keeps a near pair from being a probable copy
alter table near_duplicate add column reason varchar(20);
-- against the lowest digest of a group of equal image data or equal hash: kept however many there are
alter table near_duplicate add column star boolean default true not null;
create index near_duplicate_by_reason on near_duplicate (reason);
create index finding_by_code on finding (code, photo_id);

create table cluster (
    -- the representative's digest
    id char(64) primary key,
    members integer not null,
    suspicious boolean not null
);

create table cluster_member (
    sha256 char(64) primary key,
    cluster_id char(64) not null references cluster (id)
);
create index cluster_member_by_cluster on cluster_member (cluster_id, sha256);

-- a photo that left a cluster in a run, for another or for none
create table cluster_history (
    run_id bigint not null references import_run (number),
    sha256 char(64) not null,
    was char(64) not null,
    became char(64),
    primary key (run_id, sha256)
);

drop view v_near_duplicate;
create view v_near_duplicate as
select sha256_a, sha256_b, distance, turn, residual, band, reason from near_duplicate;

create view v_cluster as
select m.cluster_id as cluster, m.sha256, c.members, c.suspicious
from cluster_member m join cluster c on c.id = m.cluster_id;

create view v_cluster_history as
select run_id as run, sha256, was, became from cluster_history;

drop view v_photo;
create view v_photo as
select p.sha256, p.sha1, p.bytes, p.media_type, p.width, p.height, p.image_data_sha256, p.decode, p.decode_route,
    p.perceptual_hash, p.perceptual_hash_quality, p.perceptual_hash_algorithm, p.trimmed_perceptual_hash,
    p.trimmed_perceptual_hash_quality, coalesce(l.partners, 0) as partners, coalesce(l.hub, false) as hub, p.md5, p.thumbnail_sha256,
    p.thumbnail_perceptual_hash, p.thumbnail_perceptual_hash_quality, p.thumbnail_distance, p.quantization_sha256,
    p.jpeg_quality, p.trailing_bytes, p.text_status, p.text_engine, p.raster_mean, p.raster_spread, p.raster_sharpness,
    p.orientation, p.make, p.model, p.serial_number, p.lens_model, p.capture_time_local, p.capture_time_raw, p.capture_time_precision, p.utc_offset, p.utc_offset_origin, p.digitized_time, p.modified_time, p.gps_latitude, p.gps_longitude, p.gps_altitude, p.gps_time_utc, p.software, p.artist, p.owner_name, p.copyright, p.image_unique_id, p.image_description, p.user_comment, p.iso, p.exposure_time, p.f_number, p.focal_length, p.has_thumbnail
from photo p left join photo_linking l on l.photo_id = p.id;
