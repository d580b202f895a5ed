import { releaseTexts } from "#language/releases.ts";
import type { CountedTasks } from "#shell";

export const releaseCounts: CountedTasks = {
  "look-at-release": {
    path: "/admin/rilis",
    secondsEach: 600,
    words: (language) => releaseTexts[language].tasks["look-at-release"],
  },
  "confirm-release": {
    path: "/admin/rilis",
    secondsEach: 600,
    words: (language) => releaseTexts[language].tasks["confirm-release"],
  },
};
