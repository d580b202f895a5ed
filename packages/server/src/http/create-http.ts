import { Hono } from "hono";
import type { Context } from "hono";
import { compress } from "hono/compress";
import { actorOf } from "#accounts";
import { AppError, type App } from "#app";
import { keepClientAddress } from "./client-address.ts";
import { describeFailure, foreignOrigin, type Failure } from "./failure.ts";
import { bodyLimitOf, limitBody } from "./limit-body.ts";
import { compressPages } from "./compress-pages.ts";
import { microCache } from "./micro-cache.ts";
import { isReadableAddress, requireReadableForm, unreadable } from "./readable-request.ts";
import { bindCookies, isOurHost } from "./one-host.ts";
import { isFromOurPages } from "./same-origin-only.ts";
import { securityHeaders } from "./security-headers.ts";
import { serveClientFiles } from "./static-files.ts";
import type { ApiModule, HttpEnv, UploadRoute, WebHandler } from "./web-handler.ts";

export type HttpOptions = {
  readonly web: WebHandler;
  /** The browser's files; absent in development, where Vite serves them. */
  readonly clientDir?: string;
  /** Public address behind a TLS proxy, e.g. `https://ketan.example.go.id`; null: the address of the request. */
  readonly origin: string | null;
  readonly dev?: boolean;
  /** Whether set-up is complete; `GET /api/v1/health` is 503 until then. */
  readonly ready?: () => boolean | Promise<boolean>;
  readonly apis?: readonly ApiModule[];
  readonly uploads?: readonly UploadRoute[];
};

/** The whole HTTP surface: headers, refusals, health, APIs, files, then the pages. */
export function createHttp(app: App, options: HttpOptions): Hono<HttpEnv> {
  const { web, clientDir, origin, dev = false } = options;
  const http = new Hono<HttpEnv>();
  const https = origin?.startsWith("https://") === true;

  const fail = async (c: Context<HttpEnv>, failure: Failure): Promise<Response> => {
    const wait = failure.details["retryAfterSeconds"];
    if (typeof wait === "number") c.header("retry-after", String(wait));
    if (c.req.path.startsWith("/api/")) return c.json(problemOf(failure), failure.status as 500);
    const address = isReadableAddress(c.req.url) ? c.req.url : new URL("/", c.req.url).href;
    const page = new Request(address, { headers: { accept: "text/html" } });
    const extras = { app, actor: null, nonce: c.get("secureHeadersNonce") ?? "", failure };
    try {
      return withDefaults(await web(page, extras), false);
    } catch (error) {
      // Even the page that explains failures has failed: the last resort is a line of codes.
      const { code, reference } = describeFailure(app.log, error);
      return c.text(`${failure.code} ${failure.reference}\n${code} ${reference}\n`, failure.status as 500);
    }
  };

  http.onError((error, c) => fail(c, describeFailure(app.log, error)));
  http.use(securityHeaders({ https, dev }));
  http.use(async (c, next) => {
    if (!isReadableAddress(c.req.url)) throw unreadable();
    const isHealth = c.req.path === "/api/v1/health";
    if (!isHealth && !isOurHost(c.req.raw.headers.get("host"), origin)) return fail(c, foreignOrigin());
    await next();
    if (https) bindCookies(c.res.headers);
    return undefined;
  });
  if (clientDir !== undefined) serveClientFiles(http, clientDir);
  http.use(async (c, next) => {
    if (!isFromOurPages(c.req.raw, origin)) return fail(c, foreignOrigin());
    keepClientAddress(c, origin !== null);
    const limit = bodyLimitOf(c.req.path, options.uploads ?? []);
    const checkStreamed = limitBody(c, limit.maxBytes);
    if (!limit.isUpload) await requireReadableForm(c);
    await next();
    checkStreamed();
    return undefined;
  });
  http.get("/api/v1/health", async (c) => {
    const ready = (await options.ready?.()) ?? true;
    c.header("cache-control", "no-store");
    return c.json({ ready }, ready ? 200 : 503);
  });
  if (!dev) http.use(compress(), compressPages, microCache(Date.now));
  http.use(async (c, next) => {
    const known = c.req.header("cookie") !== undefined || c.req.header("authorization") !== undefined;
    c.set("actor", known ? await actorOf(app, c.req.raw.headers) : null);
    await next();
  });
  for (const { path, router } of options.apis ?? []) http.route(`/api/v1${path}`, router(app));
  http.all("/api/*", () => {
    throw new AppError("not-found");
  });
  http.all("*", async (c) => {
    const actor = c.get("actor");
    const extras = { app, actor, nonce: c.get("secureHeadersNonce") ?? "", failure: null };
    return withDefaults(await web(c.req.raw, extras), c.req.header("cookie") !== undefined);
  });
  return http;
}

/** RFC 9457, without prose: the reader's language is not ours to choose here. */
function problemOf(failure: Failure): Record<string, unknown> {
  const { code, status, reference, details } = failure;
  return { type: "about:blank", title: code, status, code, ...(reference ? { reference } : {}), details };
}

/** A page that says nothing about keeping may not be kept; a public one asked for with a cookie is kept by nobody else. */
function withDefaults(response: Response, hasCookie: boolean): Response {
  const control = response.headers.get("cache-control");
  // Pages answer their failures themselves; when to come again is said here for all of them.
  if (response.status === 503) response.headers.set("retry-after", "10");
  if (control === null) response.headers.set("cache-control", "private, no-store");
  else if (hasCookie && control.startsWith("public"))
    response.headers.set("cache-control", "private, no-cache");
  return response;
}
