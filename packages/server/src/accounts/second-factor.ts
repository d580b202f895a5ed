import { act } from "#use-case";
import { askAuth, cookiesOf } from "./ask-auth.ts";

export type SecondFactorSetup = { readonly uri: string; readonly backupCodes: readonly string[] };

/** Begins TOTP for the signed-in account: the otpauth URI for the authenticator and ten backup codes; null on a wrong password. */
export const beginSecondFactor = act(
  { name: "session.second-factor.begin", permission: "session.second_factor" },
  async (
    { app },
    { password, headers }: { readonly password: string; readonly headers: Headers },
  ): Promise<SecondFactorSetup | null> => {
    const response = await askAuth(app, "/two-factor/enable", { password }, headers);
    if (!response.ok) return null;
    const body = (await response.json()) as { totpURI: string; backupCodes: string[] };
    return { uri: body.totpURI, backupCodes: body.backupCodes };
  },
);

/** The first right code switches the second factor on; returns new session cookies, or null on a wrong code. */
export const confirmSecondFactor = act(
  { name: "session.second-factor.confirm", permission: "session.second_factor" },
  async (
    { app },
    { oneTimeCode, headers }: { readonly oneTimeCode: string; readonly headers: Headers },
  ): Promise<readonly string[] | null> => {
    const code = oneTimeCode.replaceAll(/\s/g, "");
    const response = await askAuth(app, "/two-factor/verify-totp", { code }, headers);
    return response.ok ? cookiesOf(response) : null;
  },
);
