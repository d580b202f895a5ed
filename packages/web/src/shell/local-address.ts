/** Any origin will do: what matters is that a browser, asked to go there from it, stays. */
const here = "http://here.invalid";

/** Space, control characters and the backslash, plain or written as %xx: browsers drop the ones or read the other as a slash. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const deceptive = /[\u0000-\u0020\u007f-\u009f\\\u2028\u2029\ufeff]|%(?:0\w|1\w|7f|5c)/i;

/**
 * The one judge of addresses that come from outside: a path of this site with its query, as a browser would read it, or null.
 * The result is read once more as the browser will, because `/..//evil.example` is a path only until its dots are worked out.
 */
export function localAddress(wanted: string): string | null {
  if (!wanted.startsWith("/") || deceptive.test(wanted) || !wanted.isWellFormed()) return null;
  const once = parse(wanted);
  if (once === null || once.origin !== here) return null;
  const result = once.pathname + once.search + once.hash;
  const twice = parse(result);
  const isSame = twice !== null && twice.origin === here && twice.href === once.href;
  return isSame && !result.startsWith("//") ? result : null;
}

function parse(text: string): URL | null {
  return URL.canParse(text, here) ? new URL(text, here) : null;
}
