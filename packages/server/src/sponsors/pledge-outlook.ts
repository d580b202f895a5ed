import type { Area } from "#access";
import type { Tx } from "#database";
import { figureSources, firstStepSources, type Held, waitSources } from "#tasks";
import type { Step } from "#use-case";
import { countActivePledges, countOwnWorkers, findOpenPlaces, findOwnAtBpjs } from "./pledge-outlook.view.ts";

const permission = "pledge.read";
const nothing: Held = { count: 0, since: null };

/** Others who read pledges have them on pages of their own. */
const ofSponsor =
  (find: (tx: Tx, area: Area) => Promise<Held>) =>
  async ({ tx, area }: Step): Promise<Held> =>
    area.civilServantId === null ? nothing : find(tx, area);

export const pledgeOutlook = [
  waitSources({ code: "pledge-at-matching", permission, find: ofSponsor(findOpenPlaces) }),
  waitSources({ code: "worker-at-bpjs", permission, find: ofSponsor(findOwnAtBpjs) }),
  firstStepSources({
    code: "sign-pledge",
    permission,
    urgency: 50,
    isDue: async ({ tx, area }) => area.civilServantId !== null && (await countActivePledges(tx, area)) === 0,
  }),
  figureSources({
    code: "running-pledges",
    permission: "pledge.list",
    count: ({ tx, area }) => countActivePledges(tx, area),
  }),
  figureSources({ code: "my-workers", permission, count: ({ tx, area }) => countOwnWorkers(tx, area) }),
];
