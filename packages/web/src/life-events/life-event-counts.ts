import { lifeEventTexts } from "#language/life-events.ts";
import type { CountedTasks } from "#shell";

export const lifeEventCounts: CountedTasks = {
  "follow-life-events": {
    path: "/peristiwa",
    secondsEach: 600,
    words: (language) => lifeEventTexts[language].tasks["follow-life-events"],
  },
};
