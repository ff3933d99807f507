package dev.switchboard.local.vendors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// How what vendors tell comes to a product that listens on loopback: under its public address, in
/// any order, now and then twice, and again later if it was not taken.
public final class Tunnel implements AutoCloseable {

  /// What the product is called by.
  public static final String PUBLIC_URL = "https://switchboard.example";

  private static final int TWICE_PERCENT = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Random random;
  private final List<Webhook.Unsigned> waiting = new ArrayList<>();
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private volatile String end = "";

  Tunnel(long seed) {
    random = new Random(seed);
  }

  /// Leads to a product from now on.
  ///
  /// @param url where it listens
  public void leadTo(String url) {
    end = url;
  }

  synchronized void tell(List<Webhook.Unsigned> news) {
    waiting.addAll(news);
    for (var each : news) if (random.nextInt(100) < TWICE_PERCENT) waiting.add(each);
  }

  /// How many webhooks were answered with each status.
  public synchronized Map<Integer, Integer> answers() {
    return Map.copyOf(answers);
  }

  /// Sends what waits, in any order, until something is not taken.
  ///
  /// @return how much there was
  public int send() {
    var news = shuffled();
    var sent = 0;
    while (sent < news.size() && sent(news.get(sent))) sent++;
    keep(news.subList(sent, news.size()));
    return news.size();
  }

  private synchronized List<Webhook.Unsigned> shuffled() {
    var news = new ArrayList<>(waiting);
    waiting.clear();
    Collections.shuffle(news, random);
    return news;
  }

  private synchronized void keep(List<Webhook.Unsigned> news) {
    waiting.addAll(news);
  }

  private boolean sent(Webhook.Unsigned unsigned) {
    var webhook = unsigned.signed(PUBLIC_URL);
    var request =
        HttpRequest.newBuilder(URI.create(end + webhook.target()))
            .timeout(PATIENCE)
            .header("content-type", webhook.type())
            .POST(BodyPublishers.ofString(webhook.body()));
    webhook.headers().forEach(request::header);
    try {
      var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
      count(status);
      return status < 500;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized void count(int status) {
    answers.merge(status, 1, Integer::sum);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
