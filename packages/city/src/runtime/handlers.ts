import { accountsWork } from "@tuwai/server/accounts";
import { coverWork } from "@tuwai/server/cover";
import { coverageWork } from "@tuwai/server/coverage";
import { eligibilityWork } from "@tuwai/server/eligibility";
import { importWork } from "@tuwai/server/imports";
import { linkingWork } from "@tuwai/server/linking";
import { type Handlers, workWork } from "@tuwai/server/work";

/** Which work follows which commit; each feature says at its door how it does its own. */
export const handlers: Handlers = {
  ...importWork,
  ...linkingWork,
  ...eligibilityWork,
  ...coverWork,
  ...coverageWork,
  ...accountsWork,
  ...workWork,
};
