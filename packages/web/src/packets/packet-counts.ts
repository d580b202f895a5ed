import { enrolmentTexts } from "#language/enrolment.ts";
import type { CountedTasks } from "#shell";
import { packetsToFetch, packetsToRepair, packetsToSend } from "./packet-tasks.ts";

export const packetCounts: CountedTasks = {
  "answer-packets": { each: packetsToFetch },
  "repair-packets": { each: packetsToRepair },
  "send-packets": { each: packetsToSend },
  "compose-packet": {
    path: "/kepesertaan",
    secondsEach: 2,
    words: (language) => enrolmentTexts[language].tasks["compose-packet"],
  },
};
