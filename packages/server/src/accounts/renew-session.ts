import { type App, AppError } from "#app";

/**
 * Gives the session of these headers another token and the Set-Cookie values that carry it; the old token opens nothing from
 * then on (OWASP ASVS 5.0, 7.2.4). Throws `unauthenticated` when the session is gone.
 */
export async function renewSession(app: App, headers: Headers): Promise<readonly string[]> {
  const { response, headers: answered } = await app.auth.api.renewSession({ headers, returnHeaders: true });
  if (!response) throw new AppError("unauthenticated");
  return answered.getSetCookie();
}
