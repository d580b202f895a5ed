type Page<Row> = { readonly rows: readonly Row[] } & (
  { readonly hasNext: boolean } | { readonly pages: number }
);

/** All rows of a list that answers page by page; pages count from 1. */
export async function listPages<Row>(read: (page: number) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const found = await read(page);
    all.push(...found.rows);
    if ("pages" in found ? page >= found.pages : !found.hasNext) return all;
  }
}
