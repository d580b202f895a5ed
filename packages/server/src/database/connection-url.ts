import type { Keys } from "#keys";
import type { Login } from "./logins.ts";

/** The owner's address with another login in it; passwords are derived from the keys, never stored. */
export function connectionUrl(ownerUrl: string, login: Login, keys: Keys): string {
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = loginPassword(login, keys);
  return url.href;
}

export function loginPassword(login: Login, keys: Keys): string {
  return keys.derive(`login|${login}`).toString("base64url");
}
