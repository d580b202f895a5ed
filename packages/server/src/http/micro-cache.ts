import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./web-handler.ts";

type Page = { until: number; etag: string; headers: Record<string, string>; bodies: Record<Encoding, Bytes> };
type Encoding = "br" | "gzip" | "identity";
type Bytes = Uint8Array<ArrayBuffer>;

const most = 500;

/**
 * Renders and compresses a public page once per `max-age` instead of once per reader. Only GET without cookies,
 * only answers that say `Cache-Control: public, max-age=N`, set no cookie and carry no script: a script holds the
 * nonce of one answer.
 */
export function microCache(now: () => number): MiddlewareHandler<HttpEnv> {
  const pages = new Map<string, Page>();
  return async (c, next) => {
    const url = new URL(c.req.url);
    const key = `${url.host} ${url.pathname}${url.search}`;
    if (c.req.method !== "GET" || c.req.header("cookie") !== undefined) return next();
    const kept = pages.get(key);
    if (kept !== undefined && kept.until > now()) return answer(c.req.raw, kept);
    await next();
    const seconds = /^public, max-age=(\d+)/.exec(c.res.headers.get("cache-control") ?? "")?.[1];
    if (seconds === undefined || c.res.status !== 200 || c.res.headers.has("set-cookie")) return;
    const body = new Uint8Array(await c.res.arrayBuffer());
    const type = c.res.headers.get("content-type") ?? "";
    if (type.startsWith("text/html") && Buffer.from(body).includes("<script")) {
      c.res = new Response(body, c.res);
      return;
    }
    if (pages.size >= most) pages.clear();
    const page = pack(body, c.res.headers, now() + Number(seconds) * 1000);
    pages.set(key, page);
    c.res = undefined;
    c.res = answer(c.req.raw, page);
  };
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

/** Brotli, then gzip; a coding refused with `q=0` counts as absent. */
function bestEncoding(accepted: string): Encoding {
  const offers = accepted.split(",").map((offer) => offer.trim().replaceAll(" ", ""));
  const takes = (name: string): boolean =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;q=0(\.0*)?$/.test(offer)));
  return takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
}

function own(buffer: Buffer): Bytes {
  return new Uint8Array(buffer);
}
