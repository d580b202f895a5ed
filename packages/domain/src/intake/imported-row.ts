import type { CivilDate, Month } from "#time";
import type { Rupiah } from "#money";
import type { ColumnFacts } from "./column-facts.ts";
import type { FieldName } from "./import-fields.ts";
import type { RowIssue } from "./issue-codes.ts";
import type { TableCell } from "./table-row.ts";

export type Programme = "jkk" | "jkm" | "jht";

/** What a row says once it is read: clean, typed, and empty where the file is empty or unusable. */
export type ImportedRow = {
  nik?: string;
  /** `given`: 16 digits. `absent`: the file says there is none ("-", "belum ada"). `missing`: nothing is said. */
  nikStatus?: "given" | "absent" | "missing";
  familyCard?: string;
  name?: string;
  birthPlace?: string;
  birthDate?: CivilDate;
  sex?: "male" | "female";
  occupation?: string;
  address?: string;
  hamlet?: string;
  rt?: string;
  rw?: string;
  villageText?: string;
  /** Dotted code of the village the text was found to mean. */
  villageCode?: string;
  kecamatan?: string;
  /** E.164, "+6281234567890". */
  phone?: string;
  motherName?: string;
  heirName?: string;
  heirRelation?: string;
  income?: Rupiah;
  note?: string;
  /** 1 is poorest, 10 richest. */
  decile?: number;
  /** Where the file gives only a span ("6-10", ">5"): its ends, and no decile. */
  decileFrom?: number;
  decileTo?: number;
  /** Whether the family receives PKH, BPNT; absent where the file does not say. */
  pkh?: boolean;
  bpnt?: boolean;
  kpj?: string;
  npp?: string;
  memberStatus?: "active" | "inactive" | "ended";
  /** Wage earners, people who work for themselves, construction projects, migrant workers. */
  segment?: "pu" | "bpu" | "jakon" | "pmi";
  programmes?: readonly Programme[];
  startsOn?: CivilDate;
  paidThrough?: Month;
  nip?: string;
  rank?: string;
  position?: string;
  unit?: string;
  office?: string;
  servantStatus?: "pns" | "pppk" | "pppk-part-time" | "cpns";
  retiresOn?: CivilDate;
  decree?: string;
  decreeOn?: CivilDate;
  personCode?: string;
  /** `waiting`: the branch has not decided yet; the row changes nothing. */
  result?: "accepted" | "rejected" | "waiting";
  reason?: string;
  resultOn?: CivilDate;
  month?: Month;
  /** The last month of one payment for several; `month` is its first. */
  until?: Month;
  amount?: Rupiah;
  paidOn?: CivilDate;
  billingCode?: string;
  diedOn?: CivilDate;
};

/** The cells of one row under the fields their columns were mapped to, and the text that stands outside them. */
export type MappedRow = {
  readonly sheet: number;
  readonly row: number;
  readonly hidden: boolean;
  readonly fault: "E-CSV" | "E-TABLE" | null;
  readonly fields: { readonly [F in FieldName]?: TableCell };
  /** Columns beyond the header's last that hold text. */
  readonly extraColumns: readonly number[];
};

/** What a village name in the file means. The same shape as the answer of `resolveVillage` in #regions. */
export type VillageReading =
  | { readonly outcome: "found"; readonly code: string; readonly by: "code" | "name" | "alias" | "spelling" }
  | { readonly outcome: "ask"; readonly candidates: readonly string[] }
  | { readonly outcome: "none" };

export type CheckContext = {
  /** The business date: nobody is born, paid or appointed after it. */
  readonly today: CivilDate;
  /** Reads a village name within the city. Left out, village names are kept as text. */
  readonly readVillage?: (text: string) => VillageReading;
  /** What a person said earlier that a word means in a field. Left out: nobody was ever asked. */
  readonly readMeaning?: (field: FieldName, text: string) => string | undefined;
  /** What the whole column says, from `createColumnSurvey`. Left out: rows are read one by one. */
  readonly columns?: ColumnFacts;
  /** Villages whose rows may come in; rows of others are E-SCOPE. Left out: the whole city. */
  readonly allowedVillages?: readonly string[];
  /** The age rule of the programme on `today`: from `from` birthdays to below `below`. Left out: no age check. */
  readonly ages?: { readonly from: number; readonly below: number };
  /** Real numbers in production, made-up ones (kecamatan digits from 90) in demonstrations and tests; never both. */
  readonly identityNumbers: "real" | "synthetic";
  /** The city, "13.77": a NIK first issued elsewhere gets a remark. */
  readonly region?: string;
};

/** `refused` rows carry at least one error and go to repair; `accepted` ones may carry warnings. */
export type CheckedRow = {
  readonly outcome: "accepted" | "refused";
  readonly values: ImportedRow;
  readonly issues: readonly RowIssue[];
  /** The sign between thousands in the amount; a file that uses both cannot be trusted with either. */
  readonly grouping?: "dot" | "comma";
};
