/// Who can be reached, and whether they may be: contacts, consent, suppression and the outbound
/// gate.
///
/// The way in is [dev.switchboard.contact.Gate]. Nothing here sends.
package dev.switchboard.contact;
