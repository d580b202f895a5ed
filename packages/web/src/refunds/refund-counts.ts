import { refundTexts } from "#language/refunds.ts";
import type { CountedTasks } from "#shell";

export const refundCounts: CountedTasks = {
  "ask-refunds": {
    path: "/iuran/pengembalian?keadaan=to-ask",
    secondsEach: 60,
    words: (language) => refundTexts[language].tasks["ask-refunds"],
  },
  "answer-refunds": {
    path: "/iuran/pengembalian?keadaan=asked",
    secondsEach: 60,
    words: (language) => refundTexts[language].tasks["answer-refunds"],
  },
};
