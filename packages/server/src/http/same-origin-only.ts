const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something. Browsers say where a form comes from: `Sec-Fetch-Site` first, else
 * `Origin`, compared in full with our public address (a sibling subdomain is a stranger). A client that sends
 * neither is not a browser, carries no one's cookies by accident, and passes.
 */
export function isFromOurPages(request: Request, origin: string | null): boolean {
  if (safe.has(request.method)) return true;
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const from = request.headers.get("origin");
  if (from === null) return true;
  if (from === (origin ?? new URL(request.url).origin)) return true;
  return origin === null && site === "same-origin";
}
