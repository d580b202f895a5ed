import type { Month } from "@tuwai/domain/time";
import { notify } from "#notifications";
import { change, type Operation } from "#use-case";
import { insertCapAsks } from "./cap-ask.store.ts";
import { sortShort } from "./get-cap-shortfalls.ts";

export type AskOutcome =
  | { readonly outcome: "asked"; readonly month: Month; readonly sponsors: number }
  | { readonly outcome: "nobody" };

/**
 * Asks every sponsor whose mandate does not allow the next price for a higher cap: a task on the sponsor's own page and a
 * notice. Each is asked once for an amount; nothing is taken above the cap unless the sponsor allows it.
 */
export const askForHigherCaps = change(
  { name: "pledge.ask-cap", permission: "pledge.cap_ask.send" },
  async (step, _input: Operation): Promise<AskOutcome> => {
    const { nearest, open } = await sortShort(step);
    if (nearest === undefined || open.length === 0) return step.unchanged({ outcome: "nobody" });
    const { month } = nearest;
    const asks = open.map(({ id: pledgeId, neededRupiah }) => {
      return { id: step.newId(), pledgeId, month, neededRupiah };
    });
    const { regionCode, userId: askedBy } = step.actor;
    const asked = new Set(await insertCapAsks(step.tx, { regionCode, askedBy, at: step.now }, asks));
    const short = open.filter(({ id }) => asked.has(id));
    await notify(
      step,
      short.map(({ civilServantId, code, neededRupiah }) => ({
        role: "SPN",
        scope: civilServantId,
        kind: "cap-asked",
        payload: { pledgeCode: code, month, neededRupiah },
      })),
    );
    await step.audit({
      objectType: "pledge",
      objectId: "caps",
      details: { month, count: short.length, codes: short.map(({ code }) => code) },
    });
    return { outcome: "asked", month, sponsors: short.length };
  },
);
