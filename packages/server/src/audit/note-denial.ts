import { type Actor, type App, publicActor } from "#app";
import { asAccounts } from "#database";
import { countDenial, type Denial } from "./denial.store.ts";

/**
 * Notes that somebody who is signed in was refused or asked for what is not theirs (ASVS 5.0, 16.3.2). The refusal stands
 * whether it could be noted or not.
 */
export async function noteDenial(app: App, actor: Actor, denial: Denial): Promise<void> {
  const isNobody = actor.userId === publicActor(actor.regionCode).userId;
  if (isNobody || "system" in actor || actor.regionCode !== app.config.regionCode) return;
  try {
    await asAccounts(app, actor, (tx) => countDenial(tx, actor, denial));
  } catch {
    app.log.warn({ permission: denial.permission, code: denial.code }, "refusal could not be noted");
  }
}

/** Which failures are refusals; null for all others. */
export function denialCodeOf(code: string): Denial["code"] | null {
  return codes.find((known) => known === code) ?? null;
}

const codes = ["forbidden", "not-found", "four-eyes"] as const;
