import { comparisonTexts } from "#language/comparison.ts";
import type { CountedTasks } from "#shell";

export const comparisonCounts: CountedTasks = {
  "find-absent": {
    path: "/pekerja/dicari",
    secondsEach: 300,
    words: (language) => comparisonTexts[language].task,
  },
};
