import type { App } from "#app";
import { askAuth, cookiesOf } from "./ask-auth.ts";
import { normalEmail } from "./normal-email.ts";

/** `cookies` are ready-made Set-Cookie values. A wrong password and an unknown address are the same refusal. */
export type SignInOutcome =
  | { readonly outcome: "signed-in"; readonly cookies: readonly string[] }
  | { readonly outcome: "second-factor"; readonly cookies: readonly string[] }
  | {
      readonly outcome: "refused";
      readonly reason: "wrong-credentials" | "too-many-attempts" | "wrong-code";
    };

/** First step of signing in. */
export async function signIn(
  app: App,
  input: { readonly email: string; readonly password: string },
  headers: Headers,
): Promise<SignInOutcome> {
  const response = await askAuth(
    app,
    "/sign-in/email",
    { email: normalEmail(input.email), password: input.password },
    headers,
  );
  if (response.status === 429) return { outcome: "refused", reason: "too-many-attempts" };
  if (!response.ok) return { outcome: "refused", reason: "wrong-credentials" };
  const body = (await response.json()) as { twoFactorRedirect?: boolean };
  return {
    outcome: body.twoFactorRedirect === true ? "second-factor" : "signed-in",
    cookies: cookiesOf(response),
  };
}

/** Second step: a TOTP code, or one of the backup codes. */
export async function verifySecondFactor(
  app: App,
  input: { readonly code: string },
  headers: Headers,
): Promise<SignInOutcome> {
  const code = input.code.replaceAll(/\s/g, "");
  const isTotp = /^\d{6}$/.test(code);
  const response = await askAuth(
    app,
    isTotp ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code",
    { code },
    headers,
  );
  if (response.status === 429) return { outcome: "refused", reason: "too-many-attempts" };
  if (!response.ok) return { outcome: "refused", reason: "wrong-code" };
  return { outcome: "signed-in", cookies: cookiesOf(response) };
}
