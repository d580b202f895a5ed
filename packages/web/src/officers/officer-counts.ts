import { officerTexts } from "#language/officers.ts";
import type { Language } from "#language/language.ts";
import type { CountedTasks } from "#shell";

type Code = keyof (typeof officerTexts)["id"]["tasks"];

const taskOf = (code: Code, secondsEach: number) => ({
  path: "/kepesertaan/aparatur",
  secondsEach,
  words: (language: Language) => officerTexts[language].tasks[code],
});

export const officerCounts: CountedTasks = {
  "enrol-officers": taskOf("enrol-officers", 5),
  "report-wages": taskOf("report-wages", 5),
  "add-wages": taskOf("add-wages", 60),
};
