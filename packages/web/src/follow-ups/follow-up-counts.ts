import { followUpTexts } from "#language/follow-ups.ts";
import type { CountedTasks } from "#shell";

const followUpOf = (id: string): string => `/tindak-lanjut/${id}`;

export const followUpCounts: CountedTasks = {
  "late-follow-ups": {
    path: "/tindak-lanjut?keadaan=late",
    pathOf: followUpOf,
    secondsEach: 180,
    words: (language) => followUpTexts[language].tasks["late-follow-ups"],
  },
  "answer-follow-ups": {
    path: "/tindak-lanjut?keadaan=waiting",
    pathOf: followUpOf,
    secondsEach: 60,
    words: (language) => followUpTexts[language].tasks["answer-follow-ups"],
  },
  "own-follow-ups": {
    path: "/tindak-lanjut",
    pathOf: followUpOf,
    secondsEach: 180,
    words: (language) => followUpTexts[language].tasks["own-follow-ups"],
  },
};
