package org.suyuan.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Training: nobody gets mail, each lies as {@code <message id>.eml} in a folder, whole or not at all. */
final class FolderCarrier implements MailCarrier {

    private final Path folder;

    FolderCarrier(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public void carry(MimeMessage mail) throws MessagingException, IOException {
        var name = mail.getMessageID().replaceAll("[<>]", "");
        var written = folder.resolve(name + ".tmp");
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        try (var file = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var rest = ByteBuffer.wrap(bytes.toByteArray());
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            file.force(true);
        }
        Files.move(written, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {}
}
