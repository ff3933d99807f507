/// Contacts at the edge: reading addresses.
///
/// The way in is [dev.switchboard.functions.contact.PhoneNumbers] and
/// [dev.switchboard.functions.contact.EmailAddresses]. Whether an address answers is not asked
/// here.
package dev.switchboard.functions.contact;
