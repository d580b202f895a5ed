import { type PageOf, pageOf, read } from "#use-case";
import {
  countCandidates,
  countReasons,
  listCandidateRows,
  listOfficersAmongWorkers,
  type Outcome,
  type OutcomeCounts,
  type ReasonCount,
} from "./candidate.view.ts";
import { programme } from "./ensure-default-policy.ts";
import {
  judgedPersonFields,
  type JudgedPerson,
  showJudgedPerson,
  type ShownReason,
} from "./judged-person.ts";
import { type JudgingRegistry, listMissingRegistries } from "./missing-registries.ts";
import { villageInScope } from "./village-in-scope.ts";

export type Candidate = {
  readonly person: JudgedPerson;
  /** Null until the first judgement. */
  readonly outcome: Outcome | null;
  readonly reasons: readonly ShownReason[];
  /** Nothing keeps the person from a list but the consent that is declared with it. */
  readonly isReady: boolean;
  readonly policyNumber: number | null;
  readonly judgedOn: string | null;
};

export type CandidatePage = PageOf<Candidate> & {
  readonly village: { readonly code: string; readonly name: string };
  readonly counts: OutcomeCounts;
  /** Village officers on a list of workers: not candidates, their village insures them. */
  readonly officers: readonly JudgedPerson[];
  /** What keeps people from the list, over the whole village, most frequent first. */
  readonly reasonCounts: readonly ReasonCount[];
  /** Lists of other offices that nobody can be judged without, and that the city has not loaded. */
  readonly missingRegistries: readonly JudgingRegistry[];
};

type Input = { readonly villageCode: string; readonly outcome?: Outcome; readonly page?: number };

/** A village's people with judgement and all reasons, by name; 100 per page. Throws `not-found` outside the own area. */
export const listCandidates = read(
  { purpose: "candidate-list", permission: "list_decision.read" },
  async (step, input: Input): Promise<CandidatePage> => {
    const { tx, actor, today } = step;
    const village = await villageInScope(step, input.villageCode);
    const filter = { programme, villageCode: village.villageCode, outcome: input.outcome ?? null };
    const counts = await countCandidates(tx, filter);
    const everybody = counts.eligible + counts.ineligible + counts.undetermined + counts.unjudged;
    const found = await pageOf(
      { page: input.page, size: 100 },
      () => Promise.resolve(input.outcome === undefined ? everybody : counts[input.outcome]),
      (part) => listCandidateRows(tx, filter, part),
    );
    const officers = await listOfficersAmongWorkers(tx, village.villageCode);
    await step.seen({
      personIds: [...found.rows, ...officers].map((row) => row.personId),
      fields: judgedPersonFields(actor.role),
    });
    const rows = found.rows.map((row) => ({
      person: showJudgedPerson(actor.role, row, today),
      outcome: row.outcome,
      reasons: row.reasons,
      isReady: row.isReady,
      policyNumber: row.policyNumber,
      judgedOn: row.judgedOn,
    }));
    return {
      ...found,
      rows,
      village: { code: village.villageCode, name: village.name },
      counts,
      officers: officers.map((row) => showJudgedPerson(actor.role, row, today)),
      reasonCounts: await countReasons(tx, filter),
      missingRegistries: await listMissingRegistries(step.app),
    };
  },
);
