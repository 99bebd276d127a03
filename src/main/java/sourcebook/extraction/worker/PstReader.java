package sourcebook.extraction.worker;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.field.UnstructuredFieldImpl;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/// An Outlook mailbox (PST, OST): each message, with its attachments, becomes a part in RFC 5322 form below the name of
/// its folder.
final class PstReader {
    private static final int DEEPEST_FOLDER = 50;

    private final Spool spool;
    private int messages;

    PstReader(Spool spool) {
        this.spool = spool;
    }

    void read(Draft draft) throws IOException {
        try {
            var file = new PSTFile(draft.request.original().toFile());
            try {
                folder(file.getRootFolder(), "", 0);
            } finally {
                file.close();
            }
        } catch (PSTException e) {
            throw new IOException(e);
        }
    }

    private void folder(PSTFolder folder, String path, int depth) throws PSTException, IOException {
        if (depth > DEEPEST_FOLDER) {
            return;
        }
        if (folder.getContentCount() > 0) {
            for (PSTObject child = folder.getNextChild(); child != null; child = folder.getNextChild()) {
                if (child instanceof PSTMessage message) {
                    String name = path + "message-%04d.eml".formatted(++messages);
                    spool.add(name, () -> new ByteArrayInputStream(written(message)));
                }
            }
        }
        if (folder.hasSubfolders()) {
            for (PSTFolder below : folder.getSubFolders()) {
                folder(below, path + below.getDisplayName().replace('/', '_') + "/", depth + 1);
            }
        }
    }

    private static byte[] written(PSTMessage message) throws IOException {
        try {
            var all = MultipartBuilder.create("mixed");
            String html = message.getBodyHTML();
            String plain = message.getBody();
            boolean useHtml = plain == null || plain.isBlank();
            all.addBodyPart(BodyPartBuilder.create()
                    .setBody(useHtml ? String.valueOf(html) : plain, useHtml ? "html" : "plain", StandardCharsets.UTF_8)
                    .setContentTransferEncoding("base64")
                    .build());
            for (int i = 0; i < message.getNumberOfAttachments(); i++) {
                var attachment = message.getAttachment(i);
                var stream = attachment.getFileInputStream();
                if (stream != null) {
                    String name = attachment.getLongFilename();
                    all.addBodyPart(BodyPartBuilder.create()
                            .setBody(stream.readAllBytes(), "application/octet-stream")
                            .setContentTransferEncoding("base64")
                            .setContentDisposition("attachment", name.isBlank() ? "attachment-" + (i + 1) : name)
                            .build());
                }
            }
            var builder = Message.Builder.of().setBody(all.build());
            builder.setSubject(message.getSubject());
            header(builder, "From", address(message.getSenderName(), message.getSenderEmailAddress()));
            header(builder, "To", message.getDisplayTo());
            header(builder, "Cc", message.getDisplayCC());
            Date date = message.getMessageDeliveryTime() != null
                    ? message.getMessageDeliveryTime()
                    : message.getClientSubmitTime();
            if (date != null) {
                builder.setDate(date);
            }
            var out = new ByteArrayOutputStream();
            new DefaultMessageWriter().writeMessage(builder.build(), out);
            return out.toByteArray();
        } catch (PSTException e) {
            throw new IOException(e);
        }
    }

    private static void header(Message.Builder builder, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            String encoded = org.apache.james.mime4j.codec.EncoderUtil.encodeIfNecessary(
                    value, org.apache.james.mime4j.codec.EncoderUtil.Usage.TEXT_TOKEN, name.length() + 2);
            builder.setField(UnstructuredFieldImpl.PARSER.parse(
                    new RawField(name, encoded), org.apache.james.mime4j.codec.DecodeMonitor.SILENT));
        }
    }

    private static String address(@Nullable String name, @Nullable String address) {
        return address == null || address.isBlank() || !address.contains("@")
                ? String.valueOf(name)
                : String.valueOf(name).replaceAll("[<>\"]", "") + " <" + address + ">";
    }
}
