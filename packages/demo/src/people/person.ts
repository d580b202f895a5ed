import type { Sex } from "@tuwai/domain/identity";
import type { CivilDate } from "@tuwai/domain/time";

/** What an adult does for a living; `none` covers children, pupils and those at home. */
export type Work =
  | "farmer" | "farm-labourer" | "fisher" | "builder" | "day-labourer" | "driver" | "motorcycle-taxi" | "trader"
  | "street-vendor" | "domestic-worker" | "tailor" | "carpenter" | "mechanic" | "barber" | "cook" | "craft-worker"
  | "self-employed" | "private-employee" | "contract-staff" | "civil-servant" | "military-police" | "village-officer"
  | "none"; // oxfmt-ignore

/** Religious and adat office held besides the work; these groups are insured by the city first. */
export type Office =
  | "labai" | "imam" | "khatib" | "bilal" | "garin" | "guru_mengaji" | "pemandi_jenazah" | "urang_tuo"
  | "cadiak_pandai" | "kapalo_mudo" | "bundo_kanduang" | "dubalang"; // oxfmt-ignore

/** One synthetic human being of the truth. Mutable while the city is being made, read-only afterwards. */
export type Person = {
  readonly id: string;
  readonly householdId: number;
  readonly villageCode: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CivilDate;
  readonly birthPlace: string;
  readonly nik: string;
  readonly relation: "head" | "spouse" | "child" | "parent" | "other";
  motherName: string;
  work: Work;
  /** Pupils, students and children under 15 are not of the labour force; `seeking` is unemployed. */
  activity: "working" | "seeking" | "home" | "school" | "too-young";
  office: Office | null;
  phone: string | null;
  state: "resident" | "died" | "moved-away";
  stateOn: CivilDate | null;
  civilServant: CivilServant | null;
  membership: Membership | null;
};

export type CivilServant = {
  readonly nip: string;
  readonly status: "PNS" | "PPPK";
  readonly rank: string;
  readonly position: string;
  readonly office: string;
  readonly titledName: string;
  readonly appointedOn: CivilDate;
  readonly retiresOn: CivilDate;
};

export type Membership = {
  /** BPJS Ketenagakerjaan participant number, 11 digits. */
  readonly kpj: string;
  readonly segment: "PU" | "BPU";
  readonly wadah: string | null;
  readonly employer: string;
  readonly since: CivilDate;
  readonly isActive: boolean;
  readonly lastPaidMonth: string;
};

export type Household = {
  readonly id: number;
  readonly villageCode: string;
  readonly familyCard: string;
  readonly address: {
    readonly hamlet: string;
    readonly rt: number;
    readonly rw: number;
    readonly street: string;
  };
  readonly members: Person[];
  /** 1 to 10, set after all households are known. */
  decile: number;
  isPkh: boolean;
  isBpnt: boolean;
};

/** The whole synthetic city. */
export type City = {
  readonly households: readonly Household[];
  readonly persons: readonly Person[];
};
