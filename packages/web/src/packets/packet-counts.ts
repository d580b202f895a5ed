import { enrolmentTexts } from "#language/enrolment.ts";
import type { CountedTasks } from "#shell";

export const packetCounts: CountedTasks = {
  "compose-packet": {
    path: "/kepesertaan",
    secondsEach: 2,
    words: (language) => enrolmentTexts[language].tasks["compose-packet"],
  },
  "await-results": {
    path: "/kepesertaan",
    secondsEach: 60,
    words: (language) => enrolmentTexts[language].tasks["await-results"],
  },
};
