import { AppError } from "#app";
import type { SecondFactorSetup } from "#sessions";
import { act } from "#use-case";
import { askAuth, cookiesOf } from "./ask-auth.ts";
import { checkCode } from "./check-code.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { noteSignIn } from "./note-sign-in.ts";

/**
 * Begins TOTP for the signed-in account: the otpauth URI for the authenticator and ten backup codes; null on a wrong password.
 * Throws `rate-limited` after too many wrong ones.
 */
export const beginSecondFactor = act(
  { name: "session.second-factor.begin", permission: "session.second_factor" },
  async (
    { app },
    { password, headers }: { readonly password: string; readonly headers: Headers },
  ): Promise<SecondFactorSetup | null> => {
    const session = await app.auth.api.getSession({ headers });
    if (!session) throw new AppError("unauthenticated");
    const attempt = {
      kind: "password",
      account: session.user.email,
      headers,
      isRight: ({ ok }: Response) => ok,
    } as const;
    const response = await limitAttempts(app, attempt, () =>
      askAuth(app, "/two-factor/enable", { password }, headers),
    );
    if (!response.ok) return null;
    const body = (await response.json()) as { totpURI: string; backupCodes: string[] };
    return { uri: body.totpURI, backupCodes: body.backupCodes };
  },
);

export type ConfirmOutcome =
  | { readonly outcome: "confirmed"; readonly cookies: readonly string[] }
  | { readonly outcome: "wrong-code" | "used-code" };

/** The first right code switches the second factor on, with new session cookies. Throws `rate-limited` after too many wrong ones. */
export const confirmSecondFactor = act(
  { name: "session.second-factor.confirm", permission: "session.second_factor" },
  async (
    { app, actor },
    { oneTimeCode, headers }: { readonly oneTimeCode: string; readonly headers: Headers },
  ): Promise<ConfirmOutcome> => {
    const session = await app.auth.api.getSession({ headers });
    if (!session) throw new AppError("unauthenticated");
    const { id: userId, email } = session.user;
    const attempt = {
      kind: "code",
      account: email,
      headers,
      isRight: ({ outcome }: Awaited<ReturnType<typeof checkCode>>) => outcome === "right",
    } as const;
    const answer = await limitAttempts(app, attempt, () =>
      checkCode(app, { userId, code: oneTimeCode, headers }),
    );
    if (answer.outcome !== "right") return { outcome: answer.outcome };
    await noteSignIn(app, { event: "session.second-factor-set", userId, actor });
    return { outcome: "confirmed", cookies: cookiesOf(answer.response) };
  },
);
