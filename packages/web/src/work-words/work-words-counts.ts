import { workWordsTexts } from "#language/work-words.ts";
import type { CountedTasks } from "#shell";

export const workWordsCounts: CountedTasks = {
  "explain-work": {
    path: "/arti-pekerjaan",
    secondsEach: 20,
    words: (language) => workWordsTexts[language].tasks["explain-work"],
  },
};
