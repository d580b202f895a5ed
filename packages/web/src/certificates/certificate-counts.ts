import { certificateTexts } from "#language/certificates.ts";
import type { CountedTasks } from "#shell";

export const certificateCounts: CountedTasks = {
  "issue-certificate": {
    path: "/sponsor/saya/piagam",
    secondsEach: 60,
    words: (language) => certificateTexts[language].tasks["issue-certificate"],
  },
};
