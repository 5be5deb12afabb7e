-- duties of the timetable, and feeds by their message type, that the staff of the portal has paused: on all nodes
create table paused_duty (
    name      varchar(60) not null primary key,
    paused_at timestamp with time zone not null
);
