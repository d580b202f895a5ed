import { Worker } from "node:worker_threads";
import type { Sponsor, WaitingWorker } from "@tuwai/domain/matching";
import type { AimWeights, Fundable } from "@tuwai/domain/optimisation";

export type PairsQuestion = {
  readonly workers: readonly WaitingWorker[];
  readonly sponsors: readonly Sponsor[];
  readonly options: { readonly weights?: AimWeights };
};

export type BudgetQuestion = {
  readonly fundables: readonly Fundable[];
  /** Whole rupiah. */
  readonly budget: number;
};

export type ThreadQuestion =
  | ({ readonly about: "pairs" } & PairsQuestion)
  | ({ readonly about: "budget" } & BudgetQuestion);

/** How a question ended that has no answer. */
export type NoAnswer = "too-slow" | "solver-failed";

export type ThreadLimits = {
  /** Wall seconds of everything together. */
  readonly seconds: number;
  readonly megabytes: number;
  /** The program of the thread; the solver's own unless given. */
  readonly program?: URL;
};

const threadFile = new URL("optimise-thread.ts", import.meta.url);
const last = new Map<ThreadQuestion["about"], Promise<unknown>>();

/**
 * Answers a question in a thread of its own, those of one kind one after another. A thread that takes longer than allowed is ended; one that
 * dies, of an abort in the solver or for want of memory, takes nothing else with it.
 */
export function askThread<Answer>(
  question: ThreadQuestion,
  limits: ThreadLimits,
): Promise<Answer | NoAnswer> {
  const before = last.get(question.about) ?? Promise.resolve();
  const answer = before.then(() => runThread<Answer>(question, limits));
  last.set(question.about, answer);
  return answer;
}

function runThread<Answer>(
  question: ThreadQuestion,
  { seconds, megabytes, program = threadFile }: ThreadLimits,
): Promise<Answer | NoAnswer> {
  return new Promise((resolve) => {
    const thread = new Worker(program, {
      workerData: { question, secondsEach: seconds },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      env: {},
    });
    const end = (answer: Answer | NoAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    const timer = setTimeout(() => end("too-slow"), seconds * 1000);
    thread.once("message", (answer: Answer) => end(answer));
    thread.once("error", () => end("solver-failed"));
    thread.once("exit", () => end("solver-failed"));
  });
}
