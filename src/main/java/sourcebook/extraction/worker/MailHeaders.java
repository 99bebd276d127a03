package sourcebook.extraction.worker;

import java.util.Date;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.stream.Field;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/// A message's header fields by Tika's names; all of them, undecided, under `Message:Raw-Header:`.
final class MailHeaders {
    private MailHeaders() {}

    static void read(Message message, Metadata metadata) {
        for (Field field : message.getHeader()) {
            metadata.add("Message:Raw-Header:" + field.getName(), decoded(field.getBody()));
        }
        String subject = message.getSubject();
        if (subject != null && !subject.isBlank()) {
            metadata.set("dc:title", subject.strip());
            metadata.set("dc:subject", subject.strip());
        }
        Date date = message.getDate();
        if (date != null) {
            metadata.set("dcterms:created", date.toInstant().toString());
        }
        if (message.getFrom() != null && !message.getFrom().isEmpty()) {
            for (Mailbox from : message.getFrom()) {
                metadata.add("Message-From", written(from));
                metadata.add("dc:creator", written(from));
                metadata.add("Message:From-Email", from.getAddress());
                if (from.getName() != null) {
                    metadata.add("Message:From-Name", decoded(from.getName()));
                }
            }
        } else {
            raw(message, "From", "Message-From", metadata);
            raw(message, "From", "dc:creator", metadata);
        }
        addresses(message.getTo(), "Message-To", metadata);
        addresses(message.getCc(), "Message-Cc", metadata);
        addresses(message.getBcc(), "Message-Bcc", metadata);
        if (message.getMessageId() != null) {
            metadata.set("dc:identifier", message.getMessageId());
        }
    }

    /// Encoded words (RFC 2047) as text.
    static String decoded(String value) {
        return DecoderUtil.decodeEncodedWords(value.strip(), DecodeMonitor.SILENT);
    }

    private static void addresses(@Nullable AddressList addresses, String field, Metadata metadata) {
        if (addresses != null) {
            for (Mailbox mailbox : addresses.flatten()) {
                metadata.add(field, written(mailbox));
            }
        }
    }

    private static void raw(Message message, String header, String field, Metadata metadata) {
        Field found = message.getHeader().getField(header);
        if (found != null && !found.getBody().isBlank()) {
            metadata.add(field, decoded(found.getBody()));
        }
    }

    private static String written(Mailbox mailbox) {
        return mailbox.getName() == null || mailbox.getName().isBlank()
                ? mailbox.getAddress()
                : decoded(mailbox.getName()) + " <" + mailbox.getAddress() + ">";
    }
}
