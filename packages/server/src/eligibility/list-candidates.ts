import { authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { recordAccess } from "#audit";
import { inTransaction } from "#database";
import { programme } from "./ensure-default-policy.ts";
import {
  countCandidates,
  countReasons,
  listCandidateRows,
  type Outcome,
  type OutcomeCounts,
  type ReasonCount,
} from "./candidate.view.ts";
import {
  judgedPersonFields,
  type JudgedPerson,
  showJudgedPerson,
  type ShownReason,
} from "./judged-person.ts";
import { villageInScope } from "./village-in-scope.ts";

export type Candidate = {
  readonly person: JudgedPerson;
  /** Null until the first judgement. */
  readonly outcome: Outcome | null;
  readonly reasons: readonly ShownReason[];
  readonly policyNumber: number | null;
  readonly judgedOn: string | null;
};

export type CandidatePage = {
  readonly village: { readonly code: string; readonly name: string };
  readonly items: readonly Candidate[];
  readonly counts: OutcomeCounts;
  /** What keeps people from the list, over the whole village, most frequent first. */
  readonly reasonCounts: readonly ReasonCount[];
  readonly page: number;
  readonly pages: number;
};

const candidatesPerPage = 100;

/** A village's people with judgement and all reasons, by name; 100 per page. Throws `not-found` outside the own area. */
export async function listCandidates(
  app: App,
  actor: Actor,
  input: { readonly villageCode: string; readonly outcome?: Outcome; readonly page?: number },
): Promise<CandidatePage> {
  const grant = authorise(actor, "list_decision.read");
  const page = input.page ?? 1;
  if (!Number.isInteger(page) || page < 1) throw new AppError("invalid-input", { field: "page" });
  return inTransaction(app, actor, async (tx) => {
    const village = await villageInScope(tx, { actor, grant }, input.villageCode);
    const filter = { programme, villageCode: village.villageCode, outcome: input.outcome ?? null };
    const counts = await countCandidates(tx, filter);
    const rows = await listCandidateRows(tx, filter, {
      limit: candidatesPerPage,
      offset: (page - 1) * candidatesPerPage,
    });
    await recordAccess(app, tx, actor, {
      personIds: rows.map((row) => row.personId),
      purpose: "candidate-list",
      fields: judgedPersonFields(actor.role),
    });
    const all = counts.eligible + counts.ineligible + counts.undetermined + counts.unjudged;
    const total = input.outcome === undefined ? all : counts[input.outcome];
    return {
      village: { code: village.villageCode, name: village.name },
      items: rows.map((row) => ({
        person: showJudgedPerson(actor.role, row, app.clock.today()),
        outcome: row.outcome,
        reasons: row.reasons,
        policyNumber: row.policyNumber,
        judgedOn: row.judgedOn,
      })),
      counts,
      reasonCounts: await countReasons(tx, filter),
      page,
      pages: Math.max(1, Math.ceil(total / candidatesPerPage)),
    };
  });
}
