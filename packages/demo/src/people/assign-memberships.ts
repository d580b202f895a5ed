import { addMonths, civilDate, monthOf, shiftMonth, type CivilDate } from "@tuwai/domain/time";
import { CALIBRATION } from "./calibration.ts";
import { randomDay, type IdentityOffice } from "./identity-office.ts";
import { randomOf, type Random } from "@tuwai/linkage/generator";
import type { City, Membership, Person } from "./person.ts";

export type Enrolling = { readonly office: IdentityOffice; readonly seed: number; readonly asOf: CivilDate };

/** Who is a participant of BPJS Ketenagakerjaan: active and lapsed, employed and informal, in the city's proportions. */
export function assignMemberships(city: City, { office, seed, asOf }: Enrolling): void {
  const random = randomOf(seed, "memberships");
  const residents = city.persons.filter((person) => person.state === "resident");
  const size = residents.length / CALIBRATION.residents;
  const desk: Desk = { office, random, asOf };
  const officers = take(
    random,
    residents,
    CALIBRATION.registeredOfficers * size,
    (person) => person.office !== null && person.work !== "private-employee" && !isInsuredElsewhere(person),
  );
  for (const person of officers) person.membership = asOfficer(desk);
  const fishers = take(
    random,
    residents,
    CALIBRATION.provinceFishers * size,
    (person) => person.work === "fisher",
  );
  for (const person of fishers) person.membership = asProvinceFisher(desk);
  topUpInformal(desk, residents, size);
  const employed = CALIBRATION.activeMembers - CALIBRATION.activeInformal;
  const employees = take(random, residents, employed * size, (person) => EMPLOYED.has(person.work));
  for (const person of employees) person.membership = asEmployee(desk, true);
  const lapsed = take(
    random,
    residents,
    CALIBRATION.lapsedMembers * size,
    (person) => person.activity === "working" && !isInsuredElsewhere(person),
  );
  for (const person of lapsed) person.membership = asEmployee(desk, false);
}

type Desk = { readonly office: IdentityOffice; readonly random: Random; readonly asOf: CivilDate };

const EMPLOYED: ReadonlySet<string> = new Set(["private-employee", "contract-staff", "village-officer"]);

function isInsuredElsewhere(person: Person): boolean {
  return person.work === "civil-servant" || person.work === "military-police";
}

function take(
  random: Random,
  pool: readonly Person[],
  count: number,
  fits: (person: Person) => boolean,
): Person[] {
  const free = pool.filter((person) => person.membership === null && fits(person));
  return random.shuffle(free).slice(0, Math.round(count));
}

/** The last of about 1,100 active informal members joined on their own. */
function topUpInformal(desk: Desk, residents: readonly Person[], size: number): void {
  const active = residents.filter((person) => person.membership?.isActive === true).length;
  const missing = Math.max(0, Math.round(CALIBRATION.activeInformal * size) - active);
  const selfPaying = take(desk.random, residents, missing, (person) =>
    ["motorcycle-taxi", "driver", "trader"].includes(person.work),
  );
  for (const person of selfPaying) {
    const since = randomDay(desk.random, addMonths(desk.asOf, -40), addMonths(desk.asOf, -3));
    person.membership = {
      kpj: desk.office.issueKpj(Number(since.slice(0, 4))),
      segment: "BPU",
      wadah: null,
      employer: "MANDIRI",
      since,
      isActive: true,
      lastPaidMonth: paidMonth(desk, 0),
    };
  }
}

/** Registered by the city on 24 April 2025; about one in fifteen has fallen out since. */
function asOfficer(desk: Desk): Membership {
  const isActive = desk.random.chance(0.935);
  return {
    kpj: desk.office.issueKpj(2025),
    segment: "BPU",
    wadah: "SG",
    employer: "PEMKO PETUGAS KEAGAMAAN DAN ADAT",
    since: civilDate("2025-04-24"),
    isActive,
    lastPaidMonth: paidMonth(desk, isActive ? 0 : desk.random.int(5, 12)),
  };
}

function asProvinceFisher(desk: Desk): Membership {
  const isActive = desk.random.chance(0.9);
  return {
    kpj: desk.office.issueKpj(2024),
    segment: "BPU",
    wadah: "SG",
    employer: "DKP PROVINSI NELAYAN",
    since: civilDate("2024-06-03"),
    isActive,
    lastPaidMonth: paidMonth(desk, isActive ? 0 : desk.random.int(4, 12)),
  };
}

function asEmployee(desk: Desk, isActive: boolean): Membership {
  const since = randomDay(
    desk.random,
    addMonths(desk.asOf, -12 * 12),
    addMonths(desk.asOf, isActive ? -1 : -20),
  );
  return {
    kpj: desk.office.issueKpj(Number(since.slice(0, 4))),
    segment: "PU",
    wadah: null,
    employer: desk.random.pick(EMPLOYERS),
    since,
    isActive,
    lastPaidMonth: paidMonth(desk, isActive ? desk.random.int(0, 1) : desk.random.int(4, 19)),
  };
}

function paidMonth(desk: Desk, monthsAgo: number): string {
  return shiftMonth(monthOf(desk.asOf), -1 - monthsAgo);
}

const EMPLOYERS = [
  "PT PANTAI GANDORIAH", "CV SAIYO SAKATO", "TOKO BINTANG BARU", "PT SINAR MINANG ABADI", "KOPERASI SEJAHTERA BERSAMA",
  "SPBU SIMPANG TIGA", "RM SAMBALADO", "YAYASAN PENDIDIKAN NURUL ILMI", "PT ANGKUTAN PIAMAN JAYA", "CV MITRA BANGUNAN",
  "APOTEK KURNIA", "HOTEL TEPI LAUT", "BUMDES MAJU BASAMO", "PT BPR RANGKIANG", "SWALAYAN ANEKA",
]; // oxfmt-ignore
