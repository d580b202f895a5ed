/** A finished sentence for the next page, already in the reader's language. */
export type Flash = { readonly tone: "ok" | "warn" | "err"; readonly text: string };

const name = "kabar";

/** The Set-Cookie value that carries a flash over one redirect: `redirect(to, { headers: flash("ok", t.saved(3)) })`. */
export function flash(tone: Flash["tone"], text: string): { "Set-Cookie": string } {
  const value = encodeURIComponent(JSON.stringify({ tone, text }));
  return { "Set-Cookie": `${name}=${value}; Path=/; Max-Age=120; HttpOnly; SameSite=Lax` };
}

/** Reads the flash of a request; anything malformed counts as none. */
export function readFlash(request: Request): Flash | null {
  const value = new RegExp(`(?:^|;\\s*)(?:__Host-)?${name}=([^;]*)`).exec(
    request.headers.get("cookie") ?? "",
  )?.[1];
  if (value === undefined) return null;
  try {
    const found = JSON.parse(decodeURIComponent(value)) as Partial<Flash>;
    const tone = (["ok", "warn", "err"] as const).find((known) => known === found.tone);
    return tone !== undefined && typeof found.text === "string"
      ? { tone, text: found.text.slice(0, 400) }
      : null;
  } catch {
    return null;
  }
}

export const clearFlash = `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
