package sourcebook.cli;

import sourcebook.catalogue.ArchiveFolder;

/// Starts the web server and returns when it has been stopped.
public interface Server {
    /// @param address to bind to; anything but a loopback address demands an account
    /// @param port 0 for any free one
    int serve(ArchiveFolder folder, String address, int port) throws Exception;
}
