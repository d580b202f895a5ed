/** One page of a list, as every list answers: rows, which page of how many, and how many rows there are in all. */
export type PageOf<Row> = {
  readonly rows: readonly Row[];
  /** Counts from 1; beyond the last page it is the last one. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

export type PageSize = { readonly limit: number; readonly offset: number };

/**
 * The one way to cut a list into pages: counts first, so that a page number from an address can never point past the end.
 * `size` is rows per page.
 */
export async function pageOf<Row>(
  asked: { readonly page?: number | undefined; readonly size: number },
  count: () => Promise<number>,
  list: (part: PageSize) => Promise<readonly Row[]>,
): Promise<PageOf<Row>> {
  const total = await count();
  const pages = Math.max(1, Math.ceil(total / asked.size));
  const page = Math.min(Math.max(1, Math.trunc(asked.page ?? 1) || 1), pages);
  const rows = total === 0 ? [] : await list({ limit: asked.size, offset: (page - 1) * asked.size });
  return { rows, page, pages, total };
}
