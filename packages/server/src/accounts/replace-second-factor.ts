import { AppError } from "#app";
import { drawFactor, type SecondFactorSetup, stepOfDrawn, takeDrawn } from "#sessions";
import { act } from "#use-case";
import { limitAttempts } from "./limit-attempts.ts";
import { renewSession } from "./renew-session.ts";
import { deleteSessions } from "./session.store.ts";
import { noteStep } from "./used-code.store.ts";

const permission = "session.second_factor.replace";

/**
 * Begins the change to another authenticator: the otpauth URI and ten new backup codes; null on a wrong password. What is on
 * goes on until a code of the new key is confirmed. Throws `conflict` where no second factor is on, `rate-limited` after too
 * many wrong passwords.
 */
export const beginReplacement = act(
  { name: "session.second-factor.replace.begin", permission },
  async (
    { app },
    { password, headers }: { readonly password: string; readonly headers: Headers },
  ): Promise<SecondFactorSetup | null> => {
    const session = await app.auth.api.getSession({ headers });
    if (!session) throw new AppError("unauthenticated");
    if (session.user.twoFactorEnabled !== true)
      throw new AppError("conflict", { reason: "no-second-factor" });
    const attempt = {
      kind: "password",
      account: session.user.email,
      headers,
      isRight: (is: boolean) => is,
    } as const;
    const isRight = await limitAttempts(app, attempt, () =>
      app.auth.api.verifyPassword({ body: { password }, headers }).then(
        ({ status }) => status,
        () => false,
      ),
    );
    return isRight ? drawFactor(app.auth, session.user) : null;
  },
);

export type ReplacementOutcome =
  | { readonly outcome: "replaced"; readonly cookies: readonly string[] }
  | { readonly outcome: "wrong-code" };

/**
 * A code of the new key puts it in the place of the old one, whose codes open nothing any more; every other session ends
 * (OWASP ASVS 5.0, 7.4.3) and this one goes on under another token. Throws `rate-limited` after too many wrong codes.
 */
export const confirmReplacement = act(
  { name: "session.second-factor.replace", permission },
  async (
    { app, inAccounts },
    { oneTimeCode, headers }: { readonly oneTimeCode: string; readonly headers: Headers },
  ): Promise<ReplacementOutcome> => {
    const session = await app.auth.api.getSession({ headers });
    if (!session) throw new AppError("unauthenticated");
    const { id: userId, email } = session.user;
    const attempt = {
      kind: "code",
      account: email,
      headers,
      isRight: (found: number | null) => found !== null,
    } as const;
    const step = await limitAttempts(app, attempt, () =>
      stepOfDrawn(app.auth, userId, oneTimeCode.replaceAll(/\s/g, "")),
    );
    if (step === null) return { outcome: "wrong-code" };
    await noteStep(app.db.as("app_auth"), userId, step);
    if (!(await takeDrawn(app.auth, userId))) return { outcome: "wrong-code" };
    await inAccounts(async (change) => {
      const endedSessions = await deleteSessions(change.tx, { userId, except: session.session.id });
      await change.audit({ objectType: "account", objectId: userId, details: { endedSessions } });
    });
    return { outcome: "replaced", cookies: await renewSession(app, headers) };
  },
);
