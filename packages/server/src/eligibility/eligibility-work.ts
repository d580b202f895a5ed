import { handles } from "#work";
import { judgeAll } from "./judge-all.ts";
import { judgePersons } from "./judge-persons.ts";

/** Judges those whose facts changed, and every night everybody. */
export const eligibilityWork = {
  ...handles("eligibility.judge", { work: judgePersons }),
  ...handles("eligibility.judge-all", { work: judgeAll }),
};
