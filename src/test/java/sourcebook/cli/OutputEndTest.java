package sourcebook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OutputEndTest {
    @Test
    void aDiskThatIsFullIsNoSuccess() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        StringWriter said = new StringWriter();
        CommandLine line = SourcebookCommand.line((folder, address, port) -> 0);
        line.setOut(new PrintWriter(full));
        line.setErr(new PrintWriter(said));
        assertEquals(SourcebookCommand.FAILED, line.execute("--version"));
        assertTrue(said.toString().startsWith("The output could not be written to its end."), said.toString());
    }
}
