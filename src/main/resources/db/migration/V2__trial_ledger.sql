-- Every configuration of a strategy that was evaluated, one row each time. Rows are only ever added: there is no
-- statement in the program that changes or removes one. `seal` is a hash over the row and the seal of the row before,
-- `previous`; that both are unique keeps two writers from continuing the same row.
create table trial (
    number bigint not null primary key,
    recorded bigint not null,
    lineage varchar(100) not null,
    ancestors text not null,
    data_set varchar(200) not null,
    data_hash varchar(64) not null,
    configuration varchar(64) not null,
    strategy_hash varchar(64) not null,
    strategy_name varchar(1000) not null,
    settings text not null,
    kind varchar(16) not null,
    sharpe double precision,
    bars integer not null,
    engine_version varchar(64) not null,
    previous varchar(64) not null,
    seal varchar(64) not null,
    constraint trial_previous unique (previous),
    constraint trial_seal unique (seal)
);

create index trial_lineage on trial (lineage, number);
