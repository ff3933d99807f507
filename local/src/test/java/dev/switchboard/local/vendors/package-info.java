/// The four vendors as stubs on the wire: real HTTP on loopback, what they do wrong by a seed, a
/// journal of what each of them took, and their signed webhooks back to the product.
///
/// The way in is [dev.switchboard.local.vendors.Vendors]. What is counted is counted on their side:
/// they know nothing of the product but what it sends them.
package dev.switchboard.local.vendors;
