import { type App, AppError } from "#app";

/**
 * Asks better-auth through its own HTTP handler, so that its cookie rules apply. Throws `unavailable` when it could not look:
 * a database that is away is no wrong password.
 */
export async function askAuth(app: App, path: string, body: object, headers: Headers): Promise<Response> {
  const base = app.config.origin ?? `http://localhost:${app.config.port}`;
  const forwarded = new Headers({ "content-type": "application/json", origin: base });
  for (const name of ["cookie", "user-agent", "x-forwarded-for"]) {
    const value = headers.get(name);
    if (value !== null) forwarded.set(name, value);
  }
  const response = await app.auth.handler(
    new Request(`${base}/api/auth${path}`, {
      method: "POST",
      headers: forwarded,
      body: JSON.stringify(body),
    }),
  );
  if (response.status >= 500) throw new AppError("unavailable", { retryAfterSeconds: 10 });
  return response;
}

export function cookiesOf(response: Response): readonly string[] {
  return response.headers.getSetCookie();
}
