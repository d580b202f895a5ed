import { handles } from "#work";
import { advanceImport } from "./advance-import.ts";
import { forgetOriginals } from "./forget-originals.ts";

export const importWork = {
  ...handles("import.advance", { work: (app, { batchId }) => advanceImport(app, batchId) }),
  ...handles("imports.forget", { work: forgetOriginals, unite: () => ({}) }),
};
