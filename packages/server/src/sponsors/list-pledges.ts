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

/** Pledges with sponsor and amount, never the worker (reliability.md T16). A treasurer sees the own OPD only. */
export const listPledges = read(
  { purpose: "pledge-list", permission: "pledge.list" },
  async (
    step,
    { page, ...wanted }: (Wanted & { readonly page?: number }) | undefined = {},
  ): Promise<PageOf<ListedPledge>> => {
    const choice = choiceOf(step, wanted);
    return pageOf(
      { page, size: 100 },
      () => countPledgeRows(step.tx, choice),
      (part) => listPledgeRows(step.tx, choice, part),
    );
  },
);

/** The same pledges by office: how many are in force, for how many workers, for how much a month. */
export const sumPledges = read(
  { purpose: "pledge-sums", permission: "pledge.list" },
  async (step, wanted: Wanted | undefined = {}): Promise<readonly OfficePledges[]> =>
    sumOfficeRows(step.tx, choiceOf(step, wanted)),
);

function choiceOf({ area }: Step, { state, opd }: Wanted): PledgeChoice {
  return { area, state: state ?? null, opd: area.opd ?? opd ?? null };
}
