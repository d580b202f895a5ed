import { expect, test } from "vitest";
import { sayFirstSteps } from "./first-steps.ts";

const config = { regionCode: "13.75", dataDir: "/var/lib/tuwai", embedded: true };
const facts = { config, city: "Kota Bukittinggi", kecamatan: 3, villages: 24, hasMap: false };

test("a new city is told what stands, to copy its keys, and the command that invites the first administrator", () => {
  const lines = sayFirstSteps(facts).join("\n");
  expect(lines).toContain("3 kecamatan, 24 desa/kelurahan, tanpa peta");
  expect(lines).toContain("/var/lib/tuwai/keys");
  expect(lines).toContain(
    "TUWAI_DEMO=0 TUWAI_REGION=13.75 TUWAI_DATA=/var/lib/tuwai npx --no-install tuwai account create --role ADM",
  );
});

test("the address of a database, which holds its password, is not printed", () => {
  const lines = sayFirstSteps({ ...facts, config: { ...config, embedded: false } }).join("\n");
  expect(lines).toContain("DATABASE_URL=… npx");
  expect(lines).not.toContain("postgres://");
});
