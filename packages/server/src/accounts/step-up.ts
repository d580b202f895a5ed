import { type App, AppError } from "#app";
import { act } from "#use-case";
import { insertStepUp } from "./account.store.ts";
import { checkCode } from "./check-code.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { renewSession } from "./renew-session.ts";

/** `cookies` are ready-made Set-Cookie values: the session goes on under another token. */
export type StepUpOutcome =
  | { readonly outcome: "proved"; readonly cookies: readonly string[] }
  | { readonly outcome: Refusal };
type Refusal = "wrong-password" | "wrong-code" | "used-code";
type Proof = "proved" | Refusal;
type Input = { readonly secret: string; readonly headers: Headers };
type Asked = { readonly userId: string; readonly email: string };

/**
 * Proves the person at the keyboard again, with a code of the second factor where the account has one, else with the password;
 * the proof lasts five minutes for this session, which gets another token. Throws `rate-limited` after too many wrong ones.
 */
export const stepUp = act(
  { name: "session.step-up", permission: "session.step_up" },
  async ({ app, actor }, input: Input): Promise<StepUpOutcome> => {
    const session = await app.auth.api.getSession({ headers: input.headers });
    if (!session) throw new AppError("unauthenticated");
    const { user } = session;
    const hasFactor = user.twoFactorEnabled === true;
    const asked = { userId: user.id, email: user.email };
    const details = { by: hasFactor ? "second-factor" : "password" };
    const attempt = {
      kind: hasFactor ? "code" : "password",
      account: user.email,
      headers: input.headers,
      isRight: (outcome: Proof) => outcome === "proved",
      onLocked: (seconds: number) =>
        noteSignIn(app, {
          event: "session.locked",
          userId: user.id,
          actor,
          details: { ...details, seconds },
        }),
    } as const;
    const outcome = await limitAttempts(app, attempt, () =>
      hasFactor ? byCode(app, asked, input) : byPassword(app, input),
    );
    const event = outcome === "proved" ? "session.stepped-up" : "session.step-up-refused";
    await noteSignIn(app, { event, userId: user.id, actor, details });
    if (outcome !== "proved") return { outcome };
    await insertStepUp(app.db.as("app_auth"), session.session.id);
    return { outcome, cookies: await renewSession(app, input.headers) };
  },
);

async function byCode(app: App, { userId }: Asked, { secret, headers }: Input): Promise<Proof> {
  const { outcome } = await checkCode(app, { userId, code: secret, headers });
  return outcome === "right" ? "proved" : outcome;
}

function byPassword(app: App, { secret, headers }: Input): Promise<Proof> {
  return app.auth.api.verifyPassword({ body: { password: secret }, headers }).then(
    ({ status }) => (status ? "proved" : "wrong-password"),
    () => "wrong-password",
  );
}
