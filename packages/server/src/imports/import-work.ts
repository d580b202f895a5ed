import { handles } from "#work";
import { advanceImport } from "./advance-import.ts";

export const importWork = handles("import.advance", {
  work: (app, { batchId }) => advanceImport(app, batchId),
});
