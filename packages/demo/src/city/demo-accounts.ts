import { createDemoAccounts, type DemoAccount } from "@tuwai/server/accounts";
import { type App, publicActor } from "@tuwai/server/app";
import type { CivilServant } from "@tuwai/server/sponsors";
import { officePart } from "@tuwai/domain/ledger";
import { isVillage, type Region } from "@tuwai/domain/regions";
import { listRegions } from "@tuwai/server/regions";

/** Printed at start; every demo account has it. */
export const demoPassword = "satu-pegawai-satu-pekerja";

/** The branch that packets go to until the city names its own (setting `bpjs-branch`). */
const demoBranch = "cabang";

const cityRoles: readonly DemoAccount[] = [
  { email: "mgr@demo.tuwai.id", name: "Manajer Program", role: "MGR" },
  { email: "dat@demo.tuwai.id", name: "Petugas Data", role: "DAT" },
  { email: "bkp@demo.tuwai.id", name: "Petugas BKPSDM", role: "BKP" },
  { email: "bpj@demo.tuwai.id", name: "Petugas BPJS", role: "BPJ", scope: demoBranch },
  { email: "fin@demo.tuwai.id", name: "Petugas BPKAD", role: "FIN" },
  { email: "fin2@demo.tuwai.id", name: "Kepala Bidang BPKAD", role: "FIN" },
  { email: "chr@demo.tuwai.id", name: "Petugas Sedekah", role: "CHR" },
  { email: "exe@demo.tuwai.id", name: "Wali Kota", role: "EXE" },
  { email: "aud@demo.tuwai.id", name: "Auditor Inspektorat", role: "AUD" },
  { email: "dpo@demo.tuwai.id", name: "Petugas Pelindungan Data", role: "DPO" },
  { email: "adm@demo.tuwai.id", name: "Administrator", role: "ADM" },
];

/** Accounts that need no imported data: the city's offices, one camat, and operator and head of every village. */
export async function createOfficeAccounts(app: App): Promise<void> {
  const regions = await listRegions(app, publicActor(app.config.regionCode));
  const villages = regions.filter(isVillage);
  const first = villages[0]!;
  const subdistrict = regions.find((region) => region.code === first.parentCode)!;
  await createDemoAccounts(
    app,
    [
      ...cityRoles,
      { email: "cmt@demo.tuwai.id", name: `Camat ${subdistrict.name}`, role: "CMT", scope: subdistrict.code },
      { email: "opr@demo.tuwai.id", name: `Operator ${first.name}`, role: "OPR", scope: first.code },
      { email: "kds@demo.tuwai.id", name: headOf(first), role: "KDS", scope: first.code },
      ...villages.flatMap(villageAccounts),
    ],
    demoPassword,
  );
}

/** The sponsor is the first civil servant of the imported list, the treasurer that of the same office; every office has one. */
export async function createSponsorAccounts(app: App, servants: readonly CivilServant[]): Promise<void> {
  const [first] = servants;
  if (first === undefined) return;
  const office = officeOf(first);
  const offices = [...new Set(servants.map(officeOf))];
  await createDemoAccounts(
    app,
    [
      { email: "spn@demo.tuwai.id", name: "Pegawai Penanggung", role: "SPN", scope: first.id },
      { email: "bnd@demo.tuwai.id", name: `Bendahara ${office}`, role: "BND", scope: office },
      ...offices.map((scope): DemoAccount => ({
        email: `${treasurerName(scope)}@demo.tuwai.id`,
        name: `Bendahara ${scope}`,
        role: "BND",
        scope,
      })),
    ],
    demoPassword,
  );
}

const officeOf = ({ office }: CivilServant): string => office ?? "-";

/** Two offices never share a treasurer, whatever signs their names have. */
export function treasurerName(office: string): string {
  return `bnd-${officePart(office).toLowerCase()}`;
}

function villageAccounts(village: Region): readonly DemoAccount[] {
  return [
    {
      email: `opr-${village.code}@demo.tuwai.id`,
      name: `Operator ${village.name}`,
      role: "OPR",
      scope: village.code,
    },
    { email: `kds-${village.code}@demo.tuwai.id`, name: headOf(village), role: "KDS", scope: village.code },
  ];
}

function headOf(village: Region): string {
  return village.kind === "kelurahan" ? `Lurah ${village.name}` : `Kepala Desa ${village.name}`;
}
