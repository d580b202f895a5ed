import { beforeEach, expect, it } from "vitest";
import { isStaff, may } from "@tuwai/server/access";
import { type Role, roles } from "@tuwai/server/app";
import { ensureDefaultPolicy } from "@tuwai/server/eligibility";
import { aSteppedUpActor, placesDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";
import { listPages, type ListedPage } from "./testing-list-pages.ts";
import { addressWith, objectsOf } from "./testing-objects.ts";

const test = placesDatabase();
let pages: Pages;

beforeEach(async () => {
  await ensureDefaultPolicy(test.app);
  pages = await openPages(test.app);
});

/** Names that every object has, numbers that no column holds, words of other languages. */
const hostile = [
  "__proto__",
  "toString",
  "constructor",
  "9".repeat(30),
  "1e999",
  "-1",
  "NaN",
  "' or 1=1 --",
  "�",
];
const queryNames = [
  "cari",
  "hal",
  "jenis",
  "keadaan",
  "desa",
  "kecamatan",
  "urut",
  "tampilan",
  "status",
  "tahap",
];
const fieldNames = [
  "aksi",
  "jawaban",
  "versi",
  "kode",
  "usulan",
  "alasan",
  "ketik",
  "tanggal",
  "peristiwa",
  "jumlah",
];

function actorFor({ id }: ListedPage) {
  const access = pages.accessOf(id);
  const open = roles.filter((role) => isStaff(role) && (access === "public" || may({ role }, access!)));
  const { place, office, branch, sponsor } = test.threads.naras;
  const scopes: Partial<Record<Role, string>> = {
    OPR: place.code,
    KDS: place.code,
    BND: office,
    BPJ: branch,
  };
  const role = open.find((each) => each === "DAT" || each === "MGR") ?? open[0]!;
  return role === "SPN"
    ? sponsor
    : aSteppedUpActor(test.app, role, scopes[role] ?? (role === "CMT" ? place.kecamatan : undefined));
}

const each = (names: readonly string[], value: string) =>
  Object.fromEntries(names.map((name) => [name, value]));

const sections = Map.groupBy(listPages("id"), ({ path }) => path.split("/")[1]!);
const takesAll =
  "no page of /%s takes what nobody types for a mistake of ours: not in address, query or form";

it.each([...sections.keys()])(takesAll, async (section) => {
  const objects = await objectsOf(test.app, test.threads.naras);
  const wrong: object[] = [];
  for (const page of sections.get(section)!) {
    const actor = actorFor(page);
    const own = addressWith(page.path, objects);
    const answers = await Promise.all(
      hostile.flatMap((value) => {
        const named = addressWith(
          page.path,
          new Proxy({}, { get: () => encodeURIComponent(value), has: () => true }),
        );
        return [
          pages.get(named, actor),
          pages.get(`${own}?${new URLSearchParams(each(queryNames, value)).toString()}`, actor),
          pages.post(own, each(fieldNames, value), actor),
        ].map(async (asked, way) => ({
          value,
          way: ["address", "query", "form"][way],
          status: (await asked).status,
        }));
      }),
    );
    wrong.push(
      ...answers.filter(({ status }) => status >= 500).map((found) => ({ page: page.id, ...found })),
    );
  }
  expect(wrong).toEqual([]);
});
