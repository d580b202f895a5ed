import { incidentDeskTexts } from "#language/incident-desk.ts";
import type { CountedTasks } from "#shell";

export const incidentCounts: CountedTasks = {
  "confirm-incidents": {
    path: "/kejadian",
    secondsEach: 600,
    words: (language) => incidentDeskTexts[language].tasks["confirm-incidents"],
  },
  "follow-incidents": {
    path: "/kejadian?tahap=confirmed",
    secondsEach: 900,
    words: (language) => incidentDeskTexts[language].tasks["follow-incidents"],
  },
};
