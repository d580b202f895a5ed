import { parentPort, workerData } from "node:worker_threads";
import { optimiseSponsorships, spendBudget } from "@tuwai/domain/optimisation";
import { loadSolver } from "./load-solver.ts";
import type { ThreadQuestion } from "./ask-thread.ts";

/** The thread that chooses: it answers one question with a solver of its own and ends, so that nothing is left over for the next. */
const { question, secondsEach } = workerData as { question: ThreadQuestion; secondsEach: number };
const solve = await loadSolver(secondsEach);
const answer =
  question.about === "pairs"
    ? optimiseSponsorships(question.workers, question.sponsors, solve, question.options)
    : spendBudget(question.fundables, question.budget, solve);
parentPort?.postMessage(answer, []);
