import { billTexts } from "#language/bills.ts";
import type { CountedTasks } from "#shell";

export const billCounts: CountedTasks = {
  "answer-bills": {
    path: "/iuran/tagihan",
    secondsEach: 180,
    words: (language) => billTexts[language].tasks["answer-bills"],
  },
  "enter-bills": {
    path: "/iuran/tagihan",
    secondsEach: 60,
    words: (language) => billTexts[language].tasks["enter-bills"],
  },
};
