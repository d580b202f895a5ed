import { myProposalTexts } from "#language/my-proposals.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import type { CountedTasks } from "#shell";

export const matchingCounts: CountedTasks = {
  "accept-proposals": {
    path: "/sponsor/penjodohan",
    secondsEach: 10,
    words: (language) => sponsorTexts[language].tasks["accept-proposals"],
  },
  "answer-proposals": {
    path: "/sponsor/saya/usulan",
    secondsEach: 60,
    words: (language) => myProposalTexts[language].task,
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
