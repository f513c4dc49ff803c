-- What the one pass over a file keeps for finding copies and telling where a file comes from.

-- only where digest.md5 is on
alter table photo add column md5 char(32);
-- 64 x 64 brightness values of the upright picture; never exported
alter table photo add column thumb bytea;
-- of the JPEG in EXIF's IFD1; its distance is that from the photo's own perceptual hash
alter table photo add column thumbnail_sha256 char(64);
alter table photo add column thumbnail_perceptual_hash char(64);
alter table photo add column thumbnail_perceptual_hash_quality integer;
alter table photo add column thumbnail_distance integer;
alter table photo add column quantization_sha256 char(64);
alter table photo add column jpeg_quality integer;
alter table photo add column trailing_bytes integer;

drop view v_photo;
create view v_photo as
select p.sha256, p.sha1, p.bytes, p.media_type, p.width, p.height, p.image_data_sha256, p.decode, p.decode_route,
    p.perceptual_hash, p.perceptual_hash_quality, p.perceptual_hash_algorithm, p.md5, p.thumbnail_sha256,
    p.thumbnail_perceptual_hash, p.thumbnail_perceptual_hash_quality, p.thumbnail_distance, p.quantization_sha256,
    p.jpeg_quality, p.trailing_bytes, p.text_status, p.text_engine, p.raster_mean, p.raster_spread, p.raster_sharpness,
    p.orientation, p.make, p.model, p.serial_number, p.lens_model, p.capture_time_local, p.capture_time_raw, p.capture_time_precision, p.utc_offset, p.utc_offset_origin, p.digitized_time, p.modified_time, p.gps_latitude, p.gps_longitude, p.gps_altitude, p.gps_time_utc, p.software, p.artist, p.owner_name, p.copyright, p.image_unique_id, p.image_description, p.user_comment, p.iso, p.exposure_time, p.f_number, p.focal_length, p.has_thumbnail
from photo p;
