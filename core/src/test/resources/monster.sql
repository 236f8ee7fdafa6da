-- Statements are separated by empty lines. Rows of the first tables refer to each other in a circle.
CREATE TABLE chicken(id INTEGER PRIMARY KEY AUTOINCREMENT, egg REFERENCES egg(id) ON DELETE RESTRICT)

CREATE TABLE egg(id INTEGER PRIMARY KEY, chicken NOT NULL REFERENCES chicken(id) ON DELETE RESTRICT, CHECK (id > 0))

INSERT INTO chicken VALUES (1, NULL), (7, NULL)

INSERT INTO egg VALUES (2, 1), (3, 7)

UPDATE chicken SET egg = 2

-- The counter of AUTOINCREMENT is further than the last row.
INSERT INTO chicken VALUES (900, NULL)

DELETE FROM chicken WHERE id = 900

CREATE TABLE boss(id INTEGER PRIMARY KEY, above REFERENCES boss(id) ON DELETE RESTRICT ON UPDATE RESTRICT)

INSERT INTO boss VALUES (1, 1), (2, 1), (3, 2)

-- Refers to nothing, as is possible while foreign keys are off.
PRAGMA foreign_keys = OFF

INSERT INTO boss VALUES (4, 99)

CREATE TABLE lost(a REFERENCES nowhere(id) ON DELETE CASCADE, b DEFAULT (no_such_function()))

INSERT INTO lost VALUES (1, 2)

PRAGMA foreign_keys = ON

-- Named as what the models ask for, and something else.
CREATE TABLE Makers(name, "ID" TEXT UNIQUE)

INSERT INTO Makers VALUES ('not one of ours', 'x')

CREATE VIEW products AS SELECT name FROM makers

CREATE INDEX products_name_idx ON makers(name COLLATE NOCASE DESC)

-- Names that are hard to write.
CREATE TABLE "drop ""table"" makers;--"(a, b GENERATED ALWAYS AS (a + 1) VIRTUAL, c AS (a * 2) STORED, d)

INSERT INTO "drop ""table"" makers;--"(d, a) VALUES ('last', 1), ('first', 41)

CREATE TABLE 'two
lines'("select" TEXT, [from
where], `it's`, "🦖" INTEGER CHECK ("🦖" <> 13))

INSERT INTO "two
lines" VALUES ('a', 'b', 'c', 12)

CREATE TABLE "order"("group" INTEGER PRIMARY KEY, "Ünïcode" UNIQUE, "")

INSERT INTO "order" VALUES (-1, 'ü', ''), (1, 'Ü', NULL)

CREATE TABLE "🦖🦕"(x)

INSERT INTO "🦖🦕" VALUES ('roar')

CREATE TABLE ""(x)

INSERT INTO "" VALUES ('no name')

CREATE UNIQUE INDEX "index" ON "order"("Ünïcode", "group") WHERE "group" > 0

CREATE INDEX "by expression" ON "two
lines"(lower("select") || "it's", "🦖" DESC)

-- What is in double quotes and no column is text.
CREATE INDEX misspelt ON "🦖🦕"("y")

-- Tables of every make.
CREATE TABLE word(text TEXT COLLATE NOCASE, n, PRIMARY KEY (text, n DESC)) WITHOUT ROWID

INSERT INTO word VALUES ('b', 1), ('A', 1), ('a', 2), ('', x'')

CREATE TABLE strict(i INT, t TEXT, r REAL, b BLOB, a ANY, u INTEGER UNIQUE ON CONFLICT REPLACE) STRICT

INSERT INTO strict VALUES (1, '1', 1, x'31', '001', NULL), (NULL, NULL, NULL, NULL, 2.0, 7)

CREATE TABLE strict_key(k ANY PRIMARY KEY, v INT) STRICT, WITHOUT ROWID

INSERT INTO strict_key VALUES ('1', 1), (1, 2), (x'31', 3)

CREATE TABLE copied AS SELECT * FROM strict

-- Its old row has no value in the new column.
CREATE TABLE grown(a)

INSERT INTO grown VALUES (1)

ALTER TABLE grown ADD COLUMN b TEXT NOT NULL DEFAULT 'later'

INSERT INTO grown VALUES (2, 'now')

-- Rows by rowid, whatever columns are called.
CREATE TABLE heap(v)

INSERT INTO heap(rowid, v) VALUES
    (-9223372036854775808, 'lowest'), (-3, 'negative'), (0, 'zero'), (5, 'after a gap'), (9223372036854775807, 'highest')

CREATE TABLE has_one("ROWID" TEXT, v)

INSERT INTO has_one(_rowid_, rowid, v) VALUES (-5, 'x', 1), (77, 'y', 2)

CREATE TABLE has_two(rowid, oid, v)

INSERT INTO has_two(_rowid_, rowid, oid, v) VALUES (-5, 'x', 'y', 1), (77, 'y', 'z', 2)

CREATE TABLE has_all(rowid, oid, _rowid_)

INSERT INTO has_all VALUES (3, 2, 1), (1, 2, 3)

