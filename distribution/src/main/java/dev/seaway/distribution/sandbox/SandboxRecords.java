package dev.seaway.distribution.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The records of a sandbox site, always the same for the same sizes. Their links name a site that
 * does not exist, so that they do not change with the port on which the sandbox listens.
 *
 * @param serviceDesks as the service desk API shows them
 * @param requests as the service desk API shows them
 * @param organizations as the service desk API shows them
 * @param projects as the platform API shows them, one for each service desk
 */
public record SandboxRecords(
    List<ObjectNode> serviceDesks,
    List<ObjectNode> requests,
    List<ObjectNode> organizations,
    List<ObjectNode> projects) {

  private static final URI SITE = URI.create("https://sandbox.example.com");

  public SandboxRecords {
    serviceDesks = List.copyOf(serviceDesks);
    requests = List.copyOf(requests);
    organizations = List.copyOf(organizations);
    projects = List.copyOf(projects);
  }

  /** Makes as many records as the settings say. */
  public static SandboxRecords generate(SandboxSettings settings) {
    Desks desks = new Desks(SITE);
    Requests requests = new Requests(SITE, desks, settings.serviceDesks());
    Organizations organizations = new Organizations(SITE);
    return new SandboxRecords(
        make(settings.serviceDesks(), desks::serviceDesk),
        make(settings.requests(), requests::request),
        make(settings.organizations(), organizations::organization),
        make(settings.serviceDesks(), desks::project));
  }

  /** These records with other service desks. */
  public SandboxRecords withServiceDesks(List<ObjectNode> others) {
    return new SandboxRecords(others, requests, organizations, projects);
  }

  /** These records with other requests. */
  public SandboxRecords withRequests(List<ObjectNode> others) {
    return new SandboxRecords(serviceDesks, others, organizations, projects);
  }

  /** These records with other organizations. */
  public SandboxRecords withOrganizations(List<ObjectNode> others) {
    return new SandboxRecords(serviceDesks, requests, others, projects);
  }

  private static List<ObjectNode> make(int count, IntFunction<ObjectNode> record) {
    return IntStream.range(0, count).mapToObj(record).toList();
  }
}
