import type { Context } from "hono";
import { AppError, isAppError } from "#app";
import type { HttpEnv } from "./web-handler.ts";

/**
 * Whether an address is one of ours at all. Not: a path that is no text (a broken %xx), a NUL in path or query, a path that
 * begins with two slashes or holds a backslash, which browsers read as another site.
 */
export function isReadableAddress(url: string): boolean {
  const { pathname, search } = new URL(url);
  if (pathname.startsWith("//") || /\\|%5c/i.test(pathname)) return false;
  return isText(pathname) && !/\0|%00/.test(pathname + search);
}

function isText(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/**
 * A form is read whole and looked at before any page sees it: one with a NUL in it is refused, as PostgreSQL keeps none and
 * nobody types one. Bodies of upload routes stream past; whoever reads their fields looks there (`receiveForm`).
 */
export async function requireReadableForm(c: Context<HttpEnv>): Promise<void> {
  const { method, headers, body, signal } = c.req.raw;
  if (body === null || method === "GET" || method === "HEAD") return;
  const bytes = Buffer.from(await c.req.raw.arrayBuffer().catch(brokenOff));
  if (bytes.includes(0) || (isUrlEncoded(headers) && bytes.includes("%00"))) throw unreadable();
  c.req.raw = new Request(c.req.url, { method, headers, body: bytes, signal });
}

export const unreadable = (): AppError => new AppError("invalid-input", { reason: "unreadable-request" });

/** A sender who goes away in the middle of a body is no fault of ours: what was sent is simply not a form. */
export function brokenOff(error: unknown): never {
  throw isAppError(error) ? error : new AppError("invalid-input", { reason: "broken-off" }, error);
}

function isUrlEncoded(headers: Headers): boolean {
  return headers.get("content-type")?.toLowerCase().startsWith("application/x-www-form-urlencoded") === true;
}
