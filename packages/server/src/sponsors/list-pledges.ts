import { isTooFewOfAnOffice } from "@tuwai/domain/privacy";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import {
  countPledgeRows,
  type ListedPledge,
  listPledgeRows,
  type OfficePledges,
  type PledgeChoice,
  sumOfficeRows,
} from "./listed-pledge.view.ts";

type Wanted = { readonly state?: "active" | "stopped"; readonly opd?: string };

/** Pledges with sponsor and amount, never the worker (reliability.md T16). A treasurer sees the own OPD only, and of few pledges none. */
export const listPledges = read(
  { purpose: "pledge-list", permission: "pledge.list" },
  async (
    step,
    { page, ...wanted }: (Wanted & { readonly page?: number }) | undefined = {},
  ): Promise<PageOf<ListedPledge> & { readonly isTooFew: boolean }> => {
    const choice = choiceOf(step, wanted);
    const isTooFew = await isOfTooFew(step);
    const list = await pageOf(
      { page, size: 100 },
      async () => (isTooFew ? 0 : countPledgeRows(step.tx, choice)),
      async (part) => (isTooFew ? [] : listPledgeRows(step.tx, choice, part)),
    );
    return { ...list, isTooFew };
  },
);

/** The same pledges by office: how many are in force, for how many workers, for how much a month. */
export const sumPledges = read(
  { purpose: "pledge-sums", permission: "pledge.list" },
  async (step, wanted: Wanted | undefined = {}): Promise<readonly OfficePledges[]> =>
    (await isOfTooFew(step)) ? [] : sumOfficeRows(step.tx, choiceOf(step, wanted)),
);

/** Whoever looks at one office alone is shown none of its pledges while they are few. */
async function isOfTooFew({ tx, area }: Step): Promise<boolean> {
  if (area.opd === null) return false;
  const [office] = await sumOfficeRows(tx, { area, state: null, opd: area.opd });
  return isTooFewOfAnOffice(office?.signed ?? 0);
}

function choiceOf({ area }: Step, { state, opd }: Wanted): PledgeChoice {
  return { area, state: state ?? null, opd: area.opd ?? opd ?? null };
}
