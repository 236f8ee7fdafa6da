package app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.annotated.Article;
import app.annotated.Product;
import app.annotated.Session;
import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about models says of its annotations, done. */
class AnnotatedModelsTest {

    @TempDir
    private Path directory;

    private SchemaReset reset;
    private Handle handle;

    @BeforeEach
    void open() {
        reset = SchemaReset.forPackage("app.annotated").database(directory.resolve("local.db"));
        reset.apply(Confirm.YES);
        handle = reset.jdbi().open();
    }

    @AfterEach
    void close() {
        handle.close();
    }

    private Product insertProduct(String name) {
        return handle.createQuery("""
                        INSERT INTO products (id, label, code, "Größe") VALUES (NULL, :name, 'c', 7) RETURNING *""").bind("name", name).mapTo(Product.class).one();
    }

    private void insertArticle(String title, boolean draft) {
        handle.createUpdate("""
                        INSERT INTO articles (author, title, slug, published, draft)
                        VALUES ('Ada', :title, 'engines', '2026-11-30', :draft)""").bind("title", title).bind("draft", draft).execute();
    }

    @Test
    void sqliteAssignsTheKeyAndFillsWhatTheInsertDoesNotName() {
        Product product = insertProduct("Tea");

        assertThat(product).isEqualTo(new Product(1L, "Tea", "c", 7, 0, product.token(), false, OptionalInt.empty()));
        assertThat(product.token()).matches("[0-9a-f]{8}");
    }

    @Test
    void numberOfADeletedRowIsNotUsedAgain() {
        insertProduct("Tea");
        handle.execute("DELETE FROM products");

        assertThat(insertProduct("Coffee").id()).isEqualTo(2);
    }

    @Test
    void textIsComparedByTheCollation() {
        insertProduct("Tea");

        assertThat(handle.createQuery("SELECT count(*) FROM products WHERE label = 'TEA'")
                        .mapTo(int.class)
                        .one())
                .isOne();
    }

    @Test
    void brokenCheckIsRefused() {
        insertProduct("Tea");

        assertThatThrownBy(() -> handle.execute("UPDATE products SET stock = -1"))
                .hasMessageContaining("CHECK constraint failed: stock >= 0");
    }

    @Test
    void generatedColumnFollowsAndCannotBeWritten() {
        insertProduct("Tea");
        handle.execute("UPDATE products SET stock = 3");

        assertThat(handle.createQuery("SELECT * FROM products")
                        .mapTo(Product.class)
                        .one()
                        .available())
                .isTrue();
        assertThatThrownBy(() -> handle.execute("UPDATE products SET available = 0"))
                .hasMessageContaining("cannot UPDATE generated column \"available\"");
    }

    @Test
    void defaultDoesNotReplaceNull() {
        assertThatThrownBy(() -> handle.execute(
                        "INSERT INTO products (label, code, \"Größe\", stock) VALUES ('a', 'b', 1, NULL)"))
                .hasMessageContaining("NOT NULL constraint failed: products.stock");
    }

    @Test
    void partialUniqueIndexHoldsSomeRows() {
        insertArticle("First", true);
        insertArticle("Second", true);
        insertArticle("Third", false);

        assertThatThrownBy(() -> insertArticle("Fourth", false)).hasMessageContaining("UNIQUE constraint failed");
        assertThatThrownBy(() -> insertArticle("First", true))
                .hasMessageContaining("UNIQUE constraint failed: articles.author, articles.title");
    }

    /** Two articles that each follow the other. */
    @Test
    void deferrableKeyIsWholeAtTheCommit() {
        insertArticle("First", true);
        handle.useTransaction(inside -> {
            inside.execute("UPDATE articles SET sequel_to = 2");
            inside.execute("""
                    INSERT INTO articles (author, title, slug, published, draft, sequel_to)
                    VALUES ('Ada', 'Second', 'engines', '2026-11-30', TRUE, 1)""");
        });

        assertThat(handle.createQuery("SELECT * FROM articles ORDER BY id")
                        .mapTo(Article.class)
                        .list())
                .extracting(Article::sequelTo)
                .containsExactly(2L, 1L);
    }

    @Test
    void tableThatIsNotStrictTakesOtherTypes() {
        handle.execute("INSERT INTO http_log VALUES ('curl', 'not a number')");

        assertThatThrownBy(() -> handle.execute(
                        "INSERT INTO products (label, code, \"Größe\") VALUES ('Tea', 'c', 'not a number')"))
                .hasMessageContaining("cannot store TEXT value in INTEGER column products.Größe");
    }

    @Test
    void ignoredComponentIsNullAndIgnoredRecordIsNotForgotten() {
        handle.execute("INSERT INTO sessions VALUES ('t')");

        assertThat(handle.createQuery("SELECT * FROM sessions")
                        .mapTo(Session.class)
                        .one())
                .isEqualTo(new Session("t", null));
        assertThat(reset.info().recordsWithoutTable()).isEmpty();
    }
}
