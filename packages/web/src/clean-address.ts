import { holdsIdentityNumber } from "@tuwai/domain/identity";

/** Ids that chance may give sixteen digits in a row. */
const ids = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Whether an address carries a NIK or a family card number: addresses are kept by histories, proxies and logs (ASVS 5.0, 14.2.1). */
export function isIdentityInAddress(url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  const parts = [pathname, ...[...searchParams].flat()];
  return parts.some((part) => holdsIdentityNumber(readable(part).replaceAll(ids, "")));
}

/** The front page in the language of the address, for the page that says why it was refused. */
export function addressForRefusal(url: string): string {
  const { origin, pathname } = new URL(url);
  return pathname === "/en" || pathname.startsWith("/en/") ? `${origin}/en` : `${origin}/`;
}

/** What was encoded, and encoded again, as it was meant: a program on the way may encode what a browser had encoded. */
function readable(text: string, times = 0): string {
  try {
    const read = decodeURIComponent(text);
    return read === text || times === most ? read : readable(read, times + 1);
  } catch {
    return text;
  }
}

const most = 5;
