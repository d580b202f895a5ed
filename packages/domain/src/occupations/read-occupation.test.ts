import { expect, test } from "vitest";
import { readOccupation } from "./read-occupation.ts";

test.each([
  ["Nelayan", "fisher", "other"],
  ["NELAYAN/PERIKANAN", "fisher", "other"],
  ["Tkg. Ojek", "motorcycle-taxi", "transport"],
  ["Supir angkot", "driver", "transport"],
  ["BURUH TANI/PERKEBUNAN", "farm-labourer", "other"],
  ["Petani/Pekebun", "farmer", "other"],
  ["Buruh Harian Lepas", "daily-labourer", "other"],
  ["Tukang batu", "construction-worker", "other"],
  ["Pedagang kaki lima", "street-trader", "other"],
  ["Jualan gorengan", "trader", "other"],
  ["Labai", "religious-officer", "other"],
  ["Bundo Kanduang", "adat-officer", "other"],
  ["Kader posyandu", "village-officer", "other"],
  ["", "other", "other"],
])("%s belongs to %s in sector %s", (text, group, sector) => {
  expect(readOccupation(text)).toMatchObject({ group, sector });
});

test("only transport work falls under the longer relief window", () => {
  expect(readOccupation("kurir paket").sector).toBe("transport");
  expect(readOccupation("tukang jahit").sector).toBe("other");
});
