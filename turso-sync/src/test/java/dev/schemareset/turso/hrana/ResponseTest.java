package dev.schemareset.turso.hrana;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemareset.turso.hrana.Hrana.NotHrana;
import dev.schemareset.turso.hrana.Hrana.Outcome;
import dev.schemareset.turso.hrana.Hrana.Refused;
import dev.schemareset.turso.hrana.Hrana.Value;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes is read as it is meant, or not at all. */
class ResponseTest {

    /** What tursodb 0.7 sends, to the letter. */
    private static final String REAL_RESPONSE = """
            {"baton":null,"base_url":null,"results":[{"type":"ok","response":{"type":"batch","result":{"step_results":[\
            {"cols":[{"name":"a","decltype":null},{"name":"b","decltype":"TEXT"}],\
            "rows":[[{"type":"float","value":-0.0},{"type":"float","value":null}],[{"type":"null"},{"type":"text","value":"x"}]],\
            "affected_row_count":0,"last_insert_rowid":null,"replication_index":null,"rows_read":0,"rows_written":0,\
            "query_duration_ms":0.0},null,null],\
            "step_errors":[null,{"message":"Parse error: no such column: nope","code":"BATCH_STEP_ERROR"},null],\
            "replication_index":null}}}]}""";

    @Test
    void responseOfARealServer() throws Exception {
        assertThat(response(REAL_RESPONSE, 3))
                .containsExactly(
                        new Outcome.Done(
                                List.of("a", "b"),
                                List.of(
                                        List.of(new Value.Real(-0.0), new Value.Infinite()),
                                        List.of(new Value.Null(), new Value.Text("x")))),
                        new Outcome.Failed("BATCH_STEP_ERROR", "Parse error: no such column: nope"),
                        new Outcome.Skipped());
    }

    /** A response is a response wherever it is cut only when it is not cut. */
    @Test
    void cutOffResponseIsNone() {
        for (int length = 0; length < REAL_RESPONSE.length(); length++) {
            String cut = REAL_RESPONSE.substring(0, length);
            assertThatThrownBy(() -> response(cut, 3)).as(cut).isInstanceOf(NotHrana.class);
        }
    }

