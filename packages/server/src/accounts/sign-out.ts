import type { App } from "#app";
import { askAuth, cookiesOf } from "./ask-auth.ts";

/** Ends the session on the server and returns the cookies that clear it in the browser. */
export async function signOut(app: App, headers: Headers): Promise<{ readonly cookies: readonly string[] }> {
  return { cookies: cookiesOf(await askAuth(app, "/sign-out", {}, headers)) };
}
