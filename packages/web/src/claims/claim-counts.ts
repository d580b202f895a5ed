import { claimTexts } from "#language/claims.ts";
import type { CountedTasks } from "#shell";

export const claimCounts: CountedTasks = {
  "gather-claims": {
    path: "/klaim",
    secondsEach: 900,
    words: (language) => claimTexts[language].tasks["gather-claims"],
  },
  "answer-claims": {
    path: "/klaim",
    secondsEach: 600,
    words: (language) => claimTexts[language].tasks["answer-claims"],
  },
};
