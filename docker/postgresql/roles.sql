-- Roles with least rights for the database of the portal. Run once by an administrator of PostgreSQL, connected to the empty
-- database or, with the portal stopped, to one in which it has made its tables so far. It is then ready for
-- java -jar suyuan.jar --migrate as suyuan_owner:
--   psql -d suyuan -v owner=… -v app=… -v read=… -v backup=… -f roles.sql
-- Each variable is the password of one role. What the owner makes later, the others may use without another grant.
\set ON_ERROR_STOP on
begin;
create role suyuan_owner login password :'owner';                  -- makes and changes tables: --migrate only
create role suyuan_app login password :'app';                      -- the portal: reads and writes rows
create role suyuan_read login password :'read';                    -- reads rows: reports of one's own
create role suyuan_backup login replication password :'backup';    -- takes base backups, reads no row

revoke all on schema public from public;
do $$ begin execute format('revoke all on database %I from public', current_database()); end $$;
do $$ begin execute format('grant connect on database %I to suyuan_owner, suyuan_app, suyuan_read', current_database()); end $$;
grant usage, create on schema public to suyuan_owner;
grant usage on schema public to suyuan_app, suyuan_read;

alter default privileges for role suyuan_owner in schema public
    grant select, insert, update, delete on tables to suyuan_app;
alter default privileges for role suyuan_owner in schema public
    grant usage on sequences to suyuan_app;
alter default privileges for role suyuan_owner in schema public
    grant select on tables to suyuan_read;
-- what is there already; sequences that belong to a column follow their table
do $$ declare made record; begin
    for made in select oid::regclass as name from pg_class c
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
            and not (relkind = 'S' and exists (select from pg_depend where objid = c.oid and deptype in ('a', 'i')))
    loop execute format('alter table %s owner to suyuan_owner', made.name); end loop;
end $$;
grant select, insert, update, delete on all tables in schema public to suyuan_app;
grant usage on all sequences in schema public to suyuan_app;
grant select on all tables in schema public to suyuan_read;
alter role suyuan_read set default_transaction_read_only = on;
commit;
