import type { Context } from "hono";
import type { HttpEnv } from "./web-handler.ts";

/**
 * Leaves exactly one believable address in `X-Forwarded-For`, for rate limits and the audit trail. Behind our TLS
 * proxy (a public origin is configured) that is the last entry, the one the proxy wrote; otherwise the socket's.
 * Whatever the client wrote there itself is dropped.
 */
export function keepClientAddress(c: Context<HttpEnv>, behindProxy: boolean): void {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } };
  const forwarded = c.req.raw.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  const address = behindProxy && forwarded ? forwarded : (incoming?.socket.remoteAddress ?? "");
  c.req.raw.headers.delete("x-forwarded-for");
  if (address !== "") c.req.raw.headers.set("x-forwarded-for", address);
}
