import { expect, test } from "vitest";
import { roles } from "#app";
import { accessMatrix } from "./access-matrix.ts";
import { fieldMasks } from "./field-masks.ts";

test("docs/access-matrix.json, for readers and other programs, says what the program does (vitest -u writes it)", async () => {
  const text = JSON.stringify({ roles, permissions: accessMatrix, fields: fieldMasks }, null, 2);
  await expect(`${text}\n`).toMatchFileSnapshot("../../../../docs/access-matrix.json");
});
