package dev.seaway.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seaway.connector.ApiRequest;
import dev.seaway.connector.ApiResponse;
import dev.seaway.connector.Auth;
import dev.seaway.connector.Secret;
import dev.seaway.core.http.ApiException.Reason;
import dev.seaway.core.http.TestServer.Reply;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of 2xx that say: you are nobody. */
class SignInTest {

  private static final Auth BEARER = new Auth.Bearer(Secret.of("hush"));
  private static final VertxTransport TRANSPORT = new VertxTransport(TransportOptions.of(4));

  @AfterAll
  static void close() {
    TRANSPORT.close();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Seraph-LoginReason, AUTHENTICATED_FAILED",
    "X-Seraph-LoginReason, AUTHENTICATION_DENIED",
    "X-Seraph-LoginReason, AUTHORISATION_FAILED",
    "x-seraph-loginreason, OUT",
    "X-AUSERNAME, anonymous",
    "X-You-Are-Authenticated-As, anonymous",
    "X-Authenticated-User, Anonymous",
    "Remote-User, nobody",
    "WWW-Authenticate, Basic"
  })
  void aHeaderThatSaysNobodyIsACredentialsFailure(String header, String value) {
    Reply reply = Reply.json("[{\"id\":1}]").with(header, value);
    assertThat(failure(BEARER, reply))
        .returns(Reason.CREDENTIALS, ApiException::reason)
        .hasMessageContainingAll(value, "answered 200");
    assertThat(answered(new Auth.None(), reply)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Seraph-LoginReason, OK",
    "X-AUSERNAME, jane",
    "X-Seraph-LoginReason, ''",
    "X-Authenticated-User, bot",
    "X-Mode, anonymous"
  })
  void aHeaderThatSaysSomebodyIsNone(String header, String value) {
    assertThat(answered(BEARER, Reply.json("[]").with(header, value))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'warnings':['Token expired: showing public records only']",
        "'warnings':[{'code':3,'text':'Your session has expired'}]",
        "'message':'You are not logged in. Only public items are shown.'",
        "'authenticated':false",
        "'meta':{'is_logged_in':false}",
        "'isAnonymous':true",
        "'user':{'name':'anonymous','isAnonymous':true}",
        "'current_user':{'login':'Anonymous'}",
        "'viewer':'anonymous'"
      })
  void aBodyThatSaysNobodyIsACredentialsFailure(String said) {
    String body = "{'items':[{'id':1}]," + said + "}";
    Reply reply = Reply.json(body.replace('\'', '"'));
    assertThat(failure(BEARER, reply))
        .returns(Reason.CREDENTIALS, ApiException::reason)
        .hasMessageContaining("made no use of the credentials");
    assertThat(answered(new Auth.None(), reply)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'items':[{'id':1,'authenticated':false,'user':{'name':'anonymous'}}]}",
        "{'id':7,'authenticated':false,'isAnonymous':true}",
        "{'items':[],'authenticated':true,'user':{'name':'bot','isAnonymous':false}}",
        "{'items':[],'message':'3 tokens listed','author':{'name':'anonymous'}}",
        "[{'message':'not logged in'}]"
      })
  void aBodyThatSpeaksOfOtherThingsIsNone(String body) {
    assertThat(answered(BEARER, Reply.json(body.replace('\'', '"')))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example.com/login?continue=x",
        "/login.jsp?os_destination=%2Fx",
        "/sign-in",
        "/?next=/sso",
        "https://accounts.example.com/ServiceLogin",
        "/oauth2/authorize?client_id=1"
      })
  void aRedirectToASignInIsACredentialsFailure(String location) {
    assertThat(failure(BEARER, Reply.redirect(302, location)))
        .returns(Reason.CREDENTIALS, ApiException::reason)
        .hasMessageContaining("a sign-in page");
  }

  @Test
  void aRedirectBelowAPathThatIsCalledSoAnywayIsFollowed() {
    try (TestServer server =
        TestServer.inTurn(Reply.redirect(302, "/auth/users/"), Reply.json("[]"))) {
      assertThat(send(server, BEARER, "/auth/users").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html;charset=utf-8, <p>Log in</p>",
    "203, text/html, <p>Log in</p>",
    "200, application/json, ' <!DOCTYPE html><title>Log in</title>'",
    "200, text/plain, <HTML><title>Log in</title>"
  })
  void aPageInPlaceOfJsonIsACredentialsFailure(int status, String type, String page) {
    Reply reply = Reply.status(status, page).with("Content-Type", type);
    assertThat(failure(BEARER, reply))
        .returns(Reason.CREDENTIALS, ApiException::reason)
        .hasMessageContainingAll("a sign-in page", "Log in");
    assertThat(failure(new Auth.None(), reply)).returns(Reason.NOT_JSON, ApiException::reason);
  }

  @Test
  void jsonThatIsDeclaredAsHtmlIsRead() {
    Reply reply = Reply.json("[]").with("Content-Type", "text/html");
    assertThat(answered(BEARER, reply)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "403, X-Authentication-Denied-Reason, 'CAPTCHA_CHALLENGE; login-url=http://h/login.jsp'",
    "401, X-Authentication-Denied-Reason, CAPTCHA_CHALLENGE",
    "403, X-Seraph-LoginReason, AUTHENTICATION_DENIED",
    "200, X-Seraph-LoginReason, AUTHENTICATION_DENIED"
  })
  void aCaptchaIsSaid(int status, String header, String value) {
    assertThat(failure(BEARER, Reply.status(status, "[]").with(header, value)))
        .returns(Reason.CREDENTIALS, ApiException::reason)
        .hasMessageContaining("CAPTCHA")
        .hasMessageContaining("sign in once with a browser");
  }

  @Test
  void aTokenIsRenewedOnceWhereItWasNotUsed() {
    try (TestServer server =
        TestServer.inTurn(
            Reply.json("{\"access_token\":\"a\"}"),
            Reply.json("[]").with("X-AUSERNAME", "anonymous"),
            Reply.json("{\"access_token\":\"b\"}"),
            Reply.json("[1]").with("X-AUSERNAME", "jane"))) {
      Auth auth =
          new Auth.ClientCredentials(
              server.url("/token"), "id", Secret.of("hush"), Optional.empty());
      assertThat(send(server, auth, "/x").body()).hasToString("[1]");
    }
  }

  private static ApiException failure(Auth auth, Reply reply) {
    return catchThrowableOfType(ApiException.class, () -> answered(auth, reply));
  }

  private static int answered(Auth auth, Reply reply) {
    try (TestServer server = TestServer.inTurn(reply)) {
      return send(server, auth, "/x").status();
    }
  }

  private static ApiResponse send(TestServer server, Auth auth, String path) {
    return ApiClients.of(
            Sources.records(server.url(""), auth), TRANSPORT, new FakeWaits(), new Announced())
        .send(ApiRequest.get(path));
  }
}
