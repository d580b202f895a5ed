type Page<Row> = { readonly rows: readonly Row[]; readonly hasNext: boolean };

/** All rows of a list that answers page by page; pages count from 1. */
export async function listPages<Row>(read: (page: number) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, hasNext } = await read(page);
    all.push(...rows);
    if (!hasNext) return all;
  }
}
