import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { bestEncoding } from "./best-encoding.ts";
import type { HttpEnv } from "./web-handler.ts";

/** Smaller pages are sent as they are. */
const leastBytes = 1024;
// A page of 345 kB: brotli at 2 takes a quarter of the time of gzip's usual 6, and leaves less.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };
const gzip = { level: 3 };

/** Pages are whole when they come here, so that they are compressed in one go; files that stream are not touched. */
export const compressPages: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next();
  const { res } = c;
  const encoding = bestEncoding(c.req.header("accept-encoding") ?? "");
  const isPage = res.headers.get("content-type")?.startsWith("text/html") === true;
  if (!isPage || res.body === null || res.headers.has("content-encoding") || encoding === "identity") return;
  const body = new Uint8Array(await res.arrayBuffer());
  const isSmall = body.length < leastBytes;
  const packed = isSmall ? body : encoding === "br" ? brotliCompressSync(body, brotli) : gzipSync(body, gzip);
  const headers = new Headers(res.headers);
  headers.delete("content-length");
  headers.append("vary", "Accept-Encoding");
  if (!isSmall) headers.set("content-encoding", encoding);
  c.res = undefined;
  c.res = new Response(packed, { status: res.status, statusText: res.statusText, headers });
};
