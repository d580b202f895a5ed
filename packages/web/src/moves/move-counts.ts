import { moveTexts } from "#language/moves.ts";
import type { CountedTasks } from "#shell";

export const moveCounts: CountedTasks = {
  "hand-over-workers": {
    path: "/pindah",
    secondsEach: 120,
    words: (language) => moveTexts[language].tasks["hand-over-workers"],
  },
  "receive-workers": {
    path: "/pindah",
    secondsEach: 120,
    words: (language) => moveTexts[language].tasks["receive-workers"],
  },
};
