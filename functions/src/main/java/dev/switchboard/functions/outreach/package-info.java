/// The functions of smart-send: orders in, executions out.
///
/// An order is read by [dev.switchboard.functions.outreach.OrderReader]. What is decided about it
/// is in `dev.switchboard.outreach`, not here.
package dev.switchboard.functions.outreach;
