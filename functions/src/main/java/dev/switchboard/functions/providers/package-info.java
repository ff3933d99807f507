/// Who carries the channels. Each adapter makes at most one request per call and never repeats one.
package dev.switchboard.functions.providers;
