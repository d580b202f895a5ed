import {
  type ClaimStage,
  claimStages,
  type Clock,
  clocksOf,
  type Turn,
  turnOf,
  stepsFrom,
  type ClaimStep,
  type ClaimState,
  statesOfStage,
  waitingStates,
} from "@tuwai/domain/claims";
import { initialsOf } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";
import { scopeOf } from "#access";
import type { Actor } from "#app";
import { type PageOf, pageOf, read, type Step } from "#use-case";
import { type ClaimFilter, type ClaimRow, countClaims, countStanding, listClaimRows } from "./claim.store.ts";
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

/** How many files stand and since when the oldest; `forYou`: they wait for the reader's own desk. */
export type Standing = { readonly count: number; readonly since: CivilDate | null; readonly forYou: boolean };
export type ClaimPage = PageOf<ListedClaim> & {
  readonly counts: Readonly<Record<ClaimStage, number>>;
  readonly standing: Standing;
};
type AskedList = ClaimFilter & { readonly stage?: string; readonly page?: number | undefined };

/** The states in which a file waits for this reader: where answers are written the answer, in a village the gathering; else none. */
export function statesFor(actor: Pick<Actor, "role">): readonly ClaimState[] {
  const answers = scopeOf(actor, "claim.update_state");
  if (answers === "B") return waitingStates.bpjs;
  if (answers === "C") return waitingStates.city;
  return scopeOf(actor, "claim.help") === "V" ? waitingStates.village : [];
}
const allWaiting: readonly ClaimState[] = Object.values(waitingStates).flat();

/** Cases of the area at one stage, those that stand still longest first. */
export const listClaims = read(
  { purpose: "claim-list", permission: "claim.list" },
  async (step, input: AskedList): Promise<ClaimPage> => {
    const { tx, area, actor } = step;
    const { stage, filter } = choiceOf(input);
    const byState = await countClaims(tx, area, filter);
    const countOf = (of: ClaimStage) =>
      statesOfStage[of].reduce((sum, state) => sum + (byState.get(state) ?? 0), 0);
    const counts = {
      "to-do": countOf("to-do"),
      "at-bpjs": countOf("at-bpjs"),
      "in-need": countOf("in-need"),
      over: countOf("over"),
    };
    const found = await pageOf(
      { page: input.page, size: 50 },
      () => Promise.resolve(counts[stage]),
      (part) => listClaimRows(tx, area, { stage, filter, ...part }),
    );
    const own = statesFor(actor);
    const standing = await countStanding(tx, area, own.length === 0 ? allWaiting : own);
    const rows = await listedAll(step, found.rows);
    return { ...found, rows, counts, standing: { ...standing, forYou: own.length > 0 } };
  },
);

export function choiceOf({ stage, villageCode, kind }: AskedList): {
  readonly stage: ClaimStage;
  readonly filter: ClaimFilter;
} {
  return { stage: claimStages.find((known) => known === stage) ?? "to-do", filter: { villageCode, kind } };
}

/** Rows as everybody who may see cases sees them; whose they are is noted first. */
export async function listedAll(
  step: Step,
  rows: readonly ClaimRow[],
  purpose?: string,
): Promise<readonly ListedClaim[]> {
  const personIds = rows.map(({ personId }) => personId);
  const persons = await listClaimedPersons(step.app, personIds);
  const ids = rows.map(({ id }) => id);
  const payments = Map.groupBy(await listPayments(step.tx, ids), ({ claimId }) => claimId);
  await step.seen({
    personIds,
    fields: ["initials", "village"],
    ...(purpose === undefined ? {} : { purpose }),
  });
  return rows.map((row) =>
    listed(step, row, {
      person: persons.get(row.personId),
      received: (payments.get(row.id) ?? []).reduce((sum, { amount }) => sum + amount, 0),
    }),
  );
}

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
