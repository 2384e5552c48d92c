-- The fill profile of a run, for the list of runs. Runs of before there were several were plain.
alter table run add column fills varchar(32) default 'plain' not null;
