import { secondLookTexts } from "#language/second-look.ts";
import type { CountedTasks } from "#shell";

export const secondLookCounts: CountedTasks = {
  "look-again": {
    path: "/lihat-lagi",
    secondsEach: 120,
    words: (language) => secondLookTexts[language].tasks["look-again"],
  },
};
