import { monthRunTexts } from "#language/month-runs.ts";
import type { CountedTasks } from "#shell";

export const monthRunCounts: CountedTasks = {
  "mend-parked-months": {
    path: "/iuran",
    secondsEach: 120,
    words: (language) => monthRunTexts[language].tasks["mend-parked-months"],
  },
};
