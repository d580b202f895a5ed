import type { Step } from "#use-case";
import { listUserNames } from "./account.store.ts";

/** Names of accounts, within a step of the login that keeps them. */
export async function accountNames(
  { tx }: Pick<Step, "tx">,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return new Map((await listUserNames(tx, userIds)).map(({ id, name }) => [id, name]));
}
