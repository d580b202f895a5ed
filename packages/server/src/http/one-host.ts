/**
 * Whether a request names the city's own host: another name that was bent to this machine is a stranger's (DNS rebinding). Asked
 * only where a public address is configured. A request without a name comes from no browser.
 */
export function isOurHost(host: string | null, origin: string | null): boolean {
  return origin === null || host === null || host.toLowerCase() === new URL(origin).host;
}

const prefix = "__Host-";

const securePrefix = "__Secure-";

/**
 * Under https every cookie is Secure and bound to this very host (ASVS 5.0, 3.3.1), whoever set it. One that is for a part of the site
 * only cannot carry the host's prefix, which browsers take for the whole site alone.
 */
export function bindCookies(headers: Headers): void {
  const cookies = headers.getSetCookie();
  if (cookies.length === 0) return;
  headers.delete("set-cookie");
  for (const cookie of cookies) headers.append("set-cookie", bound(cookie));
}

function bound(cookie: string): string {
  const isWhole = /;\s*path=\/(;|$)/i.test(cookie);
  const wanted = isWhole ? prefix : securePrefix;
  const named = cookie.startsWith(wanted) ? cookie : wanted + cookie;
  return /;\s*secure\b/i.test(named) ? named : `${named}; Secure`;
}
