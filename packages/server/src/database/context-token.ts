import { createHmac } from "node:crypto";
import type { Actor } from "#ground";
import type { Keys } from "#keys";
import { type Login, loginName } from "./logins.ts";

const lifetimeSeconds = 300;

/**
 * What row policies trust: login, region, scope, actor and role, signed so that injected SQL cannot widen it.
 * `app.context()` in the database verifies signature, expiry and that the login is the session's own.
 */
export function contextToken(login: Login, actor: Actor, keys: Keys): string {
  const expires = Math.floor(Date.now() / 1000) + lifetimeSeconds;
  const body = [
    loginName(login, keys),
    actor.regionCode,
    actor.scope ?? "",
    actor.userId,
    actor.role,
    String(expires),
  ];
  if (body.some((part) => part.includes("|"))) throw new RangeError("a context part may not hold a bar");
  const text = body.join("|");
  return `${text}|${createHmac("sha256", contextKey(keys)).update(text).digest("hex")}`;
}

/** The two padded key blocks of HMAC (RFC 2104), so that the database can verify with `sha256()` alone. */
export function contextKeyPads(keys: Keys): { readonly inner: Buffer; readonly outer: Buffer } {
  const block = Buffer.alloc(64);
  contextKey(keys).copy(block);
  return {
    inner: Buffer.from(block.map((byte) => byte ^ 0x36)),
    outer: Buffer.from(block.map((byte) => byte ^ 0x5c)),
  };
}

function contextKey(keys: Keys): Buffer {
  return keys.derive("row-policy-context");
}
