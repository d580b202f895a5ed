import { doubleCoverTexts } from "#language/double-cover.ts";
import type { CountedTasks } from "#shell";

export const doubleCoverCounts: CountedTasks = {
  "answer-double-cover": {
    path: "/iuran/rangkap",
    secondsEach: 90,
    words: (language) => doubleCoverTexts[language].tasks["answer-double-cover"],
  },
};
