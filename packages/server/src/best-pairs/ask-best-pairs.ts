import { change, type Operation } from "#use-case";
import { insertRun } from "./pair-run.store.ts";
import { type PairQuestion, requireQuestion } from "./pair-question.ts";

export type AskOutcome =
  | { readonly outcome: "asked"; readonly runId: string }
  | { readonly outcome: "refused"; readonly reasons: readonly "already-choosing"[] };

type Input = Operation & {
  /** False for a look at the numbers: nothing is proposed. */
  readonly proposesPairs: boolean;
  readonly pairQuestion: PairQuestion;
};

/** Sets the choice of the best pairs going; the work follows, and one goes on at a time. */
export const askBestPairs = change(
  { name: "match.ask-best", permission: "pledge.match" },
  async (step, { proposesPairs: proposes, pairQuestion }: Input): Promise<AskOutcome> => {
    const question = requireQuestion(pairQuestion);
    const id = step.newId();
    const { regionCode, userId: by } = step.actor;
    if (!(await insertRun(step.tx, { regionCode, id, proposes, question, by, at: step.now })))
      return step.unchanged({ outcome: "refused", reasons: ["already-choosing"] });
    await step.follow("matching.choose-pairs", { runId: id });
    const { mostPerSponsor, onlyUrgent } = question;
    await step.audit({
      objectType: "pair-run",
      objectId: id,
      details: { proposes, ...question.weights, mostPerSponsor, onlyUrgent },
    });
    return { outcome: "asked", runId: id };
  },
);