CREATE TABLE has_key(oid INTEGER PRIMARY KEY, rowid TEXT)

INSERT INTO has_key VALUES (-8, 'x'), (4, 'y')

-- Not the rowid, by an old mistake of SQLite.
CREATE TABLE quirk(id INTEGER PRIMARY KEY DESC, v)

INSERT INTO quirk(rowid, id, v) VALUES (50, 1, 'x'), (60, NULL, 'y')

-- Values at the borders.
CREATE TABLE kept(v)

INSERT INTO kept VALUES
    (NULL), (1), (1.0), ('1'), (x'31'), (''), (x''), (9223372036854775807), (-9223372036854775808), (9e999), (-9e999),
    (4.9e-324), (1.7976931348623157e308), (0.1), (-0.0), ('a' || char(0) || 'b'), (char(0)), (x'00ff00'), ('🦖'),
    (zeroblob(5000)), (printf('%.*c', 20000, 'x'))

CREATE TABLE affine(i INTEGER, r REAL, t TEXT, n NUMERIC, b BLOB)

INSERT INTO affine VALUES ('x', 1, 1, '1.0', 1), ('2', '2', 2.5, 'n', '2'), (1e20, 9e999, x'00', x'00', 0.5)

CREATE INDEX some ON kept(typeof(v), v) WHERE v IS NOT NULL

CREATE INDEX wide ON affine(t COLLATE RTRIM, n DESC, abs(i))

-- Modules: their content is their own, that of a table, or nowhere.
CREATE VIRTUAL TABLE docs USING fts5(title, body, tokenize = 'porter unicode61', prefix = '2')

WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 150)
INSERT INTO docs(rowid, title, body) SELECT i * 3, 'title' || i, 'running with ' || (i * i) || ' übel dogs' FROM n

DELETE FROM docs WHERE rowid % 5 = 0

CREATE TABLE note(id INTEGER PRIMARY KEY, body)

CREATE VIRTUAL TABLE note_index USING fts5(body, content = 'note', content_rowid = 'id')

CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
    INSERT INTO note_index(rowid, body) VALUES (new.id, new.body);
END

CREATE TRIGGER note_changed AFTER UPDATE ON note BEGIN
    INSERT INTO note_index(note_index, rowid, body) VALUES ('delete', old.id, old.body);
    INSERT INTO note_index(rowid, body) VALUES (new.id, new.body);
END

INSERT INTO note VALUES (-2, 'buy milk'), (10, 'call the dentist'), (11, 'milk the cow')

UPDATE note SET body = 'buy oat milk' WHERE id = -2

CREATE VIRTUAL TABLE bare USING fts5(body, content = '')

INSERT INTO bare(rowid, body) VALUES (4, 'kept nowhere'), (-1, 'nowhere else')

CREATE VIRTUAL TABLE mail USING fts4(subject, body, tokenize = porter)

INSERT INTO mail(docid, subject, body) VALUES (2, 'hello', 'running late'), (-9, 're: hello', 'run!')

CREATE VIRTUAL TABLE places USING rtree(id, x0, x1, y0, y1, +label)

WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 120)
INSERT INTO places SELECT i, i, i + 1.5, -i, i, 'place ' || i FROM n

-- Looks like a part of docs, and is a table of the application.
CREATE TABLE note_content(id INTEGER PRIMARY KEY, body)

INSERT INTO note_content VALUES (5, 'mine')

CREATE TABLE note_index_content(a)

INSERT INTO note_index_content VALUES ('mine too')

-- Views on views, on nothing, and on each other.
CREATE VIEW farm AS SELECT chicken.id AS chicken, egg.id AS egg FROM chicken JOIN egg ON egg.chicken = chicken.id

CREATE VIEW farms(a, "b c") AS SELECT * FROM farm

CREATE VIEW broken AS SELECT * FROM nowhere

CREATE VIEW here AS SELECT * FROM there

CREATE VIEW there AS SELECT * FROM here

CREATE TRIGGER no_delete BEFORE DELETE ON chicken BEGIN SELECT RAISE(ABORT, 'never delete'); END

CREATE TRIGGER no_insert BEFORE INSERT ON chicken BEGIN SELECT RAISE(ROLLBACK, 'never insert'); END

CREATE TRIGGER no_update BEFORE UPDATE ON egg BEGIN SELECT RAISE(FAIL, 'never update'); END

CREATE TRIGGER "instead" INSTEAD OF DELETE ON farm BEGIN SELECT RAISE(ABORT, 'never delete'); END

CREATE TRIGGER instead_of_insert INSTEAD OF INSERT ON farms BEGIN INSERT INTO boss(id) VALUES (new.a); END

CREATE TRIGGER into_nothing AFTER INSERT ON heap BEGIN INSERT INTO nowhere VALUES (new.v); END

-- Statistics, counters and marks.
CREATE TABLE ticket(number INTEGER PRIMARY KEY AUTOINCREMENT)

INSERT INTO ticket VALUES (41), (4611686018427387904)

ANALYZE

PRAGMA user_version = -7

PRAGMA application_id = 1297043027
