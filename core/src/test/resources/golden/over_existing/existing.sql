CREATE TABLE customer(id INTEGER PRIMARY KEY AUTOINCREMENT, nick TEXT, boss REFERENCES customer)

CREATE TABLE "odd ""name""
-- DROP TABLE customer;"(a)

CREATE INDEX customer_nick ON customer(nick)

CREATE VIEW nicks AS SELECT nick FROM customer

CREATE TRIGGER guard BEFORE DELETE ON customer BEGIN SELECT RAISE(ABORT, 'no'); END

CREATE VIRTUAL TABLE search USING fts5(nick)

INSERT INTO customer(nick, boss) VALUES ('a', 2), ('b', 1)

INSERT INTO search VALUES ('a')

ANALYZE
