import type { App } from "#app";
import { insertStepUp } from "./account.store.ts";
import { signIn, type SignInOutcome, verifySecondFactor } from "./sign-in.ts";

export type TerminalOutcome =
  | { readonly outcome: "signed-in"; readonly token: string }
  | Extract<SignInOutcome, { readonly outcome: "refused" }>;

/**
 * Signs in where commands are typed: password and second code at once, then the token for `TUWAI_TOKEN`. As everything was
 * proved just now, the commands of the next five minutes may change accounts.
 */
export async function signInAtTerminal(
  app: App,
  given: { readonly email: string; readonly password: string; readonly code: string },
): Promise<TerminalOutcome> {
  const headers = new Headers({ "user-agent": "tuwai" });
  const first = await signIn(app, given, headers);
  const answer =
    first.outcome === "second-factor"
      ? await verifySecondFactor(app, given, withCookies(headers, first.cookies))
      : first;
  if (answer.outcome === "refused") return answer;
  const session = await app.auth.api.getSession({ headers: withCookies(headers, answer.cookies) });
  const token = tokenIn(answer.cookies);
  if (!session || token === null) return { outcome: "refused", reason: "wrong-code" };
  await insertStepUp(app.db.as("app_auth"), session.session.id);
  return { outcome: "signed-in", token };
}

function withCookies(headers: Headers, cookies: readonly string[]): Headers {
  const sent = new Headers(headers);
  sent.set("cookie", cookies.map((cookie) => cookie.split(";")[0]).join("; "));
  return sent;
}

/** What stands before the dot of the session cookie; after it is only its signature. */
function tokenIn(cookies: readonly string[]): string | null {
  const cookie = cookies.find((each) => each.includes("session_token="));
  const value = cookie === undefined ? null : /session_token=([^;]+)/.exec(cookie)?.[1];
  return value == null ? null : (decodeURIComponent(value).split(".")[0] ?? null);
}
