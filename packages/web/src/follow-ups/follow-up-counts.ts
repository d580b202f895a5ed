import { followUpTexts } from "#language/follow-ups.ts";
import type { CountedTasks } from "#shell";

export const followUpCounts: CountedTasks = {
  "late-follow-ups": {
    path: "/tindak-lanjut?keadaan=late",
    secondsEach: 180,
    words: (language) => followUpTexts[language].tasks["late-follow-ups"],
  },
  "answer-follow-ups": {
    path: "/tindak-lanjut?keadaan=waiting",
    secondsEach: 60,
    words: (language) => followUpTexts[language].tasks["answer-follow-ups"],
  },
  "own-follow-ups": {
    path: "/tindak-lanjut",
    secondsEach: 180,
    words: (language) => followUpTexts[language].tasks["own-follow-ups"],
  },
};
