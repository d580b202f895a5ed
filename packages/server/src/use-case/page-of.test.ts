import { assert, asyncProperty, integer, nat } from "fast-check";
import { expect, test } from "vitest";
import { pageOf } from "./page-of.ts";

const numbers = (total: number) => Array.from({ length: total }, (_, at) => at);
const cut = (total: number, size: number, page?: number) =>
  pageOf(
    { page, size },
    async () => total,
    async ({ limit, offset }) => numbers(total).slice(offset, offset + limit),
  );

test("all pages together are the list, each row once, in order", async () => {
  await assert(
    asyncProperty(nat(60), integer({ min: 1, max: 9 }), async (total, size) => {
      const { pages } = await cut(total, size);
      const all = await Promise.all(numbers(pages).map((at) => cut(total, size, at + 1)));
      expect(all.flatMap(({ rows }) => rows)).toEqual(numbers(total));
    }),
  );
});

test("a page beyond the last is the last, one before the first or not a number the first", async () => {
  expect(await cut(5, 2, 99)).toMatchObject({ page: 3, pages: 3, rows: [4] });
  expect(await cut(5, 2, -3)).toMatchObject({ page: 1 });
  expect(await cut(5, 2, Number.NaN)).toMatchObject({ page: 1 });
  expect(await cut(0, 2, 7)).toEqual({ rows: [], page: 1, pages: 1, total: 0 });
});
