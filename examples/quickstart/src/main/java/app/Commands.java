package app;

import dev.schemareset.SchemaReset;
import dev.schemareset.manage.Manage;

public class Commands {
    public static void main(String[] args) {
        System.exit(Manage.run(SchemaReset.forPackage("app.models"), args));
    }
}
