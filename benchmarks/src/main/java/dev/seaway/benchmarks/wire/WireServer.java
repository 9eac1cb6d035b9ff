package dev.seaway.benchmarks.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/**
 * A server on the loopback interface, one thread to a connection. With tens of connections that
 * costs less processor time than any event loop: a request is one read, one write.
 */
public final class WireServer implements AutoCloseable {

  private static final int BACKLOG = 128;

  private final ServerSocket socket;
  private final WireHandler handler;
  private final ThreadFactory threads;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private WireServer(ServerSocket socket, WireHandler handler, ThreadFactory threads) {
    this.socket = socket;
    this.handler = handler;
    this.threads = threads;
  }

  /** Listens on a free port. */
  public static WireServer start(WireHandler handler) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      WireServer server = new WireServer(socket, handler, Thread.ofPlatform().daemon().factory());
      server.threads.newThread(server::accept).start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on the loopback interface", e);
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        open.add(client);
        threads.newThread(() -> serve(client)).start();
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException("Cannot accept connections any more", e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new WireConnection(client.getInputStream(), client.getOutputStream(), handler).serve();
    } catch (IOException e) {
      if (!socket.isClosed()) {
        System.err.println("A connection broke: " + e);
      }
    } finally {
      open.remove(client);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the server", e);
    }
  }
}
