import { openPlaces, defaultMatchingRules, type Proposal } from "@tuwai/domain/matching";
import type { App } from "#app";
import { lockPayers } from "#enrolment";
import { type BothSides, countLeft, countPairs, readBothSides, saveProposals } from "#matching";
import { type ChosenPairs, choosePairs } from "#optimisation";
import { asCity, type Step } from "#use-case";
import type { WorkPayloads } from "#work";
import { reachedOf } from "./pair-answer.ts";
import { type PairQuestion, withinLimits } from "./pair-question.ts";
import { findRun, finishRun } from "./pair-run.store.ts";

type Payload = WorkPayloads["matching.choose-pairs"];

/**
 * Handler of `matching.choose-pairs`: reads both sides, chooses in a thread of its own with no transaction open, and writes in a second
 * transaction. What changed in between is looked at again; a run that is killed begins anew and proposes nothing twice.
 */
export async function chooseBestPairs(app: App, { runId }: Payload): Promise<void> {
  const asked = await asCity(app, "match.propose-best", async (step) => {
    const run = await findRun(step.tx, runId, false);
    if (run === undefined || run.finishedAt !== null) return null;
    return { question: run.question, sides: asPairs(await readBothSides(step)) };
  });
  if (asked === null) return;
  const { question, sides } = asked;
  const started = performance.now();
  const chosen = await choosePairs({
    ...withinLimits(sides, question),
    options: { weights: question.weights },
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  await asCity(app, "match.propose-best", (step) => writeAnswer(step, { runId, question, chosen, seconds }));
}

/** Handler of work given up: whoever waits for it sees that there is no answer. */
export async function giveUpBestPairs(app: App, { runId }: Payload): Promise<void> {
  await asCity(app, "match.propose-best", (step) =>
    finishRun(step.tx, runId, { outcome: "failed" }, step.now),
  );
}

/** Whoever is held for the sponsor who had him is together with him, where that sponsor has signed again. */
function asPairs(sides: BothSides): BothSides {
  const workers = sides.workers.map((worker) => ({
    ...worker,
    sponsorId: sides.heldFor.get(worker.id) ?? worker.sponsorId,
  }));
  return { ...sides, workers };
}

type Answered = {
  readonly runId: string;
  readonly question: PairQuestion;
  readonly chosen: ChosenPairs;
  readonly seconds: number;
};

async function writeAnswer(step: Step, { runId, question, chosen, seconds }: Answered): Promise<void> {
  await lockPayers(step.tx);
  const run = await findRun(step.tx, runId, true);
  if (run === undefined || run.finishedAt !== null) return;
  const sides = await readBothSides(step);
  const stillFit = fittingOf(chosen.result.proposals, { ...sides, ...withinLimits(sides, question) });
  if (run.proposes) await saveProposals(step, { proposals: stillFit, places: sides.places });
  const { waiting, freePlaces } = countLeft(chosen.result);
  const answer = {
    outcome: "chosen",
    ruleTaken: chosen.ruleTaken,
    below: chosen.below,
    aims: reachedOf(chosen.aims),
    ruleAims: reachedOf(chosen.ruleAims),
    together: await countPairs(step.tx, step.area),
    seconds,
    ...waiting,
    freePlaces,
    proposed: run.proposes ? stillFit.length : null,
    overtaken: chosen.result.proposals.length - stillFit.length,
  } as const;
  await finishRun(step.tx, runId, answer, step.now);
  if (!run.proposes) return;
  const { proposed, overtaken, ruleTaken } = answer;
  await step.audit({
    action: "match.propose-best",
    objectType: "sponsorship",
    objectId: "proposals",
    details: { proposals: proposed, overtaken, ruleTaken, freePlaces, ...waiting },
  });
}

/** Those that still keep every promise, now that the lists are read again. */
function fittingOf(
  proposals: readonly Proposal[],
  { workers, sponsors }: Pick<BothSides, "workers" | "sponsors">,
): readonly Proposal[] {
  const places = openPlaces(sponsors, defaultMatchingRules);
  const waiting = new Map(workers.map((worker) => [worker.id, worker]));
  return proposals.filter(({ workerId, sponsorId }) => {
    const worker = waiting.get(workerId);
    const sponsor = places.find(sponsorId);
    if (!worker || !sponsor || places.refusalOf(sponsor, worker) !== undefined) return false;
    places.take(sponsor, worker);
    return true;
  });
}
