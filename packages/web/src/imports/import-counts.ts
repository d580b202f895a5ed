import { importTexts } from "#language/imports.ts";
import type { CountedTasks } from "#shell";
import { filesToFinish } from "./import-tasks.ts";

export const importCounts: CountedTasks = {
  "approve-imports": {
    path: "/impor/persetujuan",
    secondsEach: 120,
    words: (language) => importTexts[language].tasks["approve-imports"],
  },
  "approve-receipts": {
    path: "/impor/persetujuan",
    secondsEach: 120,
    words: (language) => importTexts[language].tasks["approve-receipts"],
  },
  "finish-imports": { each: filesToFinish },
  "ask-for-mended": {
    path: "/impor",
    secondsEach: 1,
    words: (language) => importTexts[language].tasks["ask-for-mended"],
  },
  "repair-rows": {
    path: "/impor",
    secondsEach: 60,
    words: (language) => importTexts[language].tasks["repair-rows"],
  },
};
