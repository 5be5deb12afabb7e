package org.suyuan.trace.sheets;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.suyuan.identity.Scope;
import org.suyuan.identity.Within;
import org.suyuan.shared.Refusal;
import org.suyuan.shared.Roles;
import org.suyuan.shared.table.TableFormat;

/** Reads 销售信息 out of .xlsx and CSV files and out of pasted cells; keeps nothing. What a file is, its content tells. */
@Stateless
@RolesAllowed(Roles.ENTERPRISE)
@Within(Scope.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SalesImport {

    /** As many as one report holds. */
    public static final int MOST_ROWS = 10_000;

    /** Largest file, in megabytes; ten thousand rows of the longest names and addresses need less. */
    public static final int MOST_MEGABYTES = 10;

    private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

    @Resource
    private ValidatorFactory validation;

    public ImportedSales fromFile(InputStream content, SalesTarget target, Locale language) {
        try {
            var file = Files.createTempFile("sales-", null);
            try {
                copy(content, file);
                return new SalesReading(validation, target, language).read(sheet(file, language));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportedSales fromText(String pasted, SalesTarget target, Locale language) {
        if (pasted == null || pasted.isBlank()) {
            throw new Refusal("sheet.noRows");
        }
        if (pasted.length() > MOST_BYTES) {
            throw new Refusal("sheet.tooLarge", MOST_MEGABYTES);
        }
        return new SalesReading(validation, target, language).read(DelimitedText.pasted(pasted, language));
    }

    /** An empty table to fill in, with a sheet that explains its columns where the format has sheets. */
    @RolesAllowed({Roles.ENTERPRISE, Roles.REGULATOR})
    public byte[] template(TableFormat format, Locale language) {
        try {
            return new SalesTemplate(language).written(format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream content, Path file) throws IOException {
        var bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal("sheet.tooLarge", MOST_MEGABYTES);
        }
        Files.write(file, bytes);
    }

    static SourceSheet sheet(Path file, Locale language) throws IOException {
        return switch (FileMagic.valueOf(file.toFile())) {
            case OOXML -> new ExcelFile(language).read(file);
            case OLE2 -> throw isEncrypted(file) ? new Refusal("sheet.encrypted") : new Refusal("sheet.oldExcel");
            case BIFF2, BIFF3, BIFF4 -> throw new Refusal("sheet.oldExcel");
            case UNKNOWN -> DelimitedText.file(Files.readAllBytes(file), language);
            default -> throw new Refusal("sheet.unreadable");
        };
    }

    private static boolean isEncrypted(Path file) {
        try (var parts = new POIFSFileSystem(file.toFile(), true)) {
            return parts.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
