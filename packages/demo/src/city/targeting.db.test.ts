import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ageOn, civilDate } from "@tuwai/domain/time";
import { ensureSettings } from "@tuwai/server/contributions";
import { ensureDefaultPolicy } from "@tuwai/server/eligibility";
import { ensureLinkingSettings } from "@tuwai/server/linking";
import { ensureDefaultPacketMapping } from "@tuwai/server/packet-mapping";
import { ensureRegions } from "@tuwai/server/regions";
import { getTargeting, refreshTargeting } from "@tuwai/server/targeting";
import { anActor, readRows, testDatabase } from "@tuwai/server/testing";
import { expect, test } from "vitest";
import { beginDemoCity, loadDemoCity } from "#city";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const options = { scale: 0.04, months: 2, kecamatan: 1 };
/** Work that somebody else insures, or none. */
const insuredOtherwise = new Set([
  "civil-servant", "military-police", "private-employee", "contract-staff", "village-officer", "none",
]); // oxfmt-ignore

type Truth = Readonly<Record<string, string>>;

function readTruth(file: string): readonly Truth[] {
  const text = readFileSync(join(city.app.config.dataDir, "demo/kebenaran", file), "utf8");
  const [header = "", ...lines] = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

/** The people of the truth whom cover reached: each covered entry by the file and row that it came from. */
async function reachedInTruth(): Promise<ReadonlySet<string>> {
  const truth = new Map(
    readTruth("baris.csv").map(({ berkas, baris, orang }) => [`${basename(berkas!)} ${baris}`, orang!]),
  );
  const rows = await readRows<{ fileName: string; rowNo: number }>(
    city.app,
    `select b.file_name, r.row_no from app.cover_states c join app.person_records p on p.person_id = c.person_id
     join app.source_records r on r.id = p.record_id join app.import_batches b on b.id = r.batch_id
     join app.persons e on e.id = c.person_id and e.target_group <> 'village-officer' where c.counts_as_covered`,
  );
  return new Set(rows.flatMap(({ fileName, rowNo }) => truth.get(`${basename(fileName)} ${rowNo}`) ?? []));
}

/** Two months bring few under cover: every second one of the lists is covered as well, so that the intervals are narrow. */
const coverEverySecond = () =>
  readRows(
    city.app,
    `insert into app.cover_states (region_code, person_id, village_code, kecamatan_code, state, counts_as_covered, as_of, at)
     select region_code, id, village_code, kecamatan_code, 'covered', true, date '2026-11-21', app.now() from app.persons
     where withdrawn_at is null and target_group <> 'village-officer' and hashtext(code) % 2 = 0
     on conflict (person_id) do update set state = 'covered', counts_as_covered = true, stands_beside = null`,
  );

test("exclusion and inclusion error of the demo city lie inside the printed interval", async () => {
  const { app } = city;
  await beginDemoCity(app, options);
  for (const ensure of [ensureRegions, ensureSettings, ensureLinkingSettings, ensureDefaultPolicy])
    await ensure(app);
  await ensureDefaultPacketMapping(app);
  await loadDemoCity(app, () => {}, options);
  await coverEverySecond();
  await refreshTargeting(app);
  const { exclusion, inclusion, villages } = await getTargeting(app, anActor(app, "DAT"), {});
  const known = new Set(villages.map(({ code }) => code));
  const reached = await reachedInTruth();
  const people = readTruth("orang.csv").filter(({ desa }) => known.has(desa ?? ""));
  const today = civilDate("2026-11-21");
  const poorWorkers = people.filter((person) => {
    const age = ageOn(civilDate(person["tanggal_lahir"]!), today);
    const works = person["kegiatan"] === "working" && !insuredOtherwise.has(person["pekerjaan"]!);
    return person["keadaan"] === "resident" && works && Number(person["desil"]) <= 4 && age >= 18 && age < 65;
  });
  const missed = poorWorkers.filter(({ orang }) => !reached.has(orang ?? "")).length / poorWorkers.length;
  const insured = people.filter(({ orang }) => reached.has(orang ?? ""));
  const better = insured.filter(({ desil }) => Number(desil) >= 6).length / insured.length;
  expect(insured.length).toBeGreaterThan(10);
  expect(missed).toBeGreaterThanOrEqual(exclusion!.low);
  expect(missed).toBeLessThanOrEqual(exclusion!.high);
  expect(better).toBeGreaterThanOrEqual(inclusion!.low);
  expect(better).toBeLessThanOrEqual(inclusion!.high);
}, 240_000);
