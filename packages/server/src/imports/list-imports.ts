import { kindsReadBy } from "#intake";
import { pageOf, type PageOf, read } from "#use-case";
import { countBatches, listBatches } from "./batch.store.ts";
import type { ImportBatch, ImportState } from "./import-batch.ts";

const size = 25;

type Input = { readonly page?: number; readonly state?: ImportState } | undefined;

/** The batches this actor may see, newest first. */
export const listImports = read(
  { purpose: "import-list", permission: "import.read_report" },
  async ({ app, tx, actor, area }, input: Input): Promise<PageOf<ImportBatch>> => {
    const choice = { area, kinds: kindsReadBy(app, actor), state: input?.state, sort: "newest" } as const;
    return pageOf<ImportBatch>(
      { page: input?.page, size },
      () => countBatches(tx, choice),
      (part) => listBatches(tx, choice, part),
    );
  },
);
