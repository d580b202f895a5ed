import type { PageOf } from "@tuwai/server/use-case";

/** All rows of a list that answers page by page; pages count from 1. */
export async function listPages<Row>(
  read: (page: number) => Promise<Pick<PageOf<Row>, "rows" | "pages">>,
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, pages } = await read(page);
    all.push(...rows);
    if (page >= pages) return all;
  }
}
