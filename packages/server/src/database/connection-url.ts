import type { Keys } from "#keys";
import { type Login, loginName, loginPassword } from "./logins.ts";

/** The owner's address with this installation's login in it. */
export function connectionUrl(ownerUrl: string, login: Login, keys: Keys): string {
  const url = new URL(ownerUrl);
  url.username = loginName(login, keys);
  url.password = loginPassword(login, keys);
  return url.href;
}
