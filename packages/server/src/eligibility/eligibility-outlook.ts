import { may } from "#access";
import { waitSources } from "#tasks";
import type { Step } from "#use-case";
import { programme } from "./ensure-default-policy.ts";
import { findWithoutFact } from "./missing-registry.view.ts";
import { listMissingRegistries, type JudgingRegistry } from "./missing-registries.ts";

/** What a judgement lacks while the city has no such list, and who is asked for it rather than told to wait. */
const registries = {
  "civil-servants": { fact: "state-service", sender: "import.send.civil_servants" },
  "bpjs-members": { fact: "payer-this-month", sender: "import.send.bpjs_members" },
} as const;

const waitFor = (code: string, registry: JudgingRegistry) =>
  waitSources({
    code,
    permission: "list_decision.read",
    find: async ({ app, tx, actor, area }: Step) => {
      const { fact, sender } = registries[registry];
      if (may(actor, sender) || !(await listMissingRegistries(app)).includes(registry))
        return { count: 0, since: null };
      return findWithoutFact(tx, area, { programme, fact });
    },
  });

/** A list that came before those of other offices waits for them; its own desk can do nothing about it. */
export const eligibilityOutlook = [
  waitFor("people-at-personnel-office", "civil-servants"),
  waitFor("people-at-member-list", "bpjs-members"),
];
