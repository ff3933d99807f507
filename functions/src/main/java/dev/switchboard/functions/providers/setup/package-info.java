/// Which vendors there are settings of, and where the settings come from.
///
/// [dev.switchboard.functions.providers.setup.ProviderSettings] reads them;
/// [dev.switchboard.functions.providers.setup.Vendors] makes the provider of a channel of them.
package dev.switchboard.functions.providers.setup;
