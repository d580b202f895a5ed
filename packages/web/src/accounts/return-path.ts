import { localAddress } from "#shell";

/** Where to go after signing in: a path of this site, or the fallback. */
export function returnPath(wanted: string | null, fallback: string): string {
  return (wanted === null ? null : localAddress(wanted)) ?? fallback;
}
