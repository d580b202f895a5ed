import { linkingTexts } from "#language/linking.ts";
import type { CountedTasks } from "#shell";

export const linkReviewCounts: CountedTasks = {
  "answer-link-questions": {
    path: "/padan/antrean",
    secondsEach: 12,
    words: (language) => linkingTexts[language].tasks["answer-link-questions"],
  },
};
