import { chooseCalls } from "@tuwai/domain/calls";
import type { CivilDate } from "@tuwai/domain/time";
import { may } from "#access";
import { read, type Step } from "#use-case";
import { type Ask, callSources } from "./call-source.ts";
import { listContacts, type VillageContact } from "./village-contact.store.ts";

export type Reason = Ask & { readonly code: string };

export type Call = {
  readonly who: Ask["who"];
  readonly reason: Reason;
  readonly also: readonly Reason[];
  /** Null where nobody has told a number, and of a payer who is no village. */
  readonly contact: VillageContact | null;
};

export type CallList = { readonly today: CivilDate; readonly calls: readonly Call[] };

/** The three to call today within the actor's area, each with why; offices alone are named, and no person. */
export const listCalls = read(
  { purpose: "calls", permission: "call.list" },
  async (step): Promise<CallList> => {
    const chosen = chooseCalls(await reasonsOf(step));
    const contacts = await listContacts(step.tx, step.area);
    const calls = chosen.map(({ who: key, reason, also }) => ({
      who: reason.ask.who,
      reason: reason.ask,
      also: also.map(({ ask }) => ask),
      contact: contacts.find(({ villageCode }) => villageCode === key) ?? null,
    }));
    return { today: step.today, calls };
  },
);

async function reasonsOf(step: Step) {
  const sources = callSources
    .all(step.app.features)
    .filter(({ permission }) => may(step.actor, permission))
    .toSorted((a, b) => a.urgency - b.urgency);
  const found = [];
  for (const { code, permission, find } of sources) {
    const asks = await find(step.under(permission));
    found.push(asks.map((ask) => asReason({ ...ask, code })));
  }
  return found;
}

const asReason = (ask: Reason) => ({
  code: ask.code,
  isUrgent: ask.isUrgent,
  who: "villageCode" in ask.who ? ask.who.villageCode : ask.who.payer,
  ask,
});
