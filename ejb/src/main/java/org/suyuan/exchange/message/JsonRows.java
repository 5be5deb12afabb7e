package org.suyuan.exchange.message;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Objects, a row each: one a line, or all in an array, which may lie in an object. Columns inside others are named {@code
 * outer.inner}.
 */
final class JsonRows implements TableRows {

    private static final int LONGEST_LINE = 1_000_000;

    private final BufferedReader characters;
    private final JsonParser array;
    private int line;

    JsonRows(TableMapping mapping, TableText text) throws IOException, MessageFault {
        characters = text.reader();
        boolean isArray = first(text) == '[';
        if (isArray || mapping.records() != null) {
            array = Json.createParser(characters);
            try {
                if (!enter(
                        array, isArray ? List.of() : List.of(mapping.records().split("\\.")))) {
                    throw new MessageFault(1, "JSON 中没有数组 " + mapping.records());
                }
            } catch (MessageFault e) {
                close();
                throw e;
            }
        } else {
            array = null;
        }
    }

    /** True when the text is no table of cells but JSON. */
    static boolean isJson(TableText text) throws IOException {
        int first = first(text);
        return first == '{' || first == '[';
    }

    private static int first(TableText text) throws IOException {
        try (var reader = text.reader()) {
            int c = reader.read();
            while (Character.isWhitespace(c)) {
                c = reader.read();
            }
            return c;
        }
    }

    /** Goes on to where the objects begin. */
    private static boolean enter(JsonParser parser, List<String> path) throws MessageFault {
        try {
            var event = parser.next();
            for (var name : path) {
                if (event != Event.START_OBJECT) {
                    return false;
                }
                event = member(parser, name);
            }
            return event == Event.START_ARRAY;
        } catch (JsonException | NoSuchElementException e) {
            throw fault(parser);
        }
    }

    /** Enters the value of a member, or ends with its object. */
    private static Event member(JsonParser parser, String name) {
        var event = parser.next();
        while (event == Event.KEY_NAME) {
            boolean found = parser.getString().equals(name);
            event = parser.next();
            if (found) {
                return event;
            }
            if (event == Event.START_OBJECT) {
                parser.skipObject();
            } else if (event == Event.START_ARRAY) {
                parser.skipArray();
            }
            event = parser.next();
        }
        return event;
    }

    @Override
    public TableRow next() throws MessageFault {
        return array == null ? nextLine() : nextElement();
    }

    private TableRow nextElement() throws MessageFault {
        try {
            var event = array.next();
            line = (int) array.getLocation().getLineNumber();
            if (event == Event.END_ARRAY) {
                return null;
            }
            var value = array.getValue();
            return row(
                    value instanceof JsonObject object ? Optional.of(object) : Optional.empty(),
                    value.toString(),
                    "元素");
        } catch (JsonException | NoSuchElementException e) {
            throw fault(array);
        }
    }

    private static MessageFault fault(JsonParser parser) {
        return new MessageFault((int) Math.max(1, parser.getLocation().getLineNumber()), "JSON 不完整或有错误");
    }

    private TableRow nextLine() throws MessageFault {
        var text = readLine();
        while (text != null && text.isBlank()) {
            text = readLine();
        }
        if (text == null) {
            return null;
        }
        return row(object(text), text, "行");
    }

    private static Optional<JsonObject> object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private TableRow row(Optional<JsonObject> object, String text, String what) {
        var values = new TreeMap<String, String>();
        object.ifPresent(members -> collect("", members, values));
        var fault = object.isPresent() ? null : "这一" + what + "不是 JSON 对象；记录在一个对象的数组中时，在映射中写 records = 数组的名称";
        return new TableRow(line, List.of(text), values, fault);
    }

    private String readLine() throws MessageFault {
        try {
            line++;
            var text = characters.readLine();
            if (text != null && text.length() > LONGEST_LINE) {
                throw new MessageFault(line, "行过长；记录在一个对象的数组中时，在映射中写 records = 数组的名称");
            }
            return text;
        } catch (IOException e) {
            throw new MessageFault(line, "文件无法继续读取");
        }
    }

    private static void collect(String prefix, JsonObject object, Map<String, String> values) {
        object.forEach((name, value) -> {
            var column = prefix + TableText.columnName(name);
            switch (value.getValueType()) {
                case OBJECT -> collect(column + ".", value.asJsonObject(), values);
                case ARRAY ->
                    values.put(
                            column,
                            value.asJsonArray().stream().map(JsonRows::text).collect(Collectors.joining("; ")));
                default -> values.put(column, text(value));
            }
        });
    }

    private static String text(JsonValue value) {
        return TableText.value(
                value instanceof JsonString string
                        ? string.getString()
                        : value == JsonValue.NULL ? "" : value.toString());
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
