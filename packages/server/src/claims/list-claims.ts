import {
  type ClaimStage,
  claimStages,
  type Clock,
  clocksOf,
  type Turn,
  turnOf,
  stepsFrom,
  type ClaimStep,
} from "@tuwai/domain/claims";
import { initialsOf } from "@tuwai/domain/identity";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import { type ClaimFilter, type ClaimRow, countClaims, listClaimRows } from "./claim.store.ts";
import { listPayments } from "./claim-payment.store.ts";
import { type ClaimedPerson, listClaimedPersons } from "./claimed-person.view.ts";

/** A case on a list: initials and village; name, note and cause stay closed. */
export type ListedClaim = Omit<ClaimRow, "personId" | "id" | "estimate"> & {
  readonly initials: string;
  readonly expected: number | null;
  readonly received: number;
  readonly clocks: readonly Clock[];
  readonly turn: Turn;
  readonly steps: readonly ClaimStep[];
};

export type ClaimPage = PageOf<ListedClaim> & { readonly counts: Readonly<Record<ClaimStage, number>> };

/** Cases of the area at one stage, those that stand still longest first. */
export const listClaims = read(
  { purpose: "claim-list", permission: "claim.list" },
  async (
    step,
    input: ClaimFilter & { readonly stage?: string; readonly page?: number | undefined },
  ): Promise<ClaimPage> => {
    const { tx, area, app } = step;
    const stage = claimStages.find((known) => known === input.stage) ?? "to-do";
    const filter = { villageCode: input.villageCode, kind: input.kind };
    const counts = {
      "to-do": await countClaims(tx, area, "to-do", filter),
      "at-bpjs": await countClaims(tx, area, "at-bpjs", filter),
      "in-need": await countClaims(tx, area, "in-need", filter),
      over: await countClaims(tx, area, "over", filter),
    };
    const found = await pageOf(
      { page: input.page, size: 50 },
      () => Promise.resolve(counts[stage]),
      (part) => listClaimRows(tx, area, { stage, filter, ...part }),
    );
    const persons = await listClaimedPersons(
      app,
      found.rows.map(({ personId }) => personId),
    );
    const payments = await listPayments(
      tx,
      found.rows.map(({ id }) => id),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: ["initials", "village"],
    });
    const rows = found.rows.map((row) => {
      const own = payments.filter(({ claimId }) => claimId === row.id);
      return listed(step, row, {
        person: persons.get(row.personId),
        received: own.reduce((sum, { amount }) => sum + amount, 0),
      });
    });
    return { ...found, rows, counts };
  },
);

type Beside = { readonly person: ClaimedPerson | undefined; readonly received: number };

/** What everybody who may see cases sees of one. */
export function listed({ now, today }: Step, row: ClaimRow, { person, received }: Beside): ListedClaim {
  const { personId: _person, id: _id, estimate, ...shown } = row;
  const clocks = clocksOf({ ...row, toldBpjsAt: row.toldBpjsAt?.getTime() ?? null }, now.getTime(), today);
  const answer = clocks.find(({ name }) => name === "answer")?.until ?? null;
  return {
    ...shown,
    initials: person === undefined ? "–" : initialsOf(person.fullName),
    expected: estimate?.total ?? null,
    received,
    clocks,
    turn: turnOf(row.state, row.stateSince, typeof answer === "string" ? answer : null),
    steps: stepsFrom(row.state),
  };
}