    /** Some servers write every field, and those that mean nothing as null. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type":"ok", | "type":"ok","error":null,
            "type":"ok", | "error":null,"type":"ok",
            }}}]} | }},"error":null}]}
            """)
    void errorThatIsNullIsNone(String text, String withNull) throws Exception {
        String nulls = batch("{\"cols\":[],\"rows\":[]}", "null").replace(text, withNull);

        assertThat(nulls).contains("\"error\":null");
        assertThat(response(nulls, 1)).containsExactly(new Outcome.Done(List.of(), List.of()));
    }

    /** Anything at all may come; nothing but the two exceptions may go. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void damagedResponseIsReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            byte[] damaged = REAL_RESPONSE.getBytes(ISO_8859_1);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(Hrana.response(damaged, 3, Hrana.Stream.OPEN).outcomes())
                        .hasSize(3);
            } catch (NotHrana | Refused e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"integer","value":"9223372036854775807"} | Int[value=9223372036854775807]
            {"value":"-9223372036854775808","type":"integer"} | Int[value=-9223372036854775808]
            {"type":"integer","value":"0"} | Int[value=0]
            {"type":"float","value":0.1} | Real[value=0.1]
            {"type":"float","value":5} | Real[value=5.0]
            {"type":"float","value":-0} | Real[value=-0.0]
            {"type":"float","value":1.7976931348623157e308} | Real[value=1.7976931348623157E308]
            {"type":"float","value":5e-324} | Real[value=4.9E-324]
            {"type":"float","value":null} | Infinite[]
            {"type":"text","value":"\\u0041\\ud83d\\ude00"} | Text[value=A😀]
            {"type":"text","value":"null"} | Text[value=null]
            {"type":"blob","base64":""} | Blob[0 bytes]
            {"type":"blob","base64":"AQ"} | Blob[1 bytes]
            {"type":"blob","base64":"AQ=="} | Blob[1 bytes]
            {"base64":"//8","type":"blob","new":[{"a":1}]} | Blob[2 bytes]
            {"type":"null"} | Null[]
            {"type":"null","value":null} | Null[]
            """)
    void values(String json, String value) throws Exception {
        assertThat(value(json)).hasToString(value);
    }

    @Test
    void textMayBeAsLongAsABodyAndHoldNul() throws Exception {
        String text = "é\0".repeat(12_000_000);

        assertThat(value("{\"type\":\"text\",\"value\":\"" + text.replace("\0", "\\u0000") + "\"}"))
                .isEqualTo(new Value.Text(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"integer","value":"9223372036854775808"} | an integer is not one of 64 bits
            {"type":"integer","value":"-9223372036854775809"} | an integer is not one of 64 bits
            {"type":"integer","value":"+1"} | an integer is not one of 64 bits
            {"type":"integer","value":"01"} | an integer is not one of 64 bits
            {"type":"integer","value":"-0"} | an integer is not one of 64 bits
            {"type":"integer","value":"1.0"} | an integer is not one of 64 bits
            {"type":"integer","value":"١"} | an integer is not one of 64 bits
            {"type":"integer","value":""} | an integer is not one of 64 bits
            {"type":"integer","value":1} | a value is not what its type says
            {"type":"integer"} | a value is not what its type says
            {"type":"float","value":"1"} | a value is not what its type says
            {"type":"float"} | a value is not what its type says
            {"type":"float","value":1e309} | a float is out of range
            {"type":"float","value":true} | a value is not what its type says
            {"type":"float","value":NaN} | it is not JSON, or has a field twice
            {"type":"text","value":null} | a value is not what its type says
            {"type":"text","value":5} | a value is not what its type says
            {"type":"text","value":"x","base64":"AQ"} | a value is not what its type says
            {"type":"text","value":"\\ud83d"} | a text holds half of a surrogate pair
            {"type":"text","value":{}} | an object or a list stands in the place of a value
            {"type":"blob","base64":"A"} | a blob is not base64
            {"type":"blob","base64":"AQ="} | a blob is not base64
            {"type":"blob","base64":"A-_B"} | a blob is not base64
            {"type":"blob","base64":"AQ AQ"} | a blob is not base64
            {"type":"blob","base64":null} | the base64 of a value is missing
            {"type":"blob","value":"AQ"} | a value is of no known type
            {"type":"blob"} | a value is of no known type
            {"type":"blob","value":"x","base64":"AQ"} | a value is not what its type says
            {"type":"null","value":"x"} | a value is not what its type says
            {"type":"decimal","value":"1"} | a value is of no known type
            {"type":null} | the type of a value is missing
            {"value":"1"} | a value is of no known type
            {"type":"null","type":"null"} | it is not JSON, or has a field twice
            null | a value is missing
            5 | a value is missing
            """)
    void valuesThatAreNone(String json, String why) {
        assertThatThrownBy(() -> value(json))
                .isInstanceOf(NotHrana.class)
                .hasMessageMatching("\\Q" + why + "\\E, at character \\d+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"cols":[],"rows":[[{"type":"null"}]]} | a row has not as many values as there are columns
            {"cols":[{"name":"a"},{"name":null}],"rows":[[{"type":"null"}]]} | a row has not as many values as there are columns
            {"rows":[],"x":1} | the columns or the rows of a step are missing
            {"cols":[]} | the columns or the rows of a step are missing
            {"cols":[5],"rows":[]} | a column is missing
            {"cols":[{"name":5}],"rows":[]} | the name of a column is missing
            {"cols":null,"rows":[]} | the list of columns is missing
            {"cols":[],"rows":{}} | the list of rows is missing
            {"cols":[],"rows":[5]} | a row is missing
            {"cols":[],"rows":[],"rows":[]} | it is not JSON, or has a field twice
            [] | the result of a step is missing
            """)
    void stepsThatAreNone(String json, String why) {
        assertThatThrownBy(() -> response(batch(json, "null"), 1))
                .isInstanceOf(NotHrana.class)
                .hasMessageMatching("\\Q" + why + "\\E, at character \\d+");
    }

    @Test
    void columnsWithoutANameAreThere() throws Exception {
        assertThat(response(batch("{\"rows\":[],\"cols\":[{},{\"name\":null},{\"name\":\"a\"}]}", "null"), 1))
                .containsExactly(new Outcome.Done(List.of("", "", "a"), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            null | null, null | there are 1 results and 2 errors of 2 steps
            null, null | null | there are 2 results and 1 errors of 2 steps
            null, null, null | null | it tells of more than 2 steps
            null, {"cols":[],"rows":[]} | null, {"message":"m"} | a step has both a result and an error
            null, null | null, {"code":"c"} | the message of the error is missing
            null, null | null, {"code":5,"message":"m"} | the code of the error is missing
            null, null | null, "m" | the error is missing
            """)
    void countsThatAreWrong(String results, String errors, String why) {
        assertThatThrownBy(() -> response(batch(results, errors), 2))
                .isInstanceOf(NotHrana.class)
                .hasMessageMatching("\\Q" + why + "\\E, at character \\d+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [] | the response is missing
            {} | the list of results is missing
            {"results":{}} | the list of results is missing
            {"results":[]} | the result is missing
            {"results":[5]} | the result is missing
            {"results":[{"type":"ok"}]} | the result is neither a response nor an error
            {"results":[{"type":"ok","response":null}]} | the result is neither a response nor an error
            {"results":[{"type":"error"}]} | the result is neither a response nor an error
            {"results":[{"type":"none","error":{"message":"m"}}]} | the result is neither a response nor an error
            {"results":[{"type":"ok","error":{"message":"m"}}]} | the result is neither a response nor an error
            {"results":[{"type":"ok","response":{"type":"batch"}}]} | the result of the batch is missing
            {"results":[{"type":"ok","response":{"type":"close"}}]} | the response is not to a batch
            {"results":[{"type":"ok","response":{"type":"batch","result":null}}]} | the result of the batch is missing
            {"results":[{"type":"error","error":{"message":"m"}},{}]} | there is more than one result
            {"results":[{"type":"error","error":{"message":"m"}}]}x | it is not JSON, or has a field twice
            {"results":[{"type":"error","error":{"message":"m"}}]} {} | something follows the response
            {"results":[{"type":"error","error":{"message":"m"}}],"results":[]} | it is not JSON, or has a field twice
            {"results":[{"type":"error","error":{"message":"m"}}] | it is cut off
            <html><body>It works!</body></html> | it is not JSON, or has a field twice
            {'results':[]} | it is not JSON, or has a field twice
            {"results":[],} | the result is missing
            """)
    void responsesThatAreNone(String json, String why) {
        assertThatThrownBy(() -> response(json, 1))
                .isInstanceOf(NotHrana.class)
                .hasMessageMatching("\\Q" + why + "\\E, at character \\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t"})
    void nothingIsNoResponse(String json) {
        assertThatThrownBy(() -> response(json, 1)).isInstanceOf(NotHrana.class).hasMessage("it is empty");
    }

    @Test
    void resultWithBothIsNone() {
        String both =
                batch("null", "null").replace("\"type\":\"ok\",", "\"type\":\"ok\",\"error\":{\"message\":\"m\"},");

        assertThatThrownBy(() -> response(both, 1))
                .isInstanceOf(NotHrana.class)
                .hasMessageStartingWith("the result is neither a response nor an error");
    }

    @Test
    void refusedBatch() {
        String refused = """
                {"baton":"b","results":[{"error":{"code":"SQL_PARSE_ERROR","message":"no"},"response":null,"type":"error"}]}""";

        assertThatThrownBy(() -> response(refused, 2)).isInstanceOfSatisfying(Refused.class, error -> {
            assertThat(error).hasMessage("no");
            assertThat(error.code()).isEqualTo("SQL_PARSE_ERROR");
        });
        assertThatThrownBy(() -> response(refused.replace("\"SQL_PARSE_ERROR\"", "null"), 2))
                .isInstanceOfSatisfying(
                        Refused.class, error -> assertThat(error.code()).isEmpty());
    }

    @Test
    void unknownFieldsAreSkippedWhereverTheyStand() throws Exception {
        String extra = "\"new\":{\"a\":[1,\"x\",null,{}]},";

        assertThat(response(REAL_RESPONSE.replace("{\"", "{" + extra + "\""), 3))
                .isEqualTo(response(REAL_RESPONSE, 3));
    }

    @Test
    void nestingBombIsRefused() {
        for (String bomb : List.of("[", "{\"a\":")) {
            assertThatThrownBy(() -> response("{\"x\":" + bomb.repeat(1_000_000), 1))
                    .isInstanceOf(NotHrana.class)
                    .hasMessageStartingWith("it is nested too deep, or has too long a name or number");
        }
    }

    @Test
    void onlyUtf8IsJson() {
        String response = batch("{\"cols\":[],\"rows\":[],\"é\":1}", "null");
        byte[] surrogate = response.getBytes(UTF_8);
        int position = response.indexOf('é');
        surrogate[position] = (byte) 0xed;
        surrogate[position + 1] = (byte) 0xa0;

        for (byte[] body : List.of(response.getBytes(ISO_8859_1), surrogate)) {
            assertThatThrownBy(() -> Hrana.response(body, 1, Hrana.Stream.OPEN))
                    .isInstanceOf(NotHrana.class)
                    .hasMessage("it is not UTF-8");
        }
        assertThatThrownBy(() -> Hrana.response(response.getBytes(UTF_16), 1, Hrana.Stream.OPEN))
                .isInstanceOf(NotHrana.class);
    }

    private static Value value(String json) throws Exception {
        List<Outcome> outcomes = response(batch("{\"cols\":[{\"name\":\"a\"}],\"rows\":[[" + json + "]]}", "null"), 1);
        return ((Outcome.Done) outcomes.get(0)).rows().get(0).get(0);
    }

    private static String batch(String results, String errors) {
        return "{\"results\":[{\"type\":\"ok\",\"response\":{\"type\":\"batch\",\"result\":{\"step_results\":["
                + results + "],\"step_errors\":[" + errors + "]}}}]}";
    }

    private static List<Outcome> response(String json, int steps) throws Exception {
        return Hrana.response(json.getBytes(UTF_8), steps, Hrana.Stream.OPEN).outcomes();
    }
}
