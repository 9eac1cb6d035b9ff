package dev.seaway.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Partial results: rate limit exceeded while reading source 3",
        "The parameter page is deprecated; the result was truncated to 36 records",
        "The parameter page is deprecated. Results are limited to 36 records.",
        "You do not have permission to view 4 of the projects",
        "failed to query region eu-west-1: connection refused",
        "4 repositories were not returned because of SAML enforcement",
        "Result set was capped at 36 records",
        "More results are available. Refine your query.",
        "Some results are hidden because you are not a member",
        "4 records were dropped: malformed",
        "unable to retrieve the complete list of server APIs",
        "Some resources have been omitted because of insufficient authorization.",
        "rpc error: code = DeadlineExceeded desc = context deadline exceeded",
        "Token expired: showing public records only",
        "You are not logged in. Only public items are shown.",
        "3 records skipped",
        "shard 3 did not respond",
        "only a partial result",
        "Some projects are not accessible",
        "Maximum number of results reached",
        "The row limit of 50 was applied",
        "Search aborted after 10 s",
        "Error while reading shard 3",
        "Skipping 4 malformed rows",
        "Long fields of 3 records were omitted"
      })
  void tellOfALoss(String text) {
    assertThat(Statements.tellsOfLoss(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We may limit or otherwise restrict your access to the API in line with our Terms.",
        "Use limit and offset to page through results.",
        "API usage is limited to 60 requests per minute on the free plan.",
        "40 records found, 0 skipped",
        "No results were omitted",
        "The result was not truncated",
        "Success. limit=100 offset=0",
        "Expired certificates retrieved successfully",
        "Requires the permission projects:read.",
        "PromQL warning: bucket label le is missing",
        "extensions/v1beta1 is deprecated, unavailable in v1.22+",
        "Your rate limit is 500 an hour",
        "Results are limited to 100 per page",
        "Descriptions are truncated to 200 characters",
        "Not all fields are shown by default",
        "https://x/items?limit=100&partial=true",
        ""
      })
  void tellOfNoLoss(String text) {
    assertThat(Statements.tellsOfLoss(text)).isFalse();
    assertThat(Statements.tellsOfRefusal(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your session has expired",
        "Permission denied",
        "missing permission projects:read",
        "Access token required",
        "forbidden"
      })
  void tellOfARefusal(String text) {
    assertThat(Statements.tellsOfRefusal(text)).isTrue();
  }
}
