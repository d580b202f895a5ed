import { sponsorTexts } from "#language/sponsors.ts";
import type { CountedTasks } from "#shell";

export const matchingCounts: CountedTasks = {
  "accept-proposals": {
    path: "/sponsor/penjodohan",
    secondsEach: 10,
    words: (language) => sponsorTexts[language].tasks["accept-proposals"],
  },
  "match-waiting": {
    path: "/sponsor/penjodohan",
    secondsEach: 2,
    words: (language) => sponsorTexts[language].tasks["match-waiting"],
  },
  "fund-waiting": {
    path: "/sponsor",
    secondsEach: 10,
    words: (language) => sponsorTexts[language].tasks["fund-waiting"],
  },
};
