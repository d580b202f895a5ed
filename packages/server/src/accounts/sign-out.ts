import type { App } from "#app";
import { actorOf } from "./actor-of.ts";
import { askAuth, cookiesOf } from "./ask-auth.ts";
import { noteSignIn } from "./note-sign-in.ts";

/** Ends the session on the server and returns the cookies that clear it in the browser. */
export async function signOut(app: App, headers: Headers): Promise<{ readonly cookies: readonly string[] }> {
  const actor = await actorOf(app, headers);
  const cookies = cookiesOf(await askAuth(app, "/sign-out", {}, headers));
  if (actor !== null) await noteSignIn(app, { event: "session.signed-out", userId: actor.userId, actor });
  return { cookies };
}
