import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { bestEncoding, type Encoding } from "./best-encoding.ts";
import type { HttpEnv } from "./web-handler.ts";

type Page = { until: number; etag: string; headers: Record<string, string>; bodies: Record<Encoding, Bytes> };
type Bytes = Uint8Array<ArrayBuffer>;

const most = 500;

/**
 * Renders and compresses a public page once per `max-age` instead of once per reader. Only GET without cookies,
 * only answers that say `Cache-Control: public, max-age=N`, set no cookie and carry no script: a script holds the
 * nonce of one answer.
 */
export function microCache(now: () => number): MiddlewareHandler<HttpEnv> {
  const pages = new Map<string, Page>();
  const beingMade = new Map<string, Promise<void>>();
  const fresh = (key: string): Page | undefined => {
    const page = pages.get(key);
    return page !== undefined && page.until > now() ? page : undefined;
  };
  return async (c, next) => {
    const url = new URL(c.req.url);
    const key = `${url.host} ${url.pathname}${url.search}`;
    if (c.req.method !== "GET" || c.req.header("cookie") !== undefined) return next();
    // A crowd that arrives together waits for the first of them instead of rendering the same page side by side.
    const first = beingMade.get(key);
    if (first !== undefined) await first;
    const kept = fresh(key);
    if (kept !== undefined) return answer(c.req.raw, kept);
    if (first !== undefined) return next();
    const { promise, resolve } = Promise.withResolvers<void>();
    beingMade.set(key, promise);
    try {
      await next();
      const made = await keepable(c.res, now);
      if (made === null) return undefined;
      if (pages.size >= most) pages.clear();
      pages.set(key, made);
      c.res = undefined;
      c.res = answer(c.req.raw, made);
      return undefined;
    } finally {
      beingMade.delete(key);
      resolve();
    }
  };
}

/** The page as it will be kept, or null when it must not be; a body that was read in vain is read from a copy. */
async function keepable(response: Response, now: () => number): Promise<Page | null> {
  const seconds = /^public, max-age=(\d+)/.exec(response.headers.get("cache-control") ?? "")?.[1];
  if (seconds === undefined || response.status !== 200 || response.headers.has("set-cookie")) return null;
  const body = new Uint8Array(await response.clone().arrayBuffer());
  const isHtml = response.headers.get("content-type")?.startsWith("text/html") === true;
  if (isHtml && Buffer.from(body).includes("<script")) return null;
  return pack(body, response.headers, now() + Number(seconds) * 1000);
}

function pack(body: Bytes, headers: Headers, until: number): Page {
  const kept: Record<string, string> = { vary: "Accept-Encoding, Cookie" };
  for (const name of ["content-type", "cache-control", "content-language", "content-disposition", "link"]) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return {
    until,
    etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 20)}"`,
    headers: kept,
    bodies: { identity: body, gzip: own(gzipSync(body)), br: own(brotliCompressSync(body, quality)) },
  };
}

function answer(request: Request, page: Page): Response {
  const headers = new Headers({ ...page.headers, etag: page.etag });
  if (request.headers.get("if-none-match")?.includes(page.etag) === true) {
    return new Response(null, { status: 304, headers });
  }
  const encoding = bestEncoding(request.headers.get("accept-encoding") ?? "");
  if (encoding !== "identity") headers.set("content-encoding", encoding);
  return new Response(page.bodies[encoding], { headers });
}

function own(buffer: Buffer): Bytes {
  return new Uint8Array(buffer);
}
