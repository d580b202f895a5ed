/**
 * Where to go after signing in: a path of this site, or the fallback. Compared as addresses, because `/\evil` and
 * `//evil` look like paths and are not.
 */
export function returnPath(wanted: string | null, requestUrl: string, fallback: string): string {
  const { origin } = new URL(requestUrl);
  if (wanted === null || !wanted.startsWith("/") || !URL.canParse(wanted, origin)) return fallback;
  const target = new URL(wanted, origin);
  return target.origin === origin ? target.pathname + target.search : fallback;
}
