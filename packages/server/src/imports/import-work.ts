import type { App } from "#app";
import { handles, type Seen, type WorkPayloads } from "#work";
import { advanceImport, giveUpImport } from "./advance-import.ts";
import { advanceInTurn } from "./advance-in-turn.ts";
import { forgetOriginals } from "./forget-originals.ts";

type Advance = WorkPayloads["import.advance"];

const advancing = {
  work: (app: App, { batchId }: Advance, { stop }: Seen) => advanceImport(app, batchId, stop),
  givenUp: (app: App, { batchId }: Advance, times: number) => giveUpImport(app, batchId, times),
};

export const importWork = {
  ...handles("import.advance", {
    ...advancing,
    work: (app: App, { batchId }: Advance, { stop }: Seen) => advanceInTurn(app, batchId, { stop }),
  }),
  ...handles("import.advance-slow", advancing),
  ...handles("import.advance-large", advancing),
  ...handles("imports.forget", { work: forgetOriginals, unite: () => ({}) }),
};
