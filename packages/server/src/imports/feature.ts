import type { Feature } from "#app";
import { schedule, schedules, workHandlers } from "#work";
import { importOutlook } from "./import-outlook.ts";
import { importTasks } from "./import-tasks.ts";
import { importWork } from "./import-work.ts";

export const importsFeature: Feature = {
  name: "imports",
  owns: {
    "app.import_mappings": "own",
    "app.import_batches": "import.read_report",
    "app.import_rows": "import.read_report",
    "app.import_mends": "import.read_report",
    "app.import_returns": "import.read_report",
  },
  gives: [
    ...importTasks,
    ...importOutlook,
    workHandlers(importWork),
    schedules(schedule({ name: "imports-retention", at: "00.10", topic: "imports.forget", payload: {} })),
  ],
};
