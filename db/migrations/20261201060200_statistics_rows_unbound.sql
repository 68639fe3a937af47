-- A key checked for each of 600,000 rows took half of an import. Only the importer writes them, release, datasets and rows in one transaction.
alter table statistics_rows drop constraint statistics_rows_release_id_dataset_fkey;
