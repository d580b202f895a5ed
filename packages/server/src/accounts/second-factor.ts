import { type Actor, type App } from "#app";
import { authorise } from "#access";
import { askAuth, cookiesOf } from "./ask-auth.ts";

export type SecondFactorSetup = { readonly uri: string; readonly backupCodes: readonly string[] };

/** Begins TOTP for the signed-in account: the otpauth URI for the authenticator and ten backup codes; null on a wrong password. */
export async function beginSecondFactor(
  app: App,
  actor: Actor,
  input: { readonly password: string },
  headers: Headers,
): Promise<SecondFactorSetup | null> {
  authorise(actor, "session.second_factor");
  const response = await askAuth(app, "/two-factor/enable", { password: input.password }, headers);
  if (!response.ok) return null;
  const body = (await response.json()) as { totpURI: string; backupCodes: string[] };
  return { uri: body.totpURI, backupCodes: body.backupCodes };
}

/** The first right code switches the second factor on; returns new session cookies, or null on a wrong code. */
export async function confirmSecondFactor(
  app: App,
  actor: Actor,
  input: { readonly code: string },
  headers: Headers,
): Promise<readonly string[] | null> {
  authorise(actor, "session.second_factor");
  const response = await askAuth(
    app,
    "/two-factor/verify-totp",
    { code: input.code.replaceAll(/\s/g, "") },
    headers,
  );
  return response.ok ? cookiesOf(response) : null;
}
