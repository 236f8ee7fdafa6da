package app;

import dev.schemareset.Confirm;
import dev.schemareset.SchemaReset;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/** Resets a database for each model, reads a row without a remark, and tells how Jdbi takes it. */
public class Main {

    public static void main(String[] models) throws Exception {
        for (String name : models) {
            Class<?> model = Class.forName(name);
            SchemaReset reset = SchemaReset.forModels(model).database(Path.of(name + ".db"));
            reset.apply(Confirm.YES);
            System.out.println(name);
            reset.advice().forEach(advice -> System.out.println(advice.what() + " " + advice.fix()));
            try (Handle handle = reset.jdbi().open()) {
                handle.execute("INSERT INTO " + model.getSimpleName() + " VALUES (1, NULL)");
                System.out.println(read(handle, model));
            }
        }
    }

    private static String read(Handle handle, Class<?> model) {
        try {
            return "read: " + handle.createQuery("SELECT * FROM " + model.getSimpleName()).mapTo(model).one();
        } catch (RuntimeException e) {
            return "not read";
        }
    }
}
