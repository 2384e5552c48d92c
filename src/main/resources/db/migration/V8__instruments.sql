-- What a person says of the instruments behind symbols.
create table instrument (
    symbol varchar(64) not null primary key,
    name varchar(200) not null,
    kind varchar(16) not null,
    calendar varchar(64),
    currency varchar(5) not null,
    tick double precision not null,
    lot double precision not null,
    multiplier double precision not null
);
