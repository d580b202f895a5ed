import { minutesTexts } from "#language/minutes.ts";
import type { CountedTasks } from "#shell";

export const minutesCounts: CountedTasks = {
  "show-minutes": {
    path: "/rakor",
    secondsEach: 600,
    words: (language) => minutesTexts[language].tasks["show-minutes"],
  },
  "answer-objections": {
    path: "/rakor",
    secondsEach: 180,
    words: (language) => minutesTexts[language].tasks["answer-objections"],
  },
  "finish-minutes": {
    path: "/rakor",
    secondsEach: 120,
    words: (language) => minutesTexts[language].tasks["finish-minutes"],
  },
  "read-minutes": {
    path: "/rakor",
    secondsEach: 180,
    words: (language) => minutesTexts[language].tasks["read-minutes"],
  },
};
