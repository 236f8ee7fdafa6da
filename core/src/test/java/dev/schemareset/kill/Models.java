package dev.schemareset.kill;

import static java.util.Objects.requireNonNull;

import dev.schemareset.SchemaReset;
import dev.schemareset.annotation.Default;
import dev.schemareset.annotation.Index;
import dev.schemareset.annotation.PrimaryKey;
import dev.schemareset.annotation.References;
import dev.schemareset.annotation.Table;
import dev.schemareset.annotation.Unique;
import dev.schemareset.support.Sqlite;
import java.nio.file.Path;

/** The new database: a shop, whose orders are many enough to be worth a backup. */
final class Models {

    private static final SchemaReset SHOP = SchemaReset.forModels(
            Country.class,
            City.class,
            Customer.class,
            Category.class,
            Product.class,
            Supplier.class,
            Stock.class,
            Order.class,
            Line.class,
            Invoice.class);

    private static final String FILL = """
            WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
            INSERT INTO orders SELECT i, 'order ' || i, printf('%.60c', 'x'), i FROM n""";

    private Models() {}

    /** With a page cache so small that a transaction writes to the disk long before it commits, and with backups beside the database. */
    static SchemaReset reset(Path database) {
        return SHOP.database("jdbc:sqlite:" + database + "?cache_size=10")
                .backups(requireNonNull(database.getParent()), 1);
    }

    static void fill(Path database) {
        Sqlite.execute(database, FILL);
    }

    @Table("countries")
    record Country(
            @PrimaryKey Long id, @Unique String name, @Index String region) {}

    @Table("cities")
    record City(
            @PrimaryKey Long id,
            @References(Country.class) Long countryId,
            @Index String name) {}

    @Table("customers")
    record Customer(
            @PrimaryKey Long id,
            @Unique String email,
            @References(City.class) Long cityId) {}

    @Table("categories")
    record Category(
            @PrimaryKey Long id,
            @Unique String name,
            @Default("0") int position) {}

    @Table("products")
    record Product(
            @PrimaryKey Long id,
            @Unique String name,
            @References(Category.class) Long categoryId) {}

    @Table("suppliers")
    record Supplier(
            @PrimaryKey Long id,
            @Unique String name,
            @References(City.class) Long cityId) {}

    @Table("stock")
    record Stock(
            @PrimaryKey Long id,
            @References(Product.class) Long productId,
            @Index int amount) {}

    @Table("orders")
    record Order(
            @PrimaryKey Long id,
            @Unique String number,
            @Index String note,
            long cents) {}

    @Table("order_lines")
    record Line(
            @PrimaryKey Long id,
            @References(Order.class) Long orderId,
            @References(Product.class) Long productId) {}

    @Table("invoices")
    record Invoice(
            @PrimaryKey Long id,
            @References(Order.class) Long orderId,
            @Unique String number) {}
}
