import { type App, isAppError } from "#app";
import { findUserByEmail } from "./account.store.ts";
import { actorOfUser } from "./actor-of.ts";
import { askAuth, cookiesOf } from "./ask-auth.ts";
import { checkCode } from "./check-code.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { normalEmail } from "./normal-email.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { keepNewestSessions } from "./session-life.store.ts";
import { sessionsEach } from "./session-rules.ts";

/** `cookies` are ready-made Set-Cookie values. A wrong password and an unknown address are the same refusal. */
export type SignInOutcome =
  | { readonly outcome: "signed-in"; readonly cookies: readonly string[] }
  | { readonly outcome: "second-factor"; readonly cookies: readonly string[] }
  | { readonly outcome: "refused"; readonly reason: "wrong-credentials" | "wrong-code" | "used-code" }
  | TooMany;

type TooMany = {
  readonly outcome: "refused";
  readonly reason: "too-many-attempts";
  readonly retryAfterSeconds: number;
};

/** First step of signing in. */
export async function signIn(
  app: App,
  input: { readonly email: string; readonly password: string },
  headers: Headers,
): Promise<SignInOutcome> {
  const email = normalEmail(input.email);
  const userId = (await findUserByEmail(app.db.as("app_auth"), email)) ?? null;
  const attempt = {
    kind: "password",
    account: email,
    headers,
    isRight: (response: Response) => response.ok,
    onLocked: (seconds: number) => noteLocked(app, userId, "password", seconds),
  } as const;
  return orTooMany(async () => {
    const { password } = input;
    const response = await limitAttempts(app, attempt, () =>
      askAuth(app, "/sign-in/email", { email, password }, headers),
    );
    if (!response.ok) {
      await noteSignIn(app, { event: "session.refused", userId, details: { reason: "password" } });
      return { outcome: "refused", reason: "wrong-credentials" };
    }
    const body = (await response.json()) as { twoFactorRedirect?: boolean };
    const cookies = cookiesOf(response);
    if (body.twoFactorRedirect === true) return { outcome: "second-factor", cookies };
    await begun(app, userId!, "password");
    return { outcome: "signed-in", cookies };
  });
}

/** Second step: a TOTP code, or one of the backup codes. */
export async function verifySecondFactor(
  app: App,
  input: { readonly code: string },
  headers: Headers,
): Promise<SignInOutcome> {
  const pending = await app.auth.api.pendingUser({ headers });
  if (pending === null) return { outcome: "refused", reason: "wrong-code" };
  const { userId, email } = pending;
  const attempt = {
    kind: "code",
    account: email,
    headers,
    isRight: ({ outcome }: Awaited<ReturnType<typeof checkCode>>) => outcome === "right",
    onLocked: (seconds: number) => noteLocked(app, userId, "code", seconds),
  } as const;
  return orTooMany(async () => {
    const answer = await limitAttempts(app, attempt, () =>
      checkCode(app, { userId, code: input.code, headers }),
    );
    if (answer.outcome !== "right") {
      await noteSignIn(app, { event: "session.refused", userId, details: { reason: answer.outcome } });
      return { outcome: "refused", reason: answer.outcome };
    }
    await begun(app, userId, "second-factor");
    return { outcome: "signed-in", cookies: cookiesOf(answer.response) };
  });
}

/** A demo shares its accounts among all who look at it: there nobody puts another out. */
async function begun(app: App, userId: string, by: "password" | "second-factor"): Promise<void> {
  if (!app.config.demo) await keepNewestSessions(app.db.as("app_auth"), userId, sessionsEach);
  const actor = await actorOfUser(app, userId);
  await noteSignIn(app, { event: "session.signed-in", userId, ...(actor ? { actor } : {}), details: { by } });
}

export function noteLocked(app: App, userId: string | null, kind: string, seconds: number): Promise<void> {
  return noteSignIn(app, { event: "session.locked", userId, details: { kind, seconds } });
}

async function orTooMany(work: () => Promise<SignInOutcome>): Promise<SignInOutcome> {
  try {
    return await work();
  } catch (error) {
    const wait =
      isAppError(error) && error.code === "rate-limited" ? error.details["retryAfterSeconds"] : null;
    if (typeof wait !== "number") throw error;
    return { outcome: "refused", reason: "too-many-attempts", retryAfterSeconds: wait };
  }
}
