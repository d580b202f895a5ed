import { AppError } from "#app";
import { act } from "#use-case";
import { insertStepUp } from "./account.store.ts";

/**
 * Proves the person at the keyboard again with the password; the proof lasts five minutes for this session.
 * Returns false on a wrong password.
 */
export const stepUp = act(
  { name: "session.step-up", permission: "session.step_up" },
  async (
    { app },
    { password, headers }: { readonly password: string; readonly headers: Headers },
  ): Promise<boolean> => {
    const session = await app.auth.api.getSession({ headers });
    if (!session) throw new AppError("unauthenticated");
    const isRight = await app.auth.api.verifyPassword({ body: { password }, headers }).then(
      (answer) => answer.status,
      () => false,
    );
    if (isRight) await insertStepUp(app.db.as("app_auth"), session.session.id);
    return isRight;
  },
);
