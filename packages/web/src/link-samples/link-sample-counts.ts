import { linkSampleTexts } from "#language/link-samples.ts";
import type { CountedTasks } from "#shell";

export const linkSampleCounts: CountedTasks = {
  "answer-link-sample": {
    path: "/padan/mutu/jawab",
    secondsEach: 30,
    words: (language) => linkSampleTexts[language].tasks["answer-link-sample"],
  },
};
