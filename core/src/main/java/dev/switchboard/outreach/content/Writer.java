package dev.switchboard.outreach.content;

import dev.switchboard.send.Content;

/// Writes what one lead is told over one channel: the caller's own message where there is one, else
/// words of its own.
///
/// Whatever it writes says who speaks, and how to hear no more: in an SMS and in speech by a
/// sentence, in an e-mail by a link and the sender's postal address.
public interface Writer {

  Content write(Brief brief);
}
