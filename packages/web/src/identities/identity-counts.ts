import { identityTexts } from "#language/identities.ts";
import type { CountedTasks } from "#shell";

export const identityCounts: CountedTasks = {
  "decide-identities": {
    path: "/identitas",
    secondsEach: 60,
    words: (language) => identityTexts[language].task,
  },
};
