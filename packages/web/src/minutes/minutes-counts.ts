import { minutesTexts } from "#language/minutes.ts";
import type { CountedTasks } from "#shell";

const minutesOf = (meetingCode: string): string => `/rakor/${meetingCode}/berita-acara`;

export const minutesCounts: CountedTasks = {
  "show-minutes": {
    path: "/rakor",
    pathOf: minutesOf,
    secondsEach: 600,
    words: (language) => minutesTexts[language].tasks["show-minutes"],
  },
  "answer-objections": {
    path: "/rakor",
    pathOf: minutesOf,
    secondsEach: 180,
    words: (language) => minutesTexts[language].tasks["answer-objections"],
  },
  "finish-minutes": {
    path: "/rakor",
    pathOf: minutesOf,
    secondsEach: 120,
    words: (language) => minutesTexts[language].tasks["finish-minutes"],
  },
  "read-minutes": {
    path: "/rakor",
    pathOf: minutesOf,
    secondsEach: 180,
    words: (language) => minutesTexts[language].tasks["read-minutes"],
  },
};
