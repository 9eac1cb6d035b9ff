package dev.seaway.distribution.sandbox;

/**
 * What the sandbox site holds and how it answers.
 *
 * @param serviceDesks how many service desks it has, from 1
 * @param requests how many customer requests it has, spread over the desks
 * @param organizations how many organizations it has
 * @param largestPage the most records that one answer grants, whatever was asked for
 * @param username the e-mail address that it accepts
 * @param token the API token that it accepts
 * @param port the port to listen on; 0 takes any free one
 */
public record SandboxSettings(
    int serviceDesks,
    int requests,
    int organizations,
    int largestPage,
    String username,
    String token,
    int port) {

  /** 50 service desks, 500 requests, 100 organizations, pages of at most 100, any free port. */
  public static final SandboxSettings DEFAULT =
      new SandboxSettings(50, 500, 100, 100, "demo@example.com", "sandbox-token", 0);

  public SandboxSettings {
    if (serviceDesks < 1 || requests < 0 || organizations < 0 || largestPage < 1) {
      throw new IllegalArgumentException(
          "A sandbox site needs at least one service desk and pages of at least one record");
    }
  }

  /** These settings with other numbers of records. */
  public SandboxSettings withSizes(int desks, int customerRequests, int customerOrganizations) {
    return new SandboxSettings(
        desks, customerRequests, customerOrganizations, largestPage, username, token, port);
  }

  /** These settings with another limit on the records of one answer. */
  public SandboxSettings withLargestPage(int records) {
    return new SandboxSettings(
        serviceDesks, requests, organizations, records, username, token, port);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "SandboxSettings[%d service desks, %d requests, %d organizations, port %d]"
        .formatted(serviceDesks, requests, organizations, port);
  }
}
