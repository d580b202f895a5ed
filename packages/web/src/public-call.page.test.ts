import { beforeEach, expect, it } from "vitest";
import { setContacts } from "@tuwai/server/settings";
import { aSteppedUpActor, placesDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";
import { listPages } from "./testing-list-pages.ts";

const test = placesDatabase();
let pages: Pages;

beforeEach(async () => {
  pages = await openPages(test.app);
  await setContacts(test.app, aSteppedUpActor(test.app, "ADM"), {
    operationId: test.app.newId(),
    contacts: {
      cityPhone: "(0751) 91234",
      cityWhatsapp: "",
      branchPhone: "",
      branchWhatsapp: "",
      careLine: "175",
    },
  });
});

/** Those that answer with a page: files and doors that lead elsewhere show nothing to read. */
const publicPages = () =>
  [...listPages("id"), ...listPages("en")].filter(
    ({ id }) => pages.accessOf(id) === "public" && !/\.route(\b|-)/.test(id),
  );

it("on every public page stands whom to call when something happens: BPJS and the city", async () => {
  const silent: object[] = [];
  let read = 0;
  for (const { id, path } of publicPages()) {
    const { status, html } = await pages.get(path.replace(/:\w+\??/g, "").replace(/\/+/g, "/"));
    if (status >= 300 && status < 400) continue;
    read += 1;
    if (!html.includes("tel:175") || !html.includes("tel:+6275191234")) silent.push({ id, status });
  }
  expect(silent).toEqual([]);
  expect(read).toBeGreaterThan(20);
});
