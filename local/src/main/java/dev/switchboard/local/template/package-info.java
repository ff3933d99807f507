/// `template.yaml`, read: the one source of functions, routes, queues, tables, buses, schedules and
/// of where the definitions of state machines are.
///
/// The way in is [dev.switchboard.local.template.TemplateReader]; what comes out is a
/// [dev.switchboard.local.template.Template]. Permissions, alarms, logs and user pools are passed
/// by: nothing here acts on them. What is neither understood nor knowingly passed by is an error.
package dev.switchboard.local.template;
