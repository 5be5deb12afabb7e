package org.suyuan.foodsafety;

/** A file that came with a notice. */
public record Attachment(String name, String mediaType, byte[] content) {

    /** Most bytes of one. */
    public static final int LARGEST = 1_000_000;
}
