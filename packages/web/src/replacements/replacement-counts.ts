import { replacementTexts } from "#language/replacements.ts";
import type { CountedTasks } from "#shell";

export const replacementCounts: CountedTasks = {
  "watch-holds": {
    path: "/sponsor/pengganti",
    secondsEach: 60,
    words: (language) => replacementTexts[language].task,
  },
};
