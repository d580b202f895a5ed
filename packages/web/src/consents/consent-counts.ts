import { consentTexts } from "#language/consents.ts";
import type { CountedTasks } from "#shell";

export const consentCounts: CountedTasks = {
  "follow-withdrawals": {
    path: "/persetujuan-dicabut",
    secondsEach: 600,
    words: (language) => consentTexts[language].tasks["follow-withdrawals"],
  },
};
