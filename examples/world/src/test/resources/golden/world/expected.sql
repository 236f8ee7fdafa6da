-- Schema reset: drops everything in the database and creates it again from the models.
-- Drops: nothing.
-- Creates: 7 tables, 7 indexes.
-- Schema fingerprint: 681ab34565565567f5060e202b8dae2fe224640c507190ab9aacbd79ca7ad8e8
-- apply takes a backup and respects protection; running this file does neither.
-- Run it with `sqlite3 -bail DATABASE < FILE`, so that an error leaves the database as it was.

-- With foreign keys off, tables can be dropped in any order. Inside a transaction this would do nothing.
PRAGMA foreign_keys = OFF;

-- One transaction: everything below happens, or nothing does.
BEGIN IMMEDIATE;

-- Table country holds dev.schemareset.examples.world.model.Country.
CREATE TABLE "country" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "alpha3" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "currency_code" TEXT,
  UNIQUE ("alpha3"),
  FOREIGN KEY ("currency_code") REFERENCES "currency" ("code")
) STRICT;

-- Index country_name_idx serves dev.schemareset.examples.world.model.Country.
CREATE INDEX "country_name_idx" ON "country" ("name");

-- Index country_currency_code_idx serves dev.schemareset.examples.world.model.Country.
CREATE INDEX "country_currency_code_idx" ON "country" ("currency_code");

-- Table country_language holds dev.schemareset.examples.world.model.CountryLanguage.
CREATE TABLE "country_language" (
  "country_code" TEXT NOT NULL,
  "language_code" TEXT NOT NULL,
  PRIMARY KEY ("country_code", "language_code"),
  FOREIGN KEY ("country_code") REFERENCES "country" ("code") ON DELETE CASCADE,
  FOREIGN KEY ("language_code") REFERENCES "language" ("code") ON DELETE CASCADE
) STRICT;

-- Index country_language_language_code_idx serves dev.schemareset.examples.world.model.CountryLanguage.
CREATE INDEX "country_language_language_code_idx" ON "country_language" ("language_code");

-- Table currency holds dev.schemareset.examples.world.model.Currency.
CREATE TABLE "currency" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "numeric_code" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "symbol" TEXT,
  "fraction_digits" INTEGER
) STRICT;

-- Index currency_name_idx serves dev.schemareset.examples.world.model.Currency.
CREATE INDEX "currency_name_idx" ON "currency" ("name");

-- Table data_import holds dev.schemareset.examples.world.model.DataImport.
CREATE TABLE "data_import" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "java_version" TEXT NOT NULL,
  "zone_rules_version" TEXT NOT NULL,
  "row_count" INTEGER NOT NULL,
  "imported_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000000Z', 'now'))
) STRICT;

-- Table language holds dev.schemareset.examples.world.model.Language.
CREATE TABLE "language" (
  "code" TEXT NOT NULL PRIMARY KEY,
  "alpha3" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "native_name" TEXT NOT NULL
) STRICT;

-- Table time_zone holds dev.schemareset.examples.world.model.TimeZone.
CREATE TABLE "time_zone" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "area" TEXT,
  "standard_offset_seconds" INTEGER NOT NULL,
  "daylight_saving" INTEGER NOT NULL DEFAULT FALSE CHECK ("daylight_saving" IN (0, 1)),
  "first_transition" TEXT
) STRICT;

-- Index time_zone_area_idx serves dev.schemareset.examples.world.model.TimeZone.
CREATE INDEX "time_zone_area_idx" ON "time_zone" ("area") WHERE area IS NOT NULL;

-- Table zone_transition holds dev.schemareset.examples.world.model.ZoneTransition.
CREATE TABLE "zone_transition" (
  "zone_id" TEXT NOT NULL,
  "occurred_at" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('GAP', 'OVERLAP')),
  "offset_before_seconds" INTEGER NOT NULL,
  "offset_after_seconds" INTEGER NOT NULL,
  "local_time_before" TEXT NOT NULL,
  PRIMARY KEY ("zone_id", "occurred_at"),
  FOREIGN KEY ("zone_id") REFERENCES "time_zone" ("id") ON DELETE CASCADE
) STRICT;

-- Index zone_transition_occurred_at_zone_id_idx serves dev.schemareset.examples.world.model.ZoneTransition.
CREATE INDEX "zone_transition_occurred_at_zone_id_idx" ON "zone_transition" ("occurred_at" DESC, "zone_id");

-- Index zone_transition_kind_occurred_at_idx serves dev.schemareset.examples.world.model.ZoneTransition.
CREATE INDEX "zone_transition_kind_occurred_at_idx" ON "zone_transition" ("kind", "occurred_at" DESC);

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
INSERT INTO "_schema_reset" VALUES (1, '681ab34565565567f5060e202b8dae2fe224640c507190ab9aacbd79ca7ad8e8', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), '0.1.0-SNAPSHOT', 1, 'dev.schemareset.examples.world.model');

-- Only this makes the changes permanent.
COMMIT;

-- From now on SQLite enforces foreign keys again.
PRAGMA foreign_keys = ON;
