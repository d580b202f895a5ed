import type { App } from "#app";
import { asCity } from "#use-case";
import type { WorkPayloads } from "#work";
import { emptyMandateAccount } from "./mandate-account.store.ts";

/** Handler of `mandates.forget-account`, after a pledge was stopped: its paper is not printed for a bank again. */
export function forgetMandateAccounts(
  app: App,
  { pledgeId }: WorkPayloads["mandates.forget-account"],
): Promise<void> {
  return asCity(app, "mandates.forget-account", ({ tx, now }) => emptyMandateAccount(tx, pledgeId, now));
}
