import { handles } from "#work";
import { judgePersons } from "./judge-persons.ts";

export const eligibilityWork = handles("eligibility.judge", { work: judgePersons });
