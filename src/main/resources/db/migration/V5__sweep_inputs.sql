-- What was said of a sweep's data beside its base series: the universe in the first line, session closes in the second,
-- so that it can go on after a restart.
alter table sweep add column inputs text default '' not null;
