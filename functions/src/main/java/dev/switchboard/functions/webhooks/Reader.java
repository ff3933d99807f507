package dev.switchboard.functions.webhooks;

/// What a request says that its vendor signed.
@FunctionalInterface
interface Reader {

  /// @throws dev.switchboard.functions.http.Refused 4xx if it has not the vendor's form
  News read(Incoming request);
}
