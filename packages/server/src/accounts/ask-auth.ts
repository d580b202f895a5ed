import type { App } from "#app";

/** Asks better-auth through its own HTTP handler, so that its rate limits and cookie rules apply. */
export function askAuth(app: App, path: string, body: object, headers: Headers): Promise<Response> {
  const base = app.config.origin ?? `http://localhost:${app.config.port}`;
  const forwarded = new Headers({ "content-type": "application/json", origin: base });
  for (const name of ["cookie", "user-agent", "x-forwarded-for"]) {
    const value = headers.get(name);
    if (value !== null) forwarded.set(name, value);
  }
  return app.auth.handler(
    new Request(`${base}/api/auth${path}`, {
      method: "POST",
      headers: forwarded,
      body: JSON.stringify(body),
    }),
  );
}

export function cookiesOf(response: Response): readonly string[] {
  return response.headers.getSetCookie();
}
