import { addMonths, ageOn, civilDate, type CivilDate } from "@tuwai/domain/time";
import { tidyPersonName } from "@tuwai/domain/identity";
import { CALIBRATION } from "./calibration.ts";
import type { DemoRegion } from "./demo-region.ts";
import type { IdentityOffice } from "./identity-office.ts";
import { randomOf, type Random } from "@tuwai/linkage/generator";
import type { City, CivilServant, Person } from "./person.ts";

export type Appointing = {
  readonly demo: DemoRegion;
  readonly office: IdentityOffice;
  readonly seed: number;
  readonly asOf: CivilDate;
};

/** Gives every civil servant a number, rank, post and office. About a quarter are PPPK, appointed in 2025. */
export function assignCivilService(city: City, { demo, office, seed, asOf }: Appointing): void {
  const random = randomOf(seed, "civil-service");
  const servants = city.persons.filter((person) => person.work === "civil-servant");
  const shareOfPppk = CALIBRATION.pppk / CALIBRATION.civilServants;
  const weights = Object.fromEntries(demo.offices.map(({ name, weight }) => [name, weight]));
  for (const person of servants) {
    const unit = random.draw(weights);
    person.civilServant = random.chance(shareOfPppk)
      ? appointPppk(person, { office, unit, random })
      : appointPns(person, { office, unit, random, asOf });
  }
}

type Desk = { readonly office: IdentityOffice; readonly unit: string; readonly random: Random };

function appointPns(
  person: Person,
  { office, unit, random, asOf }: Desk & { asOf: CivilDate },
): CivilServant {
  const age = ageOn(person.birthDate, asOf);
  const yearsServed = Math.max(1, Math.min(age - 21, random.int(1, 30)));
  const appointedOn = civilDate(
    `${addMonths(asOf, -12 * yearsServed).slice(0, 4)}-${random.pick(["01", "03", "12"])}-01`,
  );
  const nip = office.issueNip({ ...person, appointment: appointedOn.slice(0, 7).replace("-", "") });
  const step = Math.min(8, Math.floor(yearsServed / 4));
  const rank = RANKS[step] ?? "III/a";
  return {
    nip,
    status: "PNS",
    rank,
    position: positionIn(unit, random, step),
    office: unit,
    titledName: titled(person, random),
    appointedOn,
    retiresOn: addMonths(person.birthDate, 58 * 12),
  };
}

function appointPppk(person: Person, { office, unit, random }: Desk): CivilServant {
  const nip = office.issueNip({ ...person, appointment: "202521" });
  const appointedOn = civilDate(random.chance(0.77) ? "2025-07-01" : "2025-10-09");
  return {
    nip,
    status: "PPPK",
    rank: random.pick(["V", "VII", "IX"]),
    position: positionIn(unit, random, 0),
    office: unit,
    titledName: titled(person, random),
    appointedOn,
    retiresOn: addMonths(person.birthDate, 58 * 12),
  };
}

const RANKS = ["II/c", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/a", "IV/b", "IV/c"];

function positionIn(unit: string, random: Random, step: number): string {
  if (unit.includes("Pendidikan"))
    return random.pick([
      "Guru Ahli Pertama",
      "Guru Ahli Muda",
      "Guru Kelas SD",
      "Guru Mata Pelajaran SMP",
      "Pengadministrasi Sekolah",
    ]);
  if (/Kesehatan|RSUD/.test(unit))
    return random.pick(["Perawat Terampil", "Bidan Mahir", "Dokter Umum", "Nutrisionis", "Apoteker"]);
  if (step >= 6)
    return random.pick(["Kepala Bidang", "Sekretaris", "Kepala Bagian", "Analis Kebijakan Ahli Muda"]);
  return random.pick([
    "Pengelola Keuangan",
    "Pengadministrasi Umum",
    "Penelaah Teknis Kebijakan",
    "Pranata Komputer",
    "Kepala Seksi",
  ]);
}

/** Personnel lists carry academic titles that a family card does not. */
function titled(person: Person, random: Random): string {
  const degree = random.draw({
    "": 25,
    "S.Pd": 22,
    "S.E": 9,
    "S.Sos": 6,
    "S.H": 5,
    "S.Kep": 7,
    "S.KM": 5,
    "S.T": 5,
    "A.Md": 6,
    "S.Kom": 4,
    "S.IP": 6,
  });
  const hajj = random.chance(0.05) ? (person.sex === "male" ? "H. " : "Hj. ") : "";
  return tidyPersonName(`${hajj}${person.name}${degree === "" ? "" : `, ${degree}`}`);
}
