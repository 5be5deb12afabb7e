package org.suyuan.batch.imports;

/** What the parts of a running import step share: how much the chunk at hand has gathered. */
final class ImportStep {

    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_CHARACTERS = 8_000_000;

    private int records;
    private int characters;

    void read(int size) {
        records++;
        characters += size;
    }

    boolean isChunkFull() {
        return records >= MOST_RECORDS || characters >= MOST_CHARACTERS;
    }

    void nextChunk() {
        records = 0;
        characters = 0;
    }
}
