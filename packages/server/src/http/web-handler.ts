import type { Hono } from "hono";
import type { Actor, App } from "#app";
import type { Failure } from "./failure.ts";

/** What HTTP knows about a request and hands to the pages. */
export type WebExtras = {
  readonly app: App;
  /** Null for the anonymous reader. */
  readonly actor: Actor | null;
  /** The script nonce of this answer's content security policy; empty in development. */
  readonly nonce: string;
  /** Set when HTTP itself refused the request and only wants the page that says so. */
  readonly failure: Failure | null;
};
export type WebHandler = (request: Request, extras: WebExtras) => Promise<Response>;

/** Variables every route and `*.api.ts` can read with `c.get("actor")`. */
export type HttpEnv = {
  Variables: { actor: Actor | null; reference: string; secureHeadersNonce?: string };
};

/** A feature's public API: `app` in, a router out; mounted under `/api/v1` + `path`. */
export type ApiModule = { readonly path: `/${string}`; readonly router: (app: App) => Hono<HttpEnv> };

/** A path that may receive more than 1 MB. The pattern is Hono's, with or without the `/en` prefix. */
export type UploadRoute = { readonly path: `/${string}`; readonly maxBytes: number };
