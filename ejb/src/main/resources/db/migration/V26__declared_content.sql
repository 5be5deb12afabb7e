-- declaration: of what customs declared, so that the same pushed again is known; null when cancelled or pushed before this column
alter table declaration add column content_sha256 char(64);
