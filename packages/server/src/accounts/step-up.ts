import { type Actor, type App, AppError } from "#app";
import { authorise } from "#access";
import { insertStepUp } from "./account.store.ts";

/**
 * Proves the person at the keyboard again with the password; the proof lasts five minutes for this session.
 * Returns false on a wrong password.
 */
export async function stepUp(
  app: App,
  actor: Actor,
  input: { readonly password: string },
  headers: Headers,
): Promise<boolean> {
  authorise(actor, "session.step_up");
  const session = await app.auth.api.getSession({ headers });
  if (!session) throw new AppError("unauthenticated");
  const isRight = await app.auth.api.verifyPassword({ body: { password: input.password }, headers }).then(
    (answer) => answer.status,
    () => false,
  );
  if (isRight) await insertStepUp(app.db.as("app_auth"), session.session.id);
  return isRight;
}
