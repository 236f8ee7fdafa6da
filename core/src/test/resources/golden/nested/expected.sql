-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 1 table, 1 index.
-- Schema fingerprint: 7c60b0fb394eb0249a7118a7556557f60e0a7ac443b4c064dda2ac35352c576d
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table tenant holds golden.nested.Tenant.
CREATE TABLE "tenant" (
  "number" INTEGER NOT NULL,
  "begins" TEXT NOT NULL,
  "ends" TEXT NOT NULL DEFAULT '9999-12-31',
  "home_street" TEXT NOT NULL,
  "home_zip" TEXT NOT NULL,
  "home_note" TEXT,
  "home_geo_latitude" REAL NOT NULL,
  "home_geo_long" REAL NOT NULL,
  "bill_to_street" TEXT,
  "bill_to_zip" TEXT,
  "bill_to_note" TEXT,
  "bill_to_geo_latitude" REAL,
  "bill_to_geo_long" REAL,
  "delivery_to_street" TEXT,
  "delivery_to_zip" TEXT,
  "delivery_to_note" TEXT,
  "delivery_to_geo_latitude" REAL,
  "delivery_to_geo_long" REAL,
  PRIMARY KEY ("number", "begins")
) STRICT;

-- Index tenant_home_zip_begins_idx serves golden.nested.Tenant.
CREATE INDEX "tenant_home_zip_begins_idx" ON "tenant" ("home_zip", "begins");

-- This table marks a database that SchemaReset made.
CREATE TABLE "_schema_reset"
-- Written by SchemaReset: it made this database and may reset it. Without this row it will not.
(
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
  "fingerprint" TEXT NOT NULL,
  "reset_at" TEXT NOT NULL,
  "library_version" TEXT NOT NULL,
  "resets" INTEGER NOT NULL,
  "packages" TEXT NOT NULL
) STRICT;

-- The fingerprint of the schema, the time, the version of SchemaReset, the number of resets, and the owner: the packages of the models.
INSERT INTO "_schema_reset" VALUES (1, '7c60b0fb394eb0249a7118a7556557f60e0a7ac443b4c064dda2ac35352c576d', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'VERSION', 1, 'golden.nested');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
